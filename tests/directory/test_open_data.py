"""The page about the data: leads to the files of what the list shows, in both languages."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from directory.exports.rows import FIELDS
from directory.open_data import FORMATS
from home.models import User
from tests.factories.directory import community, directory_page, venue

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def directory(site_of_file):
    index = directory_page(site_of_file.home, slug="kopienas")
    community(index, "Āboli & <b>", slug="aboli")
    venue(index, "Zāle", slug="zale")
    return index


def page(client, query: str = "", language: str = "en") -> str:
    with override(language):
        response = client.get(reverse("open_data") + (f"?{query}" if query else ""))
    assert response.status_code == 200 and not response.cookies
    return response.content.decode()


@pytest.mark.parametrize("language", ["lv", "en"])
def test_page_leads_to_every_file_and_names_the_licence(directory, client, language):
    html = page(client, language=language)
    with override(language):
        assert all(f'href="{reverse("directory_export", args=[suffix])}"' in html for suffix in FORMATS)
    assert settings.DATA_LICENCE_URL in html and "ODbL" in html
    assert all(f"<code>{name}</code>" in html for name in FIELDS)
    assert 'href="/api/v1/openapi.json"' in html and f"/api/v1/listings?lang={language}" in html


def test_files_are_those_of_the_filter(directory, client):
    html = page(client, "kind=venue&q=z%C4%81le&box=24,56,25,57&kind=community&order=new&page=2")
    query = "kind=venue&kind=community&q=z%C4%81le&box=24.0%2C56.0%2C25.0%2C57.0"
    addresses = re.findall(r'class="download__link" href="([^"]+)"', html)
    assert addresses and all(address.endswith(f"?{escape(query)}") for address in addresses)
    assert "Your choice from the list, 1 entry." in html
    assert "Everything that the directory shows, 2 entries." in page(client)


def test_addresses_of_the_page_can_be_followed(directory, client):
    for address in re.findall(r'class="(?:download|links)__link" href="([^"]+)"', page(client, "kind=venue")):
        assert client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_bad_filter_is_said_and_left_out(directory, client):
    html = page(client, "kind=x&box=1")
    assert "Part of the filter was not understood" in html and "kind=x" not in html.partition("<main")[2]


def test_list_and_footer_lead_to_the_page(directory, client):
    with override("lv"):
        address = reverse("open_data")
    html = client.get("/kopienas/?kind=venue").content.decode()
    assert f'href="{address}?kind=venue"' in html and f'href="{address}"' in html.partition("<footer")[2]


def test_line_for_another_site_is_shown_to_staff_alone(directory, client, settings):
    settings.EMBED_ALLOWED_HOSTS = ["https://novads.test"]
    assert "&lt;iframe" not in page(client, "kind=venue")
    client.force_login(User.objects.create_superuser("ilze@platforma.test", "x"))
    html = page(client, "kind=venue")
    assert html.count("&lt;iframe") == 2 and "https://novads.test" in html
    assert "/en/embed/?kind=venue&amp;amp;show=map" in html  # escaped as the line is, and once more to be read


def test_queries_of_the_page(directory, client):
    page(client)
    with CaptureQueriesContext(connection) as queries:
        page(client)
    assert len(queries) == 2  # frame; count
