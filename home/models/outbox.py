import uuid

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


def recipient_key(address: str) -> str:
    """Keyed digest of an address: tells the same recipient again after the address itself is gone."""
    return salted_hmac("home.outbox.recipient", address.strip().lower(), algorithm="sha256").hexdigest()


def new_message_id() -> str:
    """A ``Message-ID`` of the site's own domain; the row keeps it, so that a mail sent twice is known as one."""
    return f"<{uuid.uuid4().hex}@{settings.SITE_HOST}>"


class OutboxQuerySet(models.QuerySet):
    def unsent(self):
        """What the worker still means to send."""
        return self.filter(sent_at=None, failed_at=None, held_at=None)

    def due(self, now=None):
        """Unsent, its moment has come, and nobody is sending it."""
        now = now or timezone.now()
        return self.unsent().filter(Q(leased_until=None) | Q(leased_until__lte=now), next_attempt_at__lte=now)

    def with_content_older_than(self, moment):
        """Rows that are over and done with, and still carry words and an address."""
        return self.filter(purged_at=None, queued_at__lt=moment).exclude(sent_at=None, failed_at=None, held_at=None)

    def with_state(self, now=None):
        """Annotate ``current_state``, one of ``OutboxMessage.State``, for lists and filters."""
        state = OutboxMessage.State
        return self.annotate(
            current_state=Case(
                When(sent_at__isnull=False, then=Value(state.SENT)),
                When(failed_at__isnull=False, then=Value(state.FAILED)),
                When(held_at__isnull=False, then=Value(state.HELD)),
                When(leased_until__gt=now or timezone.now(), then=Value(state.SENDING)),
                When(attempts__gt=0, then=Value(state.RETRYING)),
                default=Value(state.QUEUED),
                output_field=models.CharField(),
            )
        )


class OutboxMessage(models.Model):
    """One mail to one recipient for one occasion, written in the transaction that causes it.

    The columns tell its state; see ``home.mail.sender`` for how they change. Content and address are emptied after
    ``MAIL_PURGE_DAYS`` (confidential ones once sent); the row stays, so that an occasion is never mailed twice.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        SENDING = "sending", _("Being sent")
        RETRYING = "retrying", _("Will be tried again")
        SENT = "sent", _("Sent")
        HELD = "held", _("Held back: not a test address")
        FAILED = "failed", _("Failed")

    occasion = models.CharField(_("occasion"), max_length=200, help_text=_("What it is about, without personal data."))
    recipient = models.EmailField(_("recipient"), max_length=254, blank=True)
    recipient_key = models.CharField(max_length=64, editable=False)
    message_id = models.CharField(max_length=120, default=new_message_id, unique=True, editable=False)

    sender = models.CharField(_("sender"), max_length=320, blank=True)
    reply_to = models.CharField(_("reply to"), max_length=320, blank=True)
    subject = models.CharField(_("subject"), max_length=255, blank=True)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    attachments = models.JSONField(default=list, blank=True)
    headers = models.JSONField(default=dict, blank=True)
    confidential = models.BooleanField(_("confidential"), default=False)

    queued_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    leased_until = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("what went wrong"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    held_at = models.DateTimeField(_("held back"), null=True, blank=True)
    failed_at = models.DateTimeField(_("failed"), null=True, blank=True)
    purged_at = models.DateTimeField(_("content removed"), null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-queued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["occasion", "recipient_key"], name="home_outbox_once"),
            models.CheckConstraint(
                condition=Q(sent_at=None, failed_at=None)
                | Q(sent_at=None, held_at=None)
                | Q(failed_at=None, held_at=None),
                name="home_outbox_one_end",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(sent_at=None, failed_at=None, held_at=None),
                name="home_outbox_due",
            ),
            models.Index(fields=["-queued_at"], name="home_outbox_newest"),
        ]

    def __str__(self):
        return self.subject or self.occasion

    @property
    def state(self) -> "OutboxMessage.State":
        """The same answer as ``with_state()``, for one row."""
        state = self.State
        ends = ((self.sent_at, state.SENT), (self.failed_at, state.FAILED), (self.held_at, state.HELD))
        for moment, name in ends:
            if moment:
                return name
        if self.leased_until and self.leased_until > timezone.now():
            return state.SENDING
        return state.RETRYING if self.attempts else state.QUEUED
