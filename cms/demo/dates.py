"""What has dates in the demo: pages with their dates, seats and sign-ups, all counted from the day of loading.

Whoever has signed up is called after a number and has an address that reaches nobody.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from cms.demo.accounts import DOMAIN
from cms.demo.parts import Block, Page, Part, References, Words, Writer, stream
from cms.demo.profiles import SECTION
from cms.demo.rows import translated
from cms.demo.visiting import PLACES, ROUTES
from directory.models import PlacePage
from directory.vocabulary import Language
from events.actions import change_session
from events.actions.check_in import check_in
from events.actions.register import Person, register
from events.models import Event, Registration, Session
from events.read_model import event_of
from events.vocabulary import Format, Mode, Status
from home.models import OutboxMessage

ONE_EACH = {"organiser": "", "venue": "rooms/"}
SATURDAY = 5


def saturday(days: int) -> Callable[[datetime.date], datetime.date]:
    """The first Saturday so many days from the day of loading."""

    def found(today: datetime.date) -> datetime.date:
        day = today + datetime.timedelta(days)
        return day + datetime.timedelta((SATURDAY - day.weekday()) % 7)

    return found


def next_in(month: int, week: int = 1) -> Callable[[datetime.date], datetime.date]:
    """A Saturday of that month, the next time it comes with two weeks to spare."""

    def found(today: datetime.date) -> datetime.date:
        for year in (today.year, today.year + 1):
            first = datetime.date(year, month, 1)
            day = first + datetime.timedelta((SATURDAY - first.weekday()) % 7 + 7 * week)
            if day > today + datetime.timedelta(14):
                break
        return day

    return found


@dataclass(frozen=True)
class When:
    """A date: ``days`` from today, an ISO day or what makes one of today, at an hour. ``came``: who was there of those
    who had signed up. ``decide_days_before`` among the facts: it is decided then, in the evening."""

    days: int | str | Callable[[datetime.date], datetime.date]
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
        if callable(self.days):
            day = self.days(timezone.localdate())
        elif isinstance(self.days, str):
            day = datetime.date.fromisoformat(self.days)
        else:
            day = timezone.localdate() + datetime.timedelta(self.days)
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time.fromisoformat(self.hour)))

    @property
    def session_facts(self) -> dict[str, Any]:
        facts = {"languages": [Language.LATVIAN], **self.facts}
        if before := facts.pop("decide_days_before", 0):
            day = timezone.localtime(self.starts).date() - datetime.timedelta(before)
            facts["decide_at"] = timezone.make_aware(datetime.datetime.combine(day, datetime.time(18)))
        return facts


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


def talk(starts: str, ends: str, title: Words, who: Words = "", about: Words = "") -> Callable[[Writer], dict]:
    """Of a place in the programme of a festival."""
    return lambda writer: writer.item(_hours(starts, ends) | _said(writer, title=title, who=who, about=about))


def stage(name: Words, thing: str, *talks: Callable[[Writer], dict]) -> Block:
    """A place of a festival; ``thing`` is the key of its page: ``rooms/…`` or that of a place worth a visit."""

    def written(writer: Writer) -> dict:
        key = f"{SECTION}/{thing}" if thing.startswith("rooms/") else f"{PLACES}/{thing}"
        page = writer.references.page(key) if thing else None
        return {**_said(writer, name=name), "thing": page, "talks": [talk(writer) for talk in talks]}

    return Block("stage", written)


def together(starts: str, ends: str, title: Words, where: Words = "", about: Words = "") -> Block:
    """What everybody does."""
    return Block("together", lambda writer: _hours(starts, ends) | _said(writer, title=title, where=where, about=about))


def _hours(starts: str, ends: str) -> dict:
    return {"starts": f"{starts}:00", "ends": f"{ends}:00"}


def _said(writer: Writer, **words: Words) -> dict:
    return {name: writer.say(said) for name, said in words.items()}


def dated_facts(facts: dict, loaded) -> dict:
    """Facts that name pages, people or the project by key, as what is to be set on the page."""
    for name, below in ONE_EACH.items():
        if slug := facts.pop(name, ""):
            facts[f"{name}_id"] = loaded.pages[f"{SECTION}/{below}{slug}"]
    if project := facts.pop("project", ""):
        facts["project_id"] = loaded.projects[project]
    if excursion := facts.pop("excursion", ""):
        facts["excursion_id"] = loaded.pages[f"{ROUTES}/{excursion}"]
    if places := facts.pop("places", ()):
        facts["places"] = [PlacePage.objects.get(pk=loaded.pages[f"{PLACES}/{place}"]) for place in places]
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
            **when.session_facts,
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
