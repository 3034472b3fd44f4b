"""What the search answers, and in which order: six articles whose order is known."""

import datetime
import re
from html import unescape

import pytest

from tests.factories.site import article, news_index
from tests.home.test_search_views import BY_RANK, DAY, found, suggested, visible

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def index(site_of_file):
    return news_index(site_of_file.home, slug="jaunumi", intro="Te ir viss jaunais.")


@pytest.fixture(scope="module")
def library(index):
    """Six articles whose order is known: title before text, more often before once, new before old, then as written."""
    rows = [
        ("Vakars pie upes", "Bibliotēkas dārzā dziedāja koris.", DAY),
        ("Bibliotēka vakaros", "Atvērta līdz deviņiem.", DAY),
        ("Grāmatu skapis", "Bibliotēka to palīdzēja salikt. Bibliotēkā ir arī otrs.", DAY),
        ("Talka", "Pēc talkas tēja bibliotēkā.", DAY + datetime.timedelta(days=1)),
        ("Saruna", "Par bibliotēku un dārzu.", DAY),
        ("Autobuss", "Pietura paliek turpat.", DAY),
    ]
    return [
        article(index, title, slug=f"r{number}", lead=lead, published_on=day)
        for number, (title, lead, day) in enumerate(rows)
    ]


def test_any_form_of_a_word_finds_the_same_in_the_same_order(library, client):
    for query in ("bibliotēka", "Bibliotēkās", "bibliotekam", "BIBLIOTĒKU", "  biblioteku, "):
        assert found(client, query) == BY_RANK, query


def test_all_words_are_wanted(library, client):
    assert found(client, "bibliotēkas dārzs") == ["Vakars pie upes", "Saruna"]


def test_when_no_page_has_all_words_those_with_most_come_first_and_it_is_said(library, client):
    response = client.get("/meklet/", {"q": "bibliotēka dārzs autobuss"})
    titles = [result.title for result in response.context["results"]]
    assert titles == ["Vakars pie upes", "Saruna", "Bibliotēka vakaros", "Autobuss", "Grāmatu skapis", "Talka"]
    assert "Nevienā lapā nav visu šo vārdu" in visible(response)
    assert "Nevienā lapā nav visu šo vārdu" not in visible(client.get("/meklet/", {"q": "bibliotēka"}))


def test_stop_words_ask_for_nothing_unless_they_are_all_there_is(library, client):
    assert found(client, "par bibliotēku un") == BY_RANK
    assert client.get("/meklet/", {"q": "par"}).status_code == 200


def test_last_word_may_be_half_typed(library, client):
    assert found(client, "biblio") == BY_RANK
    assert found(client, "dārzs biblio") == ["Vakars pie upes", "Saruna"]


def test_nothing_asked_offers_where_to_start(library, client):
    for query in ("", "   ", "!?", "…"):
        response = client.get("/meklet/", {"q": query})
        assert response.context["results"] == []
        assert response.context["suggestions"] == [{"title": "Jaunumi", "url": "/jaunumi/"}]
        assert 'href="/jaunumi/"' in response.content.decode().partition("<main")[2], query


def test_nothing_found_corrects_the_word_and_offers_pages(library, client):
    response = client.get("/meklet/", {"q": "bibloteka"})
    assert "Nekas netika atrasts: “bibloteka” Varbūt meklējāt: bibliotēkā" in visible(response)
    [correction] = response.context["corrections"]
    assert [result.title for result in client.get(correction["url"]).context["results"]] == BY_RANK
    assert response.context["suggestions"] == [{"title": "Jaunumi", "url": "/jaunumi/"}]


def test_corrections_are_spelled_as_the_pages_spell_them(library, client):
    expected = {
        "bibloteka": ["bibliotēkā"],
        "bibloteku": ["bibliotēku"],
        "autobuzs": ["Autobuss"],  # no page writes it in small letters
        "dziedaaja": ["dziedāja"],
        "koriz": ["koris"],
        "koks": [],  # short words are let be
        "talka bibloteku": [],  # something is found, so nothing is corrected
    }
    for typed, meant in expected.items():
        corrections = client.get("/meklet/", {"q": typed}).context["corrections"]
        assert [row["text"] for row in corrections] == meant, typed


def test_nothing_found_and_nothing_near_says_what_to_try(library, client):
    response = client.get("/meklet/", {"q": "qqqqzzzz"})
    assert response.context["corrections"] == []
    assert "īsāku vārdu" in visible(response)


def test_what_was_typed_stays_in_the_field(library, client):
    for query in ("dārzs & <b>", "qqqqzzzz", "x" * 101):
        field = client.get("/meklet/", {"q": query}).content.decode().partition("<main")[2]
        assert unescape(re.search(r'name="q" value="([^"]*)"', field)[1]) == query[:100]


def test_too_long_a_question_gets_a_message_beside_the_field(library, client):
    response = client.get("/meklet/", {"q": "bibliotēka " * 20})
    assert response.context["results"] == []
    assert "ne vairāk par 100" in visible(response)


# --- two languages


def test_language_switch_keeps_the_question(library, client):
    frame = client.get("/meklet/", {"q": "dārzs", "kind": "news"}).context["frame"]
    assert frame.translations["en"] == "/en/search/?q=d%C4%81rzs&kind=news"


def test_search_is_not_for_search_engines(library, client):
    for url in ("/meklet/?q=dārzs", "/meklet/ieteikumi/?q=dārzs"):
        assert client.get(url)["X-Robots-Tag"] == "noindex"


# --- suggestions


def test_suggestions_go_by_titles_as_far_as_typed(library, client):
    assert suggested(client, "bib") == ["Bibliotēka vakaros"]
    assert suggested(client, "vak") == ["Bibliotēka vakaros", "Vakars pie upes"][::-1]
    assert suggested(client, "biblioteka vak") == ["Bibliotēka vakaros"]
    assert suggested(client, "deviņi") == []


def test_suggestions_wait_for_a_beginning(library, client):
    for query in ("", "b", " ", "!!", "bibliotēka " * 20):
        assert suggested(client, query) == []


def test_search_works_without_a_script(library, client):
    """The field of every page sends its words to the page that answers them."""
    html = client.get("/").content.decode()
    assert re.search(r'<form class="search"[^>]* action="/meklet/">', html)
    assert 'data-suggest-url="/meklet/ieteikumi/"' in html
