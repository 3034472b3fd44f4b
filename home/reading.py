"""Many pages read for the read models at once: what belongs to each is asked for all of them, not page by page."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.conf import settings
from django.db.models import QuerySet, prefetch_related_objects
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page

from home.models import BasePage

BATCH = 200


def in_batches(rows: Iterable) -> Iterator[list]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


def by_class(pages: Iterable[Page]) -> dict[type[Page], list]:
    found: dict[type[Page], list] = {}
    for page in pages:
        found.setdefault(type(page), []).append(page)
    return found


def many_of(model: type[Page]) -> list[str]:
    """The fields of a page class that name rows of others."""
    return [field.name for field in get_all_child_m2m_relations(model)]


def parts_of(model: type[Page]) -> list[str]:
    """Everything of a page class that stands in rows of its own: its parts, and what it names."""
    rows = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    named = [field.name for field in model._meta.fields if field.many_to_one and field.model is not Page]
    return [*rows, *named, *many_of(model)]


def read(pages: QuerySet) -> list[Page]:
    """Specific pages with language, parts and sources. Only for pages that nobody has in hand: parts stay as read."""
    found = list(pages.specific().select_related("locale", for_specific_subqueries=True))
    for model, same in by_class(found).items():
        prefetch_related_objects(same, *parts_of(model))
    remember_sources(found)
    return found


def sources_of(model: type[BasePage], keys: Iterable) -> dict:
    """Translation key → the page that holds the facts (``BasePage.source``)."""
    pages = model._default_manager.for_page().filter(
        translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE
    )
    return {page.translation_key: page for page in pages}


def remember_sources(pages: Iterable[Page]) -> None:
    """Give every translation its ``source``."""
    translations = [page for page in pages if isinstance(page, BasePage) and page.language != settings.LANGUAGE_CODE]
    for model, same in by_class(translations).items():
        sources = sources_of(model, [page.translation_key for page in same])
        prefetch_related_objects(list(sources.values()), *many_of(model))
        for page in same:
            page.source = sources.get(page.translation_key, page)
