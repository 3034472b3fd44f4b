"""From a filter to listings: the one way that list, map, counts, export and API take."""

from dataclasses import dataclass, field

from django.db import connection

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
        found = SearchTerm.objects.filter(condition).order_by().values("entry__page")
        listings = listings.filter(page__in=found)
    return listings if query.words else listings.none()


def narrow(form: DirectoryFilter, language: str, now=None, without: str = ""):
    """Published listings of a language that the filter lets through, ``without`` one of its facets."""
    listings = Listing.objects.for_readers_of(language).published(now)
    if without == "kind" or "kind" not in form.chosen:
        listings = listings.in_directory()
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


@dataclass(frozen=True)
class Overview:
    """How many things a filter lets through, by first letter and by value of each facet."""

    total: int = 0
    letters: dict[str, int] = field(default_factory=dict)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


def overview(form: DirectoryFilter, language: str, now=None, everything: Overview | None = None) -> Overview:
    """Everything a list says in numbers, in one query. A chosen facet's values are counted as if it were not chosen.

    What a filter lets through is looked for once and then counted three times, which the ORM cannot say. ``everything``
    is the overview of no filter, where it is known: what a facet chosen alone says of itself.
    """
    everywhere = [name for name in FACETS if name not in form.chosen]
    apart = [] if everything and form.narrowed_by == form.chosen.keys() and len(form.chosen) == 1 else form.chosen
    found, params = _matches(form, language, now)
    tables = [f"found (id, letter) AS ({found})"]
    parts = [
        "SELECT '', '', COUNT(*) FROM found",
        "SELECT 'letter', letter, COUNT(*) FROM found GROUP BY letter",
        _values_of("found", everywhere),
    ]
    for number, name in enumerate(apart):
        others, more = _matches(form, language, now, without=name)
        tables.append(f"others{number} (id, letter) AS ({others})")
        parts.append(_values_of(f"others{number}", [name]))
        params += more
    facets: dict[str, dict[str, int]] = {name: {} for name in ("", "letter", *FACETS)}
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(tables)} {' UNION ALL '.join(parts)}", params)
        for facet, value, number in cursor.fetchall():
            facets[facet][value] = number
    facets |= {name: everything.facets[name] for name in form.chosen if name not in apart}
    return Overview(facets.pop("")[""], facets.pop("letter"), facets)


def _matches(form: DirectoryFilter, language: str, now, without: str = "") -> tuple[str, list]:
    rows = narrow(form, language, now, without=without).order_by().values_list("pk", "letter")
    sql, params = rows.query.sql_with_params()
    return sql, list(params)


def _values_of(table: str, facets: list[str]) -> str:
    """``facets`` are names of ours and no input."""
    names = ", ".join(f"'{name}'" for name in facets)
    values = ListingValue._meta.db_table
    return (
        f"SELECT v.facet, v.value, COUNT(*) FROM {table} JOIN {values} v ON v.listing_id = {table}.id "
        f"WHERE v.facet IN ({names}) GROUP BY v.facet, v.value"
    )
