"""The one process beside the web: it runs the task queue as a child and the ticks itself."""

import ctypes
import logging
import signal
import subprocess
import sys
import threading
import time
import uuid

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend

from home import ticks
from home.worker import run_due

logger = logging.getLogger("home.worker")

TICK_SECONDS = 30
STOP_SECONDS = 25
LONGEST_WAIT = 60
# A child that has done this much makes room for a fresh one, with the memory it had gathered.
TASKS_PER_CHILD = 500
PR_SET_PDEATHSIG = 1


class Command(BaseCommand):
    help = (
        "Run the task queue and the ticks (mail, schedules, repair) until stopped. --once: what is due now, then end."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="run what is due, empty the task queue, and end")

    def handle(self, *, once, **options):
        if once:
            run_due()
            if has_queue():
                subprocess.run([*queue_command(), "--batch", "--no-startup-delay"], cwd=settings.BASE_DIR, check=True)
            run_due()
        else:
            Supervisor().run()


class Supervisor:
    """Keeps the queue's process alive, ticks every 30 seconds, ends cleanly on SIGTERM and SIGINT."""

    def __init__(self):
        self.stopping = threading.Event()
        self.queue = QueueProcess() if has_queue() else None

    def run(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_args: self.stopping.set())
        logger.info("worker started")
        next_tick = 0.0
        try:
            while not self.stopping.is_set():
                if self.queue:
                    self.queue.keep_alive()
                if time.monotonic() >= next_tick:
                    next_tick = time.monotonic() + TICK_SECONDS
                    tick()
                self.stopping.wait(1)
        finally:
            if self.queue:
                self.queue.stop()
        logger.info("worker stopped")


def tick() -> None:
    """One round of the ticks; a database that is away is waited for."""
    close_old_connections()
    try:
        run_due()
    except DatabaseError as error:
        logger.error("ticks put off: %s", type(error).__name__)
    finally:
        close_old_connections()


class QueueProcess:
    """``db_worker`` of django-tasks-db as a child, restarted when it ends; what it was at goes back into the queue."""

    def __init__(self):
        self.process: subprocess.Popen | None = None
        self.worker_id = ""
        self.started = self.not_before = 0.0
        self.failures = 0

    def keep_alive(self) -> None:
        now = time.monotonic()
        if self.process and (code := self.process.poll()) is not None:
            self._ended(code, now)
        if self.process is None and now >= self.not_before:
            self.worker_id = f"queue-{uuid.uuid4().hex[:16]}"
            self.started = now
            self.process = subprocess.Popen(
                [*queue_command(), "--worker-id", self.worker_id, "--max-tasks", str(TASKS_PER_CHILD)],
                cwd=settings.BASE_DIR,
                # Ctrl+C in a terminal reaches the supervisor alone, which then ends the child in good order.
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )

    def _ended(self, code: int, now: float) -> None:
        self.process = None
        if code == 0:
            return
        self.failures = 1 if now - self.started > LONGEST_WAIT else self.failures + 1
        wait = min(2 ** (self.failures - 1), LONGEST_WAIT)
        self.not_before = now + wait
        logger.error("task queue ended", extra={"code": code, "again_in": wait})
        try:
            close_old_connections()
            ticks.requeue_tasks_of(self.worker_id)
        except DatabaseError:
            logger.warning("its tasks go back into the queue later")

    def stop(self) -> None:
        """Let the task at hand come to its end; after ``STOP_SECONDS`` it goes back into the queue."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            ticks.requeue_tasks_of(self.worker_id)


def has_queue() -> bool:
    """Unit tests and some set-ups run tasks at once; then there is no queue to serve."""
    return isinstance(task_backends["default"], DatabaseBackend)


def queue_command() -> list[str]:
    return [sys.executable, "-m", "django", "db_worker", "--queue-name", "*", "--no-reload"]


def _end_with_parent() -> None:
    """Runs in the child before exec: a supervisor that is killed outright must not leave it behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
