from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.phone import phone_number


class ResidentQuerySet(models.QuerySet):
    def confirmed(self):
        """Whose mailbox has answered: nobody else is written to or shown to staff."""
        return self.exclude(confirmed_at=None)


class Resident(models.Model):
    """Somebody who wants to take part, without belonging to an organisation. A list for staff, never shown to readers."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("email"))
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    settlement = models.ForeignKey(
        "directory.Settlement", verbose_name=_("where you live"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    topics = models.ManyToManyField("directory.Topic", verbose_name=_("interests"), blank=True, related_name="+")
    message = models.TextField(_("what you would like to do"), max_length=1000, blank=True)
    wants_updates = models.BooleanField(_("send me news now and then"), default=False)
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("mailbox confirmed"), null=True, editable=False)

    objects = ResidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("active resident")
        verbose_name_plural = _("active residents")
        ordering = ("-created_at", "-pk")
        constraints = [models.UniqueConstraint(Lower("email"), name="directory_resident_once")]

    def __str__(self):
        """Without the name: what staff do with a row is logged under this, and the log outlives the row."""
        return f"{self._meta.verbose_name} {self.pk}"
