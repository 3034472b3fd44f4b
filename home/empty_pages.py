"""Pages of the menu that list something, and hide from it in a language for which there is nothing to list."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Q
from wagtail.models import Page

# Page type → its rules: the values of its fields, and what must exist for a language.
_rules: dict[type[Page], list[tuple[dict, Callable[[str], Exists]]]] = {}


def hide_when_empty(model: type[Page], has_content: Callable[[str], Exists], **fields) -> None:
    """Menu pages of ``model`` with these ``fields`` hide in a language unless ``has_content(language)`` holds, or
    another rule that matches them: what one app lists nothing under, another may. A page of a ruled ``model`` whose
    fields no rule matches lists nothing that anybody knows of, and hides. For ``ready()``."""
    _rules.setdefault(model, []).append((fields, has_content))


def empty_among(pages: dict[int, int], language: str) -> set[int]:
    """Which of these pages hide; ``pages`` is primary key → content type. One query, none where no rule applies.

    A query with every rule in it takes a hundred milliseconds to put together, so those of absent types stay out.
    """
    filled, asked = Q(), set()
    for model, kind in ContentType.objects.get_for_models(*_rules).items():
        own = {pk for pk, content_type in pages.items() if content_type == kind.pk}
        if own:
            asked |= own
            for fields, has_content in _rules[model]:
                values = {f"{model._meta.model_name}__{name}": value for name, value in fields.items()}
                filled |= Q(content_type=kind, **values) & Q(has_content(language))
    if not asked:
        return set()
    return asked - set(Page.objects.filter(filled, pk__in=asked).values_list("pk", flat=True))
