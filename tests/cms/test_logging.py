"""Log lines in production: what stands in them, and what never does."""

import json
import logging
import smtplib

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from cms.logging import JsonFormatter

PLANTED = ("ilze@kekava.lv", "Ilze", "Kalniņa", "203.0.113.7", "2001:db8::7", "hunter2", "slepenais", "29123456")


def line(record_or_message, *args, logger="app", **kwargs):
    """The line that a call of the logger writes."""
    level = kwargs.pop("level", logging.INFO)
    exc_info, extra = kwargs.get("exc_info"), kwargs.get("extra", {})
    record = logging.getLogger(logger).makeRecord(
        logger, level, "f.py", 1, record_or_message, args, exc_info, extra=extra
    )
    text = JsonFormatter().format(record)
    assert "\n" not in text
    return json.loads(text)


def assert_clean(written):
    text = json.dumps(written, ensure_ascii=False)
    assert [secret for secret in PLANTED if secret in text] == []


def test_line_says_when_how_bad_who_and_what():
    written = line("tick failed", logger="home.worker", level=logging.ERROR, extra={"tick": "send_mail", "ms": 12.5})
    assert set(written) == {"time", "level", "logger", "message", "tick", "ms"}
    assert (written["level"], written["message"], written["tick"]) == ("ERROR", "tick failed", "send_mail")
    assert written["time"].endswith("+00:00")


@pytest.mark.parametrize(
    "message,args",
    [
        ('Page published: "%s" id=%d', ("Ilze Kalniņa raksta", 7)),
        ("signed in from 203.0.113.7 and 2001:db8::7 as ilze@kekava.lv", ()),
        ("Not Found: %s", ("/meklet/?q=slepenais",)),
        ("GET /meklet/?q=slepenais 200", ()),
        ("user %(name)s", ({"name": "Ilze"},)),
        ("failed: %s", (ValueError("ilze@kekava.lv hunter2"),)),
        ("number %d", ("Ilze",)),
    ],
)
def test_texts_that_come_along_are_masked(message, args):
    written = line(message, *args, logger="wagtail")
    assert_clean(written)
    assert written["message"]


def test_numbers_stay():
    assert line('Page published: "%s" id=%d', "x", 7)["message"] == 'Page published: "…" id=7'


def test_extras_of_unknown_name_are_left_out():
    written = line(
        "x", extra={"email": "ilze@kekava.lv", "name_of_user": "Ilze", "route": "search", "count": 3, "sent": True}
    )
    assert_clean(written)
    assert (written["route"], written["count"], written["sent"]) == ("search", 3, True)


def test_of_an_error_the_class_and_the_places_stay():
    try:
        raise smtplib.SMTPRecipientsRefused({"ilze@kekava.lv": (550, b"hunter2")})
    except smtplib.SMTPException as error:
        written = line("mail failed", exc_info=(type(error), error, error.__traceback__))
    assert_clean(written)
    assert written["error"] == "SMTPRecipientsRefused"
    assert written["at"][-1].startswith("tests/cms/test_logging.py:")


def broken(request, key):
    raise ValueError(f"hunter2 {request.GET['q']}")


def fine(request, key):
    return HttpResponse("x")


urlpatterns = [path("broken/<str:key>/", broken, name="broken"), path("fine/<str:key>/", fine, name="fine")]


@pytest.fixture
def written():
    """Every line of all loggers, as production formats it."""
    lines = []

    class Keep(logging.Handler):
        def emit(self, record):
            lines.append(json.loads(JsonFormatter().format(record)))

    handler = Keep()
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("address,status", [("/fine/slepenais/", 200), ("/broken/slepenais/", 500)])
@override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=["cms.middleware.RequestLogMiddleware"])
def test_request_leaves_a_line_without_personal_data(written, address, status):
    client = Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.7")
    response = client.get(address, {"q": "ilze@kekava.lv Ilze 29123456"}, headers={"X-Request-ID": "abcdef-12345678"})
    assert response.status_code == status
    for each in written:
        assert_clean(each)
    (request_line,) = [each for each in written if each["logger"] == "cms.request"]
    expected = {"route": address.split("/")[1], "method": "GET", "status": status, "request_id": "abcdef-12345678"}
    assert {name: request_line[name] for name in expected} == expected
    assert request_line["ms"] >= 0
    assert response["X-Request-ID"] == "abcdef-12345678"


@override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=["cms.middleware.RequestLogMiddleware"])
def test_odd_request_id_is_replaced(written):
    response = Client().get("/fine/x/", headers={"X-Request-ID": "ilze@kekava.lv"})
    assert_clean(written)
    assert len(response["X-Request-ID"]) == 32


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="cms.urls")
def test_signing_in_leaves_no_personal_data(site, written):
    from home.models import User

    User.objects.create_user("ilze@kekava.lv", "hunter2-hunter2", first_name="Ilze")
    client = Client(REMOTE_ADDR="203.0.113.7")
    for password in ("wrong", "hunter2-hunter2"):
        client.post("/en/account/login/", {"login": "ilze@kekava.lv", "password": password})
    assert written
    for each in written:
        assert_clean(each)
