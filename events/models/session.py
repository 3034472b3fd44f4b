import datetime
import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from directory.fields import ValuesField
from directory.vocabulary import Access, Language
from events.models.event import Event
from events.querysets import SessionQuerySet
from events.vocabulary import Format, Mode, State, Status
from home.dates import range_text
from home.phone import phone_number
from home.translated import TranslatedField

MOST_SEATS = 10_000
COUNTED = {"taken_room", "taken_online", "overbooked_room", "overbooked_online"}
JOIN_BEFORE = datetime.timedelta(hours=1)


def calendar_uid() -> str:
    """RFC 7986, 5.3: nothing in it tells of anything."""
    return str(uuid.uuid4())


class Session(models.Model):
    """One dated occurrence of an event. Never deleted once somebody has signed up: it is cancelled.

    ``taken_*`` are the people who hold a seat, written by ``events.actions`` under a lock and never by anything else.
    ``overbooked_*`` is what staff have let in on purpose beyond the seats there are.
    """

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="sessions")
    name = TranslatedField(
        _("name of this part"), text_length=160, blank=True, help_text=_("Only where an event has several.")
    )
    starts = models.DateTimeField(_("begins"))
    ends = models.DateTimeField(_("ends"))
    format = models.CharField(_("how it is held"), max_length=10, choices=Format, default=Format.IN_PERSON)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.CONFIRMED)
    reason = TranslatedField(_("reason"), multiline=True, blank=True)

    seats_room = models.PositiveIntegerField(
        _("seats in the room"), null=True, blank=True, help_text=_("Empty: as many as come.")
    )
    seats_online = models.PositiveIntegerField(
        _("places online"), null=True, blank=True, help_text=_("Empty: as many as come.")
    )
    taken_room = models.PositiveIntegerField(default=0, editable=False)
    taken_online = models.PositiveIntegerField(default=0, editable=False)
    overbooked_room = models.PositiveIntegerField(default=0, editable=False)
    overbooked_online = models.PositiveIntegerField(default=0, editable=False)

    group_limit = models.PositiveSmallIntegerField(
        _("most people in one sign-up"), default=5, validators=[MinValueValidator(1)]
    )
    has_waiting_list = models.BooleanField(_("waiting list when it is full"), default=True)
    waiting_limit = models.PositiveIntegerField(
        _("places on the waiting list"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    opens_at = models.DateTimeField(_("sign-up opens"), null=True, blank=True, help_text=_("Empty: at once."))
    closes_at = models.DateTimeField(_("sign-up closes"), null=True, blank=True, help_text=_("Empty: when it begins."))
    minimum = models.PositiveIntegerField(_("fewest people"), null=True, blank=True)
    decide_at = models.DateTimeField(
        _("decided by"),
        null=True,
        blank=True,
        help_text=_("When you say whether it takes place: too few people, or weather."),
    )
    depends_on_weather = models.BooleanField(_("depends on the weather"), default=False)

    guide = models.CharField(_("guide"), max_length=120, blank=True, help_text=_("Readers see the name."))
    guide_phone = models.CharField(
        _("guide's phone"), max_length=20, blank=True, validators=[phone_number],
        help_text=_("Stands on the sheet for print alone."),
    )  # fmt: skip

    join_url = models.URLField(_("link to join"), blank=True, help_text=_("Only those who signed up get it."))
    instructions = TranslatedField(_("how to get there, what to bring"), multiline=True, blank=True)
    languages = ValuesField(verbose_name=_("languages"), values_of=Language)
    access = ValuesField(verbose_name=_("access"), values_of=Access)
    price = models.DecimalField(
        _("price, euros"), max_digits=8, decimal_places=2, null=True, blank=True, help_text=_("Empty: free of charge.")
    )

    uid = models.CharField(max_length=36, unique=True, default=calendar_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    anonymised_at = models.DateTimeField(null=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("date and time")
        verbose_name_plural = _("dates and times")
        ordering = ("starts", "pk")
        indexes = [models.Index(fields=["starts", "ends"])]
        constraints = [
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="session_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(seats_room=None) | Q(taken_room__lte=F("seats_room") + F("overbooked_room")),
                name="session_room_is_not_oversold",
            ),
            models.CheckConstraint(
                condition=Q(seats_online=None) | Q(taken_online__lte=F("seats_online") + F("overbooked_online")),
                name="session_online_is_not_oversold",
            ),
        ]

    def __str__(self):
        return f"{timezone.localtime(self.starts):%d.%m.%Y %H:%M}"

    def save(self, *args, **kwargs):
        """Seats are counted by the actions alone: a form that was opened before somebody signed up does not undo it."""
        if self.pk and not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = [
                field.name
                for field in self._meta.concrete_fields
                if not field.primary_key and field.name not in COUNTED
            ]
        super().save(*args, **kwargs)

    def clean(self):
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("It ends before it begins.")})
        if self.closes_at and self.opens_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Sign-up closes before it opens.")})
        if self.closes_at and self.ends and self.closes_at > self.ends:
            raise ValidationError({"closes_at": _("Sign-up closes after everything is over.")})
        for mode in Mode:
            seats = self.seats(mode)
            if seats is not None and seats > MOST_SEATS:
                raise ValidationError({f"seats_{mode}": _("That is more than we can take.")})

    def modes(self) -> list[Mode]:
        """The ways to take part in it."""
        return {Format.IN_PERSON: [Mode.ROOM], Format.ONLINE: [Mode.ONLINE]}.get(self.format, list(Mode))

    def seats(self, mode: str) -> int | None:
        return getattr(self, f"seats_{mode}")

    def taken(self, mode: str) -> int:
        return getattr(self, f"taken_{mode}")

    def overbooked(self, mode: str) -> int:
        return getattr(self, f"overbooked_{mode}")

    def free(self, mode: str) -> int | None:
        """Seats that anybody may still take; ``None`` where there is no end of them."""
        seats = self.seats(mode)
        return None if seats is None else max(0, seats - self.taken(mode))

    @property
    def closes(self):
        return self.closes_at or self.starts

    @property
    def is_off(self) -> bool:
        """Nobody can come to it any more, or not on this date."""
        return self.status in (Status.CANCELLED, Status.POSTPONED)

    def is_open(self, now=None) -> bool:
        """Whether people may sign up or be let in from the waiting list now."""
        now = now or timezone.now()
        return (
            not self.is_off
            and self.status != Status.DONE
            and (self.opens_at is None or self.opens_at <= now)
            and now < self.closes
        )

    @property
    def is_open_now(self) -> bool:
        return self.is_open()

    @property
    def has_room(self) -> bool:
        """Whether somebody alone would have a seat at once, one way or the other."""
        return any(self.free(mode) != 0 for mode in self.modes())

    @property
    def when(self) -> str:
        """Day and hours, as people of the active language write them."""
        return range_text(self.starts, self.ends)

    def room_for(self, mode: str) -> str:
        """How many may still come that way, in words; nothing where there is no end of places."""
        free = self.free(mode)
        if free is None:
            return ""
        if free:
            return ngettext("%(count)s free place", "%(count)s free places", free) % {"count": free}
        return gettext("full, waiting list") if self.has_waiting_list else gettext("full")

    def offer(self, mode: str) -> str:
        """A way to take part and whether there is room, for the form."""
        words = self.room_for(mode)
        label = Mode(mode).label
        return f"{label} ({words[:1].lower()}{words[1:]})" if words else str(label)

    def shows_join(self, registration, now=None) -> bool:
        """The link to join is there for who takes part online, from an hour before until the end."""
        now = now or timezone.now()
        opens = self.starts - JOIN_BEFORE
        is_in = registration.state == State.BOOKED and registration.mode == Mode.ONLINE
        return bool(self.join_url) and is_in and not self.is_off and opens <= now <= self.ends
