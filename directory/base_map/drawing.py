"""From control points to GeoJSON: a drawing is fitted to the settlements it is pinned to, its curves are flattened.

A drawing is a table ``part, kind, name, width, x, y``, a row for each control point in the order of the line:

``pin``        ``part`` is the slug of a settlement, ``x`` and ``y`` where the drawing shows it
``notice``     ``part`` is a member of the collection (``note``, ``licence`` …), ``name`` its text
``outline``, ``wood``   closed areas
``road``, ``river``     lines; ``width`` in pixels at zoom 11
``label``      the line along which the name of a water is written
``neighbour``  the name of a town outside

``x`` grows to the right and ``y`` downwards, as in SVG. A drawing without pins is in degrees already: ``x`` is the
longitude and ``y`` the latitude.
"""

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

XY = tuple[float, float]
METRES_PER_DEGREE = 111_320
CLOSED = ("outline", "wood")
LINES = ("road", "river", "label")
STEPS = 16
TOLERANCE_METRES = 12
NAME_TOLERANCE_METRES = 60  # nobody sees the line of a name


class DrawingError(ValueError):
    """The drawing cannot be used; the message says which row and why."""


@dataclass(frozen=True)
class Fit:
    """An affine map, drawing → degrees, and how far off the pins it lies in metres."""

    longitude: tuple[float, float, float]
    latitude: tuple[float, float, float]
    off: tuple[float, ...] = ()

    def __call__(self, x: float, y: float) -> XY:
        return tuple(a * x + b * y + c for a, b, c in (self.longitude, self.latitude))

    @property
    def mean_metres(self) -> float:
        return math.sqrt(sum(each * each for each in self.off) / len(self.off)) if self.off else 0.0


AS_IT_IS = Fit((1, 0, 0), (0, 1, 0))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fitted(pins: list[tuple[XY, XY]]) -> Fit:
    """The affine map of least squares through ``(drawing, degrees)`` pairs.

    Raises:
        DrawingError: fewer than three pins, or all on one line.
    """
    sums = [
        [sum(u * v for u, v in zip(row, column, strict=True)) for column in _columns(pins)] for row in _columns(pins)
    ]
    targets = list(zip(*(degrees for _drawn, degrees in pins), strict=True)) or [(), ()]
    right = [[sum(u * v for u, v in zip(row, target, strict=True)) for row in _columns(pins)] for target in targets]
    if len(pins) < 3 or abs(_determinant(sums)) < 1e-6:
        raise DrawingError("A drawing is pinned to at least three settlements that do not lie on one line.")
    fit = Fit(_solved(sums, right[0]), _solved(sums, right[1]))
    return Fit(fit.longitude, fit.latitude, tuple(_metres(fit(*drawn), degrees) for drawn, degrees in pins))


def _columns(pins) -> list[list[float]]:
    return [[x for (x, _y), _ in pins], [y for (_x, y), _ in pins], [1.0] * len(pins)]


def _determinant(m) -> float:
    (a, b, c), (d, e, f), (g, h, i) = m
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _solved(matrix, right) -> tuple[float, float, float]:
    """Cramer's rule: three unknowns want no library."""
    whole = _determinant(matrix)
    replaced = ([[*row[:n], value, *row[n + 1 :]] for row, value in zip(matrix, right, strict=True)] for n in range(3))
    return tuple(_determinant(each) / whole for each in replaced)


def _metres(a: XY, b: XY) -> float:
    return METRES_PER_DEGREE * math.hypot((a[0] - b[0]) * math.cos(math.radians(b[1])), a[1] - b[1])


def smooth(points: list[XY], *, closed: bool) -> list[XY]:
    """The Catmull–Rom curve through the points, flattened; a closed one ends where it began."""
    last = len(points) - 1
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[last]]
    curve = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        curve += [_between(a, b, c, d, step / STEPS) for step in range(STEPS)]
    return [*curve, points[0] if closed else points[last]]


def _between(a: XY, b: XY, c: XY, d: XY, t: float) -> XY:
    return tuple(
        (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3) / 2
        for p, q, r, s in zip(a, b, c, d, strict=True)
    )


