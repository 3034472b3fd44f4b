from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from directory.models.profile import Profile
from home.translated import TranslatedField


class NoticeQuerySet(models.QuerySet):
    def current(self, today=None):
        """Not past its last day."""
        return self.filter(expires_on__gte=today or timezone.localdate())


class Notice(models.Model):
    """What a profile looks for or has to offer, until a day. Hangs on the profile, so no translation can lose it."""

    class Kind(models.TextChoices):
        WANTED = "wanted", _("Wanted")
        OFFERED = "offered", _("Offered")

    profile = models.ForeignKey(Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = TranslatedField(_("in one sentence"), text_length=200)
    expires_on = models.DateField(_("until"), help_text=_("On the day after it is gone from the page by itself."))
    added_on = models.DateField(default=timezone.localdate, editable=False)

    objects = NoticeQuerySet.as_manager()

    panels = [
        FieldPanel("profile"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("expires_on")]),
        FieldPanel("text"),
    ]

    class Meta:
        verbose_name = _("wanted or offered")
        verbose_name_plural = _("wanted and offered")
        ordering = ("expires_on", "pk")

    def __str__(self):
        return str(self.text)
