"""What the platform's own ticks do."""

import datetime

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max
from wagtail.models import Page

from home import ticks
from tests.factories.site import standard_page, translate

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def task(**fields):
    defaults = {
        "args_kwargs": {"args": [], "kwargs": {}},
        "task_path": "home.pictures.prepare_image",
        "backend_name": "default",
        "run_after": get_date_max(),
        "status": "RUNNING",
        "started_at": timezone.now() - HOUR,
        "worker_ids": ["gone"],
        "exception_class_path": "",
        "traceback": "",
    }
    return DBTaskResult.objects.create(**{**defaults, **fields})


def test_stuck_task_is_queued_again():
    stuck, running = task(), task(started_at=timezone.now())
    assert ticks.requeue_stuck_tasks() == 1
    stuck.refresh_from_db()
    running.refresh_from_db()
    assert (stuck.status, stuck.started_at, running.status) == ("READY", None, "RUNNING")


def test_task_that_kills_every_worker_is_given_up():
    deadly = task(worker_ids=["a", "b", "c", "d"])
    ticks.requeue_stuck_tasks()
    deadly.refresh_from_db()
    assert (deadly.status, deadly.finished_at is None) == ("FAILED", False)


def test_tasks_of_a_dead_worker_go_back_at_once():
    mine, other = task(started_at=timezone.now(), worker_ids=["x", "mine"]), task(worker_ids=["mine", "other"])
    assert ticks.requeue_tasks_of("mine") == 1
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.status, other.status) == ("READY", "RUNNING")


def test_schedule_is_kept(site):
    waiting = standard_page(site.home, "Rīt", slug="rit", publish=False)
    waiting.go_live_at = timezone.now() + HOUR
    waiting.save_revision().publish()
    over = standard_page(site.home, "Šodien", slug="sodien")
    translation = translate(over, title="Today", slug="today")
    Page.objects.filter(pk__in=[over.pk, translation.pk]).update(expire_at=timezone.now() + HOUR)
    assert ticks.publish_due() == {}
    with time_machine.travel(timezone.now() + 2 * HOUR):
        assert ticks.publish_due()["published"] == 1
        assert ticks.publish_due() == {}
    live = {page.slug: page.live for page in Page.objects.filter(depth__gt=2)}
    assert live == {"rit": True, "sodien": False, "today": False}


def test_one_page_that_fails_keeps_no_other_waiting(site, monkeypatch):
    pages = [standard_page(site.home, name, slug=name) for name in ("viens", "divi")]
    past = timezone.now() - HOUR
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(expire_at=past)
    unpublish = ticks._unpublish

    def fail_on_first(row):
        unpublish(row)
        if row.pk == pages[0].pk:
            raise RuntimeError

    monkeypatch.setattr(ticks, "_unpublish", fail_on_first)
    assert ticks.publish_due() == {"expired": 1, "published": 0}
    # Rolled back whole: the failing page is as it was.
    assert [Page.objects.get(pk=page.pk).live for page in pages] == [True, False]


def test_tidy_drops_what_has_ended():
    session = SessionStore()
    session.set_expiry(-10)
    session.create()
    old = task(status="SUCCESSFUL", finished_at=timezone.now() - datetime.timedelta(days=8))
    failed = task(status="FAILED", finished_at=timezone.now() - datetime.timedelta(days=8))
    ticks.tidy()
    assert not Session.objects.exists()
    assert list(DBTaskResult.objects.values_list("pk", flat=True)) == [failed.pk]
    assert old.pk != failed.pk
