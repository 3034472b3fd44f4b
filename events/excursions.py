"""Excursions as something with dates: what the read model, the sign-up and the structured data ask of a dated page.

An excursion is the directory's; it cannot know of dates. Its departures hang on an ``Event`` of the same key, like those
of every other page.
"""

from functools import cached_property

from directory.models import ExcursionPage
from events.models.dated_page import Place
from events.vocabulary import EventKind


class ExcursionDates:
    """An excursion's page with the attributes of a ``DatedPage``; everything else is asked of the page itself."""

    event_kind = EventKind.EXCURSION
    contact_hours = ""

    def __init__(self, page: ExcursionPage):
        self.page = page

    def __getattr__(self, name: str):
        return getattr(self.page, name)

    @property
    def source(self) -> "ExcursionDates":
        return self if self.page.source is self.page else ExcursionDates(self.page.source)

    @cached_property
    def organiser(self):
        """The first of the hosts; who else shows it is on the page."""
        return self.page.hosts.first()

    def place_in(self, page: "ExcursionDates") -> Place:
        point, is_exact = self.page.published_point
        return Place(
            name=page.meeting_place.rstrip(" ."),
            address="",
            settlement=self.page.settlement,
            point=point if is_exact else None,
        )

    @property
    def place(self) -> Place:
        return self.source.place_in(self)

    def series_key(self):
        return None


def as_dated(page):
    """The page itself, or an excursion in the clothes of one; ``None`` for a page that has no dates."""
    from events.models import DatedPage

    if isinstance(page, DatedPage):
        return page
    return ExcursionDates(page) if isinstance(page, ExcursionPage) else None
