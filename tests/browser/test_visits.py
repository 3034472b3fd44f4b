"""Going out: a departure is signed up for, the chain of visits, the festival's programme, a suggestion with a map."""

import re
import time

import pytest

from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture
from tests.browser.test_keyboard import tab_to

TRAIL = "/ekskursijas/marsruti/mezinieku-stastu-taka/"
SERIES = "/ekskursijas/viesosanas/kaimini-pie-kaiminiem/"
FESTIVALS = [f"{SERIES}festivals/", "/ekskursijas/sarunu-festivals/", "/en/excursions/conversation-festival/"]
SUGGEST = "/ekskursijas/ierosinat/"
WIDTHS = (390, 1280)


def is_too_wide(page, width: int) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") > width


def fill_person(page, name: str) -> None:
    page.fill("[name=name]", name)
    page.fill("[name=email]", f"{name.lower().replace(' ', '.')}@paraugs.test")


@pytest.mark.parametrize("javascript", [True, False])
def test_departure_is_signed_up_for(open_page, axe, javascript):  # noqa: F811
    page = open_page(TRAIL, 390, javascript=javascript)
    first = page.locator(".departures__date").first
    assert "Lai notiktu" in first.inner_text() and "Ved:" in first.inner_text()
    assert not is_too_wide(page, 390) if javascript else True
    first.get_by_role("link", name=re.compile("Pieteikties")).click()
    fill_person(page, "Ar Skriptu" if javascript else "Bez Skripta")
    if javascript:
        assert violations(page, axe) == []
    time.sleep(3.2)
    # Of its two dates this one alone.
    for box in page.locator("[name=dates]").all()[1:]:
        box.uncheck()
    page.get_by_role("button", name="Pieteikties").click()
    assert page.locator("h1").inner_text() == "Jums ir vieta"
    assert "tilta" in page.locator("main").inner_text()
    page.get_by_role("button", name="Atteikties no vietas", exact=True).click()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "path", [SERIES, "/ekskursijas/viesosanas/", "/en/excursions/visits/neighbours-at-the-neighbours/"]
)
def test_chain_of_visits(open_page, axe, width, path):  # noqa: F811
    page = open_page(path, width)
    assert violations(page, axe) == []
    assert not is_too_wide(page, width)
    stops = page.locator(".series__stop, .chain__stop").all_inner_texts()
    assert len(stops) == 4 and "estiv" in stops[-1]


def test_whole_series_is_signed_up_for(open_page):
    page = open_page(SERIES, 390)
    page.get_by_role("link", name="Pieteikties visam ciklam").click()
    page.locator("[name=dates]").first.wait_for()
    assert page.locator("[name=dates]:checked").count() == 4
    fill_person(page, "Visur Klat")
    time.sleep(3.2)
    with page.expect_navigation():
        page.get_by_role("button", name="Pieteikties").click()
    assert page.locator("h1").inner_text() == "Jums ir vieta"
    assert page.locator("main").inner_text().count("Ciemos") >= 3


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", FESTIVALS)
def test_programme_of_the_festival(open_page, axe, width, path):  # noqa: F811
    page = open_page(path, width)
    assert violations(page, axe) == []
    assert not is_too_wide(page, width)
    table = page.locator(".programme__table")
    assert table.evaluate("table => getComputedStyle(table).display") == ("table" if width > 991 else "block")
    places = table.locator(".programme__stage")
    assert places.first.is_visible() and (places.first.bounding_box()["width"] > 2) == (width < 992)
    hours = [float(text.replace(":", ".")) for text in table.locator(".programme__hour time").all_inner_texts()]
    assert hours == sorted(hours) and len(hours) == 7
    talks = table.locator(".programme__talk")
    tops = [talks.nth(number).bounding_box()["y"] for number in range(talks.count())]
    assert tops == sorted(tops)  # as it is written it is read, on a phone and on a wide screen


def test_programme_is_in_order_without_css(open_page):
    page = open_page(FESTIVALS[0], javascript=True)
    page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach((link) => link.remove())")
    text = page.locator(".programme").inner_text()
    order = [
        text.index(word) for word in ("Atklāšana", "Kas pļauj kalnu", "Kad projekts beidzas", "Zupa\n", "pirmdien")
    ]
    assert order == sorted(order)


def test_suggestion_by_keyboard_with_the_map(open_page, axe):  # noqa: F811
    page = open_page(SUGGEST)
    page.locator("geo-field").scroll_into_view_if_needed()
    page.locator("geo-field[data-drawn]").wait_for()
    assert violations(page, axe) == []
    page.locator("h1").click()
    tab_to(page, "[name=kind]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=title]")
    page.keyboard.type("Vecais ozols")
    tab_to(page, "[name=place]")
    page.keyboard.type("Mellupi")
    tab_to(page, ".geo__map")
    page.keyboard.press("Enter")
    assert re.match(r"5\d\.\d+, 2\d\.\d+", page.input_value("[name=point]"))
    tab_to(page, "[name=text]")
    page.keyboard.type("Tur dzird upi.")
    tab_to(page, "[name=name]")
    page.keyboard.type("Ar Taustiem")
    tab_to(page, "[name=phone]")
    page.keyboard.type("+371 20000005")
    time.sleep(1)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Paldies" in page.locator(".notice--good[role=status]").inner_text()


@pytest.mark.parametrize("width", [320, 390])
def test_suggestion_fits_a_phone(open_page, axe, width):  # noqa: F811
    page = open_page(SUGGEST, width)
    page.locator("geo-field").scroll_into_view_if_needed()
    page.locator("geo-field[data-drawn]").wait_for()
    assert violations(page, axe) == [] and not is_too_wide(page, width)


def test_suggestion_without_a_script(open_page):
    page = open_page(SUGGEST, 390, javascript=False)
    page.check("[name=kind][value=place]")
    page.fill("[name=title]", "Avots")
    page.fill("[name=place]", "Baldone")
    page.fill("[name=point]", "Baldone")
    page.fill("[name=text]", "Smaržo, bet garšo.")
    fill_person(page, "Bez Skripta")
    time.sleep(3.2)
    page.get_by_role("button", name="Sūtīt").click()
    assert "Paldies" in page.locator(".notice--good[role=status]").inner_text()


@pytest.mark.parametrize("width", WIDTHS)
def test_month_says_the_day_of_what_is_on(open_page, width):
    page = open_page("/kalendars/menesis/", width)
    days, used = (
        page.locator(".month__day:visible"),
        page.locator(".month__day:has(.month__item):not(.month__day--other)"),
    )
    assert used.count() > 0
    if width == 390:
        assert days.count() == used.count()
    for day in days.all():
        number, date = day.locator("[aria-hidden]"), day.locator(".month__date")
        assert number.is_visible() == (width > 390)
        assert (date.bounding_box()["height"] > 10) == (width == 390)
