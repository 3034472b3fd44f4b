"""Whatever is asked of the public doors: an answer, never an error page; a page is a whole page, and nobody's script."""

import re
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from directory.models import Settlement, Topic
from tests.factories.site import article, category, news_index, standard_page, translate

pytestmark = pytest.mark.django_db
FUZZ = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SCRIPT = "\"'><script>alert(1)</script>"
JUNK = [
    "", " ", "0", "1", "-1", "2", "999", "1.5", "1e309", "nan", "²", "٣", "９", "9" * 30, "9" * 5000, "true", "[]", "None",
    "\x00", "a\x00b", "\ufffd", "\u0301", "\u202e", "ß", "ﬁ", "İ", "👩‍🌾", "%", "_", "\\", "'", '"', "' OR 1=1 --", "{{7*7}}",
    "../../etc/passwd", "//evil.example", "javascript:alert(1)", "x" * 101, "ķ" * 3000, "a b " * 200, SCRIPT,
    "parskats", "kekava", "Ķekavā", "daba", "2024", "dārzs", "darz", "page", "story",
]  # fmt: skip
KEYS = ["q", "page", "kind", "category", "topic", "settlement", "year", "place", "next", "a[]", ""]
raw = st.binary(min_size=1, max_size=12).map(quote)  # bytes that are nobody's letters
values = st.sampled_from(JUNK).map(quote) | st.text(max_size=30).map(quote) | raw
keys = st.sampled_from(KEYS) | st.text(max_size=8).map(quote)
queries = st.lists(st.tuples(keys, values).map("=".join) | values, max_size=6).map("&".join)
segments = st.lists(
    (st.sampled_from([*JUNK[:-1], "en", "jaunumi", "news", "par-mums", "search", "documents", "."]) | st.text(max_size=20))
    .filter(bool)
    .map(lambda text: quote(text, safe=""))
    | raw,
    min_size=1,
    max_size=5,
)  # fmt: skip


class Outline(HTMLParser):
    """How many main headings a page has, and what it would run."""

    def __init__(self, html: str):
        super().__init__()
        self.headings, self.scripts = 0, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.headings += tag == "h1"
        known = dict(attrs)
        if tag == "script" and known.get("type") != "application/ld+json":
            self.scripts.append(known.get("src") or "inline")


@pytest.fixture(scope="module")
def _doors(site_of_file):
    site = site_of_file
    page = standard_page(site.home, slug="par-mums")
    translate(page, title="About us", slug="about-us")
    index = news_index(site.home, slug="jaunumi")
    translate(index, title="News", slug="news")
    kekava = Settlement.objects.create(slug="kekava", name="Ķekava", locative="Ķekavā")
    Settlement.objects.create(slug="baldone", name="Baldone")
    topics = [Topic.objects.create(slug="daba", name={"lv": "Daba"})]
    article(index, "Dārzs", slug="darzs", category=category(), topics=topics, settlements=[kekava])


@pytest.fixture
def doors(_doors, db):
    """Pages, an article and what one narrows by; nothing here changes them."""


def check(client, address: str) -> None:
    """Ask, and judge the answer: its kind, its outline, where it leads."""
    response = client.get(address)
    assert response.status_code in {200, 301, 302, 400, 404}, response.status_code
    if response.status_code in {301, 302}:
        location = urlsplit(response["Location"])
        assert not location.scheme and not location.netloc, response["Location"]
    elif response["Content-Type"].startswith("text/html"):
        outline = Outline(response.content.decode())
        assert outline.headings == 1
        assert [source for source in outline.scripts if not source.startswith("/static/")] == []
    else:
        assert re.match(r"application/(json|xml|atom\+xml|rss\+xml)|text/plain", response["Content-Type"])
    body = response.content.decode()
    assert SCRIPT not in body and "\x00" not in body  # no HTML, XML or JSON may hold a NUL


@FUZZ
@given(query=queries)
def test_any_question_to_search_and_places_is_answered(doors, client, query):
    for door in ("/meklet/", "/en/search/", "/meklet/ieteikumi/", "/kur/", "/en/where/"):
        check(client, f"{door}?{query}")


@FUZZ
@given(query=queries)
def test_any_question_to_lists_and_machines_is_answered(doors, client, query):
    for door in (
        "/jaunumi/",
        "/en/news/",
        "/plusmas/jaunumi.atom",
        "/en/feeds/news.rss",
        "/sitemap.xml",
        "/robots.txt",
    ):
        check(client, f"{door}?{query}")


@settings(FUZZ, max_examples=12)
@given(query=queries)
def test_any_question_to_a_page_is_answered(doors, client, query):
    for door in ("/", "/en/", "/jaunumi/darzs/", "/en/jaunumi/darzs/", "/par-mums/", "/lapas-karte/"):
        check(client, f"{door}?{query}")


@pytest.mark.parametrize(
    ("door", "understood"),
    [
        ("/jaunumi/", ["category", "topic", "settlement", "year", "page"]),
        ("/meklet/", ["q", "kind", "page"]),
        ("/meklet/ieteikumi/", ["q"]),
        ("/kur/", ["place", "q", "page"]),
        ("/plusmas/jaunumi.atom", ["category"]),
    ],
)
def test_every_piece_of_junk_is_answered(doors, client, door, understood):
    """Each one alone, so that none waits for its turn in the dice."""
    for key in understood:
        for value in JUNK:
            check(client, f"{door}?{key}={quote(value)}")


@FUZZ
@example(["a"] * 1000)
@example(["jaunumi", "x" * 3000])
@example(["documents", "9" * 30, "x"])
@given(parts=segments)
def test_any_address_is_answered(doors, client, parts):
    for end in ("", "/"):
        check(client, "/" + "/".join(parts) + end)


@settings(FUZZ, max_examples=12)
@given(parts=segments, query=queries)
def test_any_address_below_a_door_is_answered(doors, client, parts, query):
    for before in ("/jaunumi/", "/en/", "/en/news/", "/en/search/", "/plusmas/", "/documents/"):
        check(client, f"{before}{'/'.join(parts)}/?{query}")
