"""Calendar entries as other programs read them."""

import datetime
import io
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from events import ical
from events.models import Event, Session
from events.vocabulary import Status

RIGA = ZoneInfo("Europe/Riga")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n;,\\ķŠ👩‍🌾é"), max_size=120)


def entry(starts: datetime.datetime, *, hours: float = 2, **fields) -> ical.Entry:
    words = {name: fields.pop(name) for name in ("summary", "description", "location", "url") if name in fields}
    session = Session(event=Event(), starts=starts, ends=starts + datetime.timedelta(hours=hours), **fields)
    return ical.Entry(session, **{"summary": "Vakars"} | words)


def read(body: bytes):
    return Calendar.from_ical(body).walk("VEVENT")


@settings(max_examples=150, deadline=None)
@given(summary=WORDS.filter(str.strip), description=WORDS)
def test_any_words_come_back_as_they_were(summary, description):
    body = ical.calendar([entry(timezone.now(), summary=summary, description=description)], name=summary)
    lines = body.decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    (event,) = read(body)
    assert str(event["summary"]) == summary
    assert str(event.get("description", "")) == description


@pytest.mark.parametrize(
    ("day", "first", "offset"),
    [
        ((2026, 3, 28), 18, 2), ((2026, 3, 29), 18, 3),  # the clock goes forward in the night between
        ((2026, 10, 24), 18, 3), ((2026, 10, 25), 18, 2),  # and back again
    ],
)  # fmt: skip
def test_hours_are_right_on_both_sides_of_the_clock_change(day, first, offset):
    starts = datetime.datetime(*day, first, tzinfo=RIGA)
    (event,) = read(ical.calendar([entry(starts)]))
    begin = event["dtstart"].dt
    assert (begin.hour, begin.utcoffset()) == (first, datetime.timedelta(hours=offset))
    assert begin.astimezone(datetime.UTC) == starts.astimezone(datetime.UTC)


def test_night_of_the_change_lasts_as_long_as_it_does():
    starts = datetime.datetime(2026, 10, 24, 22, tzinfo=datetime.UTC)  # 1.00 in Riga, five hours until 5.00
    (event,) = read(ical.calendar([entry(starts, hours=5)]))
    spent = event["dtend"].dt.astimezone(datetime.UTC) - event["dtstart"].dt.astimezone(datetime.UTC)
    assert spent == datetime.timedelta(hours=5)


def test_mail_of_a_cancelled_date_takes_the_entry_out():
    _name, body, kind = ical.attachment(
        entry(timezone.now(), status=Status.CANCELLED, sequence=3), mail="anna@paraugs.test", is_off=True
    )
    (event,) = read(body)
    assert kind.startswith("text/calendar; method=CANCEL") and b"METHOD:CANCEL\r\n" in body
    assert (event["status"], event["sequence"], str(event["attendee"])) == ("CANCELLED", 3, "MAILTO:anna@paraugs.test")


def test_nobody_writes_lines_into_the_file():
    body = ical.calendar(
        [entry(timezone.now(), summary="A\r\nATTACH:x", location="B\nX-EVIL:1", url="https://x/\r\nY:1")]
    )
    (event,) = read(body)
    assert "attach" not in event and "x-evil" not in event and "y" not in event


def test_rules_of_the_zone_are_read_by_another_program_as_the_zone_is():
    """By dateutil, which takes them from the file and knows of no zone by its name."""
    body = ical.calendar([entry(timezone.now())]).decode().replace("\r\n ", "").replace("\r\n", "\n")
    part = body[body.index("BEGIN:VTIMEZONE") : body.index("END:VTIMEZONE")] + "END:VTIMEZONE"
    zone = tzical(io.StringIO(f"BEGIN:VCALENDAR\n{part}\nEND:VCALENDAR\n")).get()
    for year in range(2021, 2038):
        for month in (1, 3, 7, 10, 12):
            for hour in range(0, 24 * 31, 3):
                moment = datetime.datetime(year, month, 1) + datetime.timedelta(hours=hour)
                if 3 <= moment.hour < 4 and month in (3, 10):
                    continue  # of the night of the change there are two such hours, or none
                read_as = moment.replace(tzinfo=zone).utcoffset()
                assert read_as == moment.replace(tzinfo=RIGA).utcoffset(), moment


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Europe/Riga", {"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"}),
        ("America/New_York", {"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"}),
        ("UTC", set()),
    ],
)
def test_changes_of_the_clock_are_told_as_a_rule(name, rules):
    """Some readers take no list of days (vobject): for them, summer would be an hour off."""
    lines = ical._zone(name).split("\r\n")
    assert {line for line in lines if line.startswith(("RRULE", "RDATE"))} == rules
    assert lines.count("BEGIN:STANDARD") == 1
