from dataclasses import dataclass
from urllib.parse import urlencode

from django import template
from django.utils.translation import get_language

from home.navigation import path_of
from home.querysets import open_at
from news.models import NewsIndexPage

register = template.Library()


@dataclass
class Link:
    label: str
    url: str


@register.simple_tag
def news_index_url() -> str:
    """Address of the list of all news in the reader's language, ``""`` where there is none."""
    index = (
        NewsIndexPage.objects.filter(open_at(), locale__language_code=get_language(), shows="")
        .select_related("locale")
        .order_by("path")
        .first()
    )
    return path_of(index) if index else ""


@register.simple_tag
def article_facts(article) -> list[Link]:
    """Settlements and topics of an article, each leading to the news about it."""
    base = news_index_url()
    if not base:
        return []
    rows = [("settlement", row) for row in article.settlements.all()] + [("topic", row) for row in article.topics.all()]
    return [Link(str(row), f"{base}?{urlencode({name: row.slug})}") for name, row in rows]
