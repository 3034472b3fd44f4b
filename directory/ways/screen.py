"""A way as text for a page: within five metres of the truth, a byte or two for a point.

Google's encoded polyline at 1e5 (https://developers.google.com/maps/documentation/utilities/polylinealgorithm), a line
after the other with a space between. Its letters are printable ASCII without the space.
"""

from itertools import pairwise

from directory.ways.measuring import Line, simplify

PRECISION = 1e5
# Rounding to 1e-5 degrees moves a point by 0.64 m at most, where a degree has 111 km.
ROUNDING = 0.8
METRES = 5.0


def encode(lines: list[Line], metres: float = METRES) -> str:
    """The lines simplified and rounded so that nothing lies farther than ``metres`` from where it is."""
    return " ".join(_encoded(simplify(line, metres - ROUNDING)) for line in lines if line)


def decode(text: str) -> list[Line]:
    return [_decoded(part) for part in text.split()]


def _encoded(line: Line) -> str:
    whole = [(round(y * PRECISION), round(x * PRECISION)) for x, y in line]
    text = []
    for (y0, x0), (y, x) in pairwise([(0, 0), *whole]):
        text += [_number(y - y0), _number(x - x0)]
    return "".join(text)


def _number(value: int) -> str:
    value = ~(value << 1) if value < 0 else value << 1
    letters = []
    while value >= 0x20:
        letters.append(chr((0x20 | (value & 0x1F)) + 63))
        value >>= 5
    return "".join([*letters, chr(value + 63)])


def _decoded(text: str) -> Line:
    numbers, value, shift = [], 0, 0
    for letter in text:
        part = ord(letter) - 63
        value |= (part & 0x1F) << shift
        shift += 5
        if part < 0x20:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    line, y, x = [], 0, 0
    for dy, dx in zip(numbers[::2], numbers[1::2], strict=True):
        y, x = y + dy, x + dx
        line.append((x / PRECISION, y / PRECISION))
    return line