def simplified(line: list[XY], tolerance: float) -> list[XY]:
    """Douglas and Peucker: no left-out point lies farther from the line than ``tolerance`` metres."""
    if len(line) < 3:
        return line
    far, at = max((_off_line(line[n], line[0], line[-1]), n) for n in range(1, len(line) - 1))
    if far <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: at + 1], tolerance)[:-1] + simplified(line[at:], tolerance)


def _off_line(point: XY, start: XY, end: XY) -> float:
    east = METRES_PER_DEGREE * math.cos(math.radians(start[1]))
    (px, py), (ex, ey) = (((q[0] - start[0]) * east, (q[1] - start[1]) * METRES_PER_DEGREE) for q in (point, end))
    length = ex * ex + ey * ey
    share = max(0.0, min(1.0, (px * ex + py * ey) / length)) if length else 0.0
    return math.hypot(px - share * ex, py - share * ey)


def _rounded(point: Iterable[float]) -> list[float]:
    return [round(number, 5) for number in point]


def _counterclockwise(ring: list[XY]) -> list[XY]:
    """RFC 7946, 3.1.6: outer rings run against the clock."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if area > 0 else ring[::-1]


def collection(drawing: list[dict[str, str]], settlements: list[dict[str, str]]) -> tuple[dict, Fit]:
    """The drawing and the settlements' names as a GeoJSON FeatureCollection, and the fit that was used.

    Raises:
        DrawingError: a row that cannot be read, a pin without a settlement, a kind that is not known.
    """
    known = {row["slug"]: (float(row["lon"]), float(row["lat"])) for row in settlements if row["lon"]}
    pins, notices, features = [], {}, []
    for (part, kind), group in groupby(drawing, key=itemgetter("part", "kind")):
        rows = list(group)
        if kind == "pin":
            if part not in known:
                raise DrawingError(f"The pin “{part}” is no settlement whose position is known.")
            pins.append((_xy(rows[0]), known[part]))
        elif kind == "notice":
            notices[part] = rows[0]["name"]
    fit = fitted(pins) if pins else AS_IT_IS
    for (part, kind), group in groupby(drawing, key=itemgetter("part", "kind")):
        if kind not in ("pin", "notice"):
            features.append(_feature(part, kind, list(group), fit))
    features += [_place(row) for row in settlements if row["lon"] and not row["left_out"]]
    return {"type": "FeatureCollection", **notices, "features": features}, fit


def _xy(row: dict[str, str]) -> XY:
    try:
        return float(row["x"]), float(row["y"])
    except ValueError:
        raise DrawingError(f"{row['part']} ({row['kind']}): “{row['x']}, {row['y']}” is no position.") from None


def _feature(part: str, kind: str, rows: list[dict[str, str]], fit: Fit) -> dict:
    points = [fit(*_xy(row)) for row in rows]
    properties = {"kind": kind, "approximate": True}
    if rows[0]["name"]:
        properties["name"] = rows[0]["name"]
    if kind == "neighbour":
        return _geojson("Point", _rounded(points[0]), properties)
    if kind not in CLOSED + LINES or len(points) < (3 if kind in CLOSED else 2):
        raise DrawingError(f"{part}: the kind “{kind}” is not known, or has too few points.")
    if rows[0]["width"]:
        properties["width"] = float(rows[0]["width"])
    curve = smooth(points, closed=kind in CLOSED)
    tolerance = NAME_TOLERANCE_METRES if kind == "label" else TOLERANCE_METRES
    middle = len(curve) // 2
    line = simplified(curve[: middle + 1], tolerance)[:-1] + simplified(curve[middle:], tolerance)
    if kind in CLOSED:
        return _geojson("Polygon", [[_rounded(point) for point in _counterclockwise(line)]], properties)
    return _geojson("LineString", [_rounded(point) for point in line], properties)


def _place(row: dict[str, str]) -> dict:
    """A settlement; its rank says whose name comes first where there is not room for all."""
    rank = 1 if row["kind"] == "town" else 2 if row["is_main"] else 3 if row["source"] == "register" else 4
    properties = {"kind": "place", "name": row["name"], "rank": rank}
    return _geojson("Point", _rounded((float(row["lon"]), float(row["lat"]))), properties)


def _geojson(geometry: str, coordinates: list, properties: dict) -> dict:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry, "coordinates": coordinates},
    }
