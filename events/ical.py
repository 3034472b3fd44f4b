"""Calendar entries: RFC 5545, with the properties of RFC 7986. Pure: sessions in, bytes out, no request.

Times are of the site's own zone, with its rules in the file (VTIMEZONE), so that an entry made in summer is right in
winter. Folding at 75 octets falls between letters. An entry keeps its UID for ever and its SEQUENCE grows.
"""

import datetime
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Session
from events.vocabulary import Format, Mode, Status

PRODUCT = "-//NVO platforma//Calendar//LV"
REFRESH = "PT6H"
OCTETS = 75
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
YEARS = datetime.datetime(2019, 7, 1, tzinfo=datetime.UTC), datetime.datetime(2038, 1, 1, tzinfo=datetime.UTC)
CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
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
    return _file([_event(entry, method) for entry in entries], name=name, url=url, method=method)


def attachment(entry: Entry, *, mail: str, is_off: bool = False) -> tuple[str, bytes, str]:
    """For one mail: an invitation that the calendar takes in by itself, or takes out when it is called off."""
    method = "CANCEL" if is_off else "REQUEST"
    people = [
        f"ORGANIZER:MAILTO:{_address(settings.DEFAULT_FROM_EMAIL)}",
        f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:MAILTO:{mail}",
    ]
    body = _file([_event(entry, method, people)], method=method)
    return "invite.ics", body, f"text/calendar; method={method}; charset=UTF-8"


def _file(events: Iterable[list[str]], *, method: str, name: str = "", url: str = "") -> bytes:
    head = ["BEGIN:VCALENDAR", f"PRODID:{PRODUCT}", "VERSION:2.0", "CALSCALE:GREGORIAN", f"METHOD:{method}"]
    if name:
        head += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
        head += [f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}"]
    if url:
        head += [f"URL:{_uri(url)}", f"SOURCE;VALUE=URI:{_uri(url)}"]
    lines = "".join(fold(line) for part in (head, *events) for line in part)
    zone = _zone(timezone.get_default_timezone_name())
    begin = lines.find("BEGIN:VEVENT")
    cut = begin if begin >= 0 else len(lines)
    return f"{lines[:cut]}{zone}{lines[cut:]}END:VCALENDAR\r\n".encode()


def _event(entry: Entry, method: str, people: Iterable[str] = ()) -> list[str]:
    """Content lines of one entry, not folded."""
    session = entry.session
    changed = session.changed_at.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
    status = "CANCELLED" if method == "CANCEL" else STATUSES.get(session.status, "CONFIRMED")
    lines = [
        "BEGIN:VEVENT",
        f"UID:{session.uid}@{settings.SITE_HOST}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"DTSTART{_moment(session.starts)}",
        f"DTEND{_moment(session.ends)}",
        f"SEQUENCE:{session.sequence}",
        f"SUMMARY:{_text(entry.summary)}",
        f"STATUS:{status}",
    ]
    if entry.description:
        lines.append(f"DESCRIPTION:{_text(entry.description)}")
    if entry.location:
        lines.append(f"LOCATION:{_text(entry.location)}")
    if entry.url:
        lines.append(f"URL:{_uri(entry.url)}")
    point = session.event.point
    if point is not None and session.format != Format.ONLINE:
        lines.append(f"GEO:{point.y:.6f};{point.x:.6f}")
    return [*lines, *people, "END:VEVENT"]


def _moment(value: datetime.datetime) -> str:
    """Local time with its zone, RFC 5545, 3.3.5, form 3."""
    zone = timezone.get_default_timezone()  # not of whoever is signed in: the name that stands before it is the site's
    return f";TZID={zone.key}:{value.astimezone(zone):%Y%m%dT%H%M%S}"


