"""A visit, a route or a place that somebody suggests: guarded, moderated, a draft of the right page by one click."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from directory.models import ExcursionPage, PlacePage
from events.actions.suggest import forget_due
from events.models import Session, Suggestion, SuggestPage, VisitPage
from events.models.suggestion import KEPT_DAYS
from home.models import OutboxMessage, SiteSettings, User
from home.public_forms import opened_now
from tests.factories.dated import calendar
from tests.factories.members import editor
from tests.factories.shared import fresh
from tests.factories.site import add
from tests.factories.visits import excursions_page, places_page, routes_page, visits_page

pytestmark = pytest.mark.django_db
HERE = {"headers": {"sec-fetch-site": "same-origin"}}
PAGE = "/ekskursijas/ierosinat/"
SENDER = {"name": "Zane Sūtītāja", "email": "zane@paraugs.test", "phone": "+371 20000009"}


@pytest.fixture(scope="module")
def _tree(site_of_file):
    site = site_of_file
    SiteSettings.objects.update_or_create(site=site, defaults={"email": "birojs@paraugs.test"})
    site.excursions = excursions_page(site.home)
    site.parents = {
        "visit": visits_page(site.excursions), "excursion": routes_page(site.excursions),
        "place": places_page(site.excursions),
    }  # fmt: skip
    site.suggest = add(site.excursions, SuggestPage(title="Ierosināt", slug="ierosinat", asks="outing"))
    return site


@pytest.fixture
def tree(_tree, db):
    return fresh(_tree)


@pytest.fixture(scope="module")
def _editor(site_of_file):
    return editor("redaktore@platforma.test")


@pytest.fixture
def staff(_editor, client, db):
    client.force_login(_editor)
    return client


def filled(kind="place", **changes) -> dict:
    values = {
        "title": "Vecais ozols",
        "place": "Mellupi, pie upes",
        "point": "56.81, 24.21",
        "text": "Tur var dzirdēt upi.",
    }
    return {"kind": kind, "opened": opened_now(60), **values, **SENDER, **changes}


def send(client, *args, **changes):
    return client.post(reverse("suggest_outing"), filled(*args, **changes), **HERE)


def test_page_has_the_map_field_and_its_script(tree, client):
    soup = BeautifulSoup(client.get(PAGE).content, "html.parser")
    assert soup.select_one("form.form")["action"] == reverse("suggest_outing")
    assert soup.select_one("geo-field input[name=point]")
    assert [row["src"] for row in soup.select("head script[type=module]") if "geo-field" in row["src"]] != []
    assert soup.select("script:not([src]):not([type='application/ld+json'])") == [] and soup.select("[style]") == []
    assert "/admin" not in " ".join(row.get("href", "") for row in soup.select("link"))


def test_calendars_page_still_asks_for_an_event(tree, client):
    page = add(calendar(tree.home), SuggestPage(title="Ierosini", slug="ierosini"))
    assert BeautifulSoup(client.get(page.get_url()).content, "html.parser").select("geo-field") == []
    assert page.get_url() in client.get("/kalendars/").content.decode()
    assert PAGE not in str(BeautifulSoup(client.get("/kalendars/").content, "html.parser").select_one("main"))


def test_it_is_kept_and_told_to_the_editors_alone(tree, client):
    answer = send(client)
    assert answer.status_code == 200 and "Paldies" in answer.content.decode()
    row = Suggestion.objects.get()
    assert (row.kind, row.title, row.starts) == ("place", "Vecais ozols", None)
    assert (round(row.point.y, 2), round(row.point.x, 2)) == (56.81, 24.21)
    assert [message.recipient for message in OutboxMessage.objects.all()] == ["birojs@paraugs.test"]
    assert OutboxMessage.objects.get().subject == "Ierosinājums (vieta): Vecais ozols"
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"point": "tur pie ozola"}, "point"),
        ({"point": "59.9, 30.3"}, "point"),
        ({"kind": "event"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"email": "", "phone": ""}, "email"),
        ({"day": "2020-01-01"}, "day"),
        ({"text": ""}, "text"),
    ],
)
def test_what_is_not_understood_is_said_and_nothing_typed_is_lost(tree, client, changes, field):
    answer = send(client, **changes)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.select_one("[name=title]")["value"] == "Vecais ozols" and not Suggestion.objects.exists()
    if "point" in changes:
        assert soup.select_one("[name=point]")["value"] == changes["point"]


@pytest.mark.parametrize("how", ["robot", "quick", "from elsewhere", "often"])
def test_abuse_is_held_off(tree, client, how):
    if how == "often":
        assert [send(client).status_code for _time in range(6)] == [200] * 5 + [429]
        return
    changes = {"robot": {"homepage": "http://x"}, "quick": {"opened": opened_now(-60)}}.get(how, {})
    headers = {"headers": {"sec-fetch-site": "cross-site"}} if how == "from elsewhere" else HERE
    answer = client.post(reverse("suggest_outing"), filled(**changes), **headers)
    assert answer.status_code == 422 and not Suggestion.objects.exists()


@pytest.mark.parametrize(("kind", "model"), [("visit", VisitPage), ("excursion", ExcursionPage), ("place", PlacePage)])
def test_it_becomes_a_draft_of_the_right_page_without_its_sender(tree, staff, kind, model):
    day = timezone.localdate() + datetime.timedelta(days=30)
    text = "Pirmais vārds. " + "Garš stāsts <b>par</b> ozolu. " * 30
    assert send(staff, kind, day=day.isoformat(), text=text).status_code == 200
    suggestion = Suggestion.objects.get()
    assert "Vecais ozols" in staff.get(reverse("event_suggestion", args=[suggestion.pk, "take"])).content.decode()
    answer = staff.post(reverse("event_suggestion", args=[suggestion.pk, "take"]))
    draft = model.objects.get(title="Vecais ozols")
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert draft.get_parent().pk == tree.parents[kind].pk and not draft.live
    assert round(draft.point.x, 2) == 24.21
    stored = str(draft.latest_revision.content)
    assert not [word for word in ("Sūtītāja", "zane@", "20000009") if word in stored]
    assert "&lt;b&gt;par&lt;/b&gt;" in str(draft.body) and str(draft.body).count("Garš stāsts") == 30
    assert Session.objects.count() == (1 if kind == "visit" else 0)
    assert staff.get(answer["Location"]).status_code == 200
    again = staff.post(reverse("event_suggestion", args=[suggestion.pk, "take"]))
    assert again.status_code == 200 and model.objects.filter(title="Vecais ozols").count() == 1


def test_nothing_of_it_is_public_before_it_is_published(tree, client, staff):
    send(client)
    staff.post(reverse("event_suggestion", args=[Suggestion.objects.get().pk, "take"]))
    client.logout()
    for door in ("/ekskursijas/", "/ekskursijas/vietas/", "/meklet/?q=ozols", "/sitemap.xml"):
        assert "Vecais ozols" not in client.get(door).content.decode(), door


def test_declined_or_old_it_is_forgotten(tree, client, staff):
    send(client)
    staff.post(reverse("event_suggestion", args=[Suggestion.objects.get().pk, "decline"]))
    assert Suggestion.objects.get().state == "declined"
    forget_due(timezone.now() + datetime.timedelta(days=KEPT_DAYS - 1))
    assert Suggestion.objects.count() == 1
    forget_due(timezone.now() + datetime.timedelta(days=KEPT_DAYS + 1))
    assert not Suggestion.objects.exists()


def test_who_may_not_add_there_may_not_take(tree, client):
    send(client)
    user = User.objects.create_user("cits@platforma.test", "x")
    client.force_login(user)
    answer = client.post(reverse("event_suggestion", args=[Suggestion.objects.get().pk, "take"]))
    assert answer.status_code in (302, 403) and not PlacePage.objects.exists()


def test_an_event_has_a_beginning(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.create(title="Bez laika", place="Kaut kur")
