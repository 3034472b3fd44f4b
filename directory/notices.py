"""Wanted and offered: the current notices of published profiles."""

from django.utils.translation import get_language

from directory.cards import card
from directory.models import Listing, Notice


def notices_context() -> dict:
    language = get_language()
    listings = {row.thing: row for row in Listing.objects.for_readers_of(language).published().for_cards()}
    rows = [
        {"notice": notice, "card": card(listings[notice.profile_id], language)}
        for notice in Notice.objects.current()
        if notice.profile_id in listings
    ]
    kinds = [(kind, [row for row in rows if row["notice"].kind == kind]) for kind in Notice.Kind]
    return {"kinds": [{"label": kind.label, "rows": found} for kind, found in kinds if found]}
