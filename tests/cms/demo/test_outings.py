"""Dates of the demo's excursions, its visits and its festival: all of it a sample, and never leading once it is over."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from directory.models import ExcursionPage
from events.models import Event, FestivalPage, Session, VisitPage, VisitSeriesPage
from events.series_order import early_festival
from events.vocabulary import OUTINGS, State, Status

MONTH = 30.5
SERIES = "/ekskursijas/viesosanas/kaimini-pie-kaiminiem/"


def test_every_excursion_has_a_date(demo):
    keys = set(ExcursionPage.objects.sources().values_list("translation_key", flat=True))
    coming = set(Session.objects.published().coming().of_kind("excursion").values_list("event", flat=True))
    assert keys != set() and keys <= coming


def test_one_departure_has_too_few_people_and_one_a_waiting_list(demo):
    planned = Session.objects.of_kind("excursion").filter(status=Status.PLANNED).exclude(minimum=None)
    assert [row.pk for row in planned if row.taken_room < row.minimum] != []
    assert Session.objects.of_kind("excursion").filter(registrations__state=State.WAITING).exists()


def test_three_visits_end_in_the_festival(demo):
    series = VisitSeriesPage.objects.get(locale__language_code="lv")
    below = {model: model.objects.sources().filter(path__startswith=series.path) for model in (VisitPage, FestivalPage)}
    assert [rows.count() for rows in below.values()] == [3, 1]
    assert early_festival(series) == ""
    festival = below[FestivalPage].get()
    assert sum(len(block.value["talks"]) for block in festival.programme if block.block_type == "stage") == 10
    assert Session.objects.filter(event__series=series.translation_key, taken_room__gt=0).count() == 4


def test_all_of_it_is_marked_as_a_sample(demo):
    assert list(Event.objects.filter(kind__in=OUTINGS, is_sample=False)) == []


@pytest.mark.parametrize("months", [0, 1, 6, 18])
@pytest.mark.parametrize(
    "path",
    ["/", "/ekskursijas/", "/ekskursijas/viesosanas/", "/ekskursijas/sarunu-festivals/", "/en/excursions/visits/"],
)
def test_nothing_past_leads(demo, path, months):
    later = timezone.now() + datetime.timedelta(days=months * MONTH)
    with time_machine.travel(later, tick=False):
        soup = BeautifulSoup(Client(HTTP_HOST="localhost").get(path).content, "html.parser")
    stops = soup.select(".chain__stop")
    # A series is shown while a part of it is still to come.
    assert not stops or any("chain__stop--past" not in row["class"] for row in stops)
    assert soup.select("h1") and (months < 18 or soup.select(".chain, .festival-lead, .programme") == [])


@pytest.mark.parametrize("months", [1, 6, 18])
def test_excursions_show_no_date_that_is_over(demo, months):
    later = timezone.now() + datetime.timedelta(days=months * MONTH)
    with time_machine.travel(later, tick=False):
        for page in ExcursionPage.objects.sources():
            soup = BeautifulSoup(Client(HTTP_HOST="localhost").get(page.get_url()).content, "html.parser")
            days = [datetime.date.fromisoformat(row["datetime"]) for row in soup.select(".departures time")]
            assert all(day >= later.date() for day in days), page
