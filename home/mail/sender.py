"""Sending mail: at least once, one worker at a time, again after a while when it fails, never to a stranger in a demo.

A row is claimed by one conditional UPDATE that sets a lease, which both engines decide alike. A worker that dies while
sending leaves the lease behind; when it has run out, the mail is sent once more, under the same Message-ID.
"""

import datetime
import logging
import re
import smtplib
import time
from collections import Counter
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F, Q
from django.utils import timezone

from home.mail.outbox import unpacked
from home.models.outbox import OutboxMessage, new_message_id

logger = logging.getLogger(__name__)

LEASE = datetime.timedelta(minutes=5)
MAX_ATTEMPTS = 24
LONGEST_WAIT = datetime.timedelta(hours=4)
# RFC 2606 and 6761: nobody lives there.
RESERVED_ENDINGS = ("test", "example", "invalid", "localhost", "example.org", "example.com", "example.net")

State = OutboxMessage.State


class Outage(Exception):
    """No mail can be sent now, whoever it is for."""


def is_reserved(address: str) -> bool:
    """Whether the address belongs to a domain that is set aside for examples and tests."""
    domain = address.rpartition("@")[2].lower().rstrip(".")
    return any(domain == ending or domain.endswith(f".{ending}") for ending in RESERVED_ENDINGS)


def wait_after(attempts: int) -> datetime.timedelta:
    """1, 2, 4 … minutes, at most four hours: 24 attempts take almost three days."""
    return min(datetime.timedelta(minutes=2 ** max(attempts - 1, 0)), LONGEST_WAIT)


def is_permanent(error: Exception) -> bool:
    """Whether trying again cannot help: this address or this mail is refused for good.

    A refused sender or sign-in is the server's configuration: somebody may mend it, so the mail waits.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError):
        return False
    if isinstance(error, smtplib.SMTPResponseException):
        return 500 <= error.smtp_code < 600
    # BadHeaderError and faults of composing; UnicodeError is a ValueError.
    return isinstance(error, ValueError | TypeError | KeyError)


def is_outage(error: Exception) -> bool:
    """Whether the fault is the server's or the way to it, so that the next mail would fare no better."""
    if isinstance(error, smtplib.SMTPException):
        of_the_server = (
            smtplib.SMTPServerDisconnected,
            smtplib.SMTPConnectError,
            smtplib.SMTPHeloError,
            smtplib.SMTPAuthenticationError,
        )
        return isinstance(error, of_the_server)
    return isinstance(error, OSError)


def describe(error: Exception) -> str:
    """What went wrong, for staff: class and answer of the server, without addresses."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = [(code, text) for code, text in error.recipients.values()]
    elif isinstance(error, smtplib.SMTPResponseException):
        answers = [(error.smtp_code, error.smtp_error)]
    else:
        answers = [("", str(error))]
    words = "; ".join(f"{code} {_decoded(text)}".strip() for code, text in answers)
    return re.sub(r"<?[^\s<>]+@[^\s<>]+>?", "…", f"{type(error).__name__}: {words}")[:300]


def _decoded(text: bytes | str) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def claim(pk: int, now: datetime.datetime | None = None) -> OutboxMessage | None:
    """Take the row for ``LEASE``; ``None`` when somebody else has it, or it is not due."""
    now = now or timezone.now()
    lease = now + LEASE
    taken = OutboxMessage.objects.due(now).filter(pk=pk).update(leased_until=lease, attempts=F("attempts") + 1)
    return OutboxMessage.objects.get(pk=pk) if taken else None


def send(message: OutboxMessage, connection=None) -> OutboxMessage.State:
    """Send a claimed row and write down what became of it.

    Raises:
        Outage: the server could not be had at all; the row is written down as one to be tried again.
    """
    if not (settings.MAIL_ALLOW_REAL or is_reserved(message.recipient)):
        _write(message, held_at=timezone.now())
        return State.HELD
    try:
        connection = connection or transport()
        # Opened by us, the connection stays open for the mails that follow.
        connection.open()
        _compose(message, connection).send()
    except Exception as error:
        state = _failed(message, error)
        if is_outage(error):
            raise Outage from error
        return state
    now = timezone.now()
    _write(message, sent_at=now, last_error="", **(_emptied(now) if message.confidential else {}))
    logger.info("mail sent", extra={"mail": message.pk})
    return State.SENT


def send_due(limit: int = 100, seconds: float = 20) -> dict[str, int]:
    """Send what is due, oldest first, over one connection; returns how many ended in which state.

    Raises:
        Outage: the server cannot be had. The mails behind the first keep their attempts; the tick shows as failing.
    """
    started = time.monotonic()
    counts: Counter[str] = Counter()
    for message, connection in _claimed(limit):
        counts[send(message, connection).value] += 1
        if time.monotonic() - started > seconds:
            break
    return dict(counts)


def transport():
    """The connection that really sends."""
    return get_connection(settings.MAIL_TRANSPORT_BACKEND)


def send_again(message: OutboxMessage) -> bool:
    """Staff's wish: due at once, counted from the start. False when its content is gone, or it is being sent."""
    if message.purged_at or not message.recipient:
        return False
    now = timezone.now()
    idle = OutboxMessage.objects.filter(Q(leased_until=None) | Q(leased_until__lte=now), pk=message.pk, purged_at=None)
    again = {"sent_at": None, "failed_at": None, "held_at": None, "leased_until": None, "attempts": 0}
    # A new Message-ID: the recipient's server drops one that it has seen.
    return bool(idle.update(**again, next_attempt_at=now, message_id=new_message_id()))


