"""From a filter to listings: the one way that list, map, counts, export and API take."""

from dataclasses import dataclass
from functools import reduce
from operator import and_

from directory.filters import DirectoryFilter
from directory.mercator import pixel
from directory.models import Listing
from directory.tally import Joined, Tally, counts, numbers, tally
from home.models import SearchTerm
from home.search.query import Query


def _with_words(listings, text: str, language: str):
    """Listings whose pages have every word; the last one may be a beginning."""
    query = Query(text, language)
    for word in query.words:
        condition = query.condition(word, prefix=word == query.words[-1])
        found = SearchTerm.objects.filter(condition).order_by().values("entry__page")
        listings = listings.filter(page__in=found)
    return listings if query.words else listings.none()


def _typed(form: DirectoryFilter, language: str, now=None, in_box: bool = True):
    """Published listings of a language that have the words and lie in the box."""
    listings = Listing.objects.for_readers_of(language).published(now)
    if text := form.value("q"):
        listings = _with_words(listings, text, language)
    if in_box and (box := form.value("box")):
        listings = listings.within(*box.pixels())
    return listings


def narrow(form: DirectoryFilter, language: str, now=None, in_box: bool = True):
    """Published listings of a language that the filter lets through; the map has a box of its own."""
    listings = _typed(form, language, now, in_box)
    if "kind" not in form.chosen:
        listings = listings.in_directory()
    for facet, values in form.chosen.items():
        listings = listings.with_value(facet, values)
    if letter := form.value("letter"):
        listings = listings.filter(letter=letter.upper())
    return listings


def order_of(form: DirectoryFilter, place=None) -> str:
    """“name”, “new”, or “near” where there is a place to be near to."""
    near = form.value("near")
    order = form.value("order") or ("near" if near else "name")
    return order if order != "near" or near or place is not None else "name"


def ordered(listings, form: DirectoryFilter, place=None):
    """In the order the filter asks for; ``place`` (a point) is where “near” begins if it names no place itself."""
    order, near = order_of(form, place), form.value("near")
    if order == "near":
        return listings.nearest(*(pixel(near[1], near[0]) if near else pixel(place.x, place.y)))
    return listings.newest() if order == "new" else listings.by_name()


@dataclass(frozen=True)
class Overview:
    """How many things a filter lets through, by first letter and by value of each facet; ``bits``: which, of a tally."""

    total: int
    letters: dict[str, int]
    facets: dict[str, dict[str, int]]
    bits: int


def overview(form: DirectoryFilter, language: str, now=None, known: Tally | None = None) -> Overview:
    """Everything a list says in numbers. A chosen facet's values are counted as if it were not chosen.

    ``known`` is the tally of the language, where it is at hand: the database is then asked for words and boxes alone.
    """
    known = known or tally(language, now)
    among = known.listed
    if form.value("q") or form.value("box"):
        among &= known.of(numbers(_typed(form, language, now).aggregate(keys=Joined("pk"))["keys"]))
    if letter := form.value("letter"):
        among &= known.letters.get(letter.upper(), 0)
    chosen = {facet: known.under(facet, values) for facet, values in form.chosen.items()}

    def let_through(without: str = "") -> int:
        return reduce(and_, (bits for facet, bits in chosen.items() if facet != without), among)

    found = let_through()
    return Overview(
        found.bit_count(),
        counts(known.letters, found),
        {
            facet: counts(values, let_through(without=facet) if facet in chosen else found)
            for facet, values in known.facets.items()
        },
        found,
    )
