"""Django's mail backend: whatever calls ``send_mail`` (Wagtail's notifications, allauth) lands in the outbox."""

import uuid

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from home.mail.outbox import enqueue

OCCASION_HEADER = "X-Occasion"


class OutboxBackend(BaseEmailBackend):
    """Writes one row per recipient; the header ``X-Occasion`` names the occasion, else each mail is its own."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        written = 0
        for message in email_messages or []:
            try:
                written += bool(self._write(message))
            except ValueError:
                if not self.fail_silently:
                    raise
        return written

    def _write(self, message: EmailMessage) -> int:
        headers = {name: str(value) for name, value in message.extra_headers.items()}
        occasion = headers.pop(OCCASION_HEADER, "") or f"mail-{uuid.uuid4().hex}"
        text, html = _bodies(message)
        for recipient in message.recipients():
            enqueue(
                occasion=occasion,
                recipient=recipient,
                subject=message.subject,
                text=text,
                html=html,
                attachments=[_parts(attachment) for attachment in message.attachments],
                headers=headers,
                reply_to=", ".join(message.reply_to),
                sender=message.from_email or "",
            )
        return len(message.recipients())


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """(plain text, HTML) of a message; either may be empty."""
    if message.content_subtype == "html":
        return "", str(message.body)
    alternatives = getattr(message, "alternatives", None) or []
    html = next((str(content) for content, media_type in alternatives if media_type == "text/html"), "")
    return str(message.body), html


def _parts(attachment) -> tuple[str, bytes | str, str | None]:
    """Django takes tuples and finished MIME parts."""
    if isinstance(attachment, tuple):
        name, content, media_type = attachment
        return name, content.as_bytes() if hasattr(content, "as_bytes") else content, media_type
    return attachment.get_filename(), attachment.get_payload(decode=True) or b"", attachment.get_content_type()
