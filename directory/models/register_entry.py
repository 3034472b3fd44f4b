"""The Register of Enterprises' list of associations and foundations, beside the profiles and never mixed with them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RegisterEntryQuerySet(models.QuerySet):
    def adopted(self):
        return self.exclude(thing=None)


class RegisterEntry(models.Model):
    """A row of the register. ``thing`` is the profile that staff made of it; ``fingerprint`` tells whether the file
    says anything new."""

    class Sort(models.TextChoices):
        ASSOCIATION = "BDR", _("Association")
        FOUNDATION = "NOD", _("Foundation")

    number = models.CharField(_("register number"), max_length=11, unique=True)
    name = models.CharField(_("name"), max_length=255)
    sort = models.CharField(_("kind"), max_length=3, choices=Sort)
    registered = models.DateField(_("registered"), null=True)
    terminated = models.DateField(_("terminated"), null=True)
    closed = models.CharField(_("closed"), max_length=1, blank=True)
    address = models.CharField(_("registered address"), max_length=255, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    atvk = models.CharField(_("code of the territory"), max_length=7, blank=True)
    missing_since = models.DateField(_("not in the file since"), null=True)
    fingerprint = models.CharField(max_length=32)
    thing = models.UUIDField(null=True, unique=True)

    objects = RegisterEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the register")
        verbose_name_plural = _("entries of the register")
        ordering = ("name", "number")
        permissions = [("adopt_registerentry", _("Can make profiles of entries of the register"))]
        indexes = [models.Index(fields=["name", "number"], name="directory_register_name")]

    def __str__(self):
        return self.name

    @property
    def is_closed(self) -> bool:
        return bool(self.closed or self.terminated)


class RegisterProposal(models.Model):
    """Something that the register says otherwise than before of an entry that has a profile. A person decides."""

    class What(models.TextChoices):
        NAME = "name", _("name")
        SORT = "sort", _("kind")
        ADDRESS = "address", _("registered address")
        CLOSED = "closed", _("liquidation")
        MISSING = "missing", _("no longer in the register's file")

    class State(models.TextChoices):
        OPEN = "open", _("waits for a decision")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("dismissed")

    entry = models.ForeignKey(
        RegisterEntry, verbose_name=_("entry of the register"), on_delete=models.CASCADE, related_name="proposals"
    )
    what = models.CharField(_("what"), max_length=8, choices=What)
    old = models.CharField(_("before"), max_length=255, blank=True)
    new = models.CharField(_("now"), max_length=255, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(_("found"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("change in the register")
        verbose_name_plural = _("changes in the register")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "what"], condition=Q(state="open"), name="directory_proposal_open_once"
            )
        ]

    def __str__(self):
        return f"{self.entry}: {self.get_what_display()}"
