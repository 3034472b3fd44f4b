"""News on the page of a settlement."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.settlement_sections import Section
from news.cards import article_cards
from news.listing import visible_articles

MOST = 3


def section(request, settlement) -> Section | None:
    language = get_language()
    articles = visible_articles(language).in_settlement(settlement).newest_first().for_cards()[:MOST]
    cards = article_cards(articles, language)
    return Section(_("News"), "news/_settlement.html", {"cards": cards}) if cards else None


def in_use(language: str) -> set[str]:
    return set(visible_articles(language).exclude(settlements=None).values_list("settlements__slug", flat=True))
