"""“Where do you live?” asked with a place of the map."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.gis.geos import MultiPolygon, Polygon

from tests.factories.directory import community, directory_page, settlement, settlements_page

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def directory(site_of_file):
    index = directory_page(site_of_file.home, slug="kopienas")
    settlements_page(index, slug="vietas")
    area = MultiPolygon(Polygon.from_bbox((24.20, 56.80, 24.30, 56.90)))
    kekava = settlement("Ķekava", slug="kekava", point=(24.23, 56.83))
    baldone = settlement("Baldone", slug="baldone", point=(24.40, 56.74))
    community(index, "Upmalas kopiena", slug="upmala", settlement=kekava, area=area)
    community(index, "Slepenā", slug="slepena", settlement=kekava, area=area, publish=False)
    community(index, "Baldones kopiena", slug="baldonieki", settlement=baldone)
    return index


def offered(client, place: str) -> tuple[str, list[str]]:
    soup = BeautifulSoup(client.get("/kur/", {"place": place}).content, "html.parser")
    return soup.select_one("[role=status]").get_text(" ", strip=True), [
        link.get_text(strip=True) for link in soup.select("#content .chips a, #content .chip")
    ]


@pytest.mark.parametrize("typed", ["56.85, 24.25", "24.25 56.85", "N 56° 51' 0\" E 24° 15' 0\""])
def test_who_lives_around_a_typed_place(directory, client, typed):
    _words, found = offered(client, typed)
    assert found == ["Upmalas kopiena", "Ķekava", "Baldone"]


def test_a_place_outside_every_area_leads_to_the_towns_near_it(directory, client):
    words, found = offered(client, "56.74, 24.41")
    assert found == ["Baldone", "Ķekava"]
    assert words.startswith("Ap šo vietu neviens")


@pytest.mark.parametrize("typed", ["0.5, 0.5", "99, 999"])
def test_a_place_that_is_not_here_is_answered_in_words(directory, client, typed):
    response = client.get("/kur/", {"place": typed}, follow=True)
    assert response.status_code == 200