def let_go(message: OutboxMessage) -> bool:
    """Staff's wish: what could not be sent is given up, its content and address are emptied. False when it is not so."""
    failed = OutboxMessage.objects.filter(pk=message.pk, purged_at=None).exclude(failed_at=None)
    return bool(failed.update(**_emptied(timezone.now())))


def purge(now: datetime.datetime | None = None) -> int:
    """Empty content and address of mails that ended longer than ``MAIL_PURGE_DAYS`` ago; returns how many."""
    now = now or timezone.now()
    old = OutboxMessage.objects.with_content_older_than(now - datetime.timedelta(days=settings.MAIL_PURGE_DAYS))
    return old.update(**_emptied(now))


def _claimed(limit: int) -> Iterator[tuple[OutboxMessage, object]]:
    due = list(OutboxMessage.objects.due().order_by("next_attempt_at", "pk").values_list("pk", flat=True)[:limit])
    connection = transport() if due else None
    try:
        for pk in due:
            if message := claim(pk):
                yield message, connection
    finally:
        if connection:
            _close(connection)


def _close(connection) -> None:
    try:
        connection.close()
    except OSError:
        logger.warning("mail connection did not close")


def _compose(message: OutboxMessage, connection) -> EmailMultiAlternatives:
    headers = {"Auto-Submitted": "auto-generated", **message.headers, "Message-ID": message.message_id}
    if message.language:
        headers["Content-Language"] = message.language
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=message.sender or settings.DEFAULT_FROM_EMAIL,
        to=[message.recipient],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers=headers,
        connection=connection,
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    for packed in message.attachments:
        mail.attach(*unpacked(packed))
    return mail


def _failed(message: OutboxMessage, error: Exception) -> OutboxMessage.State:
    now = timezone.now()
    words = describe(error)
    if is_permanent(error) or message.attempts >= MAX_ATTEMPTS:
        _write(message, failed_at=now, last_error=words)
        logger.error("mail failed for good", extra={"mail": message.pk, "error_class": type(error).__name__})
        return State.FAILED
    _write(message, next_attempt_at=now + wait_after(message.attempts), last_error=words)
    logger.warning("mail will be tried again", extra={"mail": message.pk, "error_class": type(error).__name__})
    return State.RETRYING


def _write(message: OutboxMessage, **changes) -> None:
    """Only the holder of the lease writes; one who was too slow leaves the row to the next."""
    ours = OutboxMessage.objects.filter(pk=message.pk, leased_until=message.leased_until)
    if not ours.update(leased_until=None, **changes):
        logger.warning("mail lease was lost", extra={"mail": message.pk})


def _emptied(now: datetime.datetime) -> dict:
    return {
        "recipient": "",
        "sender": "",
        "reply_to": "",
        "subject": "",
        "text": "",
        "html": "",
        "attachments": [],
        "headers": {},
        "purged_at": now,
    }
