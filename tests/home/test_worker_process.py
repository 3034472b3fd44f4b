"""The worker as it really runs: processes of their own, on a database of their own, on either engine."""

import email
import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.factories.installation import PATIENCE, children_of, eventually

# The mark has the test database made; the tests work on a copy of it.
pytestmark = pytest.mark.django_db
MAILS = 30


def test_two_workers_at_once_send_each_mail_once(installation):
    installation.ask(
        f"""
from home.mail.outbox import enqueue
for number in range({MAILS}):
    enqueue(occasion=f"race-{{number}}", recipient="anna@org.test", subject=f"S {{number}}", text="t")
"""
    )
    workers = [installation.manage("worker", "--once") for _ in range(2)]
    log = installation.folder / "worker.log"
    assert [worker.wait(PATIENCE) for worker in workers] == [0, 0], log.read_text()
    texts = [part for file in (installation.folder / "mail").iterdir() for part in file.read_text().split("-" * 79)]
    sent = Counter(email.message_from_string(text.strip())["Message-ID"] for text in texts if text.strip())
    assert (len(sent), set(sent.values())) == (MAILS, {1})
    states = installation.ask(
        """
from home.models import OutboxMessage, TickState
failed = TickState.objects.exclude(last_error="").values_list("name")
answer = [OutboxMessage.objects.filter(sent_at__isnull=False).count(), list(failed)]
"""
    )
    assert states == [MAILS, []]


def test_worker_mends_its_queue_and_stops_when_told(installation):
    worker = installation.manage("worker")
    try:
        (queue,) = eventually(lambda: children_of(worker.pid))
        worker_id = eventually(lambda: _worker_id(queue))
        # A task that the queue's process was at when it was killed.
        task = installation.ask(
            f"""
from django_tasks_db.models import DBTaskResult
from home.pictures import prepare_images
task = prepare_images.enqueue([])
DBTaskResult.objects.filter(pk=task.id).update(status="RUNNING", worker_ids=["{worker_id}"])
answer = str(task.id)
"""
        )
        os.kill(queue, signal.SIGKILL)
        (again,) = eventually(lambda: [pid for pid in children_of(worker.pid) if pid != queue])
        done = installation.ask(
            f"""
import time
from django_tasks_db.models import DBTaskResult
for _try in range({PATIENCE * 2}):
    answer = DBTaskResult.objects.get(pk="{task}").status
    if answer == "SUCCESSFUL":
        break
    time.sleep(0.25)
"""
        )
        assert done == "SUCCESSFUL"
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0
        assert not Path(f"/proc/{again}").exists()
    finally:
        if worker.poll() is None:
            worker.kill()
            worker.wait()


def _worker_id(pid: int) -> str:
    words = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    return words[words.index("--worker-id") + 1] if "--worker-id" in words else ""
