"""The map's cells: how many things lie in each square of each level, kept up to date one thing at a time.

Squares that hold one thing are not kept: the thing itself knows from which level on it is alone. Everything is whole
numbers, so both databases answer alike. Writers come here inside the publishing transaction, which is the only one of
its kind at any moment (home.versions.hold); within it, slices are taken in the order of their keys.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q

from directory.mercator import BITS, shared_level, unmorton
from directory.models import MapCell, MapPoint, MapSlice
from home import versions

DEEPEST = 20  # squares of 64 px at zoom 18
EVERYTHING = ("", "")
# One move costs some ten queries, a count some five and the reading of all points.
MANY_MOVES, POINTS_PER_MOVE = 3, 100


@dataclass(frozen=True)
class Place:
    """Where a thing is on the map, what it counts under, and whether the clock decides if it is seen."""

    position: int
    values: frozenset[tuple[str, str]]
    dated: bool = False


def slices(keys: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Ids of the slices of these ``(facet, value)``; what is not there yet is made."""
    found = {(row.facet, row.value): row.pk for row in MapSlice.objects.all()}
    for facet, value in sorted(keys - found.keys()):
        found[facet, value] = MapSlice.objects.create(facet=facet, value=value).pk
    return {key: found[key] for key in keys}


@transaction.atomic
def place(things: dict[UUID, Place | None]) -> int:
    """Put things where they are now, or take them off the map (``None``); returns how many had been elsewhere."""
    keys = {key for where in things.values() if where for key in (*where.values, EVERYTHING)}
    ids = slices(keys)
    before: dict[UUID, dict[int, MapPoint]] = {}
    for point in MapPoint.objects.filter(thing__in=list(things)):
        before.setdefault(point.thing, {})[point.slice_id] = point
    moves: dict[int, list[tuple[UUID, MapPoint | None, Place | None]]] = {}
    changed = set()
    for thing, where in sorted(things.items(), key=lambda item: str(item[0])):
        old = before.get(thing, {})
        new = {ids[key]: where for key in (*where.values, EVERYTHING)} if where else {}
        for slice_id in old.keys() | new.keys():
            was, now = old.get(slice_id), new.get(slice_id)
            if was and now and (was.position, was.dated) == (now.position, now.dated):
                continue
            changed.add(thing)
            moves.setdefault(slice_id, []).append((thing, was, now))
    for slice_id, of_slice in sorted(moves.items()):
        if _is_worth_a_count(slice_id, len(of_slice)):
            _move_all(slice_id, of_slice)
            continue
        for thing, was, now in of_slice:
            if was:
                _remove(was)
            if now:
                _add(slice_id, thing, now)
    return len(changed)


def _is_worth_a_count(slice_id: int, moves: int) -> bool:
    """An import moves many things of a slice at once: counting the slice anew is then the shorter way."""
    if moves < MANY_MOVES:
        return False
    most = moves * POINTS_PER_MOVE
    return len(MapPoint.objects.filter(slice=slice_id).values_list("pk")[: most + 1]) <= most


def _move_all(slice_id: int, moves: list[tuple[UUID, MapPoint | None, Place | None]]) -> None:
    MapPoint.objects.filter(pk__in=[was.pk for _thing, was, _now in moves if was]).delete()
    points = []
    for thing, _was, now in moves:
        if now:
            x, y = unmorton(now.position)
            points.append(
                MapPoint(slice_id=slice_id, thing=thing, position=now.position, x=x, y=y, lone_level=0, dated=now.dated)
            )
    MapPoint.objects.bulk_create(points, batch_size=500)
    fill([slice_id])


def _neighbour(slice_id: int, position: int) -> MapPoint | None:
    """The undated thing of the slice that shares the deepest square with ``position``."""
    points = MapPoint.objects.filter(slice=slice_id, dated=False)
    near = [
        points.filter(position__gte=position).order_by("position").first(),
        points.filter(position__lt=position).order_by("-position").first(),
    ]
    near = [point for point in near if point]
    return max(near, key=lambda point: shared_level(point.position, position), default=None)


def _squares(position: int, deepest: int) -> list[tuple[int, int]]:
    return [(level, position >> 2 * (BITS - level)) for level in range(deepest + 1)]


def _cells(slice_id: int, position: int, deepest: int):
    """The kept squares around a position, down to a level. Each is named by its key: an exact index look-up."""
    keys = Q()
    for level, square in _squares(position, deepest):
        keys |= Q(level=level, position=square)
    return MapCell.objects.filter(keys, slice=slice_id)