def _text(value: str) -> str:
    """Escaped as in RFC 5545, 3.3.11; control characters, which may not stand there, go."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        value = value.replace(sign, written)
    return CONTROL.sub("", value)


def _uri(value: str) -> str:
    return CONTROL.sub("", value).replace(" ", "%20")


def fold(line: str) -> str:
    """A content line in lines of at most 75 octets (RFC 5545, 3.1), cut between letters and never before a sign that
    belongs to the letter before it."""
    if len(line) <= 18 or len(line.encode()) <= OCTETS:
        return line + "\r\n"
    parts, size, start = [], 0, 0
    for place, letter in enumerate(line):
        width = len(letter.encode())
        if size + width > OCTETS:
            cut = place
            while unicodedata.combining(line[cut]) and cut - 1 > start:
                cut -= 1
            parts.append(line[start:cut])
            start, size = cut, 1 + len(line[cut:place].encode())
        size += width
    return "\r\n ".join([*parts, line[start:]]) + "\r\n"


@functools.cache
def _zone(name: str) -> str:
    """The zone's rules for the years that entries can lie in, as written in a file (RFC 5545, 3.6.5).

    The moment of a change is local time as it was before it: three in the night in spring, four in autumn.
    """
    zone = ZoneInfo(name)
    changes: dict[tuple, list[datetime.datetime]] = {}
    for change in _changes(zone):
        old, new = (change - HOUR).astimezone(zone), change.astimezone(zone)
        rows = changes.setdefault((old.utcoffset(), new.utcoffset(), new.tzname()), [])
        rows.append(change + old.utcoffset())
    if not changes:
        still = YEARS[0].astimezone(zone)
        changes[still.utcoffset(), still.utcoffset(), still.tzname()] = [YEARS[0]]
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for (old, new, word), moments in changes.items():
        kind = "DAYLIGHT" if new > old else "STANDARD"
        lines += [f"BEGIN:{kind}", f"DTSTART:{moments[0]:%Y%m%dT%H%M%S}", *_again(moments)]
        lines += [f"TZOFFSETFROM:{_offset(old)}", f"TZOFFSETTO:{_offset(new)}", f"TZNAME:{word}", f"END:{kind}"]
    return "".join(fold(line) for line in [*lines, "END:VTIMEZONE"])


def _again(moments: list[datetime.datetime]) -> list[str]:
    """How a change comes back: by its rule where it has one, because some programs read nothing else."""
    alike = {(moment.month, moment.weekday(), moment.time()) for moment in moments}
    if len(moments) > 1 and len(alike) == 1:
        ((month, weekday, _time),) = alike
        day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[weekday]
        if all((moment + 7 * DAY).month != month for moment in moments):
            return [f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1{day}"]
        weeks = {(moment.day - 1) // 7 + 1 for moment in moments}
        if len(weeks) == 1:
            return [f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={weeks.pop()}{day}"]
    return [f"RDATE:{','.join(f'{moment:%Y%m%dT%H%M%S}' for moment in moments[1:])}"] if moments[1:] else []


def _changes(zone: ZoneInfo) -> Iterator[datetime.datetime]:
    """The hours (UTC) from which another offset holds; no change of this century lies within an hour."""
    day, end = YEARS
    while day < end:
        if day.astimezone(zone).utcoffset() != (day + DAY).astimezone(zone).utcoffset():
            hours = (day + HOUR * number for number in range(1, 25))
            yield next(hour for hour in hours if hour.astimezone(zone).utcoffset() != day.astimezone(zone).utcoffset())
        day += DAY


def _offset(value: datetime.timedelta) -> str:
    minutes = int(value.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _address(sender: str) -> str:
    return sender.rpartition("<")[2].rstrip(">").strip()


def place_of(session: Session, mode: str | None = None) -> str:
    """Where it is, in the active language: of somebody who takes part online nothing but that."""
    event = session.event
    parts = [str(event.place), event.address, str(event.settlement or "")]
    # An address often ends with the town.
    kept = [
        part for number, part in enumerate(parts) if part and not any(other.endswith(part) for other in parts[:number])
    ]
    place = ", ".join(kept)
    if session.format == Format.ONLINE or mode == Mode.ONLINE:
        return _("Online")
    return place
