"""Mail that came back: read from a mailbox where one is set, as delivery status notifications (RFC 3464).

``BOUNCE_MAILBOX_URL`` is ``imaps://user:password@host/INBOX``, ``imap://…`` for a server beside us, ``maildir:///path``
or ``mbox:///path``. A notice counts only when it names a mail of ours by its Message-ID and the very recipient of that
mail: anybody may write into such a mailbox. What an app does about it, it registers here.
"""

import contextlib
import imaplib
import logging
import mailbox
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import HeaderParser
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django_tasks import task

from home.models.outbox import OutboxMessage, recipient_key

logger = logging.getLogger(__name__)

AT_ONCE = 200
SECONDS = 20
PORTS = {"imap": 143, "imaps": 993}


@dataclass(frozen=True)
class Bounce:
    """A mail that will never arrive: to whom, which one, and the code of RFC 3463 (``5.1.1``)."""

    recipient: str
    message_id: str
    status: str


_handlers: list[Callable[[str], object]] = []


def on_bounce(handler: Callable[[str], object]) -> None:
    """For ``AppConfig.ready()``: ``handler(address)`` is called once for each mail of ours that came back for good."""
    if handler not in _handlers:
        _handlers.append(handler)


# --- reading one notice -------------------------------------------------------------------------------------------


def bounces_in(raw: bytes) -> list[Bounce]:
    """The failures that a message reports; none for anything that is not a delivery status notification."""
    message = message_from_bytes(raw, policy=policy.default)
    report = next((part for part in message.walk() if part.get_content_type() == "message/delivery-status"), None)
    if report is None:
        return []
    message_id = _message_id(message)
    found = []
    for block in _blocks(report):
        recipient = str(block.get("Final-Recipient") or block.get("Original-Recipient") or "")
        kind, _semicolon, address = recipient.partition(";")
        status = str(block.get("Status") or "").strip().split(" ")[0]
        failed = str(block.get("Action") or "").strip().lower() == "failed"
        if failed and status.startswith("5.") and kind.strip().lower() == "rfc822" and message_id:
            found.append(Bounce(address.strip().strip("<>").lower(), message_id, status))
    return found


def _blocks(report: EmailMessage) -> list:
    """The groups of fields: the stdlib makes a message of each."""
    payload = report.get_payload()
    return payload if isinstance(payload, list) else []


def _message_id(message: EmailMessage) -> str:
    """Of the mail that came back: all of it is enclosed, or its headers alone."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner:
                return str(inner[0].get("Message-ID") or "").strip()
        if part.get_content_type() == "text/rfc822-headers":
            text = part.get_payload(decode=True) or b""
            return str(HeaderParser().parsestr(text.decode("utf-8", "replace")).get("Message-ID") or "").strip()
    return ""


def take(raw: bytes) -> int:
    """Tell the apps of what came back; returns how many mails of ours it was about."""
    count = 0
    for bounce in bounces_in(raw):
        row = OutboxMessage.objects.filter(message_id=bounce.message_id).first()
        if row is None or row.recipient_key != recipient_key(bounce.recipient):
            continue
        OutboxMessage.objects.filter(pk=row.pk).update(last_error=f"came back: {bounce.status}"[:300])
        for handler in _handlers:
            handler(bounce.recipient)
        count += 1
    return count


# --- the mailbox --------------------------------------------------------------------------------------------------


def read_mailbox(url: str = "") -> dict[str, int]:
    """Read what is new and take it out of the mailbox, so that it is read once. What cannot be read stays out too: a
    mailbox for notices is nobody's archive.

    Raises:
        OSError, imaplib.IMAP4.error: the mailbox cannot be reached; the next tick tries again.
        ValueError: the address names no kind of mailbox that we know.
    """
    url = url or settings.BOUNCE_MAILBOX_URL
    if not url:
        return {}
    counts = {"read": 0, "ours": 0}
    with contextlib.closing(_messages(url)) as messages:
        for raw in messages:
            counts["read"] += 1
            try:
                counts["ours"] += take(raw)
            except (ValueError, LookupError, AttributeError, TypeError):
                logger.warning("a notice could not be read")
    return counts


def _messages(url: str) -> Iterator[bytes]:
    scheme = urlsplit(url).scheme
    if scheme in PORTS:
        return _imap(url)
    if scheme == "maildir":
        return _folder(mailbox.Maildir(unquote(urlsplit(url).path), create=False))
    if scheme == "mbox":
        return _folder(mailbox.mbox(unquote(urlsplit(url).path), create=False))
    raise ValueError("BOUNCE_MAILBOX_URL begins with imaps://, imap://, maildir:// or mbox://.")


def _folder(box: mailbox.Mailbox) -> Iterator[bytes]:
    """Each message goes once it has been dealt with; a process that dies in between reads it again."""
    box.lock()
    try:
        for key in list(box.keys())[:AT_ONCE]:
            yield box.get_bytes(key)
            box.discard(key)
            box.flush()
    finally:
        box.close()


def _imap(url: str) -> Iterator[bytes]:
    parts = urlsplit(url)
    kind = imaplib.IMAP4_SSL if parts.scheme == "imaps" else imaplib.IMAP4
    server = kind(parts.hostname, parts.port or PORTS[parts.scheme], timeout=SECONDS)
    try:
        server.login(unquote(parts.username or ""), unquote(parts.password or ""))
        server.select(unquote(parts.path.strip("/")) or "INBOX")
        _ok, found = server.search(None, "ALL")
        for number in (found[0] or b"").split()[:AT_ONCE]:
            _ok, data = server.fetch(number.decode(), "(RFC822)")
            yield from (row[1] for row in data if isinstance(row, tuple))
            server.store(number.decode(), "+FLAGS", "\\Deleted")
        server.expunge()
    finally:
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            server.logout()


@task()
def read_bounces() -> None:
    """In the queue's process: a server that is slow must not hold up the worker's ticks."""
    counts = read_mailbox()
    if counts.get("read"):
        logger.info("notices read", extra={"messages": counts["read"], "ours": counts["ours"]})


def enqueue_reading() -> None:
    if settings.BOUNCE_MAILBOX_URL:
        read_bounces.enqueue()
