"""“Join as an active resident”: confirmed by the mailbox, listed for staff, gone when they say so."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from directory.actions.forget_people import forget_due
from directory.actions.join_as_resident import token_of
from directory.models import Resident
from home.models import OutboxMessage
from tests.directory.portal.conftest import sent, signed_in
from tests.factories.directory import settlement, topic

NEW = "jana@paraugs.test"


def asked(client, **changes):
    values = {
        "name": "Jana Upmale",
        "email": NEW,
        "settlement": settlement().pk,
        "topics": [topic().pk],
        "message": "Talkas",
    }
    return sent(client, reverse("join_as_resident"), **{**values, **changes})


def choose(client, row, do):
    return sent(client, reverse("resident", args=[token_of(row)]), do=do)


def test_on_the_list_once_the_mailbox_has_answered(town):
    client = Client()
    response = asked(client, wants_updates="on")
    assert response.status_code == 200 and not response.cookies
    row = Resident.objects.get()
    assert row.confirmed_at is None and list(Resident.objects.confirmed()) == []
    assert reverse("resident", args=[token_of(row)]) in OutboxMessage.objects.get().text
    client.get(reverse("resident", args=[token_of(row)]))
    assert not Resident.objects.confirmed().exists()
    choose(client, row, "confirm")
    assert Resident.objects.confirmed().get().wants_updates
    choose(client, row, "no-updates")
    assert not Resident.objects.get().wants_updates
    choose(client, row, "forget")
    assert not Resident.objects.exists()
    assert client.get(reverse("resident", args=[token_of(row)])).status_code == 404


def test_somebody_elses_form_changes_nothing_of_who_is_on_the_list(town):
    first = asked(Client())
    row = Resident.objects.get()
    choose(Client(), row, "confirm")
    second = asked(Client(), email=NEW.upper(), name="Kāds cits", message="Cits")
    assert first.content.decode().count(NEW) == second.content.decode().lower().count(NEW)
    row.refresh_from_db()
    assert (row.name, row.message) == ("Jana Upmale", "Talkas")
    assert OutboxMessage.objects.count() == 2


def test_links_that_are_not_ours(town, client):
    for token in ("x", "a:b:c", "%00"):
        assert client.get(reverse("resident", args=[token])).status_code == 404


def test_who_never_answers_is_forgotten(town):
    from django.utils import timezone

    asked(Client())
    Resident.objects.update(created_at=timezone.now() - datetime.timedelta(days=8))
    assert forget_due() == {"residents": 1}


def test_staff_see_who_has_confirmed_and_every_file_is_written_down(town):
    asked(Client())
    row = Resident.objects.get()
    staff = signed_in(town.moderator)
    index = reverse("wagtailsnippets_directory_resident:list")
    assert "Jana Upmale" not in staff.get(index).content.decode()
    choose(Client(), row, "confirm")
    assert "Jana Upmale" in staff.get(index).content.decode()
    file = staff.get(reverse("residents_file"))
    assert file.status_code == 200 and "Jana Upmale" in file.content.decode() and token_of(row) in file.content.decode()
    entry = ModelLogEntry.objects.get(action="directory.residents_file")
    assert entry.data == {"rows": 1} and "Jana" not in entry.label


@pytest.mark.parametrize("who", ["owner", "stranger"])
def test_nobody_else_sees_the_list(town, who):
    client = signed_in(getattr(town, who))
    for address in (reverse("residents_file"), reverse("wagtailsnippets_directory_resident:list")):
        assert client.get(address).status_code == 302
