"""Junk at every door that takes a query: an answer or words why there is none, never an error page of ours."""

from urllib.parse import quote, urlencode

import pytest
from django.urls import reverse
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.filters import FACETS
from directory.open_data import FORMATS
from tests.factories.directory import community, directory_page, topic, venue

pytestmark = pytest.mark.django_db(transaction=False)
NAMES = [*FACETS, "q", "letter", "order", "near", "box", "page", "per_page", "lang", "show", "view", "zoom", "", "x"]
NASTY = [
    "nan", "inf", "-inf", "1e999", "-0", "9" * 400, "١٢", "\x00", "a\x00b", "\ud800", "'", '"><script>', "%", "%%s", "{}", "=cmd()",
    "nan,nan,nan,nan", "24,56,25,inf", "1e400,1,2,3", "24.1,56.7,24.1,56.7", "25,57,24,56", "-180,-85,180,85", "180,90,180,90",
    "56.81,24.19", "90,180", "85.06,0", "nan,0", ",", ",,,", " ", "\u202e", "İ", "ß", "K̦", "null", "true", "[]", "../..", "name", "near", "new",
]  # fmt: skip
GOOD = [
    "community",
    "venue",
    "kekava",
    "daba",
    "mon",
    "evening",
    "lv",
    "members",
    "active",
    "toilet",
    "map",
    "list",
    "1",
    "2",
]
VALUES = st.one_of(
    st.sampled_from(NASTY), st.sampled_from(GOOD), st.text(max_size=40),
    st.lists(st.floats().map(str), min_size=1, max_size=5).map(",".join), st.integers().map(str),
)  # fmt: skip
PAIRS = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), VALUES), max_size=6)
RAW = st.binary(max_size=40).map(lambda junk: quote(junk, safe="&=%+;,"))
QUERIES = st.one_of(PAIRS.map(lambda pairs: urlencode(pairs, errors="surrogatepass")), RAW)
JUNK = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def doors() -> dict[str, set[int]]:
    """Address → what it may answer with."""
    found = {"/kopienas/": {200, 404}, "/embed/": {200, 404}, "/embed/?show=list": {200, 404}, "/map.json": {200, 400}}
    found |= {f"/api/v1/{name}": {200, 400, 404} for name in ("", "listings", "settlements", "topics", "listings/x")}
    found[reverse("open_data")] = {200}
    found |= {reverse("directory_export", args=[suffix]): {200, 400} for suffix in FORMATS}
    return found


@pytest.fixture(scope="module")
def directory(site_of_file):
    index = directory_page(site_of_file.home, slug="kopienas")
    community(index, "Krasts", slug="krasts", topics=[topic()])
    venue(index, "Zāle", slug="zale")
    return index


def body_of(response) -> bytes:
    return b"".join(response)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_junk_gets_an_answer_or_words(directory, client, language):
    with override(language):
        known = doors()

    @JUNK
    @given(door=st.sampled_from(sorted(known)), query=QUERIES)
    def ask(door, query):
        address = f"{door}{'&' if '?' in door else '?'}{query}"
        response = client.get(address)
        assert response.status_code in known[door], (address, response.status_code)
        body = body_of(response)
        if response.status_code == 400:
            assert len(body.decode().split()) >= 3, address
        assert not response.cookies
        assert b"<script>" not in body or b'"><script>' not in body, address

    ask()


@given(text=st.text(max_size=30))
@JUNK
def test_any_key_of_an_entry_is_answered(client, text):
    response = client.get(f"/api/v1/listings/{quote(text, safe='', errors='surrogatepass')}")
    assert response.status_code in (200, 301, 404)
