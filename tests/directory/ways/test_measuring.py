"""Lengths against known geodesics, ways simplified and encoded within their bound, stops along a way."""

import gzip
import math

import pytest
from django.contrib.gis.geos import LineString, Point
from django.db import connection

from directory.ways.measuring import length, positions, simplify
from directory.ways.screen import decode, encode
from tests.directory.ways.samples import noisy

# The databases' own geodesics stand for the truth: PROJ's and RTTOPO's on the WGS 84 ellipsoid.
GEODESIC = {
    "sqlite": "SELECT ST_Length(GeomFromText(%s, 4326), 1)",
    "postgresql": "SELECT ST_Length(ST_GeogFromText(%s))",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "line",
    [[(24.0, 56.8), (24.1, 56.8)], [(24.0, 56.8), (24.0, 56.9)], [(24.2355, 56.8264), (24.4, 56.7446)], noisy(2000)],
)
def test_lengths_are_those_of_the_ellipsoid(line):
    with connection.cursor() as cursor:
        cursor.execute(GEODESIC[connection.vendor], [LineString(line).wkt])
        (truth,) = cursor.fetchone()
    assert length(line) == pytest.approx(truth, rel=5e-4)


def flat(line):
    return LineString([(x * 61_000, y * 111_350) for x, y in line])


def farthest(line, other) -> float:
    """Metres from the points of one line to another line."""
    shape = flat(other)
    return max(shape.distance(Point(x * 61_000, y * 111_350)) for x, y in line)


@pytest.mark.parametrize("metres", [2, 5, 25])
def test_simplified_lies_within_its_bound_and_keeps_its_ends(metres):
    line = noisy(4000, 9000)
    found = simplify(line, metres)
    assert (found[0], found[-1]) == (line[0], line[-1])
    assert len(found) < len(line) / 4
    assert farthest(line, found) <= metres * 1.005


@pytest.mark.parametrize("seed", [7, 8])
def test_way_for_the_screen_is_small_and_within_five_metres(seed):
    line = noisy(seed=seed)
    text = encode([line])
    assert len(gzip.compress(text.encode(), 6)) <= 8 * 1024
    (shown,) = decode(text)
    assert farthest(line, shown) <= 5 and farthest(shown, line) <= 5


def test_encoding_of_the_format_s_own_example():
    # The example of the format's description.
    line = [(-120.2, 38.5), (-120.95, 40.7), (-126.453, 43.252)]
    assert encode([line]) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
    assert decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@ _p~iF~ps|U") == [line, line[:1]]


def test_lines_stay_apart():
    lines = [[(24.1, 56.8), (24.11, 56.81)], [(24.2, 56.8), (24.21, 56.81)]]
    assert decode(encode(lines)) == lines
    assert encode([]) == "" and decode("") == []


EAST = [(24 + number / 1000, 56.8) for number in range(11)]


def test_stops_along_a_way_and_beside_it():
    whole = length(EAST)
    found = positions([EAST], [(24.0, 56.8), (24.005, 56.8004), (24.02, 56.8)])
    assert found == pytest.approx([0, whole / 2, whole], abs=1)


def test_stops_of_a_way_that_turns_back_and_ends_where_it_began():
    there_and_back = EAST + EAST[-2::-1]
    whole = length(there_and_back)
    found = positions([there_and_back], [(24.0, 56.8), (24.003, 56.8), (24.01, 56.8), (24.004, 56.8), (24.0, 56.8)])
    assert found == pytest.approx([0, whole * 0.15, whole * 0.5, whole * 0.8, whole], abs=2)


def test_stops_are_never_further_back_than_the_one_before():
    found = positions([EAST], [(24.006, 56.8), (24.002, 56.8), (24.008, 56.8)])
    assert found == sorted(found)


def test_ways_of_several_lines_and_of_none():
    gap = [EAST[:5], EAST[6:]]
    assert positions(gap, [(24.01, 56.8)]) == pytest.approx([length(EAST[:5]) + length(EAST[6:])], abs=1)
    assert positions([], [(24, 56)]) == [0.0]
    assert positions([EAST], []) == []
    assert not math.isnan(positions([[(24, 56.8), (24, 56.8)]], [(24, 56.8)])[0])
