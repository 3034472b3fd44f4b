"""What the home page shows of the news. Nothing older than a year, whatever the clock says."""

import datetime

from django.utils import timezone
from django.utils.translation import get_language

from news.cards import article_cards
from news.listing import visible_articles
from news.models import ArticlePage

NEWS = 4
STORIES = 3
FRESH = datetime.timedelta(days=365)


def section(request) -> dict:
    """``lead_article`` and ``articles`` (cards), ``stories`` (cards not already shown)."""
    language = get_language()
    fresh = visible_articles(language).since(timezone.localdate() - FRESH).newest_first().for_cards()
    news = list(fresh[:NEWS])
    # The large place asks for a picture; the newest that has one takes it.
    lead = next((row for row in news if row.lead_image_id), None)
    news.sort(key=lambda row: row is not lead)
    shown = [row.pk for row in news]
    stories = list(fresh.filter(kind=ArticlePage.Kind.STORY).exclude(pk__in=shown)[:STORIES])
    cards = article_cards(news + stories, language)
    return {
        "lead_article": cards[0] if cards else None,
        "articles": cards[1 : len(news)],
        "stories": cards[len(news) :],
    }
