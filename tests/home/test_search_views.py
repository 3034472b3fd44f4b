"""The doors of the search: the page, and the suggestions while typing. The same answers in the same order on both engines."""

import datetime
import re
from html import unescape

import pytest

from home.models import Person
from tests.factories.shared import fresh
from tests.factories.site import article, news_index, standard_page, translate

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 5, 1)


@pytest.fixture(scope="module")
def _index(site_of_file):
    return news_index(site_of_file.home, slug="jaunumi", intro="Te ir viss jaunais.")


@pytest.fixture
def index(_index, db):
    return fresh(_index)


def found(client, query, path="/meklet/", **parameters):
    response = client.get(path, {"q": query, **parameters})
    assert response.status_code == 200
    return [result.title for result in response.context["results"]]


def suggested(client, query, path="/meklet/ieteikumi/"):
    return [row["title"] for row in client.get(path, {"q": query}).json()]


def visible(response) -> str:
    """Text of the page's own part, spaces made one."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


BY_RANK = ["Bibliotēka vakaros", "Grāmatu skapis", "Talka", "Vakars pie upes", "Saruna"]


def test_diacritics_in_the_text_are_found_without_and_the_other_way_round(index, client):
    article(index, "Kaņieris Ķekavā", slug="a")
    article(index, "Kanieris Kekava", slug="b")
    assert set(found(client, "ķekavas kaņieri")) == set(found(client, "kekavas kanieri")) != set()
    assert len(found(client, "kekava")) == 2


def test_other_words_of_the_same_root_are_not_found(index, client):
    article(index, "Darbnīca", slug="a")
    article(index, "Darbība", slug="b")
    assert found(client, "darbnīcas") == ["Darbnīca"]


def test_articles_stand_before_pages_that_say_the_same(site, index, client):
    standard_page(site.home, "Zvejnieku diena", slug="a")
    article(index, "Zvejnieku vakars", slug="b")
    assert found(client, "zvejnieki") == ["Zvejnieku vakars", "Zvejnieku diena"]


def test_texts_of_blocks_and_people_are_found(index, client):
    person = Person.objects.create(name="Zenta Paraudziņa", role={"lv": "Podniece"})
    body = [
        ("text", "<p>Māls ir <b>uz vietas</b>.</p>"),
        ("accordion", {"items": [{"title": "Kas jāņem līdzi?", "text": "<p>Priekšauts.</p>"}]}),
        ("person", {"person": person}),
    ]
    article(index, "Darbnīca", slug="a", body=body)
    for query in ("māliem", "priekšautu", "līdzi", "Zenta", "podniece"):
        assert found(client, query) == ["Darbnīca"], query


def test_excerpt_shows_the_words_where_they_are_and_nothing_else_as_html(index, client):
    article(index, "Garš", slug="a", lead="Sākums. " * 25 + "Te runā par dārziem & kāpostiem, 5 < 7.")
    html = client.get("/meklet/", {"q": "dārzs"}).content.decode()
    assert "<mark>dārziem</mark>" in html
    assert "… " in html
    assert "</mark> &amp; kāpostiem, 5 &lt; 7." in html


def test_result_says_its_kind_and_date(index, client):
    article(index, "Ābolu stāsts", slug="a", kind="story", published_on=DAY)
    text = visible(client.get("/meklet/", {"q": "āboli"}))
    assert "Atrasta 1 lapa" in text
    assert "Pieredzes stāsts 2024. gada 1. maijs Ābolu stāsts" in text.replace("\u00a0", " ")


def test_kinds_hide_when_there_is_only_one(index, client):
    article(index, "Dārzs", slug="a")
    assert client.get("/meklet/", {"q": "dārzs"}).context["kinds"] == []


# --- nothing asked, nothing found, not understood


def test_nothing_is_corrected_to_what_readers_may_not_see(index, client):
    article(index, "Noslēpums", slug="a", publish=False)
    assert client.get("/meklet/", {"q": "noslepuns"}).context["corrections"] == []


def test_english_pages_are_found_under_english(site, index, client):
    both = article(index, "Dārza svētki", slug="a", lead="Ābolu diena.")
    translate(both, title="Gardening days", slug="a-en", lead="A day of apples.")
    article(index, "Dārza talka", slug="b")
    assert found(client, "gardens", "/en/search/") == ["Gardening days"]
    assert found(client, "apple", "/en/search/") == ["Gardening days"]
    assert found(client, "apples") == []
    assert found(client, "dārzi") == ["Dārza svētki", "Dārza talka"]


def test_untranslated_pages_are_found_under_english_and_marked(index, client):
    both = article(index, "Dārza svētki", slug="a")
    translate(both, title="Garden days", slug="a-en")
    article(index, "Dārza talka", slug="b")
    response = client.get("/en/search/", {"q": "dārzs"})
    [result] = response.context["results"]
    assert (result.title, result.url, result.is_fallback) == ("Dārza talka", "/en/jaunumi/b/", True)
    assert '<a href="/en/jaunumi/b/" lang="lv">Dārza talka</a>' in response.content.decode()
    assert client.get(result.url).status_code == 200


def test_suggestions_say_kind_language_and_address(index, client):
    article(index, "Dārza stāsts", slug="a", kind="story")
    assert client.get("/meklet/ieteikumi/", {"q": "dār"}).json() == [
        {"title": "Dārza stāsts", "url": "/jaunumi/a/", "kind": "Pieredzes stāsts", "language": "lv"}
    ]
    assert client.get("/en/search/suggestions/", {"q": "dār"}).json() == [
        {"title": "Dārza stāsts", "url": "/en/jaunumi/a/", "kind": "Story of experience", "language": "lv"}
    ]


def test_suggestions_are_at_most_eight(index, client):
    for number in range(9):
        article(index, f"Dārzs {number}", slug=f"d{number}", published_on=DAY - datetime.timedelta(days=number))
    assert suggested(client, "dārzs") == [f"Dārzs {number}" for number in range(8)]
