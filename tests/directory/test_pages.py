import pytest
from django.contrib.gis.geos import Point

from directory.models import Listing, ListingValue
from directory.vocabulary import TopicIcon
from home.templatetags.look_tags import icon
from tests.factories.directory import community, directory_page, organisation, settlement, topic, venue
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


def test_list_shows_what_is_published(directory, client):
    community(directory, "Kažoku kopiena", slug="kazoku", topics=[topic()], point=None)
    organisation(directory, "Ūdensmalas", slug="udensmalas")
    venue(directory, "Tautas nams", slug="tautas-nams")
    community(directory, "Slepenā", slug="slepena", publish=False)

    html = client.get("/kopienas/").content.decode()

    assert "Kažoku kopiena" in html
    assert "Ūdensmalas" in html
    assert "Tautas nams" in html
    assert "Slepenā" not in html


def test_profile_page(directory, client):
    page = community(
        directory,
        slug="kazoku",
        contact={"name": "Anna", "phone": "20000000", "email": "anna@org.test", "phone_visibility": "public"},
        covers=[settlement("Baldone", locative="Baldonē", point=(24.39, 56.74))],
    )

    html = client.get("/kopienas/kazoku/").content.decode()

    assert page.title in html
    assert "Anna" in html
    assert "20000000" in html
    assert "anna@org.test" not in html


def test_map_data(directory, client):
    community(directory, slug="kazoku")
    organisation(directory, slug="udensmalas")

    answer = client.get("/map.json", {"view": "24,56,25,57", "zoom": 10}).json()

    assert answer["n"] == 2
    assert {point[4] for point in answer["p"]} == {"Kažoku kopiena", "Ūdensmalas"}


def test_list_follows_what_it_is_made_of(directory, client):
    """A settlement that moves or a topic that goes changes what was published long ago."""
    garden = topic(slug="darzi", lv="Dārzi", en="Gardens")
    place = settlement("Baldone", point=(24.39, 56.74))
    page = community(directory, slug="kazoku", topics=[garden], settlement=place)
    place.point = Point(24.1, 56.9)
    place.save()
    assert Listing.objects.filter(thing=page.translation_key, longitude=24.1).count() == 2
    garden.slug = "augi"
    garden.save()
    assert set(ListingValue.objects.filter(facet="topic").values_list("value", flat=True)) == {"augi"}
    garden.delete()
    assert not ListingValue.objects.filter(facet="topic").exists()


def test_translation_that_goes_leaves_the_original_in_the_list(directory, client):
    page = community(directory, "Kažoku kopiena", slug="kazoku")
    translate(page, title="Community of Kažoki", slug="kazoki").delete()
    assert "Kažoku kopiena" in client.get("/en/kopienas/").content.decode()


def test_a_topic_has_the_drawing_of_the_one_that_it_is_a_part_of(directory, client):
    whole = topic("daba", "Daba", "Nature", icon="leaf")
    community(directory, "Krasti", topics=[topic("krasti", "Krasti", "Shores", parent=whole)], slug="krasti")
    assert 'data-icon="leaf"' in client.get("/kopienas/krasti/").content.decode()


@pytest.mark.parametrize("name", TopicIcon.values)
def test_every_drawing_of_a_topic_is_there(name):
    assert icon(name)
