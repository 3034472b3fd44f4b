from django import template

from news.index import news_index_path

register = template.Library()


@register.simple_tag
def news_index_url() -> str:
    """Address of the list of all news in the reader's language, ``""`` where there is none."""
    return news_index_path()
