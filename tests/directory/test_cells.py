"""The map's cells against a plain count, after any sequence of additions, moves and removals."""

import itertools
import random
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory import cells
from directory.mercator import BITS, WORLD, degrees, morton, pixel, ranges, shared_level, touching, unmorton
from directory.models import MapCell, MapPoint, MapSlice

pixels = st.integers(0, WORLD - 1)
near = st.integers(-8000, 8000)


@given(pixels, pixels)
def test_morton_code_goes_both_ways(x, y):
    assert unmorton(morton(x, y)) == (x, y)


@given(st.floats(-180, 179.99), st.floats(-85, 85))
def test_degrees_come_back_within_a_pixel(longitude, latitude):
    x, y = pixel(longitude, latitude)
    again = degrees(x, y)
    assert abs(again[0] - longitude) <= 360 / WORLD
    assert abs(again[1] - latitude) <= 360 / WORLD


@given(pixels, pixels, pixels, pixels)
def test_shared_level_is_that_of_the_smallest_common_square(a, b, c, d):
    first, second = morton(a, b), morton(c, d)
    level = shared_level(first, second)
    shift = 2 * (BITS - level)
    assert first >> shift == second >> shift
    assert level == BITS or first >> (shift - 2) != second >> (shift - 2)


@given(pixels, pixels, st.integers(0, 2000), st.integers(0, 2000), pixels, pixels)
def test_ranges_hold_what_is_in_the_box(west, north, wide, high, x, y):
    east, south = min(west + wide, WORLD - 1), min(north + high, WORLD - 1)
    found = ranges(west, north, east, south, 13)
    inside = min(max(x, west), east), min(max(y, north), south)
    assert any(first <= morton(*inside) <= last for first, last in found)
    assert all(a[1] + 1 < b[0] for a, b in itertools.pairwise(found))


def assert_right():
    assert [row.pk for row in MapSlice.objects.all() if not cells.is_right(row.pk)] == []


TOPICS = [("topic", "a"), ("topic", "b"), ("kind", "community")]


def random_place(chance: random.Random):
    # Few spots and near ones, so that squares are shared at every depth.
    x = chance.choice([100, 101, 103, 2000, 70_000, WORLD - 1]) + chance.choice([0, 0, 1, 64])
    y = chance.choice([5, 6, 9000, 80_000]) + chance.choice([0, 0, 1, 64])
    values = frozenset(chance.sample(TOPICS, chance.randrange(len(TOPICS) + 1)))
    return cells.Place(morton(min(x, WORLD - 1), y), values, chance.random() < 0.1)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_cells_are_what_a_recount_says(seed):
    chance = random.Random(seed)
    things = [uuid.UUID(int=number) for number in range(25)]
    for step in range(150):
        cells.place({chance.choice(things): random_place(chance) if chance.random() < 0.75 else None})
        if step % 25 == 24:
            assert_right()
    before = set(MapCell.objects.values_list("slice", "level", "position", "count", "sum_x", "sum_y"))
    lone = set(MapPoint.objects.filter(dated=False).values_list("pk", "lone_level"))
    MapPoint.objects.filter(dated=False).update(lone_level=7)
    cells.fill(list(MapSlice.objects.values_list("pk", flat=True)))
    assert before == set(MapCell.objects.values_list("slice", "level", "position", "count", "sum_x", "sum_y"))
    assert lone == set(MapPoint.objects.filter(dated=False).values_list("pk", "lone_level"))


@pytest.mark.django_db
def test_repair_finds_what_is_wrong_and_nothing_else():
    chance = random.Random(1)
    cells.place({uuid.UUID(int=number): random_place(chance) for number in range(20)})
    assert cells.repair() == 0
    MapCell.objects.order_by("pk").first().delete()
    assert cells.repair() == 1
    assert_right()


@pytest.mark.django_db
def test_placing_the_same_again_changes_nothing(django_assert_num_queries):
    chance = random.Random(2)
    places = {uuid.UUID(int=number): random_place(chance) for number in range(5)}
    cells.place(places)

    with django_assert_num_queries(4):  # savepoint in and out, slices, points
        assert cells.place(places) == 0


settings.register_profile("plain", deadline=None)


@given(pixels, pixels, st.integers(0, 5000), st.integers(0, 5000), st.integers(0, BITS), near, near)
def test_squares_touch_a_box_as_their_edges_say(west, north, wide, high, level, right, down):
    east, south = min(WORLD - 1, west + wide), min(WORLD - 1, north + high)
    x, y = (max(0, min(WORLD - 1, start + by)) for start, by in ((west, right), (north, down)))
    shift = BITS - level
    square = morton(x >> shift, y >> shift)
    left, top = x >> shift << shift, y >> shift << shift
    size = 1 << shift
    meets = left <= east and left + size > west and top <= south and top + size > north
    assert touching(west, north, east, south, level)(square) == meets
