"""Staff and the second factor: nobody reaches the admin on a password alone, and the way out of a lost telephone."""

import datetime
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from home.mail import sender
from home.models import OutboxMessage, SecondFactorPause, User

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
PASSWORD = "koka-tilts-pari-upei"


@pytest.fixture(autouse=True)
def _required(settings, site):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def person(db):
    return User.objects.create_superuser("ilze@platforma.test", PASSWORD, first_name="Ilze", last_name="Kalna")


def sign_in(person, **changes):
    client = Client()
    response = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD, **changes})
    return client, response


def code_of(secret, steps_ago=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - steps_ago))


def with_totp(person):
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def test_password_alone_leads_to_setting_up_a_second_factor(person):
    client, _response = sign_in(person)
    response = client.get("/admin/pages/?p=2")
    wanted = urlencode({"next": "/admin/pages/?p=2"})
    assert (response.status_code, response["Location"]) == (302, f"{reverse('mfa_activate_totp')}?{wanted}")


def test_setting_it_up_opens_the_admin_at_once(person, monkeypatch):
    # The test's own transaction never commits; allauth tells of the new factor when the view's does.
    monkeypatch.setattr(transaction, "on_commit", lambda act, **kwargs: act())
    client, _response = sign_in(person)
    form = client.get(reverse("mfa_activate_totp"))
    # Typed a moment ago: the password is not asked for again.
    assert form.status_code == 200
    secret = form.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert client.get("/admin/").status_code == 200


def test_code_is_asked_for_when_signing_in(person):
    secret = with_totp(person)
    client, response = sign_in(person)
    assert response["Location"].startswith(reverse("mfa_authenticate"))
    assert client.get("/admin/").status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(("steps_ago", "answer"), [(1, 200), (3, 302)])
def test_a_code_that_went_by_while_it_was_typed_is_taken_and_an_old_one_is_not(person, steps_ago, answer):
    secret = with_totp(person)
    with time_machine.travel(1_800_000_015, tick=False):
        client, _response = sign_in(person)
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret, steps_ago)})
        assert client.get("/admin/").status_code == answer


def test_session_that_came_by_another_door_has_to_show_the_code(person):
    with_totp(person)
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get("/admin/")
    assert response["Location"].startswith(reverse("mfa_reauthenticate"))


def test_wagtail_s_own_sign_in_is_no_side_door(person):
    client = Client()
    response = client.post("/admin/login/?next=/admin/pages/", {"username": person.email, "password": PASSWORD})
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session
    reset = client.get("/admin/password_reset/")
    assert reset["Location"].startswith(reverse("account_reset_password"))


def test_saving_in_the_background_is_told_in_json(person):
    client, _response = sign_in(person)
    response = client.post("/admin/pages/1/edit/", headers={"X-Requested-With": "XMLHttpRequest"})
    assert (response.status_code, response.json()["error"]) == (403, "second_factor")


def test_signing_out_works_without(person):
    client, _response = sign_in(person)
    client.post("/admin/logout/")
    assert "_auth_user_id" not in client.session


def test_not_required_where_the_setting_says_so(person, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    client, _response = sign_in(person)
    assert client.get("/admin/").status_code == 200


def test_nobody_signs_up(client):
    response = client.post(
        reverse("account_signup"), {"email": "a@b.test", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert response.status_code in (200, 404)
    assert not User.objects.exists()


def test_reset_mail_goes_through_the_outbox_and_is_emptied_once_sent(person, client, settings):
    settings.EMAIL_BACKEND = "home.mail.backend.OutboxBackend"
    client.post(reverse("account_reset_password"), {"email": person.email})
    row = OutboxMessage.objects.get()
    assert (row.recipient, row.confidential) == (person.email, True)
    assert "/konts/" in row.text
    assert "<html" in row.html and "@" not in row.occasion
    sender.send_due()
    row.refresh_from_db()
    assert (row.text, row.html, row.recipient) == ("", "", "")


# --- break glass ----------------------------------------------------------------------------------------------


def test_break_glass_lets_in_for_a_while_and_tells_the_administrators(person, caplog, capsys):
    with_totp(person)
    other = User.objects.create_superuser("admin@platforma.test", PASSWORD)
    call_command("break_glass", "ILZE@platforma.test", minutes=30)
    assert not Authenticator.objects.exists()
    client, _response = sign_in(person)
    assert client.get("/admin/").status_code == 200
    told = set(OutboxMessage.objects.values_list("recipient", flat=True))
    assert told == {person.email, other.email}
    assert "Ilze Kalna" in OutboxMessage.objects.first().text
    assert "ilze" not in caplog.text.lower()
    SecondFactorPause.objects.update(until=timezone.now() - datetime.timedelta(seconds=1))
    assert client.get("/admin/")["Location"].startswith(reverse("mfa_activate_totp"))


def test_break_glass_can_be_ended(person):
    call_command("break_glass", person.email)
    call_command("break_glass", person.email, minutes=0)
    client, _response = sign_in(person)
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("arguments", [["nobody@platforma.test"], ["ilze@platforma.test", "--minutes", "5000"]])
def test_break_glass_says_what_is_wrong(person, arguments):
    with pytest.raises(CommandError):
        call_command("break_glass", *arguments)
