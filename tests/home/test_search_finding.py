"""What is found and in which order, against the same rules reckoned in plain Python over entries made by chance."""

import datetime
import random
import uuid

import pytest
from django.utils import timezone
from wagtail.models import Page

from home.models import SearchEntry, SearchTerm
from home.search.entries import stem
from home.search.query import SHORTEST_PREFIX, Query, find

WORDS = [
    "darzs",
    "darbs",
    "darbnica",
    "upe",
    "upju",
    "skola",
    "skolotajs",
    "koris",
    "talka",
    "tale",
    "works",
    "schools",
]
NOW = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def entries(db):
    """Sixty entries, many of them alike in score and date; a third stand in pairs as translations of each other."""
    chance = random.Random(29)
    root, days = Page.objects.get(depth=1), [None, datetime.date(2026, 4, 1), datetime.date(2026, 4, 2)]
    key = uuid.UUID(int=1)
    for number in range(60):
        if number % 3 != 2:
            key = uuid.UUID(int=chance.getrandbits(128))
        entry = SearchEntry.objects.create(
            page=root.add_child(instance=Page(title=f"{number}", slug=f"p{number}")),
            translation_key=key,
            language="en" if number % 3 == 2 else chance.choice(["lv", "lv", "en"]) if number % 3 == 0 else "lv",
            kind=chance.choice(["page", "news"]),
            title=f"{number}",
            date=chance.choice(days),
            boost=chance.choice([1.0, 1.1, 2.0]),
            visible_from=chance.choice([None, None, NOW - HOUR, NOW, NOW + HOUR]),
            visible_until=chance.choice([None, None, NOW - HOUR, NOW, NOW + HOUR]),
        )
        terms = {stem(word, entry.language) for word in chance.sample(WORDS, chance.randint(1, 4))}
        SearchTerm.objects.bulk_create(
            SearchTerm(entry=entry, term=term, word=term, weight=chance.choice([1, 2, 10])) for term in sorted(terms)
        )
    return list(SearchEntry.objects.prefetch_related("terms"))


def reckoned(entries, query: Query) -> tuple[list[tuple[int, str]], bool]:
    shown = [
        entry
        for entry in entries
        if (entry.visible_from is None or entry.visible_from <= NOW)
        and (entry.visible_until is None or entry.visible_until > NOW)
    ]
    own = {entry.translation_key for entry in shown if entry.language == query.language}
    every, some = [], []
    for entry in shown:
        if entry.language != query.language and (entry.language != "lv" or entry.translation_key in own):
            continue
        found = [matched(entry, word, word == query.words[-1]) for word in query.words]
        weights = {term.pk: term.weight for terms in found for term in terms}
        rank = (
            -sum(weights.values()) * entry.boost,
            datetime.date.max - entry.date if entry.date else datetime.timedelta.max,
            entry.pk,
        )
        if all(found):
            every.append((rank, entry.kind))
        if any(found):
            some.append(((-len(weights), *rank), entry.kind))
    is_loose = not every and len(query.words) > 1
    return [(rank[-1], kind) for rank, kind in sorted(some if is_loose else every)], is_loose


def matched(entry, word: str, is_last: bool) -> list[SearchTerm]:
    begins = is_last and len(word) >= SHORTEST_PREFIX
    return [
        term
        for term in entry.terms.all()
        if term.term == stem(word, entry.language) or (begins and term.term.startswith(word))
    ]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_same_is_found_in_the_same_order_as_reckoned_by_hand(entries, language):
    chance = random.Random(language)
    seen = set()
    for _number in range(150):
        words = [
            *chance.sample(WORDS, chance.choice([0, 1, 1, 2, 4])),
            chance.choice([*WORDS, "dar", "ta", "skol", "zz"]),
        ]
        query = Query(" ".join(words), language)
        answer, is_loose = find(query, NOW)
        assert (answer, is_loose) == reckoned(entries, query), query.text
        seen.add((len(query.words) > 1, is_loose, len(answer) > 1))
    # The chance has made what is to be compared: of one word and of more, with all of them and with some.
    assert {(False, False, True), (True, False, True), (True, True, True)} <= seen


def test_a_question_asked_again_is_answered_for_its_own_moment(entries):
    entry = next(entry for entry in entries if entry.language == "lv")
    SearchEntry.objects.filter(pk=entry.pk).update(visible_from=timezone.now() + HOUR, visible_until=None)
    query = Query(entry.terms.all()[0].term, "lv")
    assert entry.pk not in {key for key, _kind in find(query)[0]}
    assert entry.pk in {key for key, _kind in find(query, timezone.now() + 2 * HOUR)[0]}
