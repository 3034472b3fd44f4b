import secrets

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from events.models.session import Session
from events.vocabulary import ACTIVE, Mode, State
from home.phone import phone_number


def person_key(email: str, phone: str = "") -> str:
    """Who it is, without saying so: the same for the same mailbox, else for the same number."""
    plain = email.strip().lower() or "".join(sign for sign in phone if sign.isdigit())[-8:]
    return salted_hmac("events.person", plain).hexdigest()[:32] if plain else ""


def secret() -> str:
    """Part of the signed link, so that a link can be made void."""
    return secrets.token_hex(8)


class RegistrationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(state__in=ACTIVE)

    def waiting(self):
        """In the order in which they came."""
        return self.filter(state=State.WAITING).order_by("queued_at", "pk")

    def ahead_of(self, registration):
        """Those in the same queue who came before."""
        came = registration.queued_at
        return self.filter(Q(queued_at__lt=came) | Q(queued_at=came, pk__lt=registration.pk), mode=registration.mode)


class Registration(models.Model):
    """A person, or a person with others, for one session. Personal data stands here and nowhere else."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="registrations")
    mode = models.CharField(_("takes part"), max_length=6, choices=Mode, default=Mode.ROOM)
    state = models.CharField(_("state"), max_length=10, choices=State)
    people = models.PositiveSmallIntegerField(_("people"), default=1, validators=[MinValueValidator(1)])

    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    access_needs = models.CharField(_("what we should know to make it easy to come"), max_length=300, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    photo_consent = models.BooleanField(_("may be photographed"), null=True)
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    person = models.CharField(max_length=32, blank=True, editable=False)
    secret = models.CharField(max_length=16, default=secret, editable=False)
    # Of the form it was sent by: the same form sent twice is the same wish.
    form_key = models.CharField(max_length=32, blank=True, editable=False)

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    queued_at = models.DateTimeField(null=True, editable=False)
    held_until = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    attended = models.PositiveSmallIntegerField(_("people who came"), null=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    mails = models.PositiveSmallIntegerField(default=0, editable=False)

    # Whether who looks at it has come by a link from the mailbox (events.links); of the reader, not of the row.
    is_proven = True

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ("created_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"],
                condition=Q(state__in=ACTIVE) & ~Q(person=""),
                name="one_place_per_person_and_session",
            )
        ]
        indexes = [models.Index(fields=["session", "state", "queued_at"])]

    def __str__(self):
        return f"{self.pk}"

    @property
    def may_accept(self) -> bool:
        """Whether who looks at it may say yes to the place that is kept."""
        return self.is_proven and self.state in (State.HELD, State.OFFERED)

    @property
    def waits_for_mail(self) -> bool:
        """A place is kept, and the link in the mail is needed to take it."""
        return not self.is_proven and self.state in (State.HELD, State.OFFERED)

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE
