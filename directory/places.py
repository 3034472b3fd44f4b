"""“Where do you live?” answered with the page of the settlement."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.models import Settlement, SettlementsPage
from directory.settlements import in_use
from home.addresses import fallback_path, path_of
from home.search.latvian import fold, stem
from home.search.places import PlaceAnswer

NEAREST = 5


def settlements_path(language: str) -> str:
    """Path of the overview of settlements in a language, ``""`` where there is none."""
    pages = list(SettlementsPage.objects.published().select_related("locale").order_by("path"))
    own = next((page for page in pages if page.language == language), None)
    if own is not None:
        return path_of(own)
    return fallback_path(pages[0], language) if pages else ""


def find_settlement(text: str) -> PlaceAnswer | None:
    """A settlement by slug, name or locative, diacritics or not; ``None`` when no settlement is meant."""
    wanted = fold(text).strip()
    rows = list(Settlement.objects.all())
    settlement = next((row for row in rows if wanted in {row.slug, fold(row.name), fold(row.locative)}), None) or next(
        (row for row in rows if stem(fold(row.name)) == stem(wanted) and len(wanted) > 3), None
    )
    overview = settlements_path(get_language())
    if settlement is None or not overview:
        return None
    used = in_use(get_language())
    if settlement.slug in used:
        return PlaceAnswer(url=f"{overview}{settlement.slug}/")
    near = [row for row in rows if row.slug in used and row.point and settlement.point]
    near.sort(key=lambda row: row.point.distance(settlement.point))
    message = _("We know %(name)s, but nobody there has told of themselves yet.") % {"name": settlement.name}
    if near:
        message += " " + _("Places near it:")
    return PlaceAnswer(
        message=message, suggestions=tuple((row.name, f"{overview}{row.slug}/") for row in near[:NEAREST])
    )
