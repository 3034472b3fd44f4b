"""The list of the directory: what it costs, its pages and letters."""

import pytest

from directory.browse import PER_PAGE
from directory.models import Listing
from home import publishing
from tests.factories.directory import community, directory_page, topic
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_three(directory, client, django_assert_num_queries, number):
    for index in range(number):
        community(directory, f"Kopiena {index}", slug=f"kopiena-{index}", topics=[topic()])
    client.get("/kopienas/")

    # settings, page, everything in order (then kept), listings, map: cells, map: things, areas
    with django_assert_num_queries(7):
        client.get("/kopienas/?topic=daba")
    with django_assert_num_queries(6):
        client.get("/kopienas/?topic=daba")
    for _again in range(2):  # the first of this filter, counted from what is kept
        with django_assert_num_queries(6):
            client.get("/kopienas/?topic=daba&kind=community&state=active")
    with django_assert_num_queries(8):  # words are asked of the database: counts, map and areas know them by it
        client.get("/kopienas/?topic=daba&q=kopiena&order=new")
    with django_assert_num_queries(2):  # settings, page: the rest is kept
        client.get("/kopienas/")


def test_pages_and_letters(directory, client):
    with publishing.together():
        for index in range(PER_PAGE + 1):
            community(directory, f"Kopiena {index:02}", slug=f"kopiena-{index}")
    assert Listing.objects.count() == 2 * (PER_PAGE + 1)

    first = client.get("/kopienas/?order=name").content.decode()
    assert "?order=name&amp;page=2" in first
    assert client.get("/kopienas/?page=2").content.decode().count('class="card card--profile"') == 1
    assert client.get("/kopienas/?page=3").status_code == 404
