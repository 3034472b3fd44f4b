"""Visits, their series and the festival that ends them, as a reader of one language sees them."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from django.utils.translation import get_language

from directory.cards import ListingCard, cards
from directory.models import Listing
from events.cards import organiser_card
from events.dated_cards import DatedCard, Series, dated_cards, first_date, series_of
from events.festival_programme import Programme, programme_of
from events.models import FestivalPage, Session, VisitPage, VisitSeriesPage, VisitsPage
from events.vocabulary import EventKind

MOST = 120


def visible(model, language: str):
    """Every page of a class that a reader of ``language`` may see."""
    return model.objects.published().for_readers_of(language)


@dataclass
class Visits:
    """What is coming before what is over; ``singles`` stand in no series."""

    series: list[Series] = field(default_factory=list)
    singles: list[DatedCard] = field(default_factory=list)
    past_series: list[Series] = field(default_factory=list)
    past: list[DatedCard] = field(default_factory=list)
    festival: "FestivalParts | None" = None
    festival_card: DatedCard | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.series or self.singles or self.past_series or self.past or self.festival_card)


def visits_of(shows: str) -> Visits:
    """Of an index: visits and series, or festivals. Four queries in the main language, at most three more in another."""
    language = get_language()
    if shows == VisitsPage.Shows.FESTIVAL:
        return _festivals(language)
    stops = _stops(language)
    series = series_of(_newest(VisitSeriesPage, language), stops, language)
    in_series = {stop.facts.pk for row in series for stop in row.stops}
    alone = [stop for stop in stops if stop.facts.pk not in in_series and isinstance(stop.facts, VisitPage)]
    series.sort(key=lambda row: (row.period is None, row.period))
    alone.sort(key=first_date)
    return Visits(
        series=[row for row in series if not row.is_over],
        singles=[card for card in alone if not card.is_over],
        past_series=[row for row in reversed(series) if row.is_over],
        past=[card for card in reversed(alone) if card.is_over],
    )


def _festivals(language: str) -> Visits:
    found = sorted(dated_cards(_newest(FestivalPage, language), language), key=first_date)
    coming = [card for card in found if not card.is_over]
    past = [card for card in reversed(found) if card.is_over]
    leading = coming[0] if coming else None
    return Visits(
        singles=coming[1:],
        past=past,
        festival=FestivalParts(leading.page) if leading else None,
        festival_card=leading,
    )


def _newest(model, language: str):
    """In a list that grows each year the old ones go first."""
    return visible(model, language).order_by("-first_published_at", "-pk").for_page()[:MOST]


def _stops(language: str) -> list[DatedCard]:
    pages = [page for model in (VisitPage, FestivalPage) for page in _newest(model, language)]
    return dated_cards(pages, language)


def series_in_sight(language: str) -> Series | None:
    """The series of which the next dated part is the first to come; one query where nothing of the kind is coming."""
    coming = Session.objects.published().coming().of_kind(EventKind.VISIT, EventKind.FESTIVAL)
    key = coming.exclude(event__series=None).values_list("event__series", flat=True).first()
    pages = list(visible(VisitSeriesPage, language).filter(translation_key=key).for_page()) if key else []
    return _whole(pages, language)[0] if pages else None


@dataclass
class InSeries:
    """What the pages of a series' parts have in common."""

    facts: VisitPage | FestivalPage

    @cached_property
    def series(self) -> Series | None:
        """The series it stands in, if that is open."""
        language, above = get_language(), self.facts.path[: -self.facts.steplen]
        pages = list(visible(VisitSeriesPage, language).filter(path=above).for_page())
        return _whole(pages, language)[0] if pages else None

    @cached_property
    def number(self) -> int:
        return self.series.number_of(self.facts) if self.series else 0


@dataclass
class VisitParts(InSeries):
    """What stands on the page of a visit beyond its own words. Fetched where a template asks for it."""

    @cached_property
    def _listed(self) -> dict:
        """Cards of its places and its excursion, by their kind: only of those whose own page is open."""
        facts, language = self.facts, get_language()
        keys = [page.translation_key for page in facts.places.all()]
        keys += [facts.excursion.translation_key] if facts.excursion else []
        rows = Listing.objects.for_readers_of(language).published().filter(thing__in=keys).by_name().for_cards()
        found: dict[str, list[ListingCard]] = {}
        for shown in cards(rows, language) if keys else []:
            found.setdefault(shown.listing.kind, []).append(shown)
        return found

    @property
    def places(self) -> list[ListingCard]:
        return self._listed.get("place", [])

    @property
    def excursion(self) -> ListingCard | None:
        return next(iter(self._listed.get("excursion", [])), None)


@dataclass
class FestivalParts:
    page: FestivalPage

    @cached_property
    def programme(self) -> Programme:
        return programme_of(self.page, get_language())

    @cached_property
    def _in_series(self) -> InSeries:
        return InSeries(self.page.source)

    @property
    def series(self) -> Series | None:
        return self._in_series.series

    @property
    def organiser(self) -> ListingCard | None:
        return organiser_card(self.page.source, get_language())


@dataclass
class VisitSeriesParts:
    facts: VisitSeriesPage

    @cached_property
    def timeline(self) -> Series:
        return _whole([self.facts], get_language())[0]

    @property
    def festival(self) -> DatedCard | None:
        """What it ends in."""
        return next((stop for stop in self.timeline.stops if is_festival(stop)), None)


def is_festival(stop: DatedCard) -> bool:
    return stop.facts.event_kind == EventKind.FESTIVAL


def _whole(pages: list[VisitSeriesPage], language: str) -> list[Series]:
    """Series with everything beneath them."""
    stops = []
    for model in (VisitPage, FestivalPage):
        below = model.objects.none()
        for page in pages:
            below |= visible(model, language).filter(path__startswith=page.path, depth=page.depth + 1)
        stops += below.for_page()
    return series_of(pages, dated_cards(stops, language), language)
