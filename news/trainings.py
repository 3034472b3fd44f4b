"""Trainings as a reader of one language sees them: which, their words, their dates. Asked of the clock each time."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone

from events.cards import SessionCard
from events.models import Session
from home.addresses import fallback_path, path_of
from home.dates import as_day
from news.materials import Material
from news.models import TrainingIndexPage, TrainingPage, TrainingSeriesPage

Shows = TrainingIndexPage.Shows


def visible_trainings(language: str):
    """Every training a reader of ``language`` may see."""
    return TrainingPage.objects.published().for_readers_of(language)


def visible_series(language: str):
    return TrainingSeriesPage.objects.published().for_readers_of(language)


def of_index(shows: str, language: str):
    """Pages that an index lists; one without any hides from the menu."""
    trainings = visible_trainings(language)
    return {
        Shows.ALL: trainings,
        Shows.COMING: trainings.coming(),
        Shows.SERIES: visible_series(language),
        Shows.MATERIALS: trainings.over().with_materials(),
    }[shows]


@dataclass(slots=True)
class TrainingCard:
    """Facts of the source, words of the shown page, dates in their order. ``is_fallback``: in another language."""

    facts: TrainingPage
    page: TrainingPage
    url: str
    is_fallback: bool
    sessions: list[Session] = field(default_factory=list)
    materials: list[Material] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def language(self) -> str:
        return self.page.language

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
    """A series with its trainings, the first one first; those without a date so far stand at the end."""

    facts: TrainingSeriesPage
    page: TrainingSeriesPage
    url: str
    is_fallback: bool
    stops: list[TrainingCard] = field(default_factory=list)

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

    def number_of(self, training: TrainingPage) -> int:
        """Which of the trainings it is, counted from one; 0 for none of them."""
        return next((n for n, stop in enumerate(self.stops, 1) if stop.facts.pk == training.pk), 0)


def _shown(sources: list, translations, language: str) -> dict:
    """Translation key → ``(page, url, is_fallback)`` for a reader; one query, none for the main language."""
    pages = {row.translation_key: row for row in sources}
    if language != settings.LANGUAGE_CODE and sources:
        wanted = translations.published().filter(translation_key__in=pages, locale__language_code=language)
        pages |= {row.translation_key: row for row in wanted}
    found = {}
    for key, page in pages.items():
        is_fallback = page.language != language
        found[key] = (page, fallback_path(page, language) if is_fallback else path_of(page), is_fallback)
    return found


def training_cards(trainings: Iterable[TrainingPage], language: str) -> list[TrainingCard]:
    """Cards in the given order; one query for all dates, one for the translations."""
    trainings = list(trainings)
    shown = _shown(trainings, TrainingPage.objects.for_cards(), language)
    cards = {row.translation_key: TrainingCard(row, *shown[row.translation_key]) for row in trainings}
    for session in Session.objects.filter(event__in=cards).for_cards().order_by("starts", "pk") if cards else []:
        cards[session.event_id].sessions.append(session)
    return list(cards.values())


def series_of(pages: Iterable[TrainingSeriesPage], language: str) -> list[Series]:
    """Series in the given order with all their trainings; as many queries for one as for all."""
    pages = list(pages)
    shown = _shown(pages, TrainingSeriesPage.objects.for_page(), language)
    found = {row.translation_key: Series(row, *shown[row.translation_key]) for row in pages}
    by_path = {row.path: found[row.translation_key] for row in pages}
    trainings = visible_trainings(language).beneath(pages).for_cards() if pages else []
    for card in sorted(training_cards(trainings, language), key=first_date):
        by_path[card.facts.path[: -TrainingPage.steplen]].stops.append(card)
    return list(found.values())


def first_date(card: TrainingCard) -> tuple:
    starts = card.held[0].starts if card.held else None
    return (starts is None, starts, card.title) if starts else (True, card.title)
