"""Profiles that readers know and whose names are like one that somebody is about to add."""

from django.db.models import Exists, OuterRef, Q

from directory.cards import card
from directory.imports.matching import Index, plain_name
from directory.models import Listing
from directory.vocabulary import PROFILES
from home.models import SearchTerm
from home.search.query import Query, offered

SHORTEST = 3
MOST = 5


def known(name: str, language: str) -> list:
    """Cards of at most five published profiles whose titles have every word of ``name`` that says which one it is."""
    query = Query(plain_name(name), language)
    if len("".join(query.words)) < SHORTEST:
        return []
    entries = offered(language).filter(kind__in=[kind.value for kind in PROFILES])
    for word in query.words:
        match = query.condition(word, prefix=True) | Q(word__startswith=word)
        entries = entries.filter(Exists(SearchTerm.objects.filter(match, entry=OuterRef("pk"), in_title=True)))
    return _cards(entries.order_by("title", "pk").values_list("translation_key", flat=True)[:MOST], language)


def alike(name: str, settlement_id: int | None, language: str) -> list:
    """The same, and the one that differs by a slip or by the order of its words."""
    found = known(name, language)
    other = Index("").lookalike(plain_name(name), settlement_id, None, "")
    if other is not None and other.thing not in {row.listing.thing for row in found}:
        found += _cards([other.thing], language)
    return found


def _cards(things, language: str) -> list:
    things = list(things)
    rows = Listing.objects.for_readers_of(language).published().filter(thing__in=things).by_name().for_cards()
    return [card(row, language) for row in rows] if things else []
