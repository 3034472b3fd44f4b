"""What templates show of the directory: lists of values, the address of the list. The maps are in map_tags."""

from django import template
from django.utils.translation import get_language

from directory.models import DirectoryPage
from home import versions
from home.addresses import fallback_path, path_of
from home.querysets import open_at

register = template.Library()


@register.simple_tag
def values_of(page, name: str) -> str:
    """The chosen values of a closed list as one text: “For families, for seniors”."""
    field = page._meta.get_field(name)
    text = ", ".join(str(label) for label in field.labels(getattr(page, name)))
    return text[:1].upper() + text[1:]


@register.simple_tag
def topics_of(facts) -> list:
    """Its topics, each with the one that it is a part of; one query."""
    return list(facts.topics.select_related("parent"))


@register.filter
def any_chosen(groups) -> bool:
    """Whether a value of these facets is chosen."""
    return any(group.current for group in groups)


def _directory_path(language: str) -> str:
    pages = list(DirectoryPage.objects.filter(open_at()).select_related("locale").order_by("path"))
    own = next((page for page in pages if page.language == language), None)
    if own is not None:
        return path_of(own)
    return fallback_path(pages[0], language) if pages else ""


@register.simple_tag(takes_context=True)
def directory_url(context) -> str:
    """Address of the list of communities and organisations in the reader's language, ``""`` where there is none."""
    language, frame = get_language(), context.get("frame")
    if frame is None:
        return _directory_path(language)
    return versions.kept(frame.settings, ("directory-url", language), lambda: _directory_path(language))
