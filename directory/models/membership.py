"""Who acts for a profile, and how people come to. Memberships hang on the profile, not on a page: no translation, no
older revision and no other page of the same thing can lose or give one."""

import datetime
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models.profile import Profile

INVITED_DAYS = 30


def _secret() -> str:
    return secrets.token_urlsafe(24)


def _invited_until() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=INVITED_DAYS)


class MembershipQuerySet(models.QuerySet):
    def of(self, user):
        """Those of a person who may sign in; none for anybody else."""
        return self.filter(user=user.pk) if user.is_authenticated and user.is_active else self.none()

    def owners(self):
        return self.filter(role=Membership.Role.OWNER, user__is_active=True)


class Membership(models.Model):
    """A person who acts for a profile. Owners also say who else does."""

    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        EDITOR = "editor", _("editor")

    profile = models.ForeignKey(
        Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.EDITOR)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("invited by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    joined_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ("profile", "role", "pk")
        constraints = [models.UniqueConstraint(fields=["profile", "user"], name="directory_member_once")]

    def __str__(self):
        return f"{self.user}, {self.profile}"

    @property
    def is_owner(self) -> bool:
        return self.role == self.Role.OWNER


class InvitationQuerySet(models.QuerySet):
    def open(self, now=None):
        """Neither used, nor taken back, nor too old."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=now or timezone.now())


class Invitation(models.Model):
    """A letter that makes whoever holds it a member, once. The address goes with the row when it is over."""

    profile = models.ForeignKey(
        Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("email"), blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Membership.Role, default=Membership.Role.EDITOR)
    secret = models.CharField(max_length=40, unique=True, default=_secret, editable=False)
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("invited by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("valid until"), default=_invited_until)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                "profile",
                Lower("email"),
                condition=Q(accepted_at=None, revoked_at=None),
                name="directory_invited_once",
            )
        ]

    def __str__(self):
        return f"{self.email}, {self.profile}"


class Claim(models.Model):
    """Somebody says that a page which is already there is theirs. Proof by the page's own address decides at once,
    staff decide everything else."""

    class State(models.TextChoices):
        OPEN = "open", _("waits for a decision")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")

    profile = models.ForeignKey(Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="claims")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="claims"
    )
    message = models.TextField(_("how they belong to it"), max_length=1000, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    reason = models.TextField(_("answer"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "user"], condition=Q(state="open"), name="directory_claim_open_once"
            )
        ]

    def __str__(self):
        return f"{self.user}, {self.profile}"


ARRIVAL_DAYS = 7


class Arrival(models.Model):
    """What somebody without an account wants, until their mailbox has answered: to add a page, or to claim one.

    Nothing happens and nobody is told before that. The row goes when the link is used or a week has passed.
    """

    class What(models.TextChoices):
        ADD = "add", _("add a page")
        CLAIM = "claim", _("claim a page")

    what = models.CharField(max_length=10, choices=What)
    profile = models.ForeignKey(Profile, null=True, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    values = models.JSONField(default=dict)
    secret = models.CharField(max_length=40, unique=True, default=_secret, editable=False)
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self):
        return self.get_what_display()

    @classmethod
    def of(cls, secret: str) -> "Arrival | None":
        since = timezone.now() - datetime.timedelta(days=ARRIVAL_DAYS)
        return cls.objects.select_related("profile").filter(secret=secret, created_at__gt=since).first()
