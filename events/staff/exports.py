"""The list of people as a file. Every file is written down: who made it, of which date, how many rows."""

import csv
import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from wagtail.log_actions import log

from directory.exports.tables import inert
from directory.xml_text import writable
from events.forms import NO, YES
from events.models import Session
from events.staff.people import people_of
from events.staff.permissions import page_of
from home.dates import datetime_text

KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
LONGEST_CELL = 32_000


def export(session: Session, suffix: str, user) -> bytes:
    """``suffix``: one of ``KINDS``. That it was made is in the log of the page, without anything of the people."""
    table = table_of(session)
    data = {"session": session.pk, "format": suffix, "rows": len(table) - 1}
    log(page_of(session.event), "events.export", user=user, data=data)
    return _xlsx(table) if suffix == "xlsx" else _csv(table)


def table_of(session: Session) -> list[list]:
    """Heading and rows, in the editor's language; nothing of people whose names have been erased."""
    questions = list(session.event.questions.all())
    head = [
        _("Name and surname"), _("Email"), _("Phone"), _("Takes part"), _("People"), _("State"), _("Signed up"),
        _("What would make it easier"), _("May be photographed"), _("Came"), *(str(row.text) for row in questions),
    ]  # fmt: skip
    words = {YES: _("yes"), NO: _("no"), True: _("yes"), False: _("no"), None: ""}
    rows = [
        [
            row.name, row.email, row.phone, row.get_mode_display(), row.people, row.get_state_display(),
            datetime_text(row.created_at).replace("\u00a0", " "), row.access_needs, words[row.photo_consent],
            "" if row.attended is None else row.attended,
            *(words.get(answer, answer) for question in questions for answer in [row.answers.get(str(question.pk))]),
        ]
        for row in people_of(session)
        if row.name
    ]  # fmt: skip
    return [head, *rows]


def _csv(table: list[list]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([[inert(value) for value in row] for row in table])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _xlsx(table: list[list]) -> bytes:
    book = Workbook()
    sheet = book.active
    for number, row in enumerate(table, 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place, writable(value)[:LONGEST_CELL] if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"  # never a formula
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
