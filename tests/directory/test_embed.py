"""The directory in a frame of another page: what it shows, who may hold it, and the line that puts it there."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from directory import checks
from directory.embed.lines import hosts, offer, offers
from directory.models import Settlement
from home import publishing
from home.groups import ensure_groups
from home.models import User
from tests.directory.test_leaks import SECRET, secret
from tests.factories.directory import community, directory_page, organisation, settlement, topic, venue
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
DOORS = [f"{prefix}/embed/?{query}" for prefix in ("", "/en") for query in ("", "show=list", "show=map&topic=daba")]


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


def read(client, address: str):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def titles(client, query: str) -> list[str]:
    return [link.text for link in read(client, f"/embed/?show=list&{query}").select(".card__title a")]


# --- what it shows --------------------------------------------------------------------------------------------


def test_list_is_the_directory_s_list_under_the_same_filter(directory, client):
    community(directory, "Krasts", slug="krasts", topics=[topic()])
    organisation(directory, "Arka", slug="arka")
    venue(directory, "Zāle", slug="zale")
    assert titles(client, "") == ["Arka", "Krasts", "Zāle"]
    assert titles(client, "kind=venue&kind=organisation") == ["Arka", "Zāle"]
    assert titles(client, "topic=daba") == ["Krasts"]
    assert titles(client, "q=ark") == ["Arka"]


def test_map_is_shown_unless_a_list_is_asked_for(directory, client):
    community(directory, "Krasts", slug="krasts", point=None, precision="settlement")
    assert read(client, "/embed/").select_one("[data-map] svg a")["href"] == "/kopienas/krasts/"
    assert not read(client, "/embed/").select(".card")
    assert not read(client, "/embed/?show=list").select("[data-map]")


def test_map_asks_for_its_data_under_the_filter(directory, client):
    community(directory, slug="a")
    assert (
        read(client, "/embed/?q=kazoku&kind=community").select_one("[data-map]")["data-query"]
        == "kind=community&q=kazoku"
    )


@pytest.mark.parametrize("show", ["map", "list"])
def test_frame_is_bare_and_its_links_leave_it(directory, client, show):
    with publishing.together():
        for number in range(13):
            community(directory, f"K{number:02}", slug=f"k{number}")
    html = read(client, f"/embed/?show={show}&kind=community")
    assert html.select_one("base") is not None
    assert html.select_one("base").attrs == {"target": "_top"}
    assert not html.select("header, footer, form, nav:not(.pagination), .skip-link")
    # Only the way to the next page stays in the frame.
    inside = [link["href"] for link in html.select("a[target]")]
    assert inside == (["/embed/?show=list&kind=community&page=2"] if show == "list" else [])
    assert html.select_one(".embed__foot a")["href"] == "/kopienas/?kind=community"
    assert "13" in html.select_one(".embed__foot").text
    assert html.select_one("meta[name=robots]")["content"] == "noindex"
    assert html.title.text and html.select_one("h1").text and html.html["lang"] == "lv"


def test_languages(directory, client):
    community(directory, "Krasts", slug="krasts")
    html = read(client, "/en/embed/?show=list&kind=community")
    assert html.html["lang"] == "en"
    assert html.select_one("h1").text == "Communities, organisations and rooms"
    link = html.select_one(".card__title a")
    assert (link["href"], link["lang"]) == ("/en/kopienas/krasts/", "lv")
    assert html.select_one(".embed__foot a")["href"] == "/en/kopienas/?kind=community"


def test_nothing_found_is_said(directory, client):
    community(directory, slug="a")
    for show in ("map", "list"):
        html = read(client, f"/en/embed/?kind=venue&show={show}")
        assert "Nobody is listed for this choice yet." in html.text
        assert not html.select("[data-map], .card")


@pytest.mark.parametrize(
    "query", ["kind=x", "show=film", "box=1,2", "near=a", "show=list&letter=abcd", "q=" + "a" * 101]
)
def test_what_is_not_understood_is_said_and_left_out(directory, client, query):
    community(directory, "Krasts", slug="krasts")
    html = read(client, f"/en/embed/?{query}")
    assert "Part of the filter was not understood" in html.select_one(".notice").text
    assert "Krasts" in html.text or html.select("[data-map]")
    assert not read(client, "/en/embed/?kind=community").select(".notice")


def test_page_past_the_end_is_not_there(directory, client):
    assert client.get("/embed/?show=list&page=9").status_code == 404


def test_queries(directory, client):
    def asked(show):
        client.get(f"/embed/?show={show}&kind=community")  # menu and places are kept
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/embed/?show={show}&kind=community")
        return len(queries)

    community(directory, "A", slug="a")
    one = [asked("map"), asked("list")]
    for number in range(2):
        community(directory, f"B{number}", slug=f"b{number}")
    # Frame; count; map: squares, points, areas; or a page of the list.
    assert [asked("map"), asked("list")] == one == [5, 3]


# --- who may hold it ------------------------------------------------------------------------------------------


def ancestors(client, address="/embed/") -> str:
    return re.search(r"frame-ancestors ([^;]+)", client.get(address)["Content-Security-Policy"])[1]


def test_nobody_else_s_page_may_hold_it_unless_it_is_set(directory, client, settings):
    assert ancestors(client) == ancestors(client, "/en/embed/?show=list") == "'self'"
    settings.EMBED_ALLOWED_HOSTS = ["https://kekava.lv", "*.baldone.lv"]
    assert ancestors(client) == "'self' https://kekava.lv *.baldone.lv"
    assert "X-Frame-Options" not in client.get("/embed/").headers
    for address in ("/", "/kopienas/", "/en/", reverse("account_login")):
        assert ancestors(client, address) == "'none'"
        assert client.get(address)["X-Frame-Options"] == "DENY"


def test_frame_sets_no_cookie_and_is_asked_for_anew(directory, client):
    response = client.get("/embed/")
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    assert "no-cache" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert client.post("/embed/").status_code == 405


@pytest.mark.parametrize(
    "name", ["https://kekava.lv/", "kekava.lv; script-src *", "*", "https://*", "'none'", "https://a b", "", "data:"]
)
def test_setting_that_would_break_the_header_is_told(settings, name):
    settings.EMBED_ALLOWED_HOSTS = ["https://kekava.lv", name]
    (message,) = checks.sites_that_embed_have_names()
    assert message.id == "directory.E004" and message.hint
    settings.EMBED_ALLOWED_HOSTS = ["https://kekava.lv", "*.kekava.lv", "http://localhost:8000", "https://*.baldone.lv"]
    assert checks.sites_that_embed_have_names() == []


def test_kept_back_point_decides_nothing_about_the_order(directory, client):
    secret(directory, precision="settlement")
    for number in range(4):
        community(
            directory,
            f"Cita {number}",
            slug=f"c{number}",
            point=settlement(f"V{number}", point=(24.3 + number / 50, 56.8)).point,
        )
    order = titles(client, "near=56.81,24.31&order=near")
    # As if it stood where its settlement does: beside the other one there, behind everybody that is nearer.
    assert order[-2:] == [SECRET, "Redzamie"] and len(order) == 6


# --- the line -------------------------------------------------------------------------------------------------


def test_line_is_one_iframe_that_can_be_followed(directory, client, settings):
    settings.SITE_URL = "https://nvo.test"
    community(directory, "Krasts", slug="krasts")
    with override("en"):
        (on_map, as_list) = offers("kind=community&q=kr%26")
    assert on_map.line == (
        '<iframe src="https://nvo.test/en/embed/?kind=community&amp;q=kr%26&amp;show=map" '
        'title="Map of communities and organisations" width="100%" height="640" loading="lazy"></iframe>'
    )
    assert "show=list" in as_list.line and "List of" in as_list.title
    assert client.get(as_list.path).status_code == client.get(on_map.path).status_code == 200
    assert "<script" not in offer("map", 'q="><script>').line


def test_hosts_in_words(settings):
    assert hosts() == ""
    settings.EMBED_ALLOWED_HOSTS = ["https://a.lv", "b.lv"]
    assert hosts() == "https://a.lv, b.lv"


@pytest.fixture
def staff(directory, client):
    editors, _moderators = ensure_groups()
    user = User.objects.create_user("redaktore@platforma.test", "x")
    user.groups.add(editors)
    client.force_login(user)
    return client


def test_staff_get_the_line_of_their_choice(directory, staff, settings):
    community(directory, "Krasts", slug="krasts", topics=[topic()])
    settings.EMBED_ALLOWED_HOSTS = ["https://kekava.lv"]
    html = read(staff, reverse("embed_line:index"))
    assert "show=map" in html.select_one("textarea[readonly]").text
    query = "show=list&language=en&kind=community&place=kekava&topic=daba"
    html = read(staff, f"{reverse('embed_line:index')}?{query}")
    line = html.select_one("textarea[readonly]").text
    source = unescape(re.search(r'src="([^"]+)"', line)[1])
    assert source == f"{settings.SITE_URL}/en/embed/?kind=community&place=kekava&topic=daba&show=list"
    assert html.select_one("iframe.embed-preview")["src"] == source.removeprefix(settings.SITE_URL)
    assert "https://kekava.lv" in html.text
    assert reverse("embed_line:index") in staff.get(reverse("wagtailadmin_home")).content.decode()


def test_screen_says_what_is_wrong(directory, staff):
    html = read(staff, f"{reverse('embed_line:index')}?show=film&language=lv&place=nekur")
    assert html.select(".error-message") and not html.select("textarea[readonly]")
    assert "EMBED_ALLOWED_HOSTS" in html.select_one(".help-warning").text


def test_screen_is_for_staff(directory, client):
    assert client.get(reverse("embed_line:index")).status_code == 302
    assert Settlement.objects.count() == 0
