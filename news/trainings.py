"""Trainings as a reader of one language sees them: which, their words, their dates. Asked of the clock each time."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from events.dated_cards import DatedCard, Series, dated_cards, first_date
from events.dated_cards import series_of as series_with
from news.materials import Material
from news.models import TrainingIndexPage, TrainingPage, TrainingSeriesPage

__all__ = ["Series", "TrainingCard", "first_date", "of_index", "series_of", "training_cards"]

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
class TrainingCard(DatedCard):
    materials: list[Material] = field(default_factory=list)


def training_cards(trainings: Iterable[TrainingPage], language: str) -> list[TrainingCard]:
    """Cards in the given order; one query for all dates, one for the translations."""
    return dated_cards(trainings, language, TrainingCard)


def series_of(pages: Iterable[TrainingSeriesPage], language: str) -> list[Series]:
    """Series in the given order with all their trainings; as many queries for one as for all."""
    pages = list(pages)
    trainings = visible_trainings(language).beneath(pages).for_cards() if pages else []
    return series_with(pages, training_cards(trainings, language), language)
