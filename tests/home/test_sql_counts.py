"""How many queries each public door costs, with one thing of each sort and with three: cold (nothing kept) and warm."""

import pytest
from django.contrib.gis.geos import Point
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import Settlement, Topic
from events.read_model import event_of
from home.models import FooterLink, Funder, Person, Project, SiteSettings
from tests.conftest import shared_site
from tests.factories.dated import calendar, event_page
from tests.factories.directory import community, directory_page, organisation, settlements_page
from tests.factories.events import session
from tests.factories.site import article, category, news_index, picture, standard_page, translate

pytestmark = pytest.mark.django_db
MOST = 12
# Address → (cold, warm). The frame of every page is one query, its site's settings; cold it is six: the two of Wagtail's root
# paths, the rows along the path, those of menu and footer, and which of them have nothing to list.
PINS = {
    # Warm: frame, page. Cold, once a minute: the next dates, their addresses, the calendar, the next visits. Cold: news, stories, address of the index; of the directory, places, kinds, newest, the map.
    "/": (23, 2),
    "/en/": (24, 2),  # cold: translations of the cards
    # Cold: count, articles, facets, and their labels: categories, topics, settlements.
    "/jaunumi/": (13, 2),
    "/en/news/": (15, 2),  # cold: the source of the index, translations of the cards
    # Narrowed lists are not kept, their labels are: frame, page, the chosen rows, count, articles, facets.
    "/jaunumi/?category=parskats": (14, 6),
    "/jaunumi/?settlement=s0&topic=t0": (15, 7),
    # Cold: links in the text, pictures, people, page of the button; trainings, settlements, topics, index, related.
    "/jaunumi/viss/": (16, 2),
    "/en/news/all/": (18, 3),  # the source; cold: translations of the related
    "/en/jaunumi/st0/": (13, 2),
    # Frame, page.
    "/sadala-0/": (7, 2),
    "/en/section-0/": (8, 3),  # the source
    "/sadala-0/dala-0/": (7, 2),
    # Frame; what is found, results.
    "/meklet/": (6, 1),
    "/meklet/?q=darzs": (8, 3),
    "/en/search/?q=garden": (8, 3),
    "/meklet/?q=dorzi": (10, 5),  # what is found; is it known, words near to it, how one is spelled
    "/meklet/ieteikumi/?q=sta": (3, 1),
    "/kur/?place=s0": (7, 5),  # settlements, the overview, what is listed, what is in the news, what is on
    # Warm: frame, page. Cold: what kinds the map's layers have. Narrowed: things, two of the map, areas; words are
    # asked too. Who counts under what, and the order of everything, are kept.
    "/kopienas/": (16, 2),
    "/en/communities/": (16, 2),
    "/kopienas/?topic=t0&sort=name": (16, 6),
    "/kopienas/?q=kopiena&place=s0": (17, 7),
    # Frame, page; freshness, contacts, notices, related, places, topics, what is worth a visit, dates to visit, other dates.
    "/kopienas/k0/": (17, 11),
    "/en/kopienas/k0/": (17, 11),
    # Frame, asked twice: no page stands at the place's own address. Of one: dates, their addresses, the calendar.
    "/kopienas/vietas/": (11, 6),
    "/kopienas/vietas/s0/": (17, 11),
    "/map.json?view=24,56,25,57&zoom=10": (4, 2),
    "/map.json?view=24,56,25,57&zoom=10&topic=t0": (4, 2),
    # Frame; cold: articles; the category, asked again while it is written.
    "/plusmas/jaunumi.atom": (7, 1),
    "/plusmas/jaunumi.rss?category=parskats": (9, 2),
    "/en/feeds/news.atom": (7, 1),
    # Pages; settlements: the overview, what is listed, what is in the news, what is on. The two trees have a frame around them.
    "/sitemap.xml": (7, 5),
    "/lapas-karte/": (7, 2),
    "/en/site-map/": (7, 2),
    "/robots.txt": (0, 0),
    # Frame, page; dates, their addresses, the small month, facets, organisers, labels, suggestions. A month has no
    # small one beside it. An event: its row, its dates (for the page and for machines), the room. Feeds: dates twice.
    "/kalendars/": (16, 9),
    "/kalendars/?kind=gathering": (16, 9),
    "/kalendars/?month=2027-01": (11, 4),
    "/kalendars/p0/": (12, 7),
    "/plusmas/kalendars.ics": (7, 5),
    "/plusmas/kalendars.atom": (8, 3),
    # Frame, redirects.
    "/nav-tadas-lapas/": (7, 3),
}


@pytest.fixture(scope="module")
def full_site(django_db_setup, django_db_blocker, request):
    """``request.param`` things of each sort, half of the articles and all sections in both languages."""
    with shared_site(django_db_blocker) as site:
        yield fill(site, range(request.param))


