"""The course of a profile by the clock. Pure: values in, values out; no clock of its own, no database.

Fresh → asked → reminded → reminded again → not confirmed → archived. One step at a time, each counted from the one
before as it was really taken: a worker that slept for a year sends one mail when it wakes, and the next two weeks later.
"""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

BETWEEN_MAILS = datetime.timedelta(days=14)
REMINDERS = 2
# Who has confirmed is left alone for so long, whatever speaks against the page.
QUIET = datetime.timedelta(days=90)
GONE = "gone"


class Step(StrEnum):
    ASK = "ask"
    REMIND = "remind"
    MARK = "mark"
    ARCHIVE = "archive"


@dataclass(frozen=True)
class Rules:
    """``months`` between two confirmations; ``archive_months`` after which a page without an answer goes, 0 for never."""

    months: int
    archive_months: int


@dataclass(frozen=True)
class Course:
    """Where a profile stands. ``since``: when the stage, or its last reminder, began. ``signs``: name → when it was found."""

    stage: str
    since: datetime.datetime
    assured_at: datetime.datetime
    reminders: int = 0
    signs: Mapping[str, datetime.datetime] | None = None


def later(moment: datetime.datetime, months: int) -> datetime.datetime:
    """So many months on, on the same day or the last one that the month has."""
    number = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(number, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def next_step(course: Course, rules: Rules) -> tuple[Step, datetime.datetime] | None:
    """What comes next and when; ``None`` where nothing does until somebody acts."""
    if GONE in (course.signs or {}):
        return None  # members have answered that it no longer exists: staff decide
    match course.stage:
        case "fresh":
            return Step.ASK, _asking(course, rules)
        case "asked" | "reminded" if course.reminders < REMINDERS:
            return Step.REMIND, course.since + BETWEEN_MAILS
        case "asked" | "reminded":
            return Step.MARK, course.since + BETWEEN_MAILS
        case "stale" if rules.archive_months:
            return Step.ARCHIVE, later(course.since, rules.archive_months)
    return None


def _asking(course: Course, rules: Rules) -> datetime.datetime:
    """By the calendar; earlier where something has been found since that speaks against the page."""
    usual = later(course.assured_at, rules.months)
    found = [moment for moment in (course.signs or {}).values() if moment > course.assured_at]
    return min(usual, max(min(found), course.assured_at + QUIET)) if found else usual
