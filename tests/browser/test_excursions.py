"""Excursions in a browser: the living map, links to stops, the comparison by keys, no JavaScript; the editor's stops and way."""

import json
import re

import pytest

from tests.browser.test_accessibility import axe, violations  # noqa: F401 # a fixture
from tests.browser.test_keyboard import press, tab_to

TRAIL, STORY = "/ekskursijas/marsruti/mezinieku-stastu-taka/", "/ekskursijas/vietrade/ugunskura-vieta-pie-misas/"
PIN = ".map__pin"
FACTS = 1  # number of the tab


@pytest.fixture
def open_map(open_page):
    def opened(path=TRAIL, width=1280, **options):
        page = open_page(path, width, **options)
        page.locator("[data-map]").scroll_into_view_if_needed()
        page.locator("[data-map][data-drawn]").wait_for()
        return page

    return opened


@pytest.mark.parametrize("width", [390, 1280])
def test_map_has_the_way_and_its_numbered_stops(open_map, axe, width):  # noqa: F811
    page = open_map(width=width)
    assert page.locator(".map__live path.map__way").count() == 1
    numbers = page.locator(".map__live .map__stop-number, .map__live .map__pin--stops .map__count").all_text_contents()
    assert numbers[0] == "1" and numbers[-1].endswith("6")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page, axe) == []


def test_stop_is_reached_from_the_map_by_keys(open_map):
    page = open_map()
    tab_to(page, PIN, most=120)
    label = page.evaluate("document.activeElement.ariaLabel")
    assert label.startswith("Plakanciema tilts, 1. pietura")
    press(page, "Enter")
    popup = page.locator("[data-map-popup]")
    popup.wait_for()
    assert "Te šķīrās ceļš" in popup.inner_text()
    press(page, "Escape")
    assert popup.is_hidden() and page.evaluate(f"document.activeElement.matches('{PIN}')")
    press(page, "Enter")
    popup.locator("h3 a").press("Enter")
    page.wait_for_url("**#stop-1")


def test_address_of_a_stop_leads_to_it(open_page):
    page = open_page(f"{TRAIL}#stop-5", 390)
    heading = page.locator("#stop-5 h3")
    assert heading.inner_text() == "Misas līkums"
    page.wait_for_function("() => document.querySelector('#stop-5').getBoundingClientRect().top < 400")


def test_comparison_is_moved_by_keys_and_says_how_far(open_page, axe):  # noqa: F811
    page = open_page(STORY)
    tab_to(page, ".before-after__edge", most=60)
    edge = lambda: page.evaluate("document.querySelector('.before-after').style.getPropertyValue('--edge')")  # noqa: E731
    assert edge() == "50%"
    press(page, "ArrowRight", "ArrowRight")
    assert edge() == "52%"
    press(page, "End")
    assert edge() == "100%" and page.evaluate("document.activeElement.ariaValueText") == "100 %"
    press(page, "Home")
    assert edge() == "0%"
    assert violations(page, axe) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_lost_without_javascript(open_page, width):
    page = open_page(TRAIL, width, javascript=False)
    assert page.locator(".map__drawing .map__stop").count() == 6
    assert page.locator(".stops__item h3").count() == 6
    assert page.locator("[data-map-tools]").is_hidden()
    story = open_page(STORY, width, javascript=False)
    assert [figure.is_visible() for figure in story.locator(".before-after__side").all()] == [True, True]


def test_list_of_routes_has_a_living_map(open_map, axe):  # noqa: F811
    page = open_map("/ekskursijas/marsruti/")
    labels = [pin.get_attribute("aria-label") for pin in page.locator(PIN).all()]
    assert any("Mežinieku stāstu taka" in label for label in labels)
    assert violations(page, axe) == []


# --- the editor


@pytest.fixture
def excursion(editor):
    """``excursion()`` opens the trail in the editor; again for a reload."""
    state = {}

    def opened():
        page = editor("/admin/")
        if "id" not in state:
            origin = page.url.partition("/admin/")[0]
            answer = page.request.get(f"{origin}/admin/api/main/pages/?slug=mezinieku-stastu-taka&locale=lv").json()
            state["id"] = answer["items"][0]["id"]
        return editor(f"/admin/pages/{state['id']}/edit/")

    return opened


def names(page) -> list[str]:
    """Of the stops, in their order on the screen."""
    return page.locator("[name^='stops-'][name$='-value-name']").evaluate_all("fields => fields.map((f) => f.value)")


def test_stops_are_put_in_another_order_by_keys(excursion):
    page = excursion()
    before = names(page)
    assert len(before) == 6
    up = page.locator("[data-streamfield-stream-container] [data-streamfield-child] button[title='Uz augšu']").nth(2)
    up.focus()
    page.keyboard.press("Enter")
    assert names(page) == [before[0], before[2], before[1], *before[3:]]


def test_way_is_drawn_by_keys_and_taken_from_a_file(excursion, tmp_path):
    page = excursion()
    page.get_by_role("tab").nth(FACTS).click()
    field = page.locator("[name='way_drawn']")
    page.locator("geo-field:has([name='way_drawn'])").scroll_into_view_if_needed()
    page.locator("geo-field[data-drawn]:has([name='way_drawn'])").wait_for()
    before = len(field.input_value().splitlines())
    assert before > 5
    page.locator("geo-field:has([name='way_drawn']) .geo__map").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        f"() => document.querySelector('[name=way_drawn]').value.trim().split('\\n').length === {before + 1}"
    )
    # A file beside it; what was drawn is left unsaved.
    page.on("dialog", lambda dialog: dialog.accept())
    ident = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(page.url.partition("/admin/")[0] + f"/admin/directory/way/{ident}/")
    line = [[24.1 + n / 1000, 56.75] for n in range(20)]
    data = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": line}}],
    }
    file = tmp_path / "cels.geojson"
    file.write_text(json.dumps(data))
    page.set_input_files("[name=file]", file)
    page.locator("main form button[type=submit], form[enctype] button[type=submit]").first.click()
    page.wait_for_url("**/edit/")
    assert "Ceļš (1,2 km) ir melnrakstā." in page.locator("body").inner_text().replace("\xa0", " ")
