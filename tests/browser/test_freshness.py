"""From the mail to the page: “Viss pareizi” on a phone, without a script, by keyboard; axe looks at each screen."""

import datetime
import re
import sqlite3
import time
import zoneinfo

import pytest

from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture
from tests.browser.test_keyboard import tab_to

MONTHS = "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī".split()
STALE, ASKED = "/kopienas/vimbukroga-laudis/", "/kopienas/katlakalna-kaimini/"


def path_in_mail(demo, mailbox: str, what: str = "?answer=right") -> str:
    """The newest link of the kind that was mailed to one of the demo's mailboxes."""
    with sqlite3.connect(demo.folder / "db.sqlite3") as database:
        rows = database.execute(
            "SELECT text FROM home_outboxmessage WHERE recipient LIKE ? AND text LIKE ? ORDER BY id DESC",
            (f"{mailbox}@%", f"%{what}%"),
        ).fetchall()
    # The demo may have been made for a site at another port.
    return re.search(rf"http://127\.0\.0\.1:\d+(\S*{re.escape(what)}\S*)", rows[0][0])[1]


def today() -> str:
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Riga"))
    return f"{now.day}. {MONTHS[now.month - 1]}"


def words(page, selector: str) -> str:
    return page.locator(selector).inner_text().replace("\u00a0", " ")


def test_one_press_changes_the_date_on_the_page(open_page, demo, axe):  # noqa: F811
    page = open_page(STALE, 390)
    assert words(page, ".fresh").startswith("Ziņas nav apstiprinātas kopš ")
    assert violations(page, axe) == []
    page = open_page(path_in_mail(demo, "vimbukroga-laudis"), 390, javascript=False)
    assert page.locator("h1").inner_text() == "Vai viss pareizi?"
    page.get_by_role("button", name="Viss pareizi").click()
    assert page.locator("h1").inner_text() == "Paldies"
    assert f"Kopiena šīs ziņas apstiprināja {today()}." in words(page, "main")
    page.get_by_role("link", name="Skatīt lapu").click()
    assert words(page, ".fresh").startswith(f"Kopiena šīs ziņas apstiprināja {today()}.")
    page.goto(demo.url + path_in_mail(demo, "vimbukroga-laudis"))
    assert page.locator("h1").inner_text() == "Uz šo jau ir atbildēts"
    assert page.get_by_role("button", name="Viss pareizi").count() == 0


@pytest.mark.parametrize("answer", ["right", "correct", "gone"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, demo, axe, answer, width):  # noqa: F811
    page = open_page(path_in_mail(demo, "katlakalna-kaimini", f"?answer={answer}"), width)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    other = page.locator("a[hreflang=en], a[lang=en]").first
    other.click()
    assert page.locator("html").get_attribute("lang") == "en"


def test_by_keyboard_alone(open_page, demo):
    page = open_page(path_in_mail(demo, "ramavas-parka-draugi"))
    tab_to(page, "button[name=answer][value=right]")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("done=right"))
    assert page.locator("h1").inner_text() == "Paldies"


def test_a_visitor_tells_and_a_member_settles(open_page, demo, axe):  # noqa: F811
    page = open_page(ASKED, 390)
    page.get_by_role("link", name="Kaut kas nav pareizi?").click()
    page.wait_for_url(re.compile("/kaut-kas-nav-pareizi/"))
    assert violations(page, axe) == []
    page.fill("[name=text]", "Autobuss tur vairs nepietur.")
    time.sleep(3.2)
    page.get_by_role("button", name="Sūtīt").click()
    assert page.locator("h1").inner_text() == "Paldies, ka pateicāt"
    page.goto(demo.url + path_in_mail(demo, "katlakalna-kaimini", "/kaut-kas-nav-pareizi/atbilde/"))
    assert violations(page, axe) == []
    page.get_by_role("button", name="Nokārtots").click()
    assert page.locator("h1").inner_text() == "Paldies, tas ir nokārtots"


def test_the_marker_of_a_stale_page_is_an_outline_and_said_aloud(open_page):
    page = open_page("/kopienas/?box=24.26,56.78,24.31,56.82")
    mark = page.locator(".map__pin", has=page.locator(".map__marker--stale")).first
    mark.wait_for()
    assert "sen nav apstiprināts" in mark.get_attribute("aria-label")
    assert page.locator(".tag--stale").is_visible()
    assert page.locator(".state--stale").count() >= 1
