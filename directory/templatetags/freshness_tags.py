"""What the screens of staff show of a profile's freshness."""

from django import template

from directory.freshness.signs import signs_of
from directory.freshness.words import sentence
from directory.models import Freshness
from directory.permissions import may_moderate

register = template.Library()


@register.simple_tag
def freshness_of(page, viewer) -> dict:
    """``row`` (``None`` for a page that was never published), ``sentence`` and ``signs`` in words, ``may_decide``."""
    row = Freshness.objects.filter(profile=page.translation_key).first()
    return {
        "row": row,
        "sentence": sentence(row, page.listing_kind) if row else "",
        "signs": signs_of(row) if row else [],
        "may_decide": may_moderate(viewer),
    }
