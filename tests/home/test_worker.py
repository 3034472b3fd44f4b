"""The worker's ticks: rhythm, leases, failures that stay alone."""

import datetime
import zoneinfo

import pytest
from django.utils import timezone

from home import ticks, worker
from home.models import TickState
from home.worker import Tick

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 4, 9, 0, tzinfo=datetime.UTC)
RIGA = zoneinfo.ZoneInfo("Europe/Riga")


def tick(run=lambda: None, name="t", every=60, daily_at=None):
    rhythm = None if daily_at else datetime.timedelta(seconds=every)
    return Tick(name, run, rhythm, daily_at)


def later(seconds):
    return NOW + datetime.timedelta(seconds=seconds)


def test_tick_runs_at_its_rhythm():
    calls = []
    one = tick(lambda: calls.append(1))
    for moment in (0, 30, 59, 60, 90, 121):
        worker.run_due(later(moment), [one])
    # 59 is due as well: a round may begin up to two seconds early by the clock.
    assert len(calls) == 3


def test_daily_tick_runs_once_a_day_by_the_site_s_clock():
    nightly = tick(daily_at=datetime.time(2, 40))
    local = datetime.datetime(2026, 5, 4, 2, 39, tzinfo=RIGA)
    yesterday = local - datetime.timedelta(hours=23)
    assert not nightly.is_due(yesterday, local)
    assert nightly.is_due(yesterday, local + datetime.timedelta(minutes=1))
    assert not nightly.is_due(local + datetime.timedelta(minutes=2), local + datetime.timedelta(hours=20))


@pytest.mark.parametrize("day", [datetime.date(2026, 3, 29), datetime.date(2026, 10, 25)])
def test_daily_tick_runs_once_in_the_night_the_clock_changes(day):
    nightly = tick(daily_at=datetime.time(3, 30))
    moment = datetime.datetime.combine(day, datetime.time(), tzinfo=RIGA).astimezone(datetime.UTC)
    last, runs = moment, 0
    for _ in range(24 * 6):
        moment += datetime.timedelta(minutes=10)
        if nightly.is_due(last, moment):
            last, runs = moment, runs + 1
    assert runs == 1


def test_failing_tick_leaves_the_others_alone_and_is_held_off():
    calls = []

    def fail():
        calls.append("fail")
        raise RuntimeError("anna@org.test")

    both = [tick(fail, "bad", every=3600), tick(lambda: calls.append("good"), "good")]
    assert worker.run_due(ticks=both) == {"bad": False, "good": True}
    assert worker.run_due(ticks=both) == {}
    state = TickState.objects.get(name="bad")
    assert (state.last_run, state.last_error) == (None, "RuntimeError")
    TickState.objects.update(leased_until=None)
    both[0] = tick(lambda: calls.append("mended"), "bad")
    assert worker.run_due(ticks=both) == {"bad": True}
    assert TickState.objects.get(name="bad").last_error == ""
    assert calls == ["fail", "good", "mended"]


def test_leased_tick_is_another_worker_s():
    TickState.objects.create(name="t", leased_until=later(60))
    assert worker.run_due(NOW, [tick()]) == {}
    assert worker.run_due(later(61), [tick()]) == {"t": True}


@pytest.mark.parametrize(("fields", "minutes"), [({"every": 30}, 2), ({"daily_at": datetime.time(2)}, 15)])
def test_tick_of_a_worker_that_was_killed_is_soon_taken_over(fields, minutes):
    TickState.objects.create(name="t")
    assert worker._take(tick(**fields), None, NOW)
    assert not worker._take(tick(**fields), None, later(minutes * 60 - 1))
    assert worker._take(tick(**fields), None, later(minutes * 60))


def test_tick_run_since_we_looked_is_not_run_again():
    TickState.objects.create(name="t", last_run=NOW)
    assert not worker._take(tick(), later(-60), later(60))
    assert worker._take(tick(), NOW, later(60))


def test_every_round_leaves_a_heartbeat():
    worker.run_due(ticks=[])
    age = timezone.now() - TickState.objects.get(name=worker.HEARTBEAT).last_run
    assert age < datetime.timedelta(seconds=5)


def test_rhythm_must_be_one():
    for rhythm in ({}, {"every": datetime.timedelta(1), "daily_at": datetime.time(1)}):
        with pytest.raises(ValueError):
            worker.register_tick("odd", print, **rhythm)
    with pytest.raises(ValueError):
        worker.register_tick("send_mail", print, every=datetime.timedelta(1))


def test_what_the_platform_registers():
    names = {known.name for known in worker.registered_ticks()}
    assert {"send_mail", "publish_due", "requeue_tasks", "purge_mail", "tidy", "recount"} <= names
    assert {known.run for known in worker.registered_ticks()} >= {ticks.publish_due, ticks.recount}
