"""Pages of towns and villages: what is in them, what is near, what is new."""

from django.db.models import Count
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.cards import cards
from directory.latvian_order import sort_key
from directory.mercator import pixel
from directory.models import Listing, ListingValue, Settlement
from directory.settlement_sections import sections, slugs_in_use
from directory.vocabulary import IN_DIRECTORY, PROFILES, Kind

NEAREST = 4


def in_use(language: str) -> dict[str, int]:
    """Slug → how many things are in it or cover it; settlements with nothing at all are left out."""
    listings = Listing.objects.for_readers_of(language).published()
    counted = (
        ListingValue.objects.filter(facet="place", listing__in=listings.values("pk"))
        .order_by()
        .values_list("value")
        .annotate(n=Count("pk"))
    )
    return dict.fromkeys(slugs_in_use(language), 0) | dict(counted)


def settlements_context(request) -> dict:
    """Of the overview, or of the one settlement that the address names (``request.below``).

    Raises:
        Http404: there is no such settlement.
    """
    language = get_language()
    below = getattr(request, "below", "")
    if not below:
        used = in_use(language)
        rows = sorted(Settlement.objects.filter(slug__in=used), key=lambda row: sort_key(row.name))
        return {
            "settlements": [
                {"settlement": row, "count": used[row.slug], "url": f"{request.path}{row.slug}/"} for row in rows
            ]
        }
    settlement = Settlement.objects.filter(slug=below).first()
    if settlement is None:
        raise Http404
    return {"settlement": settlement, **settlement_context(request, settlement, language)}


def _middle(settlement: Settlement, here: list) -> tuple[float, float] | None:
    """(longitude, latitude) of the settlement; where nobody has given it, of an area or a place that belongs to it."""
    if settlement.point:
        return settlement.point.x, settlement.point.y
    own = [card.listing for card in here if card.listing.settlement_id == settlement.pk]
    for row in own:
        if row.area:
            ring = row.area[0][0]
            return sum(x for x, _y in ring) / len(ring), sum(y for _x, y in ring) / len(ring)
    return next(((row.longitude, row.latitude) for row in own if row.position is not None), None)


def settlement_context(request, settlement: Settlement, language: str) -> dict:
    published = Listing.objects.for_readers_of(language).published()
    here = published.with_value("place", [settlement.slug])
    here_cards = cards(here.by_name().for_cards(), language)
    near, middle = [], _middle(settlement, here_cards)
    if middle:
        others = published.on_map().exclude(pk__in=here.values("pk")).filter(kind__in=PROFILES)
        near = cards(others.nearest(*pixel(*middle)).for_cards()[:NEAREST], language)
    place = settlement.locative if language == "lv" and settlement.locative else settlement.name
    return {
        "heading": _("What is on in %(place)s") % {"place": place},
        "profiles": [card for card in here_cards if card.listing.kind in PROFILES],
        "rooms": [card for card in here_cards if card.listing.kind == Kind.VENUE],
        "visits": [card for card in here_cards if card.listing.kind not in IN_DIRECTORY],
        "near": near,
        "middle": middle,
        "is_empty": not here_cards,
        "sections": sections(request, settlement),
    }
