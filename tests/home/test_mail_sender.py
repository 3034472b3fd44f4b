"""Sending: at least once, never two at a time, again after a failure, never to a stranger in a demo."""

import datetime
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from home.mail import sender
from home.mail.outbox import enqueue
from home.models import OutboxMessage

pytestmark = pytest.mark.django_db
State = OutboxMessage.State


class BrokenBackend(BaseEmailBackend):
    """Raises what the test says."""

    error: Exception = OSError("none")
    tried = 0

    def send_messages(self, messages):
        type(self).tried += 1
        raise self.error


@pytest.fixture
def broken(settings, monkeypatch):
    settings.MAIL_TRANSPORT_BACKEND = f"{__name__}.BrokenBackend"
    monkeypatch.setattr(BrokenBackend, "tried", 0)

    def with_error(error):
        monkeypatch.setattr(BrokenBackend, "error", error)

    return with_error


def write(number=1, **changes):
    fields = {"occasion": f"o-{number}", "recipient": "anna@org.test", "subject": "Sapulce", "text": "Tiekamies."}
    return enqueue(**{**fields, **changes})


def test_due_mail_is_sent_once():
    message = write(html="<p>Tiekamies.</p>", language="lv", reply_to="atb@org.test")
    assert sender.send_due() == {"sent": 1}
    assert sender.send_due() == {}
    (sent,) = mail.outbox
    assert (sent.subject, sent.to, sent.reply_to) == ("Sapulce", ["anna@org.test"], ["atb@org.test"])
    assert sent.extra_headers["Message-ID"] == message.message_id
    assert sent.extra_headers["Content-Language"] == "lv"
    assert sent.alternatives[0][0] == "<p>Tiekamies.</p>"
    row = OutboxMessage.objects.get()
    assert (row.state, row.attempts, row.leased_until) == (State.SENT, 1, None)


def test_claimed_row_is_not_claimed_twice():
    message = write()
    assert sender.claim(message.pk).attempts == 1
    assert sender.claim(message.pk) is None
    assert sender.send_due() == {}


def test_lease_of_a_dead_worker_runs_out_and_keeps_the_message_id():
    message = write()
    sender.claim(message.pk)
    again = sender.claim(message.pk, timezone.now() + sender.LEASE + datetime.timedelta(seconds=1))
    assert (again.attempts, again.message_id) == (2, message.message_id)


def test_worker_that_lost_its_lease_writes_nothing():
    message = write()
    slow = sender.claim(message.pk)
    quick = sender.claim(message.pk, timezone.now() + sender.LEASE * 2)
    sender.send(slow)
    row = OutboxMessage.objects.get()
    assert (row.sent_at, row.leased_until) == (None, quick.leased_until)


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"anna@org.test": (450, b"busy")}),
        smtplib.SMTPDataError(451, b"later"),
        smtplib.SMTPSenderRefused(550, b"no relay for platforma@site.test", "platforma@site.test"),
    ],
)
def test_temporary_error_waits_and_tries_again(broken, error):
    broken(error)
    write()
    before = timezone.now()
    assert sender.send_due() == {"retrying": 1}
    row = OutboxMessage.objects.get()
    assert row.state == State.RETRYING
    assert row.next_attempt_at >= before + datetime.timedelta(minutes=1)
    assert "@" not in row.last_error and row.last_error


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"anna@org.test": (550, b"<anna@org.test>: no such user")}),
        smtplib.SMTPDataError(554, b"refused"),
        ValueError("bad header anna@org.test"),
    ],
)
def test_permanent_error_ends_it(broken, error):
    broken(error)
    write()
    assert sender.send_due() == {"failed": 1}
    row = OutboxMessage.objects.get()
    assert row.state == State.FAILED
    assert "@" not in row.last_error and row.last_error
    assert sender.send_due() == {}


@pytest.mark.parametrize(
    "error", [ConnectionRefusedError(), smtplib.SMTPAuthenticationError(535, b"who?"), TimeoutError()]
)
def test_outage_spares_the_mails_behind(broken, error):
    broken(error)
    write(1)
    write(2)
    with pytest.raises(sender.Outage):
        sender.send_due()
    assert BrokenBackend.tried == 1
    assert sorted(OutboxMessage.objects.values_list("attempts", flat=True)) == [0, 1]


def test_last_attempt_fails_for_good(broken):
    broken(smtplib.SMTPDataError(451, b"later"))
    write()
    OutboxMessage.objects.update(attempts=sender.MAX_ATTEMPTS - 1)
    assert sender.send_due() == {"failed": 1}


def test_waits_grow_to_four_hours():
    minutes = [sender.wait_after(attempts).total_seconds() / 60 for attempts in (1, 2, 3, 8, 9, 24)]
    assert minutes == [1, 2, 4, 128, 240, 240]


@pytest.mark.parametrize(
    "address,state",
    [
        ("anna@org.test", "sent"),
        ("anna@example.org", "sent"),
        ("anna@mail.example.com", "sent"),
        ("anna@localhost", "sent"),
        ("anna@kekava.lv", "held"),
        ("anna@example.lv", "held"),
        ("anna@notexample.org", "held"),
        ("anna@test.lv", "held"),
    ],
)
def test_demo_sends_to_reserved_domains_only(settings, address, state):
    settings.MAIL_ALLOW_REAL = False
    write(recipient=address)
    assert sender.send_due() == {state: 1}
    assert len(mail.outbox) == (state == "sent")


def test_production_sends_to_everybody(settings):
    settings.MAIL_ALLOW_REAL = True
    write(recipient="anna@kekava.lv")
    assert sender.send_due() == {"sent": 1}


def test_confidential_mail_is_emptied_once_sent():
    write(confidential=True, text="https://site.test/key/123")
    sender.send_due()
    row = OutboxMessage.objects.get()
    assert (row.state, row.text, row.recipient) == (State.SENT, "", "")
    assert "key/123" in mail.outbox[0].body
    assert not sender.send_again(row)


def test_send_again_goes_out_under_a_new_message_id():
    message = write()
    sender.send_due()
    assert sender.send_again(message)
    assert sender.send_due() == {"sent": 1}
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]


def test_send_again_leaves_a_mail_on_its_way_alone():
    message = write()
    sender.claim(message.pk)
    assert not sender.send_again(message)


def test_purge_spares_the_young_and_the_unsent(settings):
    settings.MAIL_PURGE_DAYS = 30
    old = timezone.now() - datetime.timedelta(days=31)
    write(1)
    write(2, recipient="anna@kekava.lv")
    sender.send_due()
    write(3)
    OutboxMessage.objects.filter(occasion__in=["o-2", "o-3"]).update(queued_at=old)
    assert sender.purge() == 1
    assert sender.purge() == 0
    assert dict(OutboxMessage.objects.values_list("occasion", "text")) == {
        "o-1": "Tiekamies.",
        "o-2": "",
        "o-3": "Tiekamies.",
    }


def test_state_of_a_row_and_of_a_list_agree(settings):
    now = timezone.now()
    states = {
        State.QUEUED: {},
        State.SENDING: {"leased_until": now + datetime.timedelta(minutes=1), "attempts": 1},
        State.RETRYING: {"attempts": 2, "leased_until": now - datetime.timedelta(minutes=1)},
        State.SENT: {"sent_at": now},
        State.HELD: {"held_at": now},
        State.FAILED: {"failed_at": now},
    }
    for number, (state, columns) in enumerate(states.items()):
        OutboxMessage.objects.filter(pk=write(number).pk).update(**columns)
        row = OutboxMessage.objects.with_state().get(occasion=f"o-{number}")
        assert (row.state, row.current_state) == (state, state.value)