def fill(site, numbers):
    photos = [picture(f"Attēls {number}") for number in range(len(numbers) + 1)]
    people = [Person.objects.create(name=f"Persona {n}", role={"lv": "Lektore"}, photo=photos[n]) for n in numbers]
    facts = {
        "category": category(),
        "topics": [Topic.objects.create(slug=f"t{n}", name={"lv": f"Tēma {n}"}) for n in numbers],
        "settlements": [
            Settlement.objects.create(slug=f"s{n}", name=f"Ciems {n}", is_main=True, point=Point(24.2 + n / 50, 56.8))
            for n in numbers
        ],
        "lead_image": photos[0],
    }
    config = SiteSettings.objects.get(site=site)
    for n in numbers:
        funder = Funder.objects.create(name={"lv": f"Fonds {n}"}, logo=photos[n])
        Project.objects.create(title={"lv": f"Projekts {n}"}, funder=funder)
    for n in numbers:
        section = standard_page(site.home, f"Sadaļa {n}", slug=f"sadala-{n}", show_in_menus=True, lead_image=photos[n])
        FooterLink.objects.create(site_settings=config, page=section, sort_order=n)
        for m in numbers:
            standard_page(section, f"Daļa {n} {m}", slug=f"dala-{m}", show_in_menus=True)
        translate(section, title=f"Section {n}", slug=f"section-{n}")
    config.join_page = config.contact_page = section
    config.join_title = {"lv": "Pievienojies", "en": "Join us"}
    config.save()
    index = news_index(site.home, slug="jaunumi")
    translate(index, title="News", slug="news")
    others = [article(index, f"Ziņa {n}", slug=f"z{n}", lead="Dārzi", **facts) for n in numbers]
    stories = [article(index, f"Stāsts {n}", slug=f"st{n}", kind="story", lead="Dārzi", **facts) for n in numbers]
    for n in numbers:
        translate(others[n], title=f"Story {n}", slug=f"story-{n}", lead="Gardens")
    directory = directory_page(site.home, slug="kopienas")
    settlements_page(directory, slug="vietas")
    for n in numbers:
        where = {"settlement": facts["settlements"][n], "topics": facts["topics"], "covers": facts["settlements"]}
        who = {"name": "Anna", "phone": "+371 20000000", "phone_visibility": "public"}
        community(directory, f"Kopiena {n}", slug=f"k{n}", contact=who, lead_image=photos[n], **where)
        organisation(directory, f"Biedrība {n}", slug=f"b{n}", contact=who, lead_image=photos[n], **where)
    translate(directory, title="Communities", slug="communities")
    days = calendar(site.home)
    for n in numbers:
        dated = event_page(days, f"Talka {n}", slug=f"p{n}", **{"settlement": facts["settlements"][n]})
        session(event_of(dated), days=n + 1)
    links = "".join(f'<a linktype="page" id="{page.pk}">šeit</a> ' for page in (*others, *stories))
    shown = [{"image": photo, "caption": "Saietā"} for photo in photos]
    body = [
        ("text", f"<p>{links}</p>"),
        ("gallery", {"title": "Pasākumā", "images": shown}),
        *[("person", {"person": person}) for person in people],
        ("call_to_action", {"title": "Nāc", "link_text": "Nākt", "page": section}),
    ]
    whole = article(index, "Viss", slug="viss", body=body, **facts)
    translate(whole, title="All of it", slug="all")
    return site


def queries_of(client, door) -> tuple[int, int]:
    """How many queries the door costs with nothing kept, and again right after."""
    counts = []
    cache.clear()
    for _visit in ("cold", "warm"):
        with CaptureQueriesContext(connection) as queries:
            client.get(door)
        counts.append(len(queries))
    return tuple(counts)


@pytest.mark.parametrize("full_site", [1, 3], indirect=True)
def test_each_door_costs_what_is_written_here(full_site, client):
    client.get("/")  # content types are learned once a process
    assert {door: queries_of(client, door) for door in PINS} == PINS


def test_warm_doors_are_cheap():
    assert [door for door, (_cold, warm) in PINS.items() if warm > MOST] == []


@pytest.mark.parametrize("full_site", [3], indirect=True)
def test_what_is_counted_is_shown(full_site, client):
    """The pins would be cheap promises if the doors were empty."""
    article_html = client.get("/jaunumi/viss/").content.decode()
    assert [article_html.count(part) for part in ('class="gallery__item"', 'class="person"', "links__item")] == [
        4,
        3,
        6,
    ]
    assert client.get("/jaunumi/").content.decode().count('class="card"') == 7
    assert client.get("/").content.decode().count("card--line") == 3
    assert client.get("/meklet/?q=darzs").context["total"] == 6
    assert client.get("/meklet/?q=dorzi").context["corrections"] != []
    assert client.get("/plusmas/jaunumi.atom").content.decode().count("<entry>") == 7
    assert client.get("/en/feeds/news.atom").content.decode().count("<entry>") == 4
    assert client.get("/").content.decode().count("card--event") == 3
    assert client.get("/kalendars/").content.decode().count("agenda__item") == 3
    assert client.get("/plusmas/kalendars.ics").content.count(b"BEGIN:VEVENT") == 3
    assert client.get("/sitemap.xml").content.decode().count("<loc>") == 46
