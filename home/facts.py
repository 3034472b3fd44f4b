"""Facts have no language: the source page holds them, and readers get them from there (``BasePage.source``).

The translations' columns follow, because menus, feeds and lists are asked of the database. A read model like the
others: written in the transaction that publishes, repaired at night. Drafts are not looked at, of either page.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import prefetch_related_objects
from wagtail.models import Page, get_page_models

from home import versions
from home.models import BasePage
from home.reading import BATCH, by_class, in_batches, many_of, sources_of

FACTS_OF_WAGTAIL = ("show_in_menus",)


def fact_names(model: type[BasePage]) -> list[str]:
    """Every field of our own that is not translatable; with a new page class there is nothing to remember.

    What is unique cannot be in two rows and stays with the source.
    """
    words = {field.field_name for field in model.translatable_fields}
    fields = [*model._meta.fields, *model._meta.many_to_many]
    own = [field.name for field in fields if field.model is not Page and field.editable and not field.unique]
    return [*FACTS_OF_WAGTAIL, *(name for name in own if name not in words)]


def value_of(page: BasePage, name: str):
    """What is stored of a fact; rows of a many-to-many as sorted primary keys."""
    field = page._meta.get_field(name)
    if field.many_to_many:
        return sorted(row.pk for row in getattr(page, name).all())
    return getattr(page, field.attname)


def _follow(translation: BasePage, source: BasePage) -> bool:
    stale = [name for name in fact_names(type(source)) if value_of(translation, name) != value_of(source, name)]
    for name in stale:
        many = source._meta.get_field(name).many_to_many
        setattr(translation, name, list(getattr(source, name).all()) if many else getattr(source, name))
    if stale:
        translation.save(update_fields=stale, clean=False)
    return bool(stale)


def _bring_up_to_date(translations) -> int:
    """How many of these pages had another fact than their source."""
    pages, changed = translations.exclude(locale__language_code=settings.LANGUAGE_CODE).select_related("locale"), 0
    for batch in in_batches(pages.iterator(chunk_size=BATCH)):
        sources = sources_of(translations.model, [page.translation_key for page in batch])
        prefetch_related_objects([*batch, *sources.values()], *many_of(translations.model))
        changed += sum(_follow(page, sources.get(page.translation_key, page)) for page in batch)
    return changed


def write_pages(pages: Iterable[Page]) -> None:
    for model, same in by_class(page for page in pages if isinstance(page, BasePage)).items():
        _bring_up_to_date(model.objects.filter(translation_key__in={page.translation_key for page in same}))


def rebuild() -> dict[str, int]:
    report = {"added": 0, "changed": 0, "removed": 0}
    for model in (model for model in get_page_models() if issubclass(model, BasePage)):
        for keys in in_batches(model.objects.order_by("pk").values_list("pk", flat=True)):
            report["changed"] += versions.repaired(_rebuild, model.objects.filter(pk__in=keys))["changed"]
    return report


def _rebuild(pages) -> dict[str, int]:
    return {"changed": _bring_up_to_date(pages)}
