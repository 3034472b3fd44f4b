"""What has dates in the demo: pages with their dates, seats and sign-ups, all counted from the day of loading.

Whoever has signed up is called after a number and has an address that reaches nobody.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from cms.demo.accounts import DOMAIN
from cms.demo.parts import Block, Page, Part, References, Words, Writer, stream
from cms.demo.profiles import SECTION
from cms.demo.rows import translated
from directory.vocabulary import Language
from events.actions import change_session
from events.actions.check_in import check_in
from events.actions.register import Person, register
from events.models import Event, Registration, Session
from events.read_model import event_of
from events.vocabulary import Format, Mode, Status
from home.models import OutboxMessage

ONE_EACH = {"organiser": "", "venue": "rooms/"}


@dataclass(frozen=True)
class When:
    """A date: ``days`` from today (or an ISO day) at an hour. ``came``: who was there of those who had signed up."""

    days: int | str
    hour: str = "18:00"
    hours: float = 2
    name: Words = ""
    format: str = Format.IN_PERSON
    room: int | None = None
    online: int | None = None
    signed_up: int = 0
    signed_up_online: int = 0
    came: int = 0
    cancelled: Words = ""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def starts(self) -> datetime.datetime:
        day = (
            datetime.date.fromisoformat(self.days)
            if isinstance(self.days, str)
            else timezone.localdate() + datetime.timedelta(self.days)
        )
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time.fromisoformat(self.hour)))


@dataclass(frozen=True)
class DatedEntry(Page):
    """``streams``: other texts of blocks by field; ``rules``: facts of the event row."""

    streams: dict[str, list[Part]] = field(default_factory=dict)
    dates: tuple[When, ...] = ()
    rules: dict[str, Any] = field(default_factory=dict)

    def write(self, language: str, references: References, body_field: str = "body") -> dict[str, Any]:
        values = super().write(language, references, body_field)
        for name, parts in self.streams.items():
            values[name] = stream(parts, Writer(f"{self.key}#{name}", language, references))
        return values


def times(*rows: tuple[str, Words]) -> Block:
    """Rows of a programme: ``("18:00", words)``."""
    return Block(
        "times",
        lambda writer: {
            "rows": [
                writer.item({"time": f"{hour}:00" if hour else None, "what": writer.say(what)}) for hour, what in rows
            ]
        },
    )


def dated_facts(facts: dict, loaded) -> dict:
    """Facts that name pages, people or the project by key, as what is to be set on the page."""
    for name, below in ONE_EACH.items():
        if slug := facts.pop(name, ""):
            facts[f"{name}_id"] = loaded.pages[f"{SECTION}/{below}{slug}"]
    if project := facts.pop("project", ""):
        facts["project_id"] = loaded.projects[project]
    for name, known in (("lecturers", loaded.people), ("trainings", loaded.pages)):
        if keys := facts.pop(name, ()):
            facts[name] = [known[key] for key in keys]
    return facts


def load_dates(entry: DatedEntry, page, user) -> None:
    """Dates of a published page, and who has signed up."""
    event = event_of(page)
    for name, value in entry.rules.items():
        setattr(event, name, value)
    event.save()
    for number, when in enumerate(entry.dates):
        session = Session.objects.create(
            event=event, starts=when.starts, ends=when.starts + datetime.timedelta(hours=when.hours),
            name=translated(when.name), format=when.format, seats_room=when.room, seats_online=when.online,
            **{"languages": [Language.LATVIAN], **when.facts},
        )  # fmt: skip
        _sign_up(session, when, f"{entry.key.rpartition('/')[2]}-{number}", user)
        if when.cancelled:
            change_session.cancel_session(session.pk, translated(when.cancelled))


def _sign_up(session: Session, when: When, mark: str, user) -> None:
    is_over = session.ends <= timezone.now()
    wishes = [Mode.ROOM] * when.signed_up + [Mode.ONLINE] * when.signed_up_online
    for number, mode in enumerate(wishes, 1):
        # To what is over nobody gets a mail any more: those people called.
        way = (
            {"phone": f"+371 00 {number:03} {session.pk % 1000:03}"}
            if is_over
            else {"email": f"{mark}-{number}@{DOMAIN}"}
        )
        outcome = register(
            session.pk, Person(name=f"Paraugs Nr. {number}", **way), mode=mode, by=user if is_over else None
        )
        if is_over:
            check_in(outcome.registration, 1 if number <= when.came else 0)
    if is_over:
        Session.objects.filter(pk=session.pk).update(status=Status.DONE)


def unload_dates(keys: list) -> None:
    """Events of the demo's pages with everybody who has signed up, and the mails to them."""
    registrations = Registration.objects.filter(session__event__in=keys)
    for key in registrations.values_list("pk", flat=True):
        OutboxMessage.objects.filter(occasion__startswith=f"registration-{key}-").delete()
    registrations.delete()
    Session.objects.filter(event__in=keys).delete()
    Event.objects.filter(key__in=keys).delete()
