"""The people of a date: found and counted."""

from django.db.models import Q, Sum

from events.models import Registration, Session
from events.vocabulary import TAKING, State
from home.search.latvian import fold

ORDER = {State.BOOKED: 0, State.OFFERED: 1, State.HELD: 2, State.WAITING: 3}
FEWEST_DIGITS = 3


def people_of(session: Session, query: str = "", state: str = "") -> list[Registration]:
    """Those with a place first, by name; then who waits, in their order; then who has gone.

    ``query``: parts of the name or the address in any order, without minding diacritics, or digits of the number.
    """
    rows = session.registrations.select_related("entered_by")
    if state in State.values:
        rows = rows.filter(state=state)
    words, digits = fold(query).split(), _digits(query)
    return sorted((row for row in rows if _answers(row, words, digits)), key=_place)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _answers(row: Registration, words: list[str], digits: str) -> bool:
    """In Python: SQLite knows no letter case beyond ASCII, and a date has hundreds of people, not thousands."""
    text = fold(f"{row.name} {row.email}")
    return all(word in text for word in words) or (len(digits) >= FEWEST_DIGITS and digits in _digits(row.phone))


def _place(row: Registration) -> tuple:
    queued = row.queued_at.timestamp() if row.state == State.WAITING and row.queued_at else 0
    return ORDER.get(row.state, 9), queued, fold(row.name), row.pk


def numbers_of(session: Session) -> dict[str, int]:
    """How many people have a place, wait, came, and have not been ticked off."""
    taking = Q(state__in=TAKING)
    found = session.registrations.aggregate(
        taking=Sum("people", filter=taking),
        waiting=Sum("people", filter=Q(state=State.WAITING)),
        came=Sum("attended"),
        missing=Sum("people", filter=taking & (Q(attended=None) | Q(attended=0))),
    )
    return {name: value or 0 for name, value in found.items()}
