"""What the map shows of a box: single things by name while there are few, squares with counts beyond that.

Without a filter, with one value of one facet, or with several kinds, two queries answer from the cells
(directory.cells), however many things there are. Other filters are counted from the listings, exactly up to ``EXACT`` matches; beyond that the cells of
the rarest chosen value give an upper bound, which says so.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F, Min, Q, Sum
from django.utils import timezone

from directory.cells import DEEPEST, EVERYTHING
from directory.filters import Box, DirectoryFilter
from directory.finding import narrow
from directory.mercator import BITS, degrees, ranges, unmorton
from directory.models import Listing, MapCell, MapPoint

NAMED = 60
EXACT = 100_000
MOST_SQUARES = 4  # across a box, for the ranges that queries look through


@dataclass
class Cluster:
    longitude: float
    latitude: float
    count: int


@dataclass
class Answer:
    """``named``: listings with their pages; ``unnamed``: listings without; ``is_bound``: counts may be too high."""

    named: list[Listing] = field(default_factory=list)
    unnamed: list[Listing] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    is_bound: bool = False

    @property
    def total(self) -> int:
        return len(self.named) + len(self.unnamed) + sum(cluster.count for cluster in self.clusters)


def level_of(zoom: int) -> int:
    """Squares of about 64 px at a zoom of 256 px tiles."""
    return max(0, min(zoom + 2, DEEPEST))


def _ranges(box: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    west, north, east, south = box
    widest = max(east - west, south - north, 1)
    level = max(0, min(BITS, BITS - (widest // (MOST_SQUARES - 1)).bit_length()))
    return ranges(west, north, east, south, level)


def _slices_of(form: DirectoryFilter) -> list[tuple[str, str]]:
    """The slices that together answer for this filter; none where listings have to be asked."""
    chosen = form.chosen
    if form.value("q") or form.value("letter") or len(chosen) > 1:
        return []
    if not chosen:
        return [EVERYTHING]
    ((facet, values),) = chosen.items()
    # A thing has one kind: the slices of several kinds share nothing, and may be added.
    return [(facet, value) for value in values] if len(values) == 1 or facet == "kind" else []


def answer(form: DirectoryFilter, language: str, box: Box, zoom: int, now: datetime | None = None) -> Answer:
    """What lies in ``box`` for readers of ``language``; the filter's own box is not asked."""
    now = now or timezone.now()
    keys = _slices_of(form)
    if keys:
        return _from_cells(keys, language, box.pixels(), level_of(zoom), now)
    return _from_listings(form, language, box.pixels(), level_of(zoom), now)


def _from_cells(keys: list[tuple[str, str]], language: str, box, level: int, now) -> Answer:
    found = _ranges(box)
    shift = 2 * (BITS - level)
    where = {"slice__facet": keys[0][0], "slice__value__in": [value for _facet, value in keys]}
    squares = [(first >> shift, last >> shift) for first, last in found]
    kept = MapCell.objects.filter(position__in_ranges=squares, level=level, **where)
    rows = kept.values_list("position", "count", "sum_x", "sum_y")
    cells = _added(row for row in rows if _touches(row[0], level, box))
    few = sum(count for _position, count, _x, _y in cells) <= NAMED
    points = MapPoint.objects.filter(position__in_ranges=found, **where)
    if not few:
        points = points.filter(Q(lone_level__lte=level) | Q(dated=True))
    listings = Listing.objects.for_readers_of(language).published(now).within(*_grown(box, level))
    listings = listings.filter(thing__in=points.order_by().values("thing"))
    if few:
        listings = listings.select_related("page")
    return _together(list(listings), cells, level, few)


def _added(cells) -> list[tuple[int, int, int, int]]:
    """``(position, count, sum_x, sum_y)`` of each square, its slices added."""
    sums: dict[int, tuple[int, int, int]] = {}
    for position, *cell in cells:
        count, x, y = sums.get(position, (0, 0, 0))
        sums[position] = count + cell[0], x + cell[1], y + cell[2]
    return [(position, *rest) for position, rest in sums.items()]


def _together(listings: list[Listing], cells: list[tuple[int, int, int, int]], level: int, complete: bool) -> Answer:
    """``complete``: ``listings`` has the things of the cells too, and they are counted from it."""
    if complete and len(listings) <= NAMED:
        return Answer(named=listings)
    alone = listings
    if complete:
        alone, cells = _squared(listings, 2 * (BITS - level))
    clusters = [Cluster(*degrees(x / count - 0.5, y / count - 0.5), count) for _position, count, x, y in cells]
    return Answer(unnamed=alone, clusters=clusters)


def _squared(listings: list[Listing], shift: int) -> tuple[list[Listing], list[tuple[int, int, int, int]]]:
    """Those alone in their squares, and ``(position, count, sum_x, sum_y)`` of the other squares."""
    squares: dict[int, list[Listing]] = {}
    for row in listings:
        squares.setdefault(row.position >> shift, []).append(row)
    alone = [rows[0] for rows in squares.values() if len(rows) == 1]
    shared = [
        (position, len(rows), sum(row.x for row in rows), sum(row.y for row in rows))
        for position, rows in squares.items()
        if len(rows) > 1
    ]
    return alone, shared


def _grown(box, level: int) -> tuple[int, int, int, int]:
    """The box out to the edges of its squares: a square that is half in it is shown whole."""
    west, north, east, south = box
    shift = BITS - level
    return (
        west >> shift << shift,
        north >> shift << shift,
        ((east >> shift) + 1 << shift) - 1,
        ((south >> shift) + 1 << shift) - 1,
    )


def _touches(position: int, level: int, box) -> bool:
    x, y = unmorton(position)
    shift = BITS - level
    west, north, east, south = box
    return west >> shift <= x <= east >> shift and north >> shift <= y <= south >> shift


def _from_listings(form: DirectoryFilter, language: str, box, level: int, now) -> Answer:
    matches = narrow(form, language, now).on_map()
    if matches.order_by()[EXACT : EXACT + 1].exists():
        bound = _from_cells([_rarest(form)], language, box, level, now)
        bound.is_bound = True
        return bound
    inside = matches.within(*_grown(box, level)).order_by()
    few = list(inside.select_related("page")[: NAMED + 1])
    if len(few) <= NAMED:
        return Answer(named=few)
    shift = 2 * (BITS - level)
    rows = inside.values(square=F("position").bitrightshift(shift)).annotate(
        n=Count("pk"), sum_x=Sum("x"), sum_y=Sum("y"), one=Min("pk")
    )
    rows = list(rows)
    alone = Listing.objects.filter(pk__in=[row["one"] for row in rows if row["n"] == 1])
    cells = [(row["square"], row["n"], row["sum_x"], row["sum_y"]) for row in rows if row["n"] > 1]
    return _together(list(alone), cells, level, complete=False)


def _rarest(form: DirectoryFilter) -> tuple[str, str]:
    """The chosen value that fewest things on the map count under; everything where none was chosen alone."""
    keys = Q()
    for facet, values in form.chosen.items():
        if len(values) == 1:
            keys |= Q(slice__facet=facet, slice__value=values[0])
    if not keys:
        return EVERYTHING
    row = MapCell.objects.filter(keys, level=0).order_by("count").values_list("slice__facet", "slice__value").first()
    return row or EVERYTHING
