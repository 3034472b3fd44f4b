"""“Where do you live?” answered with the page of the settlement."""

from django.conf import settings
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory import geo
from directory.cards import cards
from directory.models import Listing, Settlement, SettlementsPage
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


def find_by_coordinate(text: str) -> PlaceAnswer | None:
    """Communities whose area lies around a typed place, and the nearest towns; ``None`` when no place was typed."""
    overview = settlements_path(get_language())
    if not overview or geo.read_place(text) is None:
        return None
    try:
        here = geo.read(text, "POINT", settings.TILE_EXTENT).geometry
    except ValidationError as error:
        return PlaceAnswer(message=" ".join(error.messages))
    language = get_language()
    drawn = Listing.objects.for_readers_of(language).published().filter(area__isnull=False)
    around = [card for card in cards(drawn.by_name().for_cards(), language) if _lies_in(here, card.listing.area)]
    towns = _towns_near(here, list(Settlement.objects.all()), in_use(language), overview)
    found = tuple((card.title, card.url) for card in around)
    if found:
        return PlaceAnswer(message=_("Whose area this place lies in, and towns near it:"), suggestions=found + towns)
    return PlaceAnswer(message=_("Nobody has drawn an area around this place. Places near it:"), suggestions=towns)


def _lies_in(point: Point, area: list) -> bool:
    return MultiPolygon(*(Polygon(*rings) for rings in area)).covers(point)


def _towns_near(point: Point | None, rows: list, used: dict, overview: str) -> tuple[tuple[str, str], ...]:
    near = [row for row in rows if row.slug in used and row.point and point]
    near.sort(key=lambda row: row.point.distance(point))
    return tuple((row.name, f"{overview}{row.slug}/") for row in near[:NEAREST])


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
    near = _towns_near(settlement.point, rows, used, overview)
    message = _("We know %(name)s, but nobody there has told of themselves yet.") % {"name": settlement.name}
    if near:
        message += " " + _("Places near it:")
    return PlaceAnswer(message=message, suggestions=near)
