"""Narrowing, counting and ordering; what is unknown is said and left out."""

import pytest

from directory.filters import DirectoryFilter
from directory.finding import narrow, overview
from tests.factories.directory import community, directory_page, organisation, settlement, topic, venue

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def directory(site_of_file):
    """Three communities, an association and a room, told apart by everything there is."""
    directory = directory_page(site_of_file.home, slug="kopienas")
    baldone = settlement("Baldone", locative="Baldonē", point=(24.39, 56.74))
    nature, culture = topic(), topic("kultura", "Kultūra", "Culture")
    choir = topic("koris", "Koris", "Choir", parent=culture)
    community(directory, "Āboli", slug="aboli", topics=[nature], meets=["thu-evening"], languages=["lv", "ru"])
    community(directory, "Bites", slug="bites", settlement=baldone, topics=[choir], meets=["sat-day", "thu-morning"])
    community(directory, "Cielavas", slug="cielavas", covers=[baldone], state="dormant", open_to_members=True)
    organisation(directory, "Čiekuri", slug="ciekuri", topics=[nature, culture], access=["step-free"])
    venue(directory, "Zāle", slug="zale", access=["step-free", "toilet"])
    return directory


def titles(query: str = "", language="lv") -> list[str]:
    from django.http import QueryDict

    return list(narrow(DirectoryFilter(QueryDict(query)), language).by_name().values_list("title", flat=True))


def facet_counts(query: str = "") -> dict:
    from django.http import QueryDict

    return {
        facet: values for facet, values in overview(DirectoryFilter(QueryDict(query)), "lv").facets.items() if values
    }


def test_latvian_letters_stand_in_their_own_order(directory):
    assert titles() == ["Āboli", "Bites", "Cielavas", "Čiekuri", "Zāle"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=community", ["Āboli", "Bites", "Cielavas"]),
        ("kind=community&kind=venue", ["Āboli", "Bites", "Cielavas", "Zāle"]),
        ("place=baldone", ["Bites", "Cielavas"]),
        ("topic=kultura", ["Bites", "Čiekuri"]),
        ("topic=koris", ["Bites"]),
        ("part=evening", ["Āboli"]),
        ("day=thu", ["Āboli", "Bites"]),
        ("day=thu&part=day", ["Bites"]),
        ("language=ru", ["Āboli"]),
        ("open=members", ["Cielavas"]),
        ("state=dormant", ["Cielavas"]),
        ("access=step-free", ["Čiekuri", "Zāle"]),
        ("access=step-free&kind=venue", ["Zāle"]),
        ("q=ciekuru", ["Čiekuri"]),
        ("q=baldone", ["Bites", "Cielavas"]),
        ("letter=Č", ["Čiekuri"]),
        ("letter=C", ["Cielavas"]),
        ("box=24.3,56.7,24.5,56.8", ["Bites"]),
        ("place=nekur", []),
        ("q=nekas", []),
    ],
)
def test_filter(directory, query, expected):
    assert titles(query) == expected


@pytest.mark.parametrize(
    "query",
    ["kind=x", "day=thu&day=x", "topic=<script>", "box=1,2", "box=5,5,1,1", "near=x,y", "order=up", "box=nan,1,2,3"],
)
def test_what_is_not_understood_is_said_and_left_out(directory, client, query):
    response = client.get(f"/kopienas/?{query}")

    assert response.status_code == 200
    assert "Daļa filtra nebija saprotama un netiek ņemta vērā" in response.content.decode()
    assert response.content.decode().count('class="card card--profile"') == 5


def test_counts_answer_to_the_other_filters(directory):
    everything = facet_counts()
    assert everything["kind"] == {"community": 3, "organisation": 1, "venue": 1}
    assert everything["topic"] == {"daba": 2, "kultura": 2, "koris": 1}

    chosen = facet_counts("kind=community&topic=daba")
    assert chosen["kind"] == {"community": 1, "organisation": 1}
    assert chosen["topic"] == {"daba": 1, "kultura": 1, "koris": 1}
    assert chosen["day"] == {"thu": 1}


def test_nearest_first_from_a_rounded_place(directory, client):
    html = client.get("/kopienas/?near=56.741,24.392").content.decode()
    assert html.index(">Bites</a>") < html.index(">Āboli</a>")
    assert DirectoryFilter({"near": "56.7412345,24.3923456"}).value("near") == (56.74, 24.39)


def test_english_list_has_what_is_not_translated_and_says_so(directory, client, site):
    html = client.get("/en/kopienas/?kind=venue").content.decode()
    assert 'lang="lv">Zāle</a>' in html
    assert "In Latvian" in html
