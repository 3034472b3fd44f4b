"""Counts by bits are the counts of a plain reckoning, whatever is asked and whenever."""

import random
from collections import Counter
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from directory.browse import browse
from directory.filters import FACETS, DirectoryFilter
from directory.finding import narrow, ordered, overview
from directory.models import Listing
from directory.tally import tally
from directory.vocabulary import IN_DIRECTORY
from tests.directory.test_same_things import _directory, directory, many, some_query  # noqa: F401

pytestmark = pytest.mark.django_db
COMBINATIONS, SEED = 100, 20261127


def rows(language: str, now) -> list[tuple[Listing, set]]:
    """Everything of the directory at a moment, with its values."""
    found = Listing.objects.filter(language=language, kind__in=IN_DIRECTORY).prefetch_related("values")
    return [
        (row, {(value.facet, value.value) for value in row.values.all()})
        for row in found
        if (row.visible_from is None or row.visible_from <= now)
        and (row.visible_until is None or row.visible_until > now)
    ]


def reckoned(form: DirectoryFilter, language: str, now) -> tuple[int, dict, dict]:
    """Total, letters and facets, listing by listing. Words are asked of the search: what they mean is its own matter."""
    words = {"q": form.value("q")} if form.value("q") else {}
    worded = set(narrow(DirectoryFilter(words), language, now).values_list("pk", flat=True))
    letter, box = form.value("letter"), form.value("box")
    found, letters = [], Counter()
    facets: dict[str, Counter] = {name: Counter() for name in FACETS}
    for row, values in rows(language, now):
        if row.pk not in worded or (letter and row.letter != letter):
            continue
        if box:
            west, north, east, south = box.pixels()
            if row.x is None or not (west <= row.x <= east and north <= row.y <= south):
                continue
        missed = {
            facet for facet, wanted in form.chosen.items() if not any((facet, value) in values for value in wanted)
        }
        if not missed:
            found.append(row)
            letters[row.letter] += 1
        for facet, value in values:
            if facet in FACETS and missed <= {facet}:
                facets[facet][value] += 1
    return len(found), dict(letters), {name: dict(count) for name, count in facets.items()}


def test_counts_are_those_of_a_plain_reckoning(many):  # noqa: F811
    dice, now, seen = random.Random(SEED), timezone.now(), set()
    moments = [now - timedelta(days=2), now, now + timedelta(days=2)]
    for row in Listing.objects.order_by("thing", "language"):
        row.visible_from, row.visible_until = (
            dice.choice([None, None, moment - timedelta(days=1), moment + timedelta(days=1)]) for moment in moments[1:]
        )
        row.save()
    for _number in range(COMBINATIONS):
        query, language, moment = some_query(dice), dice.choice(["lv", "en"]), dice.choice(moments)
        form, known = DirectoryFilter(QueryDict(query)), tally(language, moment)
        found = overview(form, language, moment, known)
        assert (found.total, found.letters, found.facets) == reckoned(form, language, moment), query
        listed = narrow(form, language, moment)
        assert set(known.keys(found.bits)) == set(listed.values_list("pk", flat=True)), query
        seen.add(min(found.total, 3))
    assert seen == {0, 1, 2, 3}


def test_order_of_a_filter_is_that_of_the_database(many, rf):  # noqa: F811
    dice = random.Random(SEED)
    for _number in range(30):
        query = some_query(dice)
        form = DirectoryFilter(QueryDict(query))
        expected = list(ordered(narrow(form, "lv"), form).values_list("pk", flat=True)[:12])
        assert [card.listing.pk for card in browse(rf.get(f"/?{query}"))["listings"]] == expected, query


def test_nothing_is_listed_where_nothing_is(db):
    known = tally("lv")
    assert (known.listed, known.keys(0), known.of([1, 2])) == (0, [], 0)
    assert overview(DirectoryFilter({"letter": "A", "kind": ["venue"]}), "lv").total == 0