def _add(slice_id: int, thing: UUID, where: Place) -> None:
    x, y = unmorton(where.position)
    point = MapPoint(slice_id=slice_id, thing=thing, position=where.position, x=x, y=y, lone_level=0, dated=where.dated)
    neighbour = None if where.dated else _neighbour(slice_id, where.position)
    if neighbour is not None:
        deepest = min(shared_level(neighbour.position, where.position), DEEPEST)
        shared = _cells(slice_id, where.position, deepest)
        shared.update(count=F("count") + 1, sum_x=F("sum_x") + x, sum_y=F("sum_y") + y)
        if neighbour.lone_level <= deepest:
            sums = {"count": 2, "sum_x": x + neighbour.x, "sum_y": y + neighbour.y}
            MapCell.objects.bulk_create(
                MapCell(slice_id=slice_id, level=level, position=square, **sums)
                for level, square in _squares(where.position, deepest)
                if level >= neighbour.lone_level
            )
            MapPoint.objects.filter(pk=neighbour.pk).update(lone_level=deepest + 1)
        point.lone_level = deepest + 1
    point.save()


def _remove(point: MapPoint) -> None:
    MapPoint.objects.filter(pk=point.pk).delete()
    if point.dated:
        return
    pairs = [cell for cell in _cells(point.slice_id, point.position, DEEPEST) if cell.count == 2]
    if pairs:
        MapCell.objects.filter(pk__in=[cell.pk for cell in pairs]).delete()
        lonely = min(pairs, key=lambda cell: cell.level)
        shift = 2 * (BITS - lonely.level)
        MapPoint.objects.filter(
            slice=point.slice_id,
            dated=False,
            position__gte=lonely.position << shift,
            position__lt=(lonely.position + 1) << shift,
        ).update(lone_level=lonely.level)
    _cells(point.slice_id, point.position, DEEPEST).update(
        count=F("count") - 1, sum_x=F("sum_x") - point.x, sum_y=F("sum_y") - point.y
    )


def fill(slice_ids: list[int], lone_levels_are_right: bool = False) -> None:
    """Count the cells of these slices anew from their points: for imports, benches and repair."""
    cells, points = MapCell._meta.db_table, MapPoint._meta.db_table
    levels = [
        f"SELECT slice_id, {level}, position >> {2 * (BITS - level)}, COUNT(*), SUM(x), SUM(y) FROM {points} "
        "WHERE slice_id = %s AND NOT dated GROUP BY 1, 3 HAVING COUNT(*) > 1"
        for level in range(DEEPEST + 1)
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        for slice_id in sorted(slice_ids):
            MapCell.objects.filter(slice=slice_id).delete()
            cursor.execute(
                f"INSERT INTO {cells} (slice_id, level, position, count, sum_x, sum_y) " + " UNION ALL ".join(levels),
                [slice_id] * len(levels),
            )
            if lone_levels_are_right:
                continue
            points_now = MapPoint.objects.filter(slice=slice_id, dated=False).order_by("position", "pk")
            wrong = [(pk, level) for pk, was, level in lone_levels(points_now) if was != level]
            for start in range(0, len(wrong), 1000):
                part = [MapPoint(pk=pk, lone_level=level) for pk, level in wrong[start : start + 1000]]
                MapPoint.objects.bulk_update(part, ["lone_level"])


def lone_levels(points):
    """``(pk, kept level, right level)`` of each point of one slice, given in the order of their positions."""
    rows = points.values_list("pk", "position", "lone_level").iterator(chunk_size=5000)
    previous = None  # (pk, position, kept, level shared with the one before)
    for pk, position, kept in rows:
        shared = min(shared_level(previous[1], position), DEEPEST) if previous else -1
        if previous:
            yield previous[0], previous[2], max(previous[3], shared) + 1
        previous = (pk, position, kept, shared)
    if previous:
        yield previous[0], previous[2], previous[3] + 1


def repair() -> int:
    """Count every slice anew where its cells are not what its points say; returns how many slices were wrong."""
    slices = list(MapSlice.objects.order_by("pk").values_list("pk", flat=True))
    return sum(versions.repaired(_repair, pk)["changed"] for pk in slices)


def _repair(slice_id: int) -> dict[str, int]:
    wrong = not is_right(slice_id)
    if wrong:
        fill([slice_id])
    return {"changed": int(wrong)}


def is_right(slice_id: int) -> bool:
    """Whether cells and lone levels of a slice are what its points say."""
    points = MapPoint.objects.filter(slice=slice_id, dated=False)
    if any(was != level for _pk, was, level in lone_levels(points.order_by("position", "pk"))):
        return False
    counted: dict[tuple[int, int], list[int]] = {}
    for position, x, y in points.order_by().values_list("position", "x", "y").iterator(chunk_size=5000):
        for square in _squares(position, DEEPEST):
            entry = counted.setdefault(square, [0, 0, 0])
            entry[0] += 1
            entry[1] += x
            entry[2] += y
    kept = {
        (level, position): [count, sum_x, sum_y]
        for level, position, count, sum_x, sum_y in MapCell.objects.filter(slice=slice_id).values_list(
            "level", "position", "count", "sum_x", "sum_y"
        )
    }
    return kept == {square: entry for square, entry in counted.items() if entry[0] > 1}
