"""What the home page shows of the directory: the question's places, the map, who is there."""

from django.db.models import Count
from django.utils.translation import get_language

from directory.cards import cards
from directory.models import Listing, Settlement
from directory.settlements import in_use
from directory.vocabulary import PROFILES

CHIPS = 6
NEWEST = 3


def section(request) -> dict:
    """``places`` (names for the question), ``settlements`` (chips), ``directory`` (counts by kind, newest cards)."""
    language = get_language()
    used = in_use(language)
    rows = list(Settlement.objects.only("slug", "name", "is_main"))
    listings = Listing.objects.for_readers_of(language).published().in_directory()
    counts = dict(listings.order_by().values_list("kind").annotate(n=Count("pk")))
    newest = listings.filter(kind__in=PROFILES).newest().for_cards()[:NEWEST] if counts else []
    return {
        "places": [row.name for row in rows],
        "settlements": [row for row in rows if row.is_main and row.slug in used][:CHIPS],
        "directory": {"counts": counts, "newest": cards(newest, language)} if counts else None,
    }
