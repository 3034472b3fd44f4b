"""Writing mail: a row in the outbox, in the transaction that causes it. Sending is home.mail.sender's."""

import base64
import datetime
import re
from collections.abc import Iterable, Mapping
from email.utils import parseaddr

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language

from home.models.outbox import OutboxMessage, recipient_key

Attachment = tuple[str, bytes | str, str | None]


def enqueue(
    *,
    occasion: str,
    recipient: str,
    subject: str,
    text: str,
    html: str = "",
    language: str = "",
    attachments: Iterable[Attachment] = (),
    headers: Mapping[str, str] | None = None,
    reply_to: str | None = None,
    not_before: datetime.datetime | None = None,
    sender: str = "",
    confidential: bool = False,
    is_first: bool = False,
) -> OutboxMessage:
    """Write one mail and return its row; with an occasion that this recipient already has, return that older row.

    ``occasion`` names what the mail is about ("registration-41-confirmed"), in ids only: it outlives the purge.
    ``attachments`` are (file name, content, media type). ``confidential`` content (links that let somebody in) is
    emptied the moment it is sent. Nothing is sent here, so a rolled-back cause takes its mail along. ``is_first``: the
    occasion names a row that this very transaction has made, so nobody can have had it before.

    Raises:
        ValueError: the recipient is not one mail address, or the occasion is empty, too long or holds an address.
    """
    address = _one_address(recipient)
    if not occasion or len(occasion) > 200 or "@" in occasion:
        raise ValueError("An occasion is a short name without personal data.")
    now = timezone.now()
    once = {"occasion": occasion, "recipient_key": recipient_key(address)}
    try:
        # Nearly always it is the first time: asking beforehand would cost every mail a query.
        with transaction.atomic(savepoint=not is_first):
            return OutboxMessage.objects.create(
                **once,
                recipient=address,
                sender=_one_line(sender)[:320],
                reply_to=_one_line(reply_to or "")[:320],
                subject=_one_line(subject)[:255],
                text=text,
                html=html,
                language=language or get_language() or "",
                attachments=[_packed(*attachment) for attachment in attachments],
                headers={_one_line(name): _one_line(str(value)) for name, value in (headers or {}).items()},
                confidential=confidential,
                queued_at=now,
                next_attempt_at=not_before or now,
            )
    except IntegrityError:
        if is_first:
            raise
        return OutboxMessage.objects.get(**once)


def unpacked(packed: dict) -> tuple[str, bytes, str]:
    """The attachment that ``enqueue`` was given: (file name, content, media type)."""
    return packed["name"], base64.b64decode(packed["content"]), packed["type"]


def _packed(name: str | None, content: bytes | str, media_type: str | None = None) -> dict:
    raw = content.encode() if isinstance(content, str) else content
    return {
        "name": name or "",
        "content": base64.b64encode(raw).decode("ascii"),
        "type": media_type or "application/octet-stream",
    }


def _one_address(recipient: str) -> str:
    address = parseaddr(recipient)[1].strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise ValueError("The recipient is not a mail address.") from None
    return address


def _one_line(value: str) -> str:
    """Header values are one line; what came from a form may not be."""
    return re.sub(r"\s+", " ", str(value)).strip()
