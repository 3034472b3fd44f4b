"""Claims of a page, and “add your community or organisation”."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from directory.actions.claim import claim, grant, refuse
from directory.models import Arrival, Claim, CommunityPage, Contact, Membership, OrganisationPage, Submission
from directory.moderation.people_sources import claim_items
from home.models import OutboxMessage, User
from tests.directory.portal.conftest import sent, signed_in
from tests.factories.directory import community, settlement
from tests.factories.members import EDITOR, OWNER, person

NEW = "jauna@paraugs.test"


def door(key):
    return reverse("portal_claim", args=[key])


def opened(row):
    return reverse("portal_arrival", args=[row.secret])


def things(**changes):
    values = {
        "kind": "community", "name": "Bišu draugi", "settlement": settlement().pk, "summary": "Kopjam bites.",
        "joining": "Zvaniet pavasarī.", "email": NEW,
    }  # fmt: skip
    return {**values, **changes}


# --- claims ---------------------------------------------------------------------------------------------------


def test_the_page_links_to_its_claim(town, client):
    assert door(town.key) in client.get(town.page.url).content.decode()


def test_the_pages_own_address_proves_at_once_and_the_first_is_owner(town):
    Membership.objects.all().delete()
    user = person("kopiena@paraugs.test")
    client = signed_in(user)
    assert client.get(door(town.key)).status_code == 200
    assert sent(client, door(town.key))["Location"] == reverse("portal_profile", args=[town.key])
    assert Membership.objects.get().role == OWNER
    assert not Claim.objects.exists()


def test_where_there_are_owners_the_address_makes_an_editor_and_they_are_told(town):
    assert claim(profile=town.page.profile, user=person("kopiena@paraugs.test")).role == EDITOR
    assert [mail.recipient for mail in OutboxMessage.objects.all()] == [town.owner.email]


def test_an_address_that_was_never_confirmed_proves_nothing(town):
    user = User.objects.create_user("kopiena@paraugs.test")
    assert isinstance(claim(profile=town.page.profile, user=user, message="Mēs"), Claim)


def test_everything_else_waits_for_staff(town):
    user = person(NEW)
    client = signed_in(user)
    assert sent(client, door(town.key), message="Esmu valdē.", phone="+371 20000000").status_code == 200
    assert sent(client, door(town.key), message="Esmu valdes locekle.").status_code == 200  # once more: the same row
    row = Claim.objects.get()
    assert row.message == "Esmu valdes locekle."
    assert [item.ident for item in claim_items(town.moderator)] == [str(row.pk)]
    assert list(claim_items(town.owner)) == []
    assert not Membership.objects.filter(user=user).exists()
    screen = reverse("claim_decision", args=[row.pk])
    staff = signed_in(town.moderator)
    assert "Esmu valdes locekle." in staff.get(screen).content.decode()
    assert staff.post(screen, {"do": "refuse"}).status_code == 200  # without a reason nothing is decided
    staff.post(screen, {"do": "grant", "role": "owner"})
    row.refresh_from_db()
    assert (row.state, row.message, row.phone) == ("granted", "", "")
    assert Membership.objects.get(user=user).role == OWNER
    assert OutboxMessage.objects.filter(recipient=NEW, occasion=f"claim-{row.pk}-granted").count() == 1


def test_refused_with_a_reason_that_is_read(town):
    row = claim(profile=town.page.profile, user=person(NEW), message="Mēs")
    with pytest.raises(PermissionDenied):
        grant(row, user=town.owner)
    refuse(row, user=town.moderator, reason="Valde jūs nepazīst.")
    grant(row, user=town.moderator)  # decided already
    row.refresh_from_db()
    assert row.state == "refused" and not Membership.objects.filter(user__email=NEW).exists()
    assert "Valde jūs nepazīst." in OutboxMessage.objects.get(recipient=NEW).text


def test_without_an_account_the_mailbox_answers_first(town):
    client = Client()
    response = sent(client, door(town.key), person="Anna Jauna", email=NEW, message="Esmu valdē.")
    assert response.status_code == 200 and not response.cookies
    assert not User.objects.filter(email=NEW).exists() and not Claim.objects.exists()
    row = Arrival.objects.get()
    assert opened(row) in OutboxMessage.objects.get().text
    assert client.get(opened(row)).status_code == 200
    assert sent(client, opened(row))["Location"] == reverse("portal_home")
    assert Claim.objects.get().user.email == NEW
    assert not Arrival.objects.exists()
    assert client.get(opened(row)).status_code == 404


def test_the_answer_is_the_same_for_known_and_unknown_addresses(town):
    person("zinama@paraugs.test")
    answers = [
        sent(Client(), door(town.key), person="Anna", email=email, message="Mēs").content.decode().replace(email, "")
        for email in ("zinama@paraugs.test", NEW)
    ]
    assert answers[0] == answers[1]


def test_who_has_an_account_is_not_signed_in_by_the_link(town):
    person(NEW)
    client = Client()
    sent(client, door(town.key), person="Anna", email=NEW, message="Mēs")
    response = sent(client, opened(Arrival.objects.get()))
    assert response["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session and Claim.objects.count() == 1


def test_drafts_cannot_be_claimed_and_tell_nothing(town, client):
    draft = community(town.index, "Slepena kopiena", publish=False, slug="slepena")
    hidden, nothing = client.get(door(draft.translation_key)), client.get(door(uuid.uuid4()))
    assert hidden.status_code == nothing.status_code == 404
    assert "Slepena" not in hidden.content.decode()


# --- a new page -----------------------------------------------------------------------------------------------


def test_five_things_a_mail_and_a_press_make_a_page_that_waits(town):
    client = Client()
    address = reverse("add_profile")
    page = client.get(address)
    asked = [field for field in page.context["form"].visible_fields() if field.name != "homepage"]
    assert len(asked) == 5 and not page.cookies
    assert sent(client, address, **things()).status_code == 200
    assert not CommunityPage.objects.filter(title="Bišu draugi").exists()
    row = Arrival.objects.get()
    assert "Bišu draugi" in client.get(opened(row)).content.decode()
    response = sent(client, opened(row))
    made = CommunityPage.objects.get(title="Bišu draugi")
    assert response["Location"] == reverse("portal_profile", args=[made.translation_key])
    assert client.get(response["Location"]).status_code == 200
    assert not made.live and made.owner is None
    assert Membership.objects.get(profile=made.translation_key).role == OWNER
    submission = Submission.objects.get()
    assert (submission.kind, submission.state, submission.sent_by.email) == ("new", "waiting", NEW)
    assert made.current_workflow_state is not None
    contact = Contact.objects.get(profile=made.translation_key)
    assert (contact.email, contact.public_email) == (NEW, "")
    assert Client().get(made.url or "/kopienas-un-nvo/bisu-draugi/").status_code == 404


def test_members_need_no_mail(town):
    client = signed_in(town.owner)
    response = sent(client, reverse("add_profile"), **things(kind="organisation", name="Upes sargi"))
    made = OrganisationPage.objects.get(title="Upes sargi")
    assert response["Location"] == reverse("portal_profile", args=[made.translation_key])
    assert not Arrival.objects.exists()


@pytest.mark.parametrize("name", ["Kažoku kopiena", "kazoku", "Kopiena Kažoku", "Kažokku kopiena"])
def test_what_is_there_already_is_shown_first(town, name):
    client = Client()
    response = sent(client, reverse("add_profile"), **things(name=name))
    assert response.status_code == 422 and not Arrival.objects.exists()
    assert door(town.key) in response.content.decode()
    assert sent(client, reverse("add_profile"), **things(name=name, anyway="on")).status_code == 200
    assert Arrival.objects.count() == 1


def test_while_typing(town, client):
    address = reverse("known_names")
    rows = client.get(address, {"q": "kazok"}).json()
    assert [(row["title"], row["url"]) for row in rows] == [("Kažoku kopiena", town.page.url)]
    for text in ("", "k", "kopiena nav tādas", "x" * 200, "\0"):
        assert client.get(address, {"q": text}).json() == []
    draft = community(town.index, "Slepena vieta", publish=False, slug="slepena")
    assert draft.pk and client.get(address, {"q": "slepena"}).json() == []


def test_what_was_typed_stays_when_something_is_missing(town):
    response = sent(Client(), reverse("add_profile"), **things(email="nav"))
    assert response.status_code == 422
    assert "Kopjam bites." in response.content.decode()


def test_traps_and_limits(town):
    address = reverse("add_profile")
    assert sent(Client(), address, **things(homepage="x")).status_code == 422
    codes = [sent(Client(), address, **things(name=f"Grupa {number}")).status_code for number in range(7)]
    assert codes == [200] * 5 + [422] * 2
    assert Client().post(address, things()).status_code == 422
