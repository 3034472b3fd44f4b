"""The course by the clock, without a database: every step in its order, none early, none twice."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.freshness.rules import BETWEEN_MAILS, QUIET, REMINDERS, Course, Rules, Step, later, next_step

START = datetime.datetime(2026, 1, 31, 9, tzinfo=datetime.UTC)
YEAR = Rules(months=12, archive_months=6)
ORDER = [Step.ASK, *[Step.REMIND] * REMINDERS, Step.MARK, Step.ARCHIVE]
STAGES = {Step.ASK: "asked", Step.REMIND: "reminded", Step.MARK: "stale", Step.ARCHIVE: "archived"}


def taken(course: Course, step: Step, now) -> Course:
    """What the actions make of a step."""
    reminders = course.reminders + 1 if step == Step.REMIND else 0 if step == Step.ASK else course.reminders
    return Course(STAGES[step], now, course.assured_at, reminders, course.signs)


def test_the_whole_course_to_the_day():
    course, seen = Course("fresh", START, START), []
    while following := next_step(course, YEAR):
        step, due = following
        seen.append((step, due.date()))
        course = taken(course, step, due)
    assert seen == [
        (Step.ASK, datetime.date(2027, 1, 31)),
        (Step.REMIND, datetime.date(2027, 2, 14)),
        (Step.REMIND, datetime.date(2027, 2, 28)),
        (Step.MARK, datetime.date(2027, 3, 14)),
        (Step.ARCHIVE, datetime.date(2027, 9, 14)),
    ]


@pytest.mark.parametrize(
    "moment, months, wanted",
    [
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 3, "2027-02-28"),
    ],
)
def test_months_end_where_the_month_ends(moment, months, wanted):
    assert later(datetime.datetime.fromisoformat(moment), months) == datetime.datetime.fromisoformat(wanted)


def test_without_archiving_a_stale_page_stays():
    assert next_step(Course("stale", START, START), Rules(12, 0)) is None
    assert next_step(Course("archived", START, START), YEAR) is None


@pytest.mark.parametrize("stage", ["fresh", "asked", "reminded", "stale"])
def test_nobody_is_asked_about_what_is_said_to_be_gone(stage):
    assert next_step(Course(stage, START, START, 0, {"gone": START}), YEAR) is None


moments = st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2040, 1, 1), timezones=st.just(datetime.UTC))
spans = st.timedeltas(datetime.timedelta(), datetime.timedelta(800))
rules = st.builds(Rules, st.integers(1, 60), st.integers(1, 60))


@given(assured=moments, rules=rules, sleeps=st.lists(spans, min_size=5, max_size=5), found=st.lists(spans, max_size=3))
def test_a_worker_that_sleeps_skips_and_doubles_nothing(assured, rules, sleeps, found):
    signs = {str(number): assured + span for number, span in enumerate(found)}
    course, seen, times = Course("fresh", assured, assured, 0, signs), [], []
    for sleep in sleeps:
        step, due = next_step(course, rules)
        now = due + sleep
        seen.append(step)
        times.append(now)
        course = taken(course, step, now)
    assert seen == ORDER
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert all(gap >= BETWEEN_MAILS for gap in gaps)
    assert next_step(course, rules) is None


@given(assured=moments, rules=rules, found=st.lists(spans, max_size=4))
def test_signs_bring_the_question_forward_and_leave_who_confirmed_alone(assured, rules, found):
    usual = later(assured, rules.months)
    signs = {str(number): assured + span for number, span in enumerate(found)}
    step, due = next_step(Course("fresh", assured, assured, 0, signs), rules)
    assert step == Step.ASK
    assert min(usual, assured + QUIET) <= due <= usual
    if not [span for span in found if span]:
        assert due == usual


@given(assured=moments, rules=rules, before=spans)
def test_a_sign_that_was_known_when_they_confirmed_is_answered(assured, rules, before):
    known = {"website": assured - before}
    assert next_step(Course("fresh", assured, assured, 0, known), rules) == (Step.ASK, later(assured, rules.months))
