"""The map drawn by us: under the tiles, instead of them, and on pages without JavaScript. Takes plain data; knows no
request and asks no database.
"""

from directory.base_map.ground import Base, Place, base
from directory.base_map.picture import Area, Point, svg
from directory.base_map.view import View

__all__ = ["Area", "Base", "Place", "Point", "View", "base", "svg"]
