"""From a filter to listings: the one way that list, map, counts, export and API take."""

from django.db.models import Count, Exists, OuterRef

from directory.filters import FACETS, DirectoryFilter
from directory.mercator import pixel
from directory.models import Listing, ListingValue
from home.models import SearchTerm
from home.search.query import Query


def _with_words(listings, text: str, language: str):
    """Listings whose pages have every word; the last one may be a beginning."""
    query = Query(text, language)
    for word in query.words:
        condition = query.condition(word, prefix=word == query.words[-1])
        found = SearchTerm.objects.filter(condition, entry__page_id=OuterRef("page_id"))
        listings = listings.filter(Exists(found))
    return listings if query.words else listings.none()


def narrow(form: DirectoryFilter, language: str, now=None, without: str = ""):
    """Published listings of a language that the filter lets through, ``without`` one of its facets."""
    listings = Listing.objects.for_readers_of(language).published(now)
    for facet, values in form.chosen.items():
        if facet != without:
            listings = listings.with_value(facet, values)
    if text := form.value("q"):
        listings = _with_words(listings, text, language)
    if letter := form.value("letter"):
        listings = listings.filter(letter=letter.upper())
    if box := form.value("box"):
        listings = listings.within(*box.pixels())
    return listings


def ordered(listings, form: DirectoryFilter, place=None):
    """In the order the filter asks for; ``place`` (a point) is where “near” begins if it names no place itself."""
    near = form.value("near")
    if near:
        x, y = pixel(near[1], near[0])
    elif place is not None:
        x, y = pixel(place.x, place.y)
    order = form.value("order") or ("near" if near else "name")
    if order == "near" and (near or place is not None):
        return listings.nearest(x, y)
    return listings.newest() if order == "new" else listings.by_name()


def counts(form: DirectoryFilter, language: str, now=None) -> dict[str, dict[str, int]]:
    """Facet → value → how many listings it leads to beside the other facets' choices. One query."""
    parts = []
    everywhere = [name for name in FACETS if name not in form.chosen]
    groups = [(everywhere, ""), *(([name], name) for name in form.chosen)]
    for names, without in groups:
        listings = narrow(form, language, now, without=without)
        parts.append(
            ListingValue.objects.filter(facet__in=names, listing__in=listings.order_by().values("pk"))
            .order_by()
            .values_list("facet", "value")
            .annotate(n=Count("pk"))
        )
    found: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for facet, value, number in parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]:
        found[facet][value] = number
    return found


def letters(form: DirectoryFilter, language: str, now=None):
    """The letters that the names of what is found begin with."""
    listings = narrow(form, language, now)
    return listings.order_by().values_list("letter", flat=True).distinct()
