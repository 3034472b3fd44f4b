"""Where the list of all news is."""

from django.utils.translation import get_language

from home.addresses import path_of
from home.querysets import open_at
from news.models import NewsIndexPage


def news_index_path() -> str:
    """Address of the list of all news in the reader's language, ``""`` where there is none."""
    index = (
        NewsIndexPage.objects.filter(open_at(), locale__language_code=get_language(), shows="")
        .select_related("locale")
        .order_by("path")
        .first()
    )
    return path_of(index) if index else ""
