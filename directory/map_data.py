"""What the map shows of a box: single things by name while there are few, squares with counts beyond that.

Without a filter, with one value of one facet, or with several kinds, two queries answer from the cells
(directory.cells), however many things there are. Other filters are counted from the listings, exactly up to ``EXACT`` matches; beyond that the cells of
the rarest chosen value give an upper bound, which says so.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F, Min, Q, Subquery, Sum
from django.utils import timezone

from directory import map_rows
from directory.cells import DEEPEST, EVERYTHING
from directory.filters import Box, DirectoryFilter
from directory.finding import narrow
from directory.map_rows import COLUMNS, Thing
from directory.mercator import BITS, degrees, inside, joined, ranges, touching
from directory.models import Listing, MapCell
from home import versions
from home.models import SiteSettings

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
    """``named``: things with their pages; ``unnamed``: things without; ``is_bound``: counts may be too high."""

    named: list[Thing] = field(default_factory=list)
    unnamed: list[Thing] = field(default_factory=list)
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
    slices = keys[0][0], [value for _facet, value in keys]
    view, below = _ranges(box), _below(level)
    squares = joined([(first >> below, last >> below) for first, last in view])
    is_seen = touching(*box, level)
    kept = [cell for cell in map_rows.cells(*slices, level, squares) if is_seen(cell[0])]
    few = sum(count for _position, count, _x, _y in kept) <= NAMED
    whole = joined([inside(position, below) for position, *_rest in kept]) if few else None
    found = map_rows.things(*slices, (level, view), whole, (language, _grown(box, level)), now)
    return _together(found, _added(kept), level, few)


def _below(level: int) -> int:
    """Bits of a position beneath its square of a level."""
    return 2 * (BITS - level)


def _added(cells) -> list[tuple[int, int, int, int]]:
    """``(position, count, sum_x, sum_y)`` of each square, its slices added."""
    sums: dict[int, tuple[int, int, int]] = {}
    for position, *cell in cells:
        count, x, y = sums.get(position, (0, 0, 0))
        sums[position] = count + cell[0], x + cell[1], y + cell[2]
    return [(position, *rest) for position, rest in sums.items()]


def _together(things: list[Thing], cells: list[tuple[int, int, int, int]], level: int, complete: bool) -> Answer:
    """``complete``: ``things`` has those of the cells too, and they are counted from it."""
    if complete and len(things) <= NAMED:
        return Answer(named=things)
    alone = things
    if complete:
        alone, cells = _squared(things, _below(level))
    clusters = [Cluster(*degrees(x / count - 0.5, y / count - 0.5), count) for _position, count, x, y in cells]
    return Answer(unnamed=alone, clusters=clusters)


def _squared(things: list[Thing], shift: int) -> tuple[list[Thing], list[tuple[int, int, int, int]]]:
    """Those alone in their squares, and ``(position, count, sum_x, sum_y)`` of the other squares."""
    squares: dict[int, list[Thing]] = {}
    for row in things:
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


def _from_listings(form: DirectoryFilter, language: str, box, level: int, now) -> Answer:
    matches = narrow(form, language, now, in_box=False).on_map()
    most, rarest, config = _rarest(form)
    # Without looking: no more can match than the cells have of the rarest value.
    if most > EXACT and _are_many(matches, form, language, config):
        bound = _from_cells([rarest], language, box, level, now)
        bound.is_bound = True
        return bound
    grown = _grown(box, level)
    seen = matches.filter(position__in_ranges=_ranges(grown)).within(*grown).order_by()
    few = [Thing.of(row) for row in seen.values_list(*COLUMNS, "page__url_path")[: NAMED + 1]]
    if len(few) <= NAMED:
        return Answer(named=few)
    shift = _below(level)
    rows = seen.values(square=F("position").bitrightshift(shift)).annotate(
        n=Count("pk"), sum_x=Sum("x"), sum_y=Sum("y"), one=Min("pk")
    )
    rows = list(rows)
    ones = Listing.objects.filter(pk__in=[row["one"] for row in rows if row["n"] == 1])
    alone = [Thing.of(row) for row in ones.values_list(*COLUMNS)]
    cells = [(row["square"], row["n"], row["sum_x"], row["sum_y"]) for row in rows if row["n"] > 1]
    return _together(alone, cells, level, complete=False)


def _are_many(matches, form: DirectoryFilter, language: str, config: SiteSettings) -> bool:
    """Whether more than ``EXACT`` match. To count so far takes the longest of all: it is kept until something changes."""
    asked = repr((sorted(form.chosen.items()), form.value("q"), form.value("letter"))).encode()
    parts = "map-many", language, hashlib.sha256(asked).hexdigest()
    return versions.kept(config, parts, lambda: matches.order_by()[EXACT : EXACT + 1].exists())


def _rarest(form: DirectoryFilter) -> tuple[int, tuple[str, str], SiteSettings]:
    """How many things on the map count under the chosen value that fewest count under, and which it is; everything where
    none was chosen alone. With it, in the same question, the content's version.

    What comes or goes by the clock is not counted.
    """
    keys = Q(slice__facet=EVERYTHING[0], slice__value=EVERYTHING[1])
    for facet, values in form.chosen.items():
        if len(values) == 1:
            keys |= Q(slice__facet=facet, slice__value=values[0])
    cells = MapCell.objects.filter(keys, level=0).order_by("count", "-slice__facet")
    config = SiteSettings.objects.order_by("pk")
    kept_under = [Subquery(config.values(name)[:1]) for name in ("pk", "version", "next_change")]
    row = cells.values_list("count", "slice__facet", "slice__value", *kept_under).first() or (
        0,
        *EVERYTHING,
        *[None] * 3,
    )
    count, facet, value, pk, version, next_change = row
    return count, (facet, value), SiteSettings(pk=pk, version=version, next_change=next_change)
