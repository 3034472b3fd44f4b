"""Workers killed while they send: no mail is lost, and none goes out under a second Message-ID."""

import email
import random
import time
from collections import Counter

import pytest

from tests.factories.installation import PATIENCE

pytestmark = [pytest.mark.soak, pytest.mark.django_db]
MAILS = 400
KILLS = 12


def message_ids(folder) -> list[str]:
    """Of every mail that was written; a mail cut off by a kill has no end and still counts as sent."""
    found = []
    for file in folder.iterdir():
        for text in file.read_text().split("-" * 79):
            if text.strip():
                found.append(email.message_from_string(text.strip())["Message-ID"])
    return found


def test_mails_survive_workers_that_are_killed(installation):
    chance = random.Random(7)
    installation.ask(
        f"""
from home.mail.outbox import enqueue
for number in range({MAILS}):
    enqueue(occasion=f"chaos-{{number}}", recipient="anna@org.test", subject=f"S {{number}}", text="t")
"""
    )
    for _ in range(KILLS):
        workers = [installation.manage("worker", "--once") for _ in range(2)]
        time.sleep(3 + 4 * chance.random())
        for worker in workers:
            worker.kill()
            worker.wait()
    # What the killed had in hand is free again when their lease has run out.
    installation.ask(
        """
from django.utils import timezone
from home.models import OutboxMessage
answer = OutboxMessage.objects.filter(sent_at=None).update(leased_until=None, next_attempt_at=timezone.now())
"""
    )
    # A worker sends for twenty seconds at most before it looks at its other work.
    for _ in range(40):
        assert installation.manage("worker", "--once").wait(PATIENCE) == 0
        waiting = installation.ask(
            "from home.models import OutboxMessage; answer = OutboxMessage.objects.filter(sent_at=None).count()"
        )
        if not waiting:
            break
    sent = Counter(message_ids(installation.folder / "mail"))
    assert waiting == 0
    assert len(sent) == MAILS
    # Each kill catches at most one mail of each worker between sending it and writing that down.
    assert sum(sent.values()) <= MAILS + 2 * KILLS
