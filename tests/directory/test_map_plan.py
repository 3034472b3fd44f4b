"""The map's questions are index look-ups on both databases; what a million points cost, `bench/directory.py` tells."""

import pytest
from django.db import connection
from django.http import QueryDict
from wagtail.models import Page

from directory.filters import Box, DirectoryFilter
from directory.map_data import NAMED, answer
from directory.models import Listing, MapCell, MapPoint, MapSlice
from tests.directory.test_map import _directory, directory, spread  # noqa: F401 # fixtures

pytestmark = pytest.mark.django_db
NEAR, FAR = (Box(24.2, 56.7, 24.3, 56.8), 11), (Box(23.9, 56.6, 24.6, 57.0), 6)


def questions(query: str, box: Box, zoom: int) -> list[tuple[str, list]]:
    asked = []

    def listen(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        answer(DirectoryFilter(QueryDict(query)), "lv", box, zoom)
    return asked


def plan_of(sql: str, params: list) -> str:
    """Of few rows PostgreSQL would read them all; it is asked what it would do if it could not.

    And what it knows of the tables is made the same each time: the server counts them whenever it likes.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
            return "\n".join(row[-1] for row in cursor.fetchall())
        for model in (Listing, MapSlice, MapCell, MapPoint, Page):
            cursor.execute(f"ANALYZE {model._meta.db_table}")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN {sql}", params)
        return "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize("query", ["", "kind=community", "kind=community&kind=venue"])
@pytest.mark.parametrize("view", [NEAR, FAR], ids=["near", "far"])
def test_no_question_walks_through_a_table(directory, query, view):  # noqa: F811
    spread(directory, 3 * NAMED)
    cells, things = (plan_of(*question) for question in questions(query, *view))
    for plan in (cells, things):
        walks = [line for line in plan.splitlines() if line.lstrip(" ->").startswith(("SCAN", "Seq Scan"))]
        assert not [line for line in walks if "directory_" in line or line.endswith((" f", " l", " p"))], plan
    for plan, columns in (
        (cells, ("slice_id", "level", "position")),
        (things, ("slice_id", "lone_level", "position")),
        (things, ("thing", "language")),
    ):
        assert any(all(name in line for name in columns) for line in plan.splitlines()), plan


def test_as_many_questions_for_all_things_as_for_one(directory):  # noqa: F811
    spread(directory, 1)
    few = len(questions("", *FAR))
    Listing.objects.all().delete()
    spread(directory, 3 * NAMED)
    assert few == len(questions("", *FAR)) == 2
