"""Trainings: lists, pages, series, articles about them; nothing that readers may not see."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from directory.models import DirectoryPage
from events.models import Event, Session
from events.vocabulary import Format, Status
from home import versions
from home.models import Person
from tests.factories.directory import directory_page, organisation, settlement, topic
from tests.factories.site import article, news_index, translate
from tests.factories.trainings import training, training_date, training_index, training_series

pytestmark = pytest.mark.django_db
HOST = "platforma.test"
LINK = ("link", {"url": "https://paraugs.test/lapa", "title": "Darba lapa"})


@pytest.fixture
def client():
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def index(site):
    return training_index(site.home, slug="apmacibas")


def soup_of(client, path) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return BeautifulSoup(answer.content, "html.parser")


def titles(client, path="/apmacibas/") -> list[str]:
    return [link.get_text() for link in soup_of(client, path).select("main .card__title a")]


def hidden_ways(page):
    """Hides it in one way after another; each is taken back before the next."""
    row = type(page).objects.filter(pk=page.pk)
    lock = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    yield "private"
    lock.delete()
    for field, hours in (("expire_at", -1), ("go_live_at", 1)):
        row.update(**{field: timezone.now() + datetime.timedelta(hours=hours)})
        versions.bump()
        yield field
        row.update(**{field: None})
    page.unpublish()
    yield "draft"


# --- lists


def test_coming_stand_before_past_each_in_its_order(index, client):
    training(index, "Sen", slug="sen", days=-40)
    training(index, "Nesen", slug="nesen", days=-3)
    training(index, "Bez datuma", slug="bez", days=None)
    training(index, "Vēlāk", slug="velak", days=20)
    soon = training(index, "Drīz", slug="driz", days=-5)
    training_date(soon, days=2)  # the second evening is still ahead
    training_date(soon, days=1, status=Status.CANCELLED)
    soup = soup_of(client, "/apmacibas/")
    sections = [[a.get_text() for a in part.select(".card__title a")] for part in soup.select("main section")]
    assert sections == [["Drīz", "Vēlāk", "Bez datuma"], ["Nesen", "Sen"]]
    day = timezone.localdate(timezone.now() + datetime.timedelta(days=2))
    assert soup.select_one("main time")["datetime"] == day.isoformat()


def test_past_trainings_are_paged_and_the_coming_stand_on_the_first_page_alone(index, client, monkeypatch):
    monkeypatch.setattr("news.training_list.PER_PAGE", 1)
    training(index, "Sen", slug="sen", days=-40)
    training(index, "Nesen", slug="nesen", days=-3)
    training(index, "Drīz", slug="driz", days=2)
    assert titles(client) == ["Drīz", "Nesen"]
    assert titles(client, "/apmacibas/?page=2") == ["Sen"]
    assert client.get("/apmacibas/?page=3").status_code == 404


def test_what_readers_may_not_see_is_nowhere(index, site, client):
    training_index(index, "Materiāli", slug="materiali", shows="materials")
    training_index(index, "Cikli", slug="cikli", shows="series")
    series = training_series(index, "Cikls", slug="cikls")
    hidden = training(series, "Slepenā", slug="slepena", days=-2, materials=[LINK], topics=[topic()])
    other = training(series, "Redzamā", slug="redzama", days=-3)
    news = news_index(site.home, slug="jaunumi")
    article(news, "Raksts", slug="raksts", trainings=[hidden])
    doors = {
        "/apmacibas/", "/apmacibas/?topic=daba", "/apmacibas/materiali/", "/apmacibas/cikls/",
        "/apmacibas/cikls/redzama/", "/jaunumi/raksts/",
    }  # fmt: skip
    assert {door for door in doors if "Slepen" in client.get(door).content.decode()} == doors
    for way in hidden_ways(hidden):
        assert {door for door in doors if "Slepen" in client.get(door).content.decode()} == set(), way
    secret = article(news, "Slepenais raksts", slug="slepenais", trainings=[other])
    doors = {"/apmacibas/cikls/", "/apmacibas/cikls/redzama/"}
    assert {door for door in doors if "Slepen" in client.get(door).content.decode()} == doors
    for way in hidden_ways(secret):
        assert {door for door in doors if "Slepen" in client.get(door).content.decode()} == set(), way
    assert "Cikls" in titles(client, "/apmacibas/cikli/")
    for way in hidden_ways(series):
        assert titles(client, "/apmacibas/cikli/") == [], way


def test_narrowing_and_its_counts_agree(index, client):
    parent = topic("sabiedriba", "Sabiedrība")
    part = topic("talkas", "Talkas", parent=parent)
    katlakalns = settlement("Katlakalns")
    one = training(index, "Viena", slug="a", days=None, topics=[part, parent], settlement=katlakalns)
    training_date(one, days=3, format=Format.BOTH)
    two = training(index, "Otra", slug="b", days=None, topics=[topic()], settlement=settlement())
    training_date(two, days=-3, format=Format.ONLINE)
    training(index, "Trešā", slug="c", days=4, topics=[topic()])
    soup = soup_of(client, "/apmacibas/")
    links = soup.select(".chip[href*='?']")
    counted = {link["href"].partition("?")[2]: int(link.select_one(".chip__count").get_text()) for link in links}
    assert counted == {
        "topic=daba": 2, "topic=sabiedriba": 1, "topic=talkas": 1, "format=in-person": 2, "format=online": 2,
        "place=katlakalns": 1, "place=kekava": 1,
    }  # fmt: skip
    for query in ("topic=sabiedriba", "topic=daba", "format=online"):
        narrowed = soup_of(client, f"/apmacibas/?{query}")
        assert len(narrowed.select("main .card__title a")) == counted[query], query
        link = narrowed.select_one(".chip[href*='&']")  # counted under the choice
        assert len(titles(client, link["href"])) == int(link.select_one(".chip__count").get_text()), link["href"]
    assert titles(client, "/apmacibas/?format=online&place=kekava") == ["Otra"]
    wrong = soup_of(client, "/apmacibas/?format=x&topic=nav")
    assert wrong.select_one(".notice") and len(wrong.select("main .card__title a")) == 3


def test_part_lists_and_the_menu_follow_what_there_is(index, client):
    for shows in ("coming", "series", "materials"):
        training_index(index, f"Izvēlne {shows}", slug=shows, shows=shows)

    def menu():
        return [a.get_text(strip=True) for a in soup_of(client, "/").select("nav a") if "zvēlne" in a.get_text()]

    assert "Apmācības" not in soup_of(client, "/").select_one("header").get_text()
    training(index, "Bijusī", slug="bijusi", days=-3)
    assert "Apmācības" in soup_of(client, "/").select_one("header").get_text() and menu() == []
    series = training_series(index, "Cikls", slug="cikls")
    training(series, "Ar lapu", slug="ar-lapu", days=-5, materials=[LINK])
    training(series, "Nākamā", slug="nakama", days=5)
    assert set(menu()) == {"Izvēlne coming", "Izvēlne series", "Izvēlne materials"}
    assert titles(client, "/apmacibas/coming/") == ["Nākamā"]
    assert titles(client, "/apmacibas/series/") == ["Cikls"]
    materials = soup_of(client, "/apmacibas/materials/").main
    assert [a.get_text() for a in materials.select("a[href^='/apmacibas/cikls']")] == ["Ar lapu"]
    assert materials.select_one("a[href='https://paraugs.test/lapa']").get_text() == "Darba lapa"


# --- pages


def full_training(parent, site, title="Projekts", slug="projekts", days=7):
    directory = DirectoryPage.objects.first() or directory_page(site.home, slug="kopienas")
    number = Person.objects.count()
    return training(
        parent, title, slug=slug, days=days, lecturers=[Person.objects.create(name=f"Marta Paraugkalne {number}")],
        partners=[organisation(directory, f"Ūdensmalas {number}", slug=f"udens-{slug}")],
        programme=[("times", {"rows": [{"time": datetime.time(18, 30), "what": "Tāme un darbu plāns"}]})],
        materials=[LINK], outcome=[("text", "<p>Iesniegti pieci projekti.</p>")],
    )  # fmt: skip


def test_page_shows_all_parts_and_the_outcome_when_it_is_over(index, site, client):
    page = full_training(index, site)
    article(news_index(site.home, slug="jaunumi"), "Raksts par to", slug="raksts", trainings=[page])
    html = client.get("/apmacibas/projekts/").content.decode()
    for words in (
        "18.30", "Tāme un darbu plāns", "Marta Paraugkalne 0", "Ūdensmalas 0", "Darba lapa", "Raksts par to",
        '"EducationEvent"',
    ):  # fmt: skip
        assert words in html, words
    assert "Iesniegti pieci projekti" not in html
    article_html = client.get("/jaunumi/raksts/").content.decode()
    assert 'href="/apmacibas/projekts/"' in article_html
    past = timezone.now() - datetime.timedelta(days=2)
    Session.objects.update(starts=past, ends=past + datetime.timedelta(hours=1))
    soup = soup_of(client, "/apmacibas/projekts/")
    assert soup.select_one("main section[id], main section h2").get_text() == "Kas no tā iznācis"
    assert "Iesniegti pieci projekti" in soup.get_text() and "EducationEvent" not in str(soup)


def test_words_of_programme_materials_and_lecturers_are_found(index, site, client):
    full_training(index, site)
    for word in ("tāme", "darba lapa", "paraugkalne"):
        assert "/apmacibas/projekts/" in client.get("/meklet/", {"q": word}).content.decode(), word


def test_translation_reads_facts_from_the_source(index, site, client):
    page = full_training(index, site)
    translate(index, title="Training", slug="training")
    other = translate(
        page, title="The project", slug="project", programme=[("text", "<p>The budget</p>")], lecturers=[], partners=[]
    )
    html = client.get("/en/training/project/").content.decode()
    assert "The budget" in html and "Tāme un darbu plāns" not in html
    assert "Marta Paraugkalne 0" in html and "Ūdensmalas 0" in html
    assert other.series_key() is None
    assert titles(client, "/en/training/") == ["The project"]
    assert Event.objects.get(key=page.translation_key).series is None


# --- series


def test_series_is_a_timeline_of_its_trainings(index, client):
    series = training_series(index, slug="cikls")
    training(series, "Trešā", slug="tresa", days=30)
    training(series, "Pirmā", slug="pirma", days=-30)
    here = training(series, "Otrā", slug="otra", days=3)
    off = training(series, "Atceltā", slug="atcelta", days=None)
    training_date(off, days=-1, status=Status.CANCELLED)
    assert Event.objects.get(key=here.translation_key).series == series.translation_key

    def stops(path):
        rows = soup_of(client, path).select(".series__stop")
        return [(row.h3.get_text(), " ".join(row["class"]).removeprefix("series__stop").strip()) for row in rows]

    order = [("Pirmā", "series__stop--past"), ("Atceltā", ""), ("Otrā", ""), ("Trešā", "")]
    assert stops("/apmacibas/cikls/") == order
    order[2] = ("Otrā", "series__stop--here")
    assert stops("/apmacibas/cikls/otra/") == order
    soup = soup_of(client, "/apmacibas/cikls/otra/")
    words = [" ".join(row.get_text().split()) for row in soup.select(".series__when")]
    assert words[0].endswith("· notikusi") and words[1].endswith("· atcelts") and words[2].endswith("· jūs esat šeit")
    assert soup.select_one(".series__stop--here a") is None
    first = Session.objects.get(event=here.translation_key)
    button = soup_of(client, "/apmacibas/cikls/").select_one(".event__head .button")
    assert (button["href"], button.get_text()) == (f"/pieteikties/{first.pk}/", "Pieteikties visam ciklam")
    Session.objects.update(closes_at=timezone.now() - datetime.timedelta(hours=1))
    assert soup_of(client, "/apmacibas/cikls/").select_one(".event__head .button") is None


# --- cost


def test_cost_is_the_same_for_one_and_three(index, site, client):
    for shows in ("series", "materials"):
        training_index(index, shows, slug=shows, shows=shows)
    translate(index, title="Training", slug="training")
    news = news_index(site.home, slug="jaunumi")
    doors = [
        "/apmacibas/", "/en/training/", "/apmacibas/?topic=daba", "/apmacibas/series/", "/apmacibas/materials/",
        "/apmacibas/cikls-0/", "/apmacibas/cikls-0/nakama-0/", "/jaunumi/r0/",
    ]  # fmt: skip
    costs = []
    first = None
    for n in range(3):
        series = training_series(index, f"Cikls {n}", slug=f"cikls-{n}")
        first = first or series
        page = full_training(first, site, f"Nākamā {n}", f"nakama-{n}", days=5 + n)
        training(first, f"Bijusī {n}", slug=f"bijusi-{n}", days=-5, materials=[LINK], topics=[topic()])
        article(news, f"Raksts {n}", slug=f"r{n}", trainings=[page])
        costs.append([])
        for door in doors if n != 1 else []:
            client.get(door)
            with CaptureQueriesContext(connection) as seen:
                client.get(door)
            costs[-1].append(len(seen))
    assert costs[0] == costs[2]
    # Frame, page; coming and past with their dates, count, facets; in English the source and the translations.
    assert max(costs[0][:5]) <= 14, costs[0]
