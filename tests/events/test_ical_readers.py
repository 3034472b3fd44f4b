"""Our calendars as two programs of others read them: vobject, and khal, which people have on their own machines."""

import datetime
import subprocess
import sys
from zoneinfo import ZoneInfo

import pytest
import vobject

from events import ical
from events.models import Event, Session

RIGA = ZoneInfo("Europe/Riga")
DAYS = [(2026, 3, 28), (2026, 3, 29), (2026, 10, 24), (2026, 10, 25), (2027, 3, 27), (2027, 3, 28)]
CONFIG = """
[calendars]
[[a]]
path={folder}/calendar
[locale]
local_timezone=Europe/Riga
default_timezone=Europe/Riga
timeformat=%H:%M
dateformat=%d.%m.%Y
longdateformat=%d.%m.%Y
datetimeformat=%d.%m.%Y %H:%M
longdatetimeformat=%d.%m.%Y %H:%M
[sqlite]
path={folder}/khal.db
"""


@pytest.fixture
def moments():
    return [datetime.datetime(*day, 18, tzinfo=RIGA) for day in DAYS]


@pytest.fixture
def feed(moments):
    entries = [
        ical.Entry(
            Session(event=Event(), starts=moment, ends=moment + datetime.timedelta(hours=2)),
            summary=f"Vakars {number}: „Krasts”, komats; 👩‍🌾 " + "garš " * 20,
            description="Rinda\nOtra; trešā, \\",
        )
        for number, moment in enumerate(moments)
    ]
    return ical.calendar(entries, name="Kalendārs „Upe”")


def test_vobject_reads_the_same_moments(feed, moments):
    read = vobject.readOne(feed.decode())
    assert read.validate(raiseException=True)
    assert [event.dtstart.value.astimezone(datetime.UTC) for event in read.vevent_list] == moments


def test_khal_shows_the_hours_of_riga(feed, tmp_path):
    (tmp_path / "feed.ics").write_bytes(feed)
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(CONFIG.format(folder=tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "khal", "-c", str(tmp_path / "config"), "printics", str(tmp_path / "feed.ics")],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = [line for line in done.stdout.splitlines() if "Vakars" in line]
    assert [line[:33] for line in shown] == [f"{d:02}.{m:02}.{y} 18:00-{d:02}.{m:02}.{y} 20:00" for y, m, d in DAYS]
