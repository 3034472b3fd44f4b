"""The people of a date: found, counted, written into a file."""

import csv
import io

from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from openpyxl import Workbook
from wagtail.log_actions import log

from directory.exports.tables import inert
from events.models import Registration, Session
from events.vocabulary import TAKING, State
from home.dates import datetime_text

ORDER = {State.BOOKED: 0, State.OFFERED: 1, State.HELD: 2, State.WAITING: 3}


def people_of(session: Session, query: str = "", state: str = "") -> list[Registration]:
    """Those with a place first, by name; then who waits, in their order; then who has gone."""
    rows = session.registrations.select_related("entered_by")
    if query:
        rows = rows.filter(Q(name__icontains=query) | Q(email__icontains=query) | Q(phone__icontains=query))
    if state in State.values:
        rows = rows.filter(state=state)

    def place(row: Registration):
        return (
            ORDER.get(row.state, 9),
            row.queued_at.timestamp() if row.state == State.WAITING else 0,
            row.name.casefold(),
        )

    return sorted(rows, key=place)


def numbers_of(session: Session) -> dict[str, int]:
    """How many have a place, wait, and came."""
    rows = session.registrations
    return {
        "taking": rows.filter(state__in=TAKING).aggregate(n=Sum("people"))["n"] or 0,
        "waiting": rows.filter(state=State.WAITING).aggregate(n=Sum("people"))["n"] or 0,
        "came": rows.aggregate(n=Sum("attended"))["n"] or 0,
    }


def table_of(session: Session) -> list[list]:
    """Heading and rows, in the editor's language; nothing of people whose names have been erased."""
    questions = list(session.event.questions.all())
    head = [
        _("Name"), _("Email"), _("Phone"), _("Takes part"), _("People"), _("State"), _("Signed up"),
        _("What would make it easier"), _("May be photographed"), _("Came"), *(str(row.text) for row in questions),
    ]  # fmt: skip
    consent = {True: _("yes"), False: _("no"), None: ""}
    rows = [
        [
            row.name, row.email, row.phone, str(row.get_mode_display()), row.people, str(row.get_state_display()),
            datetime_text(row.created_at).replace("\u00a0", " "), row.access_needs, consent[row.photo_consent],
            "" if row.attended is None else row.attended,
            *(row.answers.get(str(question.pk), "") for question in questions),
        ]
        for row in people_of(session)
        if row.name
    ]  # fmt: skip
    return [head, *rows]


def export(session: Session, suffix: str, user) -> bytes:
    """The file; that it was made, by whom and of how many, is in the log of the page."""
    from events.staff.permissions import page_of

    table = table_of(session)
    page = page_of(session.event)
    log(page, "events.export", user=user, data={"session": session.pk, "format": suffix, "rows": len(table) - 1})
    return _xlsx(table) if suffix == "xlsx" else _csv(table)


def _csv(table: list[list]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([[inert(value) for value in row] for row in table])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _xlsx(table: list[list]) -> bytes:
    book = Workbook()
    sheet = book.active
    for number, row in enumerate(table, 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place, value if not isinstance(value, str) else value[:32000])
            if isinstance(value, str):
                cell.data_type = "s"  # never a formula
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
