"""Calendar entries: RFC 5545, with the properties of RFC 7986. Pure: sessions in, bytes out, no request.

Times are of the site's own zone, with its rules in the file (VTIMEZONE), so that an entry made in summer is right in
winter. Folding at 75 octets falls between letters. An entry keeps its UID for ever and its SEQUENCE grows.
"""

import datetime
import functools
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vCalAddress, vUri

from events.models import Session
from events.vocabulary import Format, Mode, Status

PRODUCT = "-//NVO platforma//Calendar//LV"
REFRESH = datetime.timedelta(hours=6)
STATUSES = {Status.CANCELLED: "CANCELLED", Status.PLANNED: "TENTATIVE", Status.POSTPONED: "CANCELLED"}


@dataclass(frozen=True)
class Entry:
    """A session in the words of one language."""

    session: Session
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""


def calendar(entries: Iterable[Entry], *, name: str = "", url: str = "", method: str = "PUBLISH") -> bytes:
    """A whole file. ``name`` and ``url`` are those of a feed that is subscribed to."""
    result = Calendar()
    result.add("prodid", PRODUCT)
    result.add("version", "2.0")
    result.add("calscale", "GREGORIAN")
    result.add("method", method)
    if name:
        result.add("name", name)
        result.add("x-wr-calname", name)
        result.add("refresh-interval", REFRESH)
        result.add("x-published-ttl", REFRESH)
    if url:
        result["url"] = vUri(url)
        result["source"] = vUri(url)
    result.add_component(_zone(timezone.get_default_timezone_name()))
    for entry in entries:
        result.add_component(_event(entry, method))
    return result.to_ical()


def attachment(entry: Entry, *, mail: str, is_off: bool = False) -> tuple[str, bytes, str]:
    """For one mail: an invitation that the calendar takes in by itself, or takes out when it is called off."""
    method = "CANCEL" if is_off else "REQUEST"
    body = Calendar.from_ical(calendar([entry], method=method))
    for event in body.walk("VEVENT"):
        event["organizer"] = vCalAddress(f"MAILTO:{_address(settings.DEFAULT_FROM_EMAIL)}")
        attendee = vCalAddress(f"MAILTO:{mail}")
        attendee.params["PARTSTAT"] = "ACCEPTED"
        attendee.params["RSVP"] = "FALSE"
        event.add("attendee", attendee, encode=0)
    return "invite.ics", body.to_ical(), f"text/calendar; method={method}; charset=UTF-8"


def _event(entry: Entry, method: str) -> Event:
    session, event = entry.session, Event()
    zone = timezone.get_default_timezone()
    event.add("uid", f"{session.uid}@{settings.SITE_HOST}")
    event.add("dtstamp", session.changed_at.astimezone(datetime.UTC))
    event.add("last-modified", session.changed_at.astimezone(datetime.UTC))
    event.add("dtstart", session.starts.astimezone(zone))
    event.add("dtend", session.ends.astimezone(zone))
    event.add("sequence", session.sequence)
    event.add("summary", entry.summary)
    event.add("status", "CANCELLED" if method == "CANCEL" else STATUSES.get(session.status, "CONFIRMED"))
    if entry.description:
        event.add("description", entry.description)
    if entry.location:
        event.add("location", entry.location)
    if entry.url:
        event["url"] = vUri(entry.url)
    point = session.event.point
    if point is not None and session.format != Format.ONLINE:
        event.add("geo", (round(point.y, 6), round(point.x, 6)))
    return event


@functools.cache
def _zone(name: str) -> Timezone:
    """The zone's rules for the years that entries can lie in."""
    return Timezone.from_tzid(name, first_date=datetime.date(2020, 1, 1), last_date=datetime.date(2038, 1, 1))


def _address(sender: str) -> str:
    return sender.rpartition("<")[2].rstrip(">").strip()


def place_of(session: Session, mode: str | None = None) -> str:
    """Where it is, in the active language: of somebody who takes part online nothing but that."""
    from django.utils.translation import gettext as _

    event = session.event
    parts = [str(event.place), event.address, str(event.settlement or "")]
    place = ", ".join(dict.fromkeys(part for part in parts if part))
    if session.format == Format.ONLINE or mode == Mode.ONLINE:
        return _("Online")
    return place
