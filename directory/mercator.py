"""Web Mercator (EPSG:3857) in whole pixels, and their Morton codes. Pure arithmetic, the same on both databases.

The world is 2²² pixels wide: zoom 14 with tiles of 256 px, about 5 m a pixel in Latvia. ``x`` grows to the east, ``y`` to
the south.
"""

import math
from collections.abc import Callable

BITS = 22
WORLD = 1 << BITS
MOST_LATITUDE = 85.0511287798066
# Bits of a Morton code that are those of x, and of y.
OF_X, OF_Y = 0x5555555555555555, 0xAAAAAAAAAAAAAAAA


def pixel(longitude: float, latitude: float) -> tuple[int, int]:
    """Degrees → pixel; what lies outside the projection comes to its edge."""
    latitude = max(-MOST_LATITUDE, min(MOST_LATITUDE, latitude))
    x = (longitude + 180) / 360
    y = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return _inside(x * WORLD), _inside(y * WORLD)


def _inside(value: float) -> int:
    return max(0, min(WORLD - 1, math.floor(value)))


def degrees(x: float, y: float) -> tuple[float, float]:
    """The middle of a pixel → (longitude, latitude)."""
    longitude = (x + 0.5) / WORLD * 360 - 180
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + 0.5) / WORLD))))
    return longitude, latitude


def _spread(value: int) -> int:
    """Bits of a 32-bit number, each followed by a zero."""
    value = (value | value << 16) & 0x0000FFFF0000FFFF
    value = (value | value << 8) & 0x00FF00FF00FF00FF
    value = (value | value << 4) & 0x0F0F0F0F0F0F0F0F
    value = (value | value << 2) & 0x3333333333333333
    return (value | value << 1) & OF_X


def _gather(value: int) -> int:
    value &= OF_X
    value = (value | value >> 1) & 0x3333333333333333
    value = (value | value >> 2) & 0x0F0F0F0F0F0F0F0F
    value = (value | value >> 4) & 0x00FF00FF00FF00FF
    value = (value | value >> 8) & 0x0000FFFF0000FFFF
    return (value | value >> 16) & 0xFFFFFFFF


def morton(x: int, y: int) -> int:
    """Bits of ``y`` and ``x`` taken in turn: the code of a square's four parts begin with the square's own."""
    return _spread(x) | _spread(y) << 1


def unmorton(code: int) -> tuple[int, int]:
    return _gather(code), _gather(code >> 1)


def touching(west: int, north: int, east: int, south: int, level: int) -> Callable[[int], bool]:
    """Whether a square of ``level``, told by its Morton code, touches a box of pixels.

    Spread bits are in the order of the numbers they came from, so that no code has to be taken apart.
    """
    shift = BITS - level
    west, east = _spread(west >> shift), _spread(east >> shift)
    north, south = _spread(north >> shift) << 1, _spread(south >> shift) << 1
    return lambda code: west <= code & OF_X <= east and north <= code & OF_Y <= south


def shared_level(first: int, second: int) -> int:
    """The deepest level at which two positions (Morton codes of pixels) lie in one square; ``BITS`` for the same."""
    different = first ^ second
    return BITS - (different.bit_length() + 1) // 2


def ranges(west: int, north: int, east: int, south: int, level: int) -> list[tuple[int, int]]:
    """Morton ranges ``[first, last]`` of pixels' codes that cover a box of pixels by squares of ``level``.

    The squares are joined where their codes follow each other; the box is covered whole, a little more with it.
    """
    shift = BITS - level
    codes = [
        morton(x, y)
        for x in range(west >> shift, (east >> shift) + 1)
        for y in range(north >> shift, (south >> shift) + 1)
    ]
    return joined([inside(code, 2 * shift) for code in codes])


def inside(square: int, below: int) -> tuple[int, int]:
    """The range of positions within a square, whose Morton code is ``below`` bits shorter."""
    return square << below, ((square + 1) << below) - 1


def joined(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap or follow each other as one; nothing is within two of them."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(parts):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
