"""What the platform's own ticks do. Each looks at rows that are due; running one twice does no harm."""

import datetime
import logging

from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import DraftStateMixin, Page, Revision

from home import publishing, versions
from home.mail import bounces, sender
from home.worker import register_tick

logger = logging.getLogger(__name__)

STUCK_AFTER = datetime.timedelta(minutes=20)
MOST_STARTS = 4
KEEP_DONE, KEEP_FAILED = datetime.timedelta(days=7), datetime.timedelta(days=60)


def publish_due() -> dict[str, int]:
    """Unpublish what has expired and publish what is due, each in a transaction of its own.

    Wagtail's ``publish_scheduled`` does the same in one go: there, one page that fails keeps all later ones waiting.
    """
    now = timezone.now()
    expired = [row for model in _models_with_drafts() for row in model.objects.filter(live=True, expire_at__lt=now)]
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    counts = {
        "expired": sum(_in_transaction(_unpublish, row) for row in expired),
        "published": sum(_in_transaction(_publish, revision) for revision in due),
    }
    return counts if any(counts.values()) else {}


def _models_with_drafts() -> list[type]:
    others = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    return [Page, *others]


def _unpublish(row) -> None:
    row = row.specific if isinstance(row, Page) else row
    # A source that expires takes its translations along: this one may be among them.
    row.refresh_from_db(fields=["live"])
    if row.live:
        row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _in_transaction(act, row) -> bool:
    try:
        with transaction.atomic():
            act(row)
    except Exception:
        logger.exception("schedule not kept", extra={"model": type(row).__name__, "row": row.pk})
        return False
    return True


def requeue_stuck_tasks() -> int:
    """A killed worker leaves its task RUNNING for ever; give it to the next, but not more than a few times."""
    stuck = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - STUCK_AFTER)
    return sum(_requeue(task) for task in stuck)


def requeue_tasks_of(worker_id: str) -> int:
    """Give back what this worker, known to be dead, was at."""
    return sum(_requeue(task) for task in DBTaskResult.objects.running() if task.worker_ids[-1:] == [worker_id])


def _requeue(task: DBTaskResult) -> int:
    """Conditional on what was read: the task may have ended meanwhile."""
    same = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    if len(task.worker_ids) >= MOST_STARTS:
        changes = {"status": "FAILED", "finished_at": timezone.now(), "traceback": "Its worker died, every time."}
        logger.error("task given up", extra={"task": task.task_path})
    else:
        changes = {"status": "READY", "started_at": None}
        logger.warning("task queued again", extra={"task": task.task_path})
    return same.update(**changes)


def tidy() -> None:
    """Rows that nobody needs any more: results of tasks, sessions that have ended."""
    now = timezone.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - KEEP_DONE).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - KEEP_FAILED).delete()
    call_command("clearsessions", verbosity=0)


def recount() -> dict:
    """Repair the read models; what was wrong is in the log."""
    return publishing.recount()


register_tick("send_mail", sender.send_due, every=datetime.timedelta(seconds=30))
register_tick("publish_due", publish_due, every=datetime.timedelta(seconds=30))
register_tick("content_version", versions.bump_when_due, every=datetime.timedelta(seconds=30))
register_tick("requeue_tasks", requeue_stuck_tasks, every=datetime.timedelta(minutes=2))
register_tick("read_bounces", bounces.enqueue_reading, every=datetime.timedelta(minutes=10))
register_tick("purge_mail", sender.purge, daily_at=datetime.time(2, 10))
register_tick("tidy", tidy, daily_at=datetime.time(2, 20))
register_tick("recount", recount, daily_at=datetime.time(2, 40))
