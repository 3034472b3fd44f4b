"""Two questions for machines: does the process answer, and can the site do its work?"""

import datetime
import tempfile

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from home.models.outbox import OutboxMessage
from home.models.worker_state import TickState
from home.worker import HEARTBEAT

LONGEST_SILENCE = datetime.timedelta(minutes=3)
LONGEST_FAILING = datetime.timedelta(minutes=10)
LONGEST_MAIL_WAIT = datetime.timedelta(minutes=15)


@never_cache
@require_safe
def healthz(request):
    """The process answers; nothing else is looked at."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request):
    """Each check with what it saw; 503 when one of them fails. No names, no addresses, no messages of errors."""
    checks = {"database": _safely(_database)}
    if checks["database"]["ok"]:
        checks |= {name: _safely(check) for name, check in _with_database().items()}
    checks["media"] = _safely(_media)
    ready = all(check["ok"] for check in checks.values())
    return JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)


def _with_database() -> dict:
    return {"migrations": _migrations, "worker": _worker, "mail": _mail}


def _safely(check) -> dict:
    try:
        return check()
    except (DatabaseError, OSError) as error:
        return {"ok": False, "error": type(error).__name__}


def _database() -> dict:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True, "engine": connection.vendor}


def _migrations() -> dict:
    """The answer is kept for a minute once all are applied: reading every migration file takes a while."""
    missing = cache.get("readyz-migrations")
    if missing != 0:
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        cache.set("readyz-migrations", missing, 60)
    return {"ok": missing == 0, "missing": missing}


def _worker() -> dict:
    """Alive when it ticked lately; well when no tick has failed for longer than a passing trouble takes."""
    states = {state.name: state for state in TickState.objects.all()}
    age = _age(states[HEARTBEAT].last_run if HEARTBEAT in states else None)
    since = timezone.now() - LONGEST_FAILING
    failing = sorted(
        name
        for name, state in states.items()
        if state.last_error and (state.last_run is None or state.last_run < since)
    )
    alive = age is not None and age <= LONGEST_SILENCE.total_seconds()
    return {"ok": alive and not failing, "tick_age_seconds": age, "failing_ticks": failing}


def _mail() -> dict:
    """Judged by mail that nobody has tried to send; one full mailbox, tried for days, is no reason for alarm."""
    now = timezone.now()
    unsent = OutboxMessage.objects.unsent().filter(next_attempt_at__lte=now, attempts=0).order_by("next_attempt_at")
    waiting = _age(unsent.values_list("next_attempt_at", flat=True).first())
    oldest = OutboxMessage.objects.unsent().filter(attempts__gt=0).order_by("queued_at")
    return {
        "ok": waiting is None or waiting <= LONGEST_MAIL_WAIT.total_seconds(),
        "oldest_waiting_seconds": waiting,
        "oldest_retried_seconds": _age(oldest.values_list("queued_at", flat=True).first()),
        "failed_last_day": OutboxMessage.objects.filter(failed_at__gt=now - datetime.timedelta(days=1)).count(),
    }


def _media() -> dict:
    with tempfile.TemporaryFile(dir=settings.MEDIA_ROOT) as file:
        file.write(b"ready")
    return {"ok": True}


def _age(moment: datetime.datetime | None) -> int | None:
    return None if moment is None else round((timezone.now() - moment).total_seconds())
