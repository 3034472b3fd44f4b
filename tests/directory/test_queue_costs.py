"""The list of what waits with one and with three things of every kind: its order, its screens, its queries."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from directory.models import FactChange
from directory.moderation.waiting import counts, waiting
from home.models import OutboxMessage, User
from tests.directory.test_queue import (
    NEW,
    fact,
    failed_mail,
    proposal,
    staff_who_read_english,
    suggestion,
    text_of_editor,
)
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.shared import fresh as read_anew
from tests.factories.site import news_index
from tests.factories.submissions import editor, sent

pytestmark = pytest.mark.django_db


def one_of_each(parent, index, writer, number):
    page = community(parent, f"Kopiena {number}")
    anna = member(page)
    sent(page, anna, summary=f"{NEW} {number}", note="Lūdzu!")
    fresh = community(parent, f"Jauna {number}", publish=False)
    sent(fresh, member(fresh), summary=NEW)
    suggestion(number), proposal(number), failed_mail(number), fact(page, anna), text_of_editor(index, writer, number)


KINDS = ["change", "new", "suggestions", "texts", "proposals", "facts", "mails"]


@pytest.fixture(scope="module")
def _desk_with_one(site_of_file):
    desk = SimpleNamespace(parent=directory_page(site_of_file.home), index=news_index(site_of_file.home))
    desk.writer, desk.staff = editor(), staff_who_read_english()
    one_of_each(desk.parent, desk.index, desk.writer, 1)
    return desk


@pytest.fixture
def desk(_desk_with_one, client):
    """One of each waits, and who decides is signed in."""
    desk = read_anew(_desk_with_one)
    client.force_login(desk.staff)
    client.user = desk.staff
    return desk


def test_everything_stands_in_one_list_and_costs_the_same_with_three_of_each(desk, client):
    staff = client
    user = User.objects.get(pk=staff.user.pk)
    staff.get(reverse("waiting"))
    with CaptureQueriesContext(connection) as one:
        found = waiting(User.objects.get(pk=user.pk))
    assert [(row.item.source, row.item.title) for row in found.rows] == [
        ("change", "Kopiena 1"), ("new", "Jauna 1"), ("suggestions", "Talka 1"), ("texts", "Raksts 1"),
        ("proposals", "Biedrība 1"), ("facts", "Kopiena 1"), ("mails", "Vēstule 1"),
    ]  # fmt: skip
    assert [kind.name for kind in found.kinds] == KINDS and found.total == 7
    one_of_each(desk.parent, desk.index, desk.writer, 2)
    one_of_each(desk.parent, desk.index, desk.writer, 3)
    with CaptureQueriesContext(connection) as three:
        found = waiting(User.objects.get(pk=user.pk))
    assert [kind.count for kind in found.kinds] == [3] * 7 and len(found.rows) == 21
    assert len(one) == len(three), [query["sql"] for query in three]


def test_screen_costs_the_same_with_three_of_each(desk, client):
    staff = client
    for address in (reverse("waiting"), reverse("wagtailadmin_home")):
        staff.get(address)
    with CaptureQueriesContext(connection) as one:
        staff.get(reverse("waiting"))
    for number in (2, 3):
        one_of_each(desk.parent, desk.index, desk.writer, number)
    with CaptureQueriesContext(connection) as three:
        answer = staff.get(reverse("waiting"))
    assert len(one) == len(three)
    assert len(BeautifulSoup(answer.content, "html.parser").select(".waiting-row")) == 21


def test_each_kind_leads_to_its_screen_and_on(desk, client):
    staff = client
    rows = {row.item.source: row for row in waiting(staff.user).rows}
    for row in rows.values():
        assert staff.get(row.url).status_code == 200, row
    for source, wish in (
        ("change", {"do": "approve"}),
        ("suggestions", {"do": "decline"}),
        ("proposals", {"do": "dismiss"}),
        ("mails", {"do": "let-go"}),
        ("facts", {}),
    ):
        row = rows[source]
        screen = BeautifulSoup(staff.get(row.url).content, "html.parser")
        hidden = {tag["name"]: tag["value"] for tag in screen.select("form.decide input[type=hidden]")}
        answer = staff.post(row.url, {**hidden, **wish})
        assert answer.url.startswith(reverse("waiting_next")), source
    assert [source.name for source, _count in counts(User.objects.get(pk=staff.user.pk))] == ["new", "texts"]
    assert OutboxMessage.objects.get(occasion="x-1").purged_at and FactChange.objects.get().seen_by == staff.user
