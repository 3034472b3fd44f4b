"""Dates: made from a preset or from the last one, repeated, taken away."""

import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from events.models import Session
from events.read_model import event_of
from events.staff.forms import next_workday
from events.vocabulary import Format, Status

# Preset → hour, length in hours, and facts.
PRESETS = {
    "evening": (18, 2, {"format": Format.IN_PERSON, "seats_room": 20}),
    "day": (10, 6, {"format": Format.IN_PERSON, "seats_room": 30, "group_limit": 1}),
    "online": (18, 1.5, {"format": Format.ONLINE, "seats_online": 100}),
}
# Out of doors with a guide: whether it takes place depends on how many come, and on the weather.
OUTING = "outing"
OUTING_FACTS = {
    "format": Format.IN_PERSON,
    "seats_room": 20,
    "minimum": 6,
    "depends_on_weather": True,
    "status": Status.PLANNED,
}
OUTING_HOURS = 3
LAST = "last"
# What belongs to one date alone.
OWN = {
    "id", "event", "starts", "ends", "opens_at", "closes_at", "decide_at", "status", "reason", "uid", "sequence",
    "changed_at", "anonymised_at", "taken_room", "taken_online", "overbooked_room", "overbooked_online",
}  # fmt: skip


def new_date(page: Page, preset: str) -> Session:
    """A date that is not saved yet, as the preset says, or like the last one a week later."""
    event = event_of(page)
    last = Session.objects.filter(event=event).order_by("-starts").first()
    if preset == LAST and last is not None:
        return like(last, _next_week(last.starts))
    if preset == OUTING:
        return _outing(event, page)
    hour, hours, facts = PRESETS.get(preset) or PRESETS["evening"]
    starts = next_workday(hour)
    return Session(event=event, starts=starts, ends=starts + datetime.timedelta(hours=hours), **facts)


def _outing(event, page: Page) -> Session:
    """On a Saturday in two weeks at eleven, as long as the way takes; decided on the evening before."""
    day = timezone.localdate() + datetime.timedelta(days=14)
    day += datetime.timedelta(days=(5 - day.weekday()) % 7)
    minutes = getattr(page, "duration", None) or OUTING_HOURS * 60
    starts = _at(day, 11)
    ends = starts + datetime.timedelta(minutes=-(-minutes // 30) * 30)
    decide_at = _at(day - datetime.timedelta(days=1), 18)
    return Session(event=event, starts=starts, ends=ends, decide_at=decide_at, **OUTING_FACTS)


def _at(day: datetime.date, hour: int) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


def like(session: Session, starts: datetime.datetime) -> Session:
    """Another date with the same facts; its windows keep their distance to the beginning by the clock on the wall."""
    facts = {
        field.attname: getattr(session, field.attname)
        for field in Session._meta.concrete_fields
        if field.name not in OWN
    }
    distance = timezone.make_naive(starts) - timezone.make_naive(session.starts)
    moved = {
        name: later(value, distance)
        for name in ("ends", "opens_at", "closes_at", "decide_at")
        if (value := getattr(session, name))
    }
    return Session(event=session.event, starts=starts, status=Status.CONFIRMED, **facts, **moved)


def later(moment: datetime.datetime, distance: datetime.timedelta) -> datetime.datetime:
    """So much later by the clock on the wall: a week after 18:00 it is 18:00, whatever the clocks did in between."""
    return timezone.make_aware(timezone.make_naive(moment) + distance)


def _next_week(moment: datetime.datetime) -> datetime.datetime:
    """The same weekday and hour a week later, or as soon as that is still to come."""
    found = later(moment, datetime.timedelta(days=7))
    while found <= timezone.now():
        found = later(found, datetime.timedelta(days=7))
    return found


@transaction.atomic
def repeat(session: Session, step: str, times: int, left_out: set[datetime.date]) -> list[Session]:
    """So many more dates at the same hour of the wall clock; a day that is left out does not count as one of them.

    A date that is there already is not made again, so a button pressed twice does no harm.
    """
    there = {(row.starts, str(row.name)) for row in Session.objects.filter(event=session.event_id)}
    first, made, number = timezone.localtime(session.starts).date(), [], 0
    while times:
        number += 1
        day = _month_later(first, number) if step == "month" else first + datetime.timedelta(int(step) * number)
        if day in left_out:
            continue
        times -= 1
        starts = later(session.starts, day - first)
        if (starts, str(session.name)) not in there:
            made.append(like(session, starts))
    for row in made:
        row.save()
    return made


def _month_later(day: datetime.date, months: int) -> datetime.date:
    """The same weekday of the same week of the month: the second Thursday stays the second Thursday."""
    week = (day.day - 1) // 7
    number = day.year * 12 + day.month - 1 + months
    first = datetime.date(number // 12, number % 12 + 1, 1)
    found = first + datetime.timedelta(days=(day.weekday() - first.weekday()) % 7 + 7 * week)
    return found if found.month == first.month else found - datetime.timedelta(days=7)


def remove(session: Session) -> bool:
    """Only a date that nobody has ever signed up for goes; whether it went."""
    if session.registrations.exists():
        return False
    session.delete()
    return True
