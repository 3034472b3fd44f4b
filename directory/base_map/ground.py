"""The drawn ground: read once from its file, drawn as SVG for a view."""

import functools
import json
import logging
import os
from dataclasses import dataclass, field

from django.contrib.staticfiles import finders

from directory.base_map.view import XY, BBox, View, cut, path, pieces

logger = logging.getLogger(__name__)
NAME = "map/base.geojson"  # among the static files; MAP_DIR puts another municipality's in front
AIR = 0.025
FLOWING = 20  # pixels of width at zoom 11 from which a river shows that it flows


@dataclass(frozen=True)
class Place:
    """A settlement with its name; names of rank 1 are written first, of rank 4 where all the rest has room."""

    name: str
    longitude: float
    latitude: float
    rank: int = 3


@dataclass(frozen=True, eq=False)
class Base:
    """What the file holds, in degrees. Lines come with name and width (pixels at zoom 11)."""

    areas: dict[str, list[list[XY]]] = field(default_factory=lambda: {"outline": [], "wood": []})
    lines: dict[str, list[tuple[str, float, list[XY]]]] = field(
        default_factory=lambda: {"road": [], "river": [], "label": []}
    )
    places: list[Place] = field(default_factory=list)
    neighbours: list[Place] = field(default_factory=list)
    notices: dict[str, str] = field(default_factory=dict)

    @property
    def bbox(self) -> BBox | None:
        """Around the municipality (west, south, east, north), with a little air."""
        points = [point for ring in self.areas["outline"] for point in ring]
        if not points:
            return None
        longitudes, latitudes = zip(*points, strict=True)
        west, south, east, north = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
        across, down = AIR * (east - west), AIR * (north - south)
        return west - across, south - down, east + across, north + down


def base() -> Base:
    """The ground as its file is now. Where there is none, or it cannot be read, the ground is empty."""
    found = finders.find(NAME)
    if not found:
        return EMPTY
    return _read(found, os.stat(found).st_mtime_ns)


EMPTY = Base()


@functools.lru_cache(maxsize=4)
def _read(file: str, changed: int) -> Base:
    try:
        with open(file, encoding="utf-8") as opened:
            return parsed(json.load(opened))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        logger.exception("the drawn ground of the map cannot be read")
        return EMPTY


def parsed(collection: dict) -> Base:
    """GeoJSON → ground; features of a kind that is not known are left out.

    Raises:
        ValueError, LookupError, TypeError, AttributeError: it is not GeoJSON as `draw_base_map` writes it.
    """
    ground = Base(notices={key: text for key, text in collection.items() if isinstance(text, str) and key != "type"})
    for feature in collection["features"]:
        properties, coordinates = feature["properties"], feature["geometry"]["coordinates"]
        kind, name = properties["kind"], properties.get("name", "")
        if kind in ground.areas:
            ground.areas[kind] += [[(x, y) for x, y in ring[:-1]] for ring in coordinates]
        elif kind in ground.lines:
            ground.lines[kind].append((name, float(properties.get("width", 0)), [(x, y) for x, y in coordinates]))
        elif kind == "place":
            ground.places.append(Place(name, *coordinates, int(properties["rank"])))
        elif kind == "neighbour":
            ground.neighbours.append(Place(name, *coordinates))
    return ground


def stroke(width: float, zoom: float) -> float:
    """Pixels of a line at this zoom: it grows with the map, but slower, so that it neither clots nor swells."""
    return round(max(1.2, width * 2 ** (0.7 * (zoom - 11))), 1)


@functools.lru_cache(maxsize=128)
def drawn(ground: Base, view: View) -> str:
    """Land, woods, waters and roads as SVG, from the ground up."""
    land = [_area(view, ring, "map__land") for ring in ground.areas["outline"]]
    woods = [_area(view, ring, "map__wood") for ring in ground.areas["wood"]]
    banks, waters, flows = [], [], []
    for _name, width, line in sorted(ground.lines["river"], key=lambda river: river[1]):
        wide = stroke(width, view.zoom)
        data = _line(view, line)
        bank = wide + max(2, min(6, wide * 0.14))
        banks.append(_stroked("map__bank", data, bank))
        waters.append(_stroked("map__water", data, wide))
        flows += [_stroked("map__flow", data)] if width >= FLOWING else []
    roads = [
        _stroked("map__road", _line(view, line), min(stroke(width, view.zoom), 9))
        for _name, width, line in ground.lines["road"]
    ]
    return "".join([*land, *woods, *banks, *waters, *flows, *roads])


def _area(view: View, ring: list[XY], kind: str) -> str:
    data = path(cut(view.line(ring), view.frame), closed=True)
    return f'<path class="{kind}" d="{data}"/>' if data else ""


def _line(view: View, line: list[XY]) -> str:
    return "".join(path(piece) for piece in pieces(view.line(line), view.frame))


def _stroked(kind: str, data: str, wide: float | None = None) -> str:
    width = "" if wide is None else f' stroke-width="{wide:.1f}"'
    return f'<path class="{kind}"{width} d="{data}"/>' if data else ""
