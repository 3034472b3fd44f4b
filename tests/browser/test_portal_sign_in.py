"""From the letter of invitation to the portal, on a phone: with a script and without, by keyboard, looked at by axe."""

import re
import sqlite3
import time
from contextlib import closing

import pytest

from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture
from tests.browser.test_keyboard import tab_to

PUBLIC = [
    "/pievieno-savu-kopienu/",
    "/pievienojies-mums/",
    "/ieiet/",
    "/en/add-your-community/",
    "/en/join-us/",
    "/en/sign-in/",
]


def letter(demo, recipient: str) -> str:
    """Path of the invitation in the newest mail to somebody."""
    with closing(sqlite3.connect(f"file:{demo.folder / 'db.sqlite3'}?mode=ro", uri=True)) as database:
        rows = database.execute(
            "SELECT text FROM home_outboxmessage WHERE recipient = ? ORDER BY id DESC", (recipient,)
        )
        return re.search(r"(/uzaicinajums/\S+/)", rows.fetchone()[0])[1]


def invited(open_page, demo, recipient: str) -> str:
    """An owner signs in and invites somebody from the portal."""
    address, password = demo.accounts["owner"]
    page = open_page("/ieiet/?next=/musu-lapa/", 390)
    page.locator("#password summary").click()
    page.fill("[name=login]", address)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.get_by_role("link", name="Uzaicināt kādu").click()
    page.fill("[name=email]", recipient)
    page.get_by_role("button", name="Nosūtīt uzaicinājumu").click()
    assert recipient in page.locator("main").inner_text()
    return letter(demo, recipient)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_forms_fit_a_phone_and_axe_finds_nothing(open_page, axe, address):  # noqa: F811
    page = open_page(address, 390)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_letter_to_the_portal(open_page, demo, axe, javascript):  # noqa: F811
    where = invited(open_page, demo, f"jauna{int(javascript)}@paraugs.test")
    page = open_page(where, 390, javascript=javascript)
    if javascript:
        assert violations(page, axe) == []
    page.fill("[name=name]", "Jauna Biedre")
    time.sleep(3.2)  # nobody reads a letter in less; the form knows
    page.get_by_role("button", name="Pieņemt un doties uz lapu").click()
    assert page.locator("h1").inner_text() == "Kažoku kopiena"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    if javascript:
        assert violations(page, axe) == []
    page.get_by_role("link", name="Mans konts").click()
    assert page.locator("h1").inner_text() == "Mans konts"
    if javascript:
        assert violations(page, axe) == []
    page.get_by_role("button", name="Iziet", exact=True).click()


def test_by_keyboard_from_the_door_to_the_code(open_page):
    page = open_page("/ieiet/", 390)
    tab_to(page, "[name=email]")
    page.keyboard.type("nezinama@paraugs.test")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.name === 'code'")
