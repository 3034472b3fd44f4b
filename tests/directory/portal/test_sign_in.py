"""Signing in by a code, a passkey, a password; equal for those we know and those we do not; sessions; no admin."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import hashers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.accounts import NO_ADDRESS
from home.models import OutboxMessage, User
from tests.directory.portal.conftest import signed_in
from tests.factories.members import editor, person

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36"
UNKNOWN = "nezinama@paraugs.test"
ASK, CONFIRM = "account_request_login_code", "account_confirm_login_code"


def code_of(address: str) -> str:
    return re.search(r"^(\d{6})$", OutboxMessage.objects.filter(recipient=address).latest("pk").text, re.MULTILINE)[1]


def by_code(user, client=None, **asked) -> Client:
    client = client or Client(headers={"user-agent": PHONE})
    client.post(reverse(ASK), {"email": user.email, **asked})
    client.post(reverse(CONFIRM), {"code": code_of(user.email), **asked})
    return client


def test_the_page_offers_all_ways_and_the_code_first(site, client):
    text = client.get(reverse("account_login")).content.decode()
    assert text.index(f'action="{reverse(ASK)}"') < text.index(f'action="{reverse("account_login")}"')
    assert "mfa_login" in text and reverse("add_profile") in text


def test_a_member_signs_in_by_the_code_and_lands_on_the_own_page(town):
    client = Client(headers={"user-agent": PHONE})
    response = client.post(reverse(ASK), {"email": town.owner.email})
    assert response["Location"] == reverse(CONFIRM)
    assert town.owner.email in client.get(reverse(CONFIRM)).content.decode()
    mail = OutboxMessage.objects.get()
    assert (mail.recipient, mail.confidential) == (town.owner.email, True)
    assert code_of(town.owner.email) not in mail.subject
    response = client.post(reverse(CONFIRM), {"code": code_of(town.owner.email)})
    assert response["Location"] == reverse("portal_home")


def test_staff_land_in_the_admin_and_everybody_where_they_wanted_to_go(town):
    staff = editor()
    person(staff.email)
    client = Client()
    client.post(reverse(ASK), {"email": staff.email})
    assert client.post(reverse(CONFIRM), {"code": code_of(staff.email)})["Location"] == reverse("wagtailadmin_home")
    where = reverse("portal_people", args=[town.key])
    client = Client()
    client.post(reverse(ASK), {"email": town.owner.email, "next": where})
    response = client.post(reverse(CONFIRM), {"code": code_of(town.owner.email), "next": where})
    assert response["Location"] == where


@pytest.mark.parametrize("next_", ["https://evil.test/", "//evil.test/", "javascript:alert(1)", "/\\evil.test"])
def test_nobody_is_led_elsewhere(town, next_):
    client = Client()
    client.post(reverse(ASK), {"email": town.owner.email, "next": next_})
    response = client.post(reverse(CONFIRM), {"code": code_of(town.owner.email), "next": next_})
    assert response["Location"] == reverse("portal_home")


def test_wrong_codes_are_few_and_a_code_is_good_once(town):
    client = Client()
    client.post(reverse(ASK), {"email": town.owner.email})
    code = code_of(town.owner.email)
    wrong = "000000" if code != "000000" else "111111"
    for _attempt in range(3):
        client.post(reverse(CONFIRM), {"code": wrong})
    client.post(reverse(CONFIRM), {"code": code})
    assert "_auth_user_id" not in client.session
    again = by_code(town.owner)
    used = code_of(town.owner.email)
    again.post(reverse("account_logout"))
    again.post(reverse(CONFIRM), {"code": used})
    assert "_auth_user_id" not in again.session


def test_an_address_gets_few_codes_whoever_asks(town):
    for number in range(7):
        Client(REMOTE_ADDR=f"192.0.2.{number}").post(reverse(ASK), {"email": town.owner.email})
    assert OutboxMessage.objects.count() == 5


def work_of(address: str) -> tuple:
    """What asking for a code costs and shows: answer, queries by table and verb, mails, passwords hashed."""
    client = Client()
    before = OutboxMessage.objects.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.post(reverse(ASK), {"email": address}, follow=True)
    text = re.sub(r'value="[^"]{40,}"', "", response.content.decode()).replace(address, "")
    shape = [re.sub(r"'[^']*'|\d+|\(%s[^)]*\)", "", query["sql"])[:48] for query in queries]
    return response.status_code, text, sorted(response.headers), shape, OutboxMessage.objects.count() - before


def test_known_and_unknown_get_the_same_answer_for_the_same_work(town):
    work_of("aukstais@paraugs.test")  # what is kept after the first time is kept now
    known, unknown = work_of(town.owner.email), work_of(UNKNOWN)
    assert known[:3] == unknown[:3]
    assert known[4] == unknown[4] == 1
    # Of somebody known one row more is read: the account behind the address.
    assert abs(len(known[3]) - len(unknown[3])) <= 1, (known[3], unknown[3])
    mail = OutboxMessage.objects.get(recipient=UNKNOWN)
    assert reverse("add_profile") in mail.text and not re.search(r"\b\d{6}\b", mail.text)


def test_a_password_is_hashed_as_often_for_known_and_unknown(town, monkeypatch):
    hashed, kind = [], type(hashers.get_hasher())
    encode = kind.encode

    def counted(self, *args, **kwargs):
        hashed.append(1)
        return encode(self, *args, **kwargs)

    monkeypatch.setattr(kind, "encode", counted)
    town.stranger.set_password("gara-parole-12")
    town.stranger.save()
    counts, texts = [], []
    for address in (town.stranger.email, town.owner.email, UNKNOWN):
        hashed.clear()
        response = Client().post(reverse("account_login"), {"login": address, "password": "cita-parole-99"})
        counts.append(len(hashed))
        texts.append(re.sub(r'value="[^"]{40,}"', "", response.content.decode()).replace(address, ""))
    assert texts[0] == texts[1] == texts[2]
    assert len(set(counts)) == 1, counts


def test_asking_for_a_new_password_tells_nothing(town):
    answers = [
        Client().post(reverse("account_reset_password"), {"email": address}, follow=True).status_code
        for address in (town.owner.email, UNKNOWN)
    ]
    assert answers == [200, 200]
    assert {row.recipient for row in OutboxMessage.objects.all()} == {town.owner.email, UNKNOWN}


def test_a_closed_account_gets_no_code(town):
    User.objects.filter(pk=town.owner.pk).update(is_active=False)
    Client().post(reverse(ASK), {"email": town.owner.email})
    assert not re.search(r"^\d{6}$", OutboxMessage.objects.get().text, re.MULTILINE)


# --- members and the admin ------------------------------------------------------------------------------------


@pytest.mark.parametrize("required", [True, False])
def test_members_are_led_from_the_admin_to_their_own_page(town, settings, required):
    settings.REQUIRE_SECOND_FACTOR = required
    client = signed_in(town.owner)
    for address in ("/admin/", "/admin/pages/", f"/admin/pages/{town.page.pk}/edit/", "/admin/users/", "/admin/nav/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (302, reverse("portal_home"))
        assert client.post(address).status_code == 403
    assert client.get("/admin/login/?next=/admin/", follow=True).redirect_chain[-1][0] == reverse(
        "portal_profile", args=[town.key]
    )


# --- passkeys -------------------------------------------------------------------------------------------------


def with_passkey(user) -> None:
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Tālrunis", "credential": {}}
    )


def test_a_members_passkey_is_another_way_in_and_no_lock(town):
    with_passkey(town.owner)
    assert "_auth_user_id" in by_code(town.owner).session
    assert "Tālrunis" in signed_in(town.owner).get(reverse("mfa_list_webauthn")).content.decode()


def test_staff_show_their_second_factor_after_a_code_too(town, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    staff = editor()
    person(staff.email)
    client = by_code(staff)
    assert client.get("/admin/")["Location"].startswith(reverse("mfa_activate_totp"))
    with_passkey(staff)
    client = Client()
    client.post(reverse(ASK), {"email": staff.email})
    response = client.post(reverse(CONFIRM), {"code": code_of(staff.email)})
    assert response["Location"].startswith(reverse("mfa_authenticate"))
    assert client.get("/admin/").status_code == 302 and "_auth_user_id" not in client.session


def test_adding_a_passkey_begins_with_options_for_this_host(town):
    response = by_code(town.owner).get(reverse("mfa_add_webauthn"))
    assert response.status_code == 200
    options = response.context["js_data"]["creation_options"]["publicKey"]
    assert options["rp"]["id"] == "testserver"
    assert response.context["form"]["passwordless"].value() is True


# --- sessions -------------------------------------------------------------------------------------------------


def test_own_sessions_are_listed_without_addresses_and_ended(town):
    phone, laptop = (
        by_code(town.owner),
        by_code(town.owner, Client(headers={"user-agent": "Mozilla (Windows) Firefox/131"})),
    )
    assert set(UserSession.objects.values_list("ip", flat=True)) == {NO_ADDRESS}
    text = phone.get(reverse("portal_account")).content.decode()
    assert "Chrome, Android" in text and "Firefox, Windows" in text and "127.0.0.1" not in text
    other = UserSession.objects.get(session_key=laptop.session.session_key)
    stranger = by_code(town.stranger)
    assert stranger.post(reverse("portal_end_session", args=[other.pk])).status_code == 404
    phone.post(reverse("portal_end_session", args=[other.pk]))
    assert laptop.get(reverse("portal_account")).status_code == 302
    assert phone.get(reverse("portal_account")).status_code == 200
    third = by_code(town.owner)
    phone.post(reverse("portal_end_other_sessions"))
    assert third.get(reverse("portal_account")).status_code == 302
    assert phone.get(reverse("portal_account")).status_code == 200
    assert stranger.get(reverse("portal_account")).status_code == 200
