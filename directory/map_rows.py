"""The map's two questions to the database, in SQL of our own.

They are asked with every pan of every reader, and building them with the ORM took more time than answering them. Each
names its rows by index look-ups, whose number does not grow with what is on the map. What is seen at all is as
``ListingQuerySet.published()`` has it.
"""

from typing import NamedTuple

from django.db import connection

from directory.models import Listing, MapCell, MapPoint, MapSlice
from home.addresses import fallback_path, path_of

Ranges = list[tuple[int, int]]
LISTING, POINT, CELL, SLICE = (model._meta.db_table for model in (Listing, MapPoint, MapCell, MapSlice))
PAGE = Listing._meta.get_field("page").related_model._meta.db_table


class Thing(NamedTuple):
    """What the map says of a listing. ``url_path`` is empty where there were too many to ask their pages."""

    pk: int
    longitude: float
    latitude: float
    kind: str
    sort: str
    title: str
    is_exact: bool
    is_stale: bool
    x: int
    y: int
    position: int
    language: str
    url_path: str = ""

    @classmethod
    def of(cls, row: tuple) -> "Thing":
        """Of a row in the order of ``COLUMNS``, with its ``url_path`` or without."""
        return cls(*row[:6], bool(row[6]), bool(row[7]), *row[8:])  # SQLite has numbers for them

    def path(self, language: str) -> str:
        """Where readers of ``language`` see it; empty for one that came without its page."""
        if not self.url_path:
            return ""
        return path_of(self) if self.language == language else fallback_path(self, language)


COLUMNS = ("id", *Thing._fields[1:-2], "page_language")  # fields of Listing
SELECTED = ", ".join(f"l.{name}" for name in COLUMNS)


def cells(facet: str, values: list[str], level: int, squares: Ranges) -> list[tuple[int, int, int, int]]:
    """``(position, count, sum_x, sum_y)`` of the kept squares of a level that are among ``squares``, slice by slice."""
    kept, params = _found(CELL, f"level = {level:d}", (facet, values), squares)
    return _rows(f"SELECT f.position, f.count, f.sum_x, f.sum_y FROM {kept}", params)


def things(facet: str, values: list[str], lone: tuple[int, Ranges], shared: Ranges | None, place, now) -> list[Thing]:
    """What is alone in its square of a level, and what lies in ``shared`` squares.

    ``lone``: the level, and the positions to look at; what comes and goes by the clock is alone at every level.
    ``shared``: positions of whole squares, or ``None`` where none are asked for; with them things come with their pages.
    ``place``: the language of the readers, and the box in pixels.
    """
    level, view = lone
    # Each level in ranges of its own: the index leads past what is not alone, of which there is no end when zoomed out.
    alone = [(*ends, own) for own in range(level + 1) for ends in view]
    seen, params = _found(POINT, "lone_level = r.column3", (facet, values), alone)
    seen = f"SELECT f.thing FROM {seen}"
    if shared:
        more, more_params = _found(POINT, f"lone_level > {level:d}", (facet, values), shared)
        seen, params = f"{seen} UNION ALL SELECT f.thing FROM {more}", params + more_params
    language, (west, north, east, south) = place
    listed = (
        "l.thing = seen.thing AND l.language = %s AND l.x BETWEEN %s AND %s AND l.y BETWEEN %s AND %s "
        "AND (l.visible_from IS NULL OR l.visible_from <= %s) AND (l.visible_until IS NULL OR l.visible_until > %s)"
    )
    now = connection.ops.adapt_datetimefield_value(now)
    params += [language, west, east, north, south, now, now]
    sql = f"SELECT {SELECTED} FROM ({seen}) seen {_for_each(LISTING, 'l', listed)}"
    if shared is not None:
        # Said twice, because PostgreSQL would read a table of a few hundred pages whole, once for each thing.
        page = "p.id = l.page_id AND p.id BETWEEN l.page_id AND l.page_id"
        sql = sql.replace(SELECTED, f"{SELECTED}, p.url_path", 1) + _for_each(PAGE, "p", page)
    return [Thing.of(row) for row in _rows(sql, params)]


def _found(table: str, level: str, slices: tuple[str, list[str]], ranges: list[tuple]) -> tuple[str, list]:
    """Where rows ``f`` come from that are at a level, in one of the slices, and within ``ranges``, both ends included.

    ``ranges`` are whole numbers, written into the statement: hundreds of placeholders took longer than their answer.
    """
    facet, values = slices
    rows = ", ".join(f"({', '.join(f'{number:d}' for number in numbers)})" for numbers in ranges)
    of_slices = f"s.facet = %s AND s.value IN ({', '.join(['%s'] * len(values))})"
    within = f"f.slice_id = s.id AND f.{level} AND f.position BETWEEN r.column1 AND r.column2"
    source = f"(VALUES {rows}) r{_for_each(SLICE, 's', of_slices)}{_for_each(table, 'f', within)}"
    return source, [facet, *values]


def _for_each(table: str, alias: str, condition: str) -> str:
    """Rows of a table for each row of what stands before, looked up by an index and in no other way.

    Both databases take the conditions for broader than they are, and would rather read the table whole.
    """
    if connection.vendor == "sqlite":
        return f" CROSS JOIN {table} {alias} ON {condition}"
    return f" CROSS JOIN LATERAL (SELECT * FROM {table} {alias} WHERE {condition} OFFSET 0) {alias}"


def _rows(sql: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
