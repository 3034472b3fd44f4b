"""What an excursion's page says of taking it along."""

from django import template
from django.utils.translation import get_language

from directory.taking_along.door import Along
from directory.taking_along.pack import pack_size
from directory.taking_along.sheet import pdf_is_possible
from home.measures import size_text

register = template.Library()


@register.simple_tag(takes_context=True)
def take_along(context, page, stops, lines) -> dict:
    """``{"key", "size", "has_pdf", "has_places"}``; without a query, from what the page has."""
    found = Along(page, get_language(), stops, lines)
    is_preview = getattr(context.get("request"), "is_preview", True)
    return {
        "key": found.key,
        "size": size_text(pack_size(found, context["frame"].settings, is_preview=is_preview)),
        "has_pdf": pdf_is_possible(),
        "has_places": found.has_places,
    }
