from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SecondFactorPauseQuerySet(models.QuerySet):
    def running(self, now=None):
        return self.filter(until__gt=now or timezone.now())


class SecondFactorPause(models.Model):
    """Until when a person may work without a second factor; written by ``manage.py break_glass`` alone."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), on_delete=models.CASCADE, related_name="+"
    )
    until = models.DateTimeField(_("until"))

    objects = SecondFactorPauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("pause of the second factor")
        verbose_name_plural = _("pauses of the second factor")

    def __str__(self):
        return f"{self.user_id}: {self.until:%Y-%m-%d %H:%M}"
