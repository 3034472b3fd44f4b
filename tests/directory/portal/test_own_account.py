"""A name, an address and a phone that nobody else has, taken through everything a member does, and then deleted by the
person; and what they can take along before."""

import json
import logging

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session as BrowserSession
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from cms.logging import JsonFormatter
from directory.actions.claim import claim
from directory.actions.invite import invite
from directory.actions.join import accept
from directory.actions.submit import submit
from directory.models import Contact, Draft, Invitation, Membership, Profile, Resident, Submission
from events.models import Registration
from events.read_model import event_of
from home import own_account, publishing
from home.mail.sender import send_due
from home.models import User
from tests.directory.portal.conftest import sent, signed_in
from tests.directory.portal.test_sign_in import by_code
from tests.factories.dated import calendar, event_page
from tests.factories.events import session
from tests.factories.members import changed

NAME, MAIL, PHONE = "Plantvirs", "plantvirs@paraugs.test", "+371 29998877"
WORDS = [NAME.lower(), "29998877"]


def traces() -> set[str]:
    """Tables in which some cell holds one of the words; sessions are opened."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} WHERE 0 = 1")
            names = [column[0] for column in cursor.description]
            kind = "BLOB" if connection.vendor == "sqlite" else "text"
            cells = ", ".join(f"CAST({connection.ops.quote_name(name)} AS {kind})" for name in names)
            cursor.execute(f"SELECT {cells} FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                text = " ".join(cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell) for cell in row)
                if any(word in text.lower().replace(" ", "") for word in WORDS):
                    found.add(table)
    for row in BrowserSession.objects.all():
        if any(word in json.dumps(row.get_decoded(), default=str).lower() for word in WORDS):
            found.add("sessions")
    return found


@pytest.fixture
def planted(town):
    """Invited, came, wrote, sent, claimed, signed up, is a contact and an active resident, signed in on two devices."""
    letter = invite(profile=town.page.profile, email=MAIL, role="editor", user=town.owner)
    user = accept(letter, name=f"Anna {NAME}").user
    Contact.objects.create(profile=town.page.profile, name=f"Anna {NAME}", email=MAIL.upper(), phone=PHONE)
    town.page.save_revision(user=user)
    submit(page=changed(town.page, user, summary="Jauni vārdi.").as_object(), user=user, profile=town.page.profile)
    words = {"summary": "Pusteikums", "contact_name": f"Anna {NAME}", "contact_phone": PHONE, "contact_email": MAIL}
    Draft.objects.create(profile=town.page.profile, values=words, changed_by=user)
    claim(profile=town.other_page.profile, user=user, message=f"Es, {NAME}", phone=PHONE)
    invite(profile=town.other_page.profile, email=MAIL, role="editor", user=town.stranger)
    Resident.objects.create(name=NAME, email=MAIL, phone=PHONE, confirmed_at=user.date_joined)
    date = session(event_of(event_page(calendar(town.site.home), "Vakars", slug="vakars")), room=5)
    from events.actions.register import Person, register

    register(date.pk, Person(name=NAME, email=MAIL, phone=PHONE, language="lv"), mode="room")
    town.client = by_code(user)
    by_code(user)
    town.client.get("/meklet/", {"q": NAME})
    town.user, town.date = user, date
    return town


def test_everything_is_taken_along(planted):
    response = planted.client.get(reverse("portal_own_data"))
    assert response["Content-Disposition"].startswith("attachment")
    data = json.loads(response.content)
    assert data["account"]["email"] == MAIL and len(data["sessions"]) == 2
    (of_page, of_address) = data["organisations"]
    assert (of_page["profile"], of_page["role"]) == ("Kažoku kopiena", "editor")
    assert of_page["drafts"][0]["values"]["summary"] == "Pusteikums"
    assert of_page["submissions"][0]["state"] == "waiting"
    assert of_page["contacts"][0]["phone"] == PHONE
    assert of_address["claims"][0]["phone"] == PHONE and of_address["active_resident"]["name"] == NAME
    assert of_address["invitations"][0]["profile"] == "Ūdensmalas"
    assert data["events"][0]["event"] == "Vakars"
    others = [
        address for address in (planted.owner.email, planted.stranger.email) if address in response.content.decode()
    ]
    assert others == []


def test_deleted_by_oneself_nothing_of_the_person_is_left(planted, caplog):
    before = traces()
    assert {
        "home_user", "account_emailaddress", "directory_contact", "directory_draft", "directory_claim",
        "directory_resident", "directory_invitation", "events_registration", "home_outboxmessage", "sessions",
    } <= before  # fmt: skip
    caplog.set_level(logging.DEBUG)
    address = reverse("portal_delete_account")
    assert planted.client.post(address).status_code == 422  # not by one press
    assert User.objects.filter(email=MAIL).exists()
    assert planted.client.post(address, {"sure": "on"}).status_code == 200
    assert planted.client.get(reverse("portal_account")).status_code == 302
    send_due()  # the owner is told who has gone; that mail is emptied when it is sent
    publishing.recount()
    assert traces() == set()
    lines = "\n".join(JsonFormatter().format(row) for row in caplog.records if row.name != "django.db.backends")
    assert "cms.request" in lines and [word for word in WORDS if word in lines.lower()] == []
    assert [word for word in WORDS if word in repr(getattr(cache, "_cache", {})).lower()] == []


def test_what_was_written_for_others_stays(planted):
    planted.client.post(reverse("portal_delete_account"), {"sure": "on"})
    draft, submission = Draft.objects.get(), Submission.objects.get()
    assert draft.values == {"summary": "Pusteikums", "contact_name": "", "contact_phone": "", "contact_email": ""}
    assert (submission.state, submission.sent_by) == ("waiting", None)
    assert submission.revision.content["summary"] == "Jauni vārdi."
    assert Registration.objects.get().name == ""
    assert planted.page.revisions.filter(user=None).exists()
    assert Membership.objects.filter(profile=planted.key).count() == 2
    assert not UserSession.objects.filter(user_agent__contains=NAME).exists()


def test_a_last_owner_who_goes_does_not_go_unnoticed(town):
    client = signed_in(town.stranger)
    assert "Ūdensmalas" in client.get(reverse("portal_delete_account")).content.decode()
    client.post(reverse("portal_delete_account"), {"sure": "on"})
    assert Profile.objects.get(pk=town.other_page.translation_key).without_owner_since is not None


def test_staff_do_not_delete_themselves(town):
    client = signed_in(town.moderator)
    client.post(reverse("portal_delete_account"), {"sure": "on"})
    assert User.objects.filter(pk=town.moderator.pk).exists()
    with pytest.raises(own_account.PermissionDenied):
        own_account.delete(town.moderator)


def test_an_address_typed_by_others_is_forgotten_too(town):
    sent(Client(), reverse("portal_claim", args=[town.key]), person=NAME, email=town.stranger.email, message=PHONE)
    own_account.delete(town.stranger)
    assert traces() - {"home_outboxmessage"} == set()
    assert not Invitation.objects.exclude(email="").exists()
