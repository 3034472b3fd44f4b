"""The programme of a festival: hours down, places across; facts of the source, words of the page."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.blocks import StreamValue

from events.blocks import FestivalProgrammeBlock
from events.festival_programme import programme_of
from tests.factories.events import session
from tests.factories.shared import fresh
from tests.factories.site import translate
from tests.factories.visits import excursions_page, festival, place, places_page, visits_page

pytestmark = pytest.mark.django_db


def hour(text: str) -> datetime.time:
    return datetime.time.fromisoformat(text)


def talk(starts: str, ends: str, title: str, ident: str = "") -> dict:
    return {
        "type": "item",
        "id": ident or title,
        "value": {"starts": starts, "ends": ends, "title": title, "who": "", "about": ""},
    }


def stage(name: str, *talks: dict, thing=None) -> dict:
    value = {"name": name, "thing": thing and thing.pk, "talks": list(talks)}
    return {"type": "stage", "id": name, "value": value}


def together(starts: str, title: str) -> dict:
    value = {"starts": starts, "ends": None, "title": title, "where": "", "about": ""}
    return {"type": "together", "id": title, "value": value}


def stream(*rows: dict) -> StreamValue:
    block = FestivalProgrammeBlock()
    return StreamValue(block, list(rows), is_lazy=True)


@pytest.fixture(scope="module")
def _parent(site_of_file):
    return visits_page(excursions_page(site_of_file.home), slug="festivals", shows="festival")


@pytest.fixture
def parent(_parent, db):
    return fresh(_parent)


def drawn(page, language="lv") -> list:
    """Hour → what everybody does, or per cell its titles and how many lines it lasts."""
    with override(language):
        found = programme_of(page, language)
    return [
        (f"{line.starts:%H:%M}", line.together.title if line.together else [([t.title for t in c.talks], c.rows) for c in line.cells])
        for line in found.lines
    ]  # fmt: skip


def test_hours_go_down_and_places_across(parent):
    rows = [
        stage("Zāle", talk("12:00", "13:30", "Garā"), talk("11:00", "11:45", "Pirmā")),
        together("14:00", "Zupa"),
        stage("Parks", talk("11:00", "11:45", "Otrā"), talk("12:00", "12:30", "Īsā"), talk("13:00", "13:30", "Vēl")),
        together("10:00", "Atklāšana"),
    ]
    assert drawn(festival(parent, slug="f", programme=stream(*rows))) == [
        ("10:00", "Atklāšana"),
        ("11:00", [(["Pirmā"], 1), (["Otrā"], 1)]),
        ("12:00", [(["Garā"], 2), (["Īsā"], 1)]),
        ("13:00", [(["Vēl"], 1)]),
        ("14:00", "Zupa"),
    ]


def test_nothing_lasts_past_what_everybody_does(parent):
    rows = [
        stage("Zāle", talk("11:00", "15:00", "Garā")), stage("Parks", talk("11:00", "11:30", "A"), talk("14:00", "15:00", "B")),
        together("13:00", "Zupa"),
    ]  # fmt: skip
    assert drawn(festival(parent, slug="f", programme=stream(*rows))) == [
        ("11:00", [(["Garā"], 1), (["A"], 1)]),
        ("13:00", "Zupa"),
        ("14:00", [([], 1), (["B"], 1)]),
    ]


def test_words_are_the_pages_and_hours_the_sources(parent):
    rows = [stage("Zāle", talk("11:00", "12:00", "Saruna", "t1"), talk("12:00", "13:00", "Jauna", "t2"))]
    page = festival(parent, slug="f", programme=stream(*rows))
    stale = stage("Hall", talk("09:00", "10:00", "Conversation", "t1")) | {"id": "Zāle"}
    english = translate(page, title="Festival", slug="f", programme=stream(stale))
    found = programme_of(english, "en")
    (first, second) = (line.cells[0].talks[0] for line in found.lines)
    assert (first.title, first.starts, first.language) == ("Conversation", hour("11:00"), "")
    assert (second.title, second.starts, second.language) == ("Jauna", hour("12:00"), "lv")
    assert [stage.name for stage in found.stages] == ["Hall"]


def test_place_leads_to_its_page_where_readers_may_see_it(parent):
    places = places_page(parent.get_parent().specific)
    seen, hidden = place(places, "Parks", slug="parks"), place(places, "Klēts", slug="klets", publish=False)
    rows = [stage("P", talk("11:00", "", "A"), thing=seen), stage("K", talk("11:00", "", "B"), thing=hidden)]
    found = programme_of(festival(parent, slug="f", programme=stream(*rows)), "lv")
    assert [stage.url for stage in found.stages] == ["/ekskursijas/vietas/parks/", ""]


@pytest.mark.parametrize(
    "second", [("11:30", "12:30"), ("11:00", "11:10")], ids=["begins before the other ends", "at the same time"]
)
def test_two_talks_at_once_in_one_place_are_refused(second):
    value = stream(stage("Zāle", talk("11:00", "12:00", "A"), talk(*second, "B")))
    with pytest.raises(ValidationError):
        FestivalProgrammeBlock().clean(value)


def test_talk_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError):
        FestivalProgrammeBlock().clean(stream(stage("Zāle", talk("11:00", "10:00", "A"))))


def test_talks_one_after_another_are_fine():
    value = stream(stage("Zāle", talk("11:00", "12:00", "A"), talk("12:00", "13:00", "B")), together("13:00", "Zupa"))
    FestivalProgrammeBlock().clean(value)


def test_page_and_menu_page_show_the_table_in_the_order_of_time(parent, client):
    rows = [stage("Zāle", talk("12:00", "13:00", "Vēlāk")), stage("Parks", talk("11:00", "12:00", "Agrāk"))]
    page = festival(parent, slug="f", programme=stream(*rows))
    from events.read_model import event_of

    session(event_of(page))
    for path in ("/ekskursijas/festivals/f/", "/ekskursijas/festivals/"):
        soup = BeautifulSoup(client.get(path).content, "html.parser")
        assert [row.get_text(strip=True) for row in soup.select(".programme__title")] == ["Agrāk", "Vēlāk"]
        assert [row.get_text(strip=True) for row in soup.select(".programme__table thead th")][1:] == ["Zāle", "Parks"]
    assert '"Festival"' in client.get("/ekskursijas/festivals/f/").content.decode()


def test_past_festival_does_not_lead(parent, client):
    from events.read_model import event_of

    page = festival(parent, slug="f", programme=stream(stage("Zāle", talk("12:00", "13:00", "Bija"))))
    session(event_of(page), days=-9)
    soup = BeautifulSoup(client.get("/ekskursijas/festivals/").content, "html.parser")
    assert soup.select(".programme") == [] and soup.select(".festival-lead") == []
    assert len(soup.select(".links__link")) == 1
