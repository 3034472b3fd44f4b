"""Places, ways and areas as people write them. Pure: the extent of the map and the outline are handed in."""

from directory.geo.shapes import SRID, Reading, is_outside, outline_of, read, to_geojson, write
from directory.geo.text import DECIMALS, line_of, read_place

__all__ = [
    "DECIMALS",
    "SRID",
    "Reading",
    "is_outside",
    "line_of",
    "outline_of",
    "read",
    "read_place",
    "to_geojson",
    "write",
]
