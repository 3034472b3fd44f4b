"""What machines are told about the process and the site."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from home.mail.outbox import enqueue
from home.models import OutboxMessage, TickState
from home.worker import HEARTBEAT

pytestmark = pytest.mark.django_db


@pytest.fixture
def beating(db):
    return TickState.objects.create(name=HEARTBEAT, last_run=timezone.now())


def ago(**delta):
    return timezone.now() - datetime.timedelta(**delta)


def test_healthz_looks_at_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_ready_when_all_is_well(client, beating):
    cache.set("readyz-migrations", 0)
    response = client.get("/readyz")
    assert response.json()["ready"] is True, response.json()
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_not_ready_without_a_worker(client):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["worker"] == {"ok": False, "tick_age_seconds": None, "failing_ticks": []}


def test_not_ready_when_the_worker_stopped(client, beating):
    TickState.objects.update(last_run=ago(minutes=4))
    worker = client.get("/readyz").json()["checks"]["worker"]
    assert worker["ok"] is False
    assert 239 <= worker["tick_age_seconds"] <= 245


@pytest.mark.parametrize("minutes,failing", [(5, []), (11, ["recount"])])
def test_tick_may_fail_for_a_moment(client, beating, minutes, failing):
    TickState.objects.create(name="recount", last_run=ago(minutes=minutes), last_error="OSError")
    assert client.get("/readyz").json()["checks"]["worker"]["failing_ticks"] == failing


def test_not_ready_when_mail_piles_up(client, beating):
    enqueue(occasion="o", recipient="anna@org.test", subject="s", text="t")
    assert client.get("/readyz").json()["checks"]["mail"]["ok"] is True
    OutboxMessage.objects.update(next_attempt_at=ago(minutes=16))
    mail = client.get("/readyz").json()["checks"]["mail"]
    assert (mail["ok"], mail["oldest_waiting_seconds"] // 60) == (False, 16)
    OutboxMessage.objects.update(attempts=3, queued_at=ago(hours=2))
    mail = client.get("/readyz").json()["checks"]["mail"]
    assert (mail["ok"], mail["oldest_retried_seconds"] // 3600) == (True, 2)


def test_missing_migration_is_told(client, beating):
    cache.set("readyz-migrations", 2)
    # A kept answer other than "none" is never trusted: it is read again.
    assert client.get("/readyz").json()["checks"]["migrations"]["missing"] != 2


def test_media_folder_that_is_gone(client, beating, settings):
    settings.MEDIA_ROOT = "/nowhere/at/all"
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["media"] == {"ok": False, "error": "FileNotFoundError"}
    assert "nowhere" not in response.content.decode()


def test_only_looking_is_allowed(client):
    assert client.post("/healthz").status_code == 405
    assert client.post("/readyz").status_code == 405
