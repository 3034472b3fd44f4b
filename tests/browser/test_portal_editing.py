"""Members write their page on a phone: the road from the letter to the sent change, and nothing that was typed is lost."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.browser.conftest import PATIENCE, ROOT, free_port
from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture
from tests.browser.test_keyboard import tab_to

PAGE = "kazoku-kopiena"
SETUP = """
import json
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from directory.models import CommunityPage, Draft, Invitation, Membership
from home.models import User
page = CommunityPage.objects.get(slug="kazoku-kopiena", locale__language_code="lv")
user, _ = User.objects.get_or_create(email="telefons@platforma.example", defaults={"first_name": "Anna"})
Membership.objects.get_or_create(profile=page.profile, user=user, defaults={"role": "owner"})
Draft.objects.filter(profile=page.profile).delete()
letter = Invitation.objects.filter(profile=page.profile, email="jauna@platforma.example", accepted_at=None).first()
letter = letter or Invitation.objects.create(profile=page.profile, email="jauna@platforma.example", role="owner")
store = import_module(settings.SESSION_ENGINE).SessionStore()
store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
store[HASH_SESSION_KEY] = user.get_session_auth_hash()
store.save()
print(json.dumps({"session": store.session_key, "key": str(page.translation_key), "letter": letter.secret}))
"""
FIELD = "[name=summary]"


class Ours:
    def __init__(self, key: str, session: str, letter: str):
        self.key, self.letter = key, letter
        cookie = {"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/", "httpOnly": True}
        self.state = {"cookies": [{**cookie, "expires": -1, "secure": False, "sameSite": "Lax"}], "origins": []}

    def step(self, name="1") -> str:
        return f"/en/our-page/{self.key}/edit/{name}/"


@pytest.fixture
def ours(demo):
    return Ours(**json.loads(demo.run(SETUP).splitlines()[-1]))


@pytest.fixture
def phone(demo, chromium):
    """``phone(path)``: a page of a context of its own, at 390 px, signed in; faults of the net are part of the play."""
    contexts = []

    def opened(path, ours, url=demo.url, **options):
        options = {"storage_state": ours.state} | options
        context = chromium.new_context(
            viewport={"width": 390, "height": 844}, locale="lv-LV", timezone_id="Europe/Riga", has_touch=True, **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(url + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()


def saved(page):
    page.wait_for_selector("[data-draft-state=saved]")


def text_at(phone, ours, **options) -> str:
    """What the field holds for somebody who comes anew."""
    return phone(ours.step(), ours, **options).input_value(FIELD)


def eventually(check, wanted, seconds=30):
    end = time.monotonic() + seconds
    while (found := check()) != wanted and time.monotonic() < end:
        time.sleep(0.5)
    assert found == wanted


def test_from_the_letter_to_the_sent_change(phone, ours):
    screens, acts = [], []
    page = phone(f"/en/invitation/{ours.letter}/", ours, storage_state=None)

    def see(title):
        screens.append((title, page.locator("h1").inner_text()))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

    def tap(target):
        acts.append(f"tap {target}")
        with page.expect_navigation():
            target.click()

    see("letter")
    page.fill("[name=name]", "Jana Paraugkrasta")
    acts.append("name")
    time.sleep(3.2)  # nobody fills in a form in less; the form knows
    tap(page.locator("main button[type=submit]").first)
    see("our page")
    tap(page.locator(".step-links__link").first)
    see("step")
    page.fill(FIELD, "Kaimiņi pie Misas. Kopjam krastu un dzeram tēju.")
    acts.append("summary")
    tap(page.get_by_role("button", name="Look over and send"))
    see("look over")
    tap(page.get_by_role("button", name="Send"))
    see("sent")

    print(f"{len(screens)} screens, {len(acts)} taps and fields")
    assert len(screens) <= 6 and len(acts) <= 25
    assert page.get_by_text("Waits to be checked").count()


def test_tab_is_closed(phone, ours):
    page = phone(ours.step(), ours)
    page.fill(FIELD, "Aizvēru cilni.")
    saved(page)
    page.close()

    assert text_at(phone, ours) == "Aizvēru cilni."


def test_page_is_left_in_the_middle_of_a_word(phone, ours, demo):
    page = phone(ours.step(), ours)
    page.fill(FIELD, "Vidū vār")
    page.goto(demo.url + "/en/")

    eventually(lambda: text_at(phone, ours), "Vidū vār")


def test_tab_is_closed_in_the_middle_of_a_word(phone, ours, demo):
    """A browser gives a page that is closed half a second to say its last word; on a busy machine it never does. Then
    the device has it."""
    page = phone(ours.step(), ours)
    page.fill(FIELD, "Vidū vār")
    page.evaluate("setTimeout(() => { const end = Date.now() + 4000; while (Date.now() < end); }, 0)")
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(demo.url + ours.step("2"))  # any step will do

    eventually(lambda: text_at(phone, ours), "Vidū vār")


def test_who_types_without_a_pause_is_saved_meanwhile(phone, ours):
    page, sent, text = phone(ours.step(), ours), [], "Rakstu un neapstājos ne mirkli. " * 3
    page.on("request", lambda asked: sent.append(asked.post_data_json["typed"]["summary"]) if asked.post_data else None)
    page.fill(FIELD, "")
    page.locator(FIELD).press_sequentially(text, delay=60)

    assert any(sent) and all(text.startswith(one) for one in sent), sent


def test_net_is_cut_and_comes_back(phone, ours):
    page = phone(ours.step(), ours)
    page.context.set_offline(True)
    page.fill(FIELD, "Bez tīkla.")
    page.wait_for_selector("[data-draft-state=offline]")
    page.context.set_offline(False)
    saved(page)

    assert text_at(phone, ours) == "Bez tīkla."


def test_net_is_cut_and_the_tab_closed(phone, ours, demo):
    page = phone(ours.step(), ours)
    page.context.set_offline(True)
    page.fill(FIELD, "Bez tīkla un bez cilnes.")
    page.wait_for_selector("[data-draft-state=offline]")
    context = page.context
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(demo.url + ours.step("2"))  # any step will do
    eventually(lambda: text_at(phone, ours), "Bez tīkla un bez cilnes.")


def test_session_is_over(phone, ours, demo):
    page = phone(ours.step(), ours)
    page.context.clear_cookies(name="sessionid")
    page.fill(FIELD, "Sesija beidzās.")
    page.wait_for_selector("[data-draft-state=signed_out] a[href*='next=']")
    page.context.add_cookies(ours.state["cookies"])
    page.goto(demo.url + ours.step())
    eventually(lambda: page.input_value(FIELD), "Sesija beidzās.")


def test_session_is_over_without_a_script(phone, ours, demo):
    page = phone(ours.step(), ours, java_script_enabled=False)
    kept = [row for row in ours.state["cookies"]]
    page.context.clear_cookies(name="sessionid")
    page.fill(FIELD, "Bez skripta un sesijas.")
    page.get_by_role("button", name="On to the next step").click()
    page.wait_for_url("**/sign-in/**")
    login = page.context.cookies()
    page.context.add_cookies([row for row in login if row["name"] == "sessionid"])
    state = page.context.storage_state()
    assert any(row["name"] == "sessionid" for row in state["cookies"]), "what was typed waits in a session"
    assert kept


def test_two_devices(phone, ours):
    one, other = phone(ours.step(), ours), phone(ours.step(), ours)
    one.fill(FIELD, "No pirmā telefona.")
    saved(one)
    other.fill(FIELD, "No otrā telefona.")
    other.wait_for_selector("[data-draft-state=conflict] a")
    other.locator("[data-draft-state=conflict] a").click()
    other.wait_for_selector(".both")
    words = other.locator(".both__words").all_inner_texts()
    assert words == ["No pirmā telefona.", "No otrā telefona."]
    with other.expect_navigation():
        other.get_by_role("button", name="Take this").click()

    assert other.input_value(FIELD) == "No otrā telefona."
    assert text_at(phone, ours) == "No otrā telefona."


class Server:
    """The same site a second time, to be killed."""

    def __init__(self, demo):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = demo.environment | {"SITE_URL": self.url}
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "cms.wsgi", "-b", f"127.0.0.1:{self.port}", "--threads", "2"],
            cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        for _attempt in range(240):
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=5).close()
                return
            except OSError:
                time.sleep(0.5)

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def test_server_is_killed_at_every_step(phone, ours, demo):
    server = Server(demo)
    try:
        pages = {
            name: phone(ours.step(name), ours, url=server.url)
            for name in ("1", "2", "3", "5")
        }  # fmt: skip
        fields = {"1": FIELD, "2": "[name=meeting]", "3": "[name=website]", "5": "[name=access_note]"}
        server.kill()
        for name, page in pages.items():
            page.fill(fields[name], f"https://solis-{name}.example.org")
            page.wait_for_selector("[data-draft-state=offline]")
        server.start()
        for page in pages.values():
            saved(page)
        for name, field in fields.items():
            assert phone(ours.step(name), ours).input_value(field) == f"https://solis-{name}.example.org"
    finally:
        server.kill()


@pytest.mark.parametrize("name", ["1", "2", "3", "4", "5", "english"])
def test_axe_finds_nothing_in_the_steps(phone, ours, axe, name):  # noqa: F811
    page = phone(ours.step(name), ours)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["", "look-over/", "propose-an-event/", "wanted-and-offered/", "preview/"])
def test_axe_finds_nothing_around_them(phone, ours, axe, path):  # noqa: F811
    page = phone(ours.step(), ours)
    page.fill(FIELD, "Citi vārdi.")
    saved(page)
    page = phone(f"/en/our-page/{ours.key}/{path}", ours)
    assert violations(page, axe) == []


def test_a_change_is_sent_without_a_script(phone, ours):
    page = phone(ours.step("3"), ours, java_script_enabled=False)
    page.fill("[name=website]", "kopiena.example.org")
    page.get_by_role("button", name="Look over and send").click()
    page.get_by_role("button", name="Publish").click()
    assert page.locator(".notice--good").count() == 1


def test_a_change_is_sent_by_keyboard(phone, ours):
    page = phone(ours.step(), ours)
    tab_to(page, FIELD)
    page.keyboard.press("Control+A")
    page.keyboard.type("Ar taustiem vien.")
    tab_to(page, "button[value=look-over]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, ".step-buttons button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".notice--good").count() == 1
