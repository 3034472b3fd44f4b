"""What to read next."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import get_language

from news.cards import ArticleCard, article_cards
from news.models import ArticlePage

RELATED = 6


def related_to(article: ArticlePage, count: int = RELATED) -> list[ArticleCard]:
    """Cards of the articles that share most topics and settlements with ``article``, newest first among equals."""
    topics = [row.pk for row in article.topics.all()]
    settlements = [row.pk for row in article.settlements.all()]
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
