"""What stands on the pages of a training and of a series beyond their own words. Fetched where a template asks for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import get_language

from directory.cards import ListingCard, cards
from directory.models import Listing
from home.models import Person
from news.cards import ArticleCard, article_cards
from news.listing import visible_articles
from news.models import ArticlePage, TrainingPage, TrainingSeriesPage
from news.trainings import Series, series_of, visible_series

MOST_ARTICLES = 12


def articles_about(keys: Iterable) -> list[ArticleCard]:
    """Published articles about any of the trainings with these translation keys, the newest first."""
    language = get_language()
    linked = ArticlePage.trainings.through.objects.filter(trainingpage__translation_key__in=list(keys))
    articles = visible_articles(language).filter(pk__in=linked.values("articlepage"))
    return article_cards(articles.newest_first().for_cards()[:MOST_ARTICLES], language)


@dataclass
class TrainingParts:
    facts: TrainingPage

    @cached_property
    def lecturers(self) -> list[Person]:
        return list(self.facts.lecturers.select_related("photo"))

    @cached_property
    def partners(self) -> list[ListingCard]:
        """Those whose own page is open."""
        keys = [page.translation_key for page in self.facts.partners.all()]
        language = get_language()
        listings = Listing.objects.for_readers_of(language).published().filter(thing__in=keys)
        return cards(listings.by_name().for_cards(), language) if keys else []

    @cached_property
    def series(self) -> Series | None:
        """The series it stands in, if that is open."""
        above = self.facts.path[: -self.facts.steplen]
        found = series_of(visible_series(get_language()).filter(path=above).for_page(), get_language())
        return found[0] if found else None

    @cached_property
    def number(self) -> int:
        return self.series.number_of(self.facts) if self.series else 0

    @cached_property
    def articles(self) -> list[ArticleCard]:
        return articles_about([self.facts.translation_key])


@dataclass
class SeriesParts:
    facts: TrainingSeriesPage

    @cached_property
    def timeline(self) -> Series:
        return series_of([self.facts], get_language())[0]

    @cached_property
    def articles(self) -> list[ArticleCard]:
        return articles_about(stop.facts.translation_key for stop in self.timeline.stops)
