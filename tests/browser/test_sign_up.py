"""Signing up on a phone: three screens, by keyboard, without a script, in both languages; axe looks at each of them."""

import re
import time

import pytest

from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture
from tests.browser.test_keyboard import tab_to

DOORS = [
    ("/kalendars/stastu-vakars-dole/", "Pieteikties", "Jums ir vieta", "Atteikties no vietas"),
    ("/en/calendar/story-evening-at-dole/", "Sign up", "You are in", "Give the place up"),
]


def fill(page, name: str) -> None:
    page.fill("[name=name]", name)
    page.fill("[name=email]", f"{name.lower().replace(' ', '.')}@paraugs.test")
    time.sleep(3.2)  # nobody fills in a form in less; the form knows


@pytest.mark.parametrize(("door", "sign_up", "is_in", "give_up"), DOORS)
def test_three_screens_without_a_script(open_page, door, sign_up, is_in, give_up):
    page = open_page(door, 390, javascript=False)
    page.get_by_role("link", name=sign_up).first.click()
    fill(page, "Bez Skripta")
    page.get_by_role("button", name=sign_up).click()
    assert page.locator("h1").inner_text() == is_in
    page.get_by_role("button", name=give_up, exact=True).click()
    assert page.get_by_role("button", name=give_up, exact=True).count() == 0


# Middle of the button, and whether a finger there would meet it.
IS_REACHED = """element => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return ["0.1", "0.5", "0.9"].every(part => {
        return element.contains(document.elementFromPoint(left + part * width, top + height / 2));
    });
}"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize(
    ("door", "button"),
    [(DOORS[0][0], ".sign-up-bar .button"), ("/kopienas/", ".split__view--list"), ("/kopienas/", ".split__view--map")],
)
def test_way_up_covers_no_button_of_a_phone(open_page, width, door, button):
    page = open_page(door, width)
    page.set_viewport_size({"width": width, "height": 480})
    page.mouse.wheel(0, 1200)
    page.locator(".back-to-top").wait_for(state="visible")
    assert page.locator(button).evaluate(IS_REACHED)


@pytest.mark.parametrize(("door", "sign_up", "is_in", "give_up"), DOORS)
def test_axe_finds_nothing_on_the_way(open_page, axe, door, sign_up, is_in, give_up):  # noqa: F811
    page = open_page(door, 390)
    page.get_by_role("link", name=sign_up).first.click()
    assert violations(page, axe) == []
    fill(page, "Ar Skriptu")
    with page.expect_navigation():
        page.get_by_role("button", name=sign_up).click()
    assert page.locator("h1").inner_text() == is_in
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name=give_up, exact=True).click()


def test_axe_finds_nothing_on_a_form_with_a_mistake(demo, chromium, axe):  # noqa: F811
    # Chromium itself writes the 422 to the console, so this page is opened without the watch on it.
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    page.goto(demo.url + DOORS[0][0])
    page.get_by_role("link", name="Pieteikties").first.click()
    page.fill("[name=email]", "nav adrese")
    time.sleep(3.2)
    with page.expect_navigation():
        page.get_by_role("button", name="Pieteikties").click()
    assert page.input_value("[name=email]") == "nav adrese"
    assert violations(page, axe) == []
    page.close()


def test_by_keyboard_alone(open_page):
    page = open_page("/kalendars/stastu-vakars-dole/")
    tab_to(page, "a[href*='/pieteikties/']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/pieteikties/"))
    tab_to(page, "[name=name]")
    page.keyboard.type("Ar Taustiem")
    tab_to(page, "[name=email]")
    page.keyboard.type("ar.taustiem@paraugs.test")
    time.sleep(3.2)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/mans-pieteikums/"))
    assert page.locator("h1").inner_text() == "Jums ir vieta"
