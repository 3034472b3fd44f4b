"""Pages that announce something with dates."""

from events.models import CalendarPage, EventPage
from tests.factories.site import add


def calendar(parent, title: str = "Kalendārs", **fields) -> CalendarPage:
    fields.setdefault("slug", "kalendars")
    return add(parent, CalendarPage(title=title, **fields))


def event_page(parent, title: str = "Kopienu vakars", **fields) -> EventPage:
    return add(parent, EventPage(title=title, **fields))
