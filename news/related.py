"""What stands beside an article: what it is about, and what to read next."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import get_language

from news.cards import ArticleCard, article_cards
from news.index import news_index_path
from news.models import ArticlePage
from news.trainings import TrainingCard, training_cards, visible_trainings

RELATED = 6


@dataclass(slots=True)
class Link:
    label: str
    url: str


def aside(article: ArticlePage) -> dict:
    """Of a source article: ``trainings`` (cards), ``about`` (links to the news of the same settlement or topic) and
    ``related`` (cards)."""
    settlements, topics = list(article.settlements.all()), list(article.topics.all())
    base = news_index_path()
    rows = [("settlement", row) for row in settlements] + [("topic", row) for row in topics]
    return {
        "trainings": trainings_of(article),
        "about": [Link(str(row), f"{base}?{urlencode({name: row.slug})}") for name, row in rows] if base else [],
        "related": related_to(article, [row.pk for row in topics], [row.pk for row in settlements]),
    }


def trainings_of(article: ArticlePage) -> list[TrainingCard]:
    """Those it is about that its readers may see."""
    keys = [training.translation_key for training in article.trainings.all()]
    language = get_language() or article.language
    return (
        training_cards(visible_trainings(language).filter(translation_key__in=keys).for_cards(), language)
        if keys
        else []
    )


def related_to(
    article: ArticlePage, topics: list[int], settlements: list[int], count: int = RELATED
) -> list[ArticleCard]:
    """Cards of the articles that share most topics and settlements with ``article``, newest first among equals."""
    language = get_language() or article.language
    others = (
        ArticlePage.objects.published()
        .for_readers_of(language)
        .exclude(pk=article.pk)
        .filter(published_on__lte=timezone.localdate())
        .annotate(
            shared=Count("topics", filter=Q(topics__in=topics), distinct=True)
            + Count("settlements", filter=Q(settlements__in=settlements), distinct=True)
        )
        .order_by("-shared", "-published_on", "-pk")
        .for_cards()[:count]
    )
    return article_cards(others, language)
