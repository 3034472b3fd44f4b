"""The mails that a development installation has written into files, for reading. Not there in production."""

import email
import email.policy
from pathlib import Path

from django.conf import settings
from django.shortcuts import render

from home.navigation import frame_for

BETWEEN = b"-" * 79
NEWEST = 60


def written_mails(folder: str) -> list[dict]:
    """Subject, recipient, text and names of attachments, the newest first."""
    files = sorted(Path(folder).glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)[:NEWEST]
    found = []
    for file in files:
        for part in reversed(file.read_bytes().split(BETWEEN)):
            if part.strip():
                found.append(_shown(email.message_from_bytes(part.strip(), policy=email.policy.default)))
    return found[:NEWEST]


def _shown(message) -> dict:
    body = message.get_body(("plain",))
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return {
        "subject": str(message["Subject"] or ""), "to": str(message["To"] or ""),
        "text": body.get_content() if body else "", "attachments": names,
    }  # fmt: skip


def dev_mails(request):
    context = {"mails": written_mails(settings.EMAIL_FILE_PATH), "frame": frame_for(request), "noindex": True}
    return render(request, "home/dev_mails.html", context)
