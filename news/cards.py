"""From source articles to what a reader of one language sees of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from home.addresses import fallback_path, path_of
from news.models import ArticlePage


@dataclass(slots=True)
class ArticleCard:
    """A teaser: facts of the source, words of the shown page. ``is_fallback``: shown in another language."""

    facts: ArticlePage
    page: ArticlePage
    url: str
    is_fallback: bool

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def language(self) -> str:
        return self.page.language


def article_cards(articles: Iterable[ArticlePage], language: str) -> list[ArticleCard]:
    """Cards in the given order; one query for the translations, none for the main language."""
    articles = list(articles)
    shown = {article.translation_key: article for article in articles}
    if language != settings.LANGUAGE_CODE and articles:
        translations = (
            ArticlePage.objects.published()
            .filter(Q(translation_key__in=shown) & Q(locale__language_code=language))
            .for_cards()
        )
        shown |= {page.translation_key: page for page in translations}
    cards = []
    for facts in articles:
        page = shown[facts.translation_key]
        is_fallback = page.language != language
        url = fallback_path(page, language) if is_fallback else path_of(page)
        cards.append(ArticleCard(facts, page, url, is_fallback))
    return cards
