"""Announcements as a reader of one language sees them: their words, their dates, alone or as a series.

Asked of the clock each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils import timezone

from events.cards import SessionCard
from events.models import Session
from home.addresses import fallback_path, path_of
from home.dates import as_day


@dataclass(slots=True)
class DatedCard:
    """Facts of the source, words of the shown page, dates in their order. ``is_fallback``: in another language."""

    facts: Any
    page: Any
    url: str
    is_fallback: bool
    sessions: list[Session] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def language(self) -> str:
        return self.page.language

    @property
    def event(self):
        """The row of the calendar; ``None`` before there is a date."""
        return self.sessions[0].event if self.sessions else None

    @property
    def held(self) -> list[Session]:
        """The dates that take or took place; all of them where none does."""
        return [row for row in self.sessions if not row.is_off] or self.sessions

    @property
    def days(self) -> tuple | None:
        """The first and the last."""
        return (as_day(self.held[0].starts), as_day(self.held[-1].ends)) if self.held else None

    @property
    def is_off(self) -> bool:
        return bool(self.sessions) and all(row.is_off for row in self.sessions)

    @property
    def is_over(self) -> bool:
        now = timezone.now()
        return bool(self.sessions) and all(row.ends <= now for row in self.sessions)

    @property
    def session(self) -> Session | None:
        """The date to show of several: the next one, else the last."""
        now = timezone.now()
        coming = [row for row in self.held if row.ends > now] or [row for row in self.sessions if row.ends > now]
        return next(iter(coming or self.held[-1:]), None)

    @property
    def date(self) -> SessionCard | None:
        return SessionCard(self.session, self.url, self.is_fallback) if self.session else None


@dataclass(slots=True)
class Series:
    """A series with what stands beneath it, the first one first; those without a date so far stand at the end."""

    facts: Any
    page: Any
    url: str
    is_fallback: bool
    stops: list[DatedCard] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def language(self) -> str:
        return self.page.language

    @property
    def sessions(self) -> list[Session]:
        """What takes or took place of it."""
        return sorted((row for stop in self.stops for row in stop.held if not row.is_off), key=lambda row: row.starts)

    @property
    def period(self) -> tuple | None:
        rows = self.sessions
        return (as_day(rows[0].starts), as_day(max(row.ends for row in rows))) if rows else None

    @property
    def is_over(self) -> bool:
        return bool(self.stops) and all(stop.is_over for stop in self.stops)

    @property
    def next_session(self) -> Session | None:
        """The next date that people can sign up for."""
        return next((row for row in self.sessions if row.event.takes_registrations and row.is_open()), None)

    def number_of(self, page) -> int:
        """Which of its stops the page is, counted from one; 0 for none of them."""
        return next((n for n, stop in enumerate(self.stops, 1) if stop.facts.pk == page.pk), 0)


def dated_cards(pages: Iterable, language: str, make: type[DatedCard] = DatedCard) -> list:
    """Cards of source pages in the given order; one query for all dates, one for the translations of each class."""
    pages = list(pages)
    shown = _shown(pages, language)
    cards = {row.translation_key: make(row, *shown[row.translation_key]) for row in pages}
    for session in Session.objects.filter(event__in=cards).for_cards().order_by("starts", "pk") if cards else []:
        cards[session.event_id].sessions.append(session)
    return list(cards.values())


def series_of(pages: Iterable, stops: Iterable[DatedCard], language: str) -> list[Series]:
    """Series in the given order, each with those of the stops that stand beneath it; one query for the translations."""
    pages = list(pages)
    shown = _shown(pages, language)
    found = {row.path: Series(row, *shown[row.translation_key]) for row in pages}
    for card in sorted(stops, key=first_date):
        series = found.get(card.facts.path[: -card.facts.steplen])
        if series is not None:
            series.stops.append(card)
    return list(found.values())


def first_date(card: DatedCard) -> tuple:
    starts = card.held[0].starts if card.held else None
    return (starts is None, starts, card.title) if starts else (True, card.title)


def _shown(sources: list, language: str) -> dict:
    """Translation key → ``(page, url, is_fallback)`` for a reader; a query for each class, none for the main language."""
    pages = {row.translation_key: row for row in sources}
    if language != settings.LANGUAGE_CODE:
        for model in {type(row) for row in sources}:
            rows = model.objects.published().filter(translation_key__in=pages, locale__language_code=language)
            rows = rows.for_cards() if hasattr(rows, "for_cards") else rows.for_page()
            pages |= {row.translation_key: row for row in rows}
    found = {}
    for key, page in pages.items():
        is_fallback = page.language != language
        found[key] = (page, fallback_path(page, language) if is_fallback else path_of(page), is_fallback)
    return found
