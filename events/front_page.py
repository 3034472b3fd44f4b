"""What the home page shows of the calendar: the next dates and the next visits, by the clock of the request."""

from django.utils.translation import get_language

from events.cards import session_cards
from events.dated_cards import Series
from events.models import Session
from events.visits import series_in_sight
from events.vocabulary import Status

NEXT = 3


def next_dates() -> list:
    """The next dates that take place; one of each event, so that a series does not fill the place alone."""
    rows = Session.objects.published().coming().exclude(status__in=(Status.CANCELLED, Status.POSTPONED))
    found: dict = {}
    for row in rows.for_cards()[: NEXT * 8]:
        found.setdefault(row.event_id, row)
    return session_cards(list(found.values())[:NEXT], get_language())


def next_series() -> Series | None:
    """The series of visits that goes on, or begins next."""
    return series_in_sight(get_language())
