"""The doors of the search: the page, and the suggestions while typing. The same answers in the same order on both engines."""

import datetime
import re
from html import unescape

import pytest

from home.models import Person
from tests.factories.site import article, news_index, standard_page, translate

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 5, 1)


@pytest.fixture
def index(site):
    return news_index(site.home, slug="jaunumi", intro="Te ir viss jaunais.")


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


# --- kinds and pages


@pytest.fixture
def mixed(site, index):
    standard_page(site.home, "Dārza lapa", slug="darzs")
    for number in range(12):
        article(index, f"Dārza ziņa {number}", slug=f"z{number}", published_on=DAY - datetime.timedelta(days=number))
    article(index, "Dārza stāsts", slug="s", kind="story", published_on=DAY)


def test_kinds_are_counted_and_lead_to_themselves(mixed, client):
    kinds = {kind["value"]: kind for kind in client.get("/meklet/", {"q": "dārzs"}).context["kinds"]}
    assert {value: kind["count"] for value, kind in kinds.items()} == {"": 14, "page": 1, "news": 12, "story": 1}
    for value, kind in kinds.items():
        response = client.get(kind["url"])
        assert response.context["total"] == kind["count"]
        assert [other["value"] for other in response.context["kinds"] if other["current"]] == [value]
    assert found(client, "dārzs", kind="story") == ["Dārza stāsts"]


def test_kinds_hide_when_there_is_only_one(index, client):
    article(index, "Dārzs", slug="a")
    assert client.get("/meklet/", {"q": "dārzs"}).context["kinds"] == []


def test_unknown_kind_narrows_nothing(mixed, client):
    assert client.get("/meklet/", {"q": "dārzs", "kind": "nav"}).context["total"] == 14


def test_pages_follow_on_and_keep_what_was_asked(mixed, client):
    first = client.get("/meklet/", {"q": "dārzs", "kind": "news"})
    shown = [result.title for result in first.context["results"]]
    second = client.get(first.context["page_obj"].next_url)
    shown += [result.title for result in second.context["results"]]
    assert shown == [f"Dārza ziņa {number}" for number in range(12)]
    assert client.get(second.context["page_obj"].previous_url).content == first.content
    assert "2. lappuse no 2" in visible(second)
    assert client.get("/meklet/", {"q": "dārzs", "page": 9}).status_code == 404


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
