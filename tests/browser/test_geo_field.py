"""The map field in rows and streams that scripts make, in the editor's own parts (workshop_urls.py)."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.browser.conftest import PATIENCE, ROOT, WATCH, free_port
from tests.browser.test_accessibility import axe  # noqa: F401 # a fixture

SQUARE = "56.8, 24.2\n56.8, 24.3\n56.9, 24.3\n56.9, 24.2"


@pytest.fixture(scope="module")
def bench(demo):
    """Address of a second server for the demo, with the workshop among its pages."""
    url = f"http://127.0.0.1:{free_port()}"
    env = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "tests.browser.workshop_settings",
        "DEBUG": "0",
        "SECRET_KEY": "for-this-run-only-" + os.urandom(24).hex(),
        "VAR_DIR": str(demo.folder),
        "SITE_URL": url,
    }
    command = [sys.executable, "-m", "gunicorn", "cms.wsgi", "-b", url.removeprefix("http://"), "--threads", "4"]
    with (demo.folder / "workshop.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            for _attempt in range(120):
                try:
                    urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
                    break
                except (urllib.error.URLError, OSError):
                    assert server.poll() is None, (demo.folder / "workshop.log").read_text()[-4000:]
                    time.sleep(0.5)
            yield url
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture
def workshop(bench, signed_in, chromium):
    """The page, opened; a console error, a refusal by the policy or a request elsewhere fails the test."""
    faults = []
    context = chromium.new_context(
        viewport={"width": 1280, "height": 1000},
        locale="lv-LV",
        timezone_id="Europe/Riga",
        storage_state=signed_in(bench),
    )
    context.add_init_script(WATCH)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((bench, "data:")) else faults.append(asked.url))
    page.faults = faults
    page.goto(f"{bench}/admin/workshop/")
    yield page
    context.close()
    assert not faults, faults


def field(page, name: str):
    """The map field of this name, its map drawn."""
    found = page.locator(f"geo-field:has([name='{name}'])")
    found.scroll_into_view_if_needed()
    page.locator(f"geo-field[data-drawn]:has([name='{name}'])").wait_for()
    return found


def click(page, found, x: float, y: float):
    box = found.locator(".geo__map")
    box.scroll_into_view_if_needed()
    at = box.bounding_box()
    page.mouse.click(at["x"] + x * at["width"], at["y"] + y * at["height"])


def value(page, name: str) -> str:
    return page.locator(f"[name='{name}']").input_value()


def add_stop(page, name: str, number=0):
    page.locator("button.c-sf-add-button").nth(number).click()
    page.locator(f"[name='route-{number}-value-name']").fill(name)


def save(page):
    with page.expect_navigation():
        page.locator("[data-save]").click()


def test_row_of_an_inline_panel_gets_a_map_and_keeps_its_place(workshop):
    page = workshop
    for row in range(3):
        page.locator("#id_rows-ADD").click()
        found = field(page, f"rows-{row}-place")
        click(page, found, 0.3 + row / 10, 0.5)
        found.locator(".geo__pin").wait_for()
    kept = [value(page, f"rows-{row}-place") for row in range(3)]
    assert len(set(kept)) == 3
    assert all("," in place for place in kept)
    save(page)
    assert page.locator("[data-saved]").inner_text() == " | ".join(kept)


def test_stream_draws_keeps_and_shows_again(workshop):
    page = workshop
    add_stop(page, "Krasts")
    place = field(page, "route-0-value-place")
    place.locator("select").select_option(label="Baldone")
    area = field(page, "route-0-value-area")
    for x, y in ((0.3, 0.3), (0.6, 0.6), (0.6, 0.3)):  # against the clock, as an outline is kept
        click(page, area, x, y)
    kept = value(page, "route-0-value-place"), value(page, "route-0-value-area")
    assert kept[1].count("\n") == 2
    save(page)
    assert (value(page, "route-0-value-place"), value(page, "route-0-value-area")) == kept
    field(page, "route-0-value-place").locator(".geo__pin").wait_for()
    assert field(page, "route-0-value-area").locator(".geo__list option").count() == 3


def test_blocks_that_are_moved_and_copied_keep_working_maps(workshop):
    page = workshop
    page.evaluate("document.querySelectorAll('[data-streamfield-action=DELETE]').forEach((one) => one.click())")
    if page.locator("[name='route-0-value-name']").count():  # what an earlier test kept
        page.locator("[name='route-0-deleted']").first.evaluate("input => input.value")
    first = page.locator("[name='route-count']").input_value()
    add_stop(page, "Pirmais", int(first))
    name = f"route-{first}-value-place"
    page.locator(f"[name='{name}']").fill("24,2355; 56,8264")
    page.locator(f"[name='{name}']").press("Tab")
    assert value(page, name) == "56.8264, 24.2355"
    found = field(page, name)
    said = found.locator(".geo__status").inner_text()
    assert said
    page.evaluate("name => { const row = document.querySelector(`[name='${name}']`).closest('[data-contentpath]');"
                  " const parent = row.parentElement; parent.append(row); }", name)  # fmt: skip
    click(page, found, 0.2, 0.2)
    assert value(page, name) != "56.8264, 24.2355"


def test_what_the_server_refuses_stays_written(workshop):
    page = workshop
    page.locator("#id_rows-ADD").click()
    add_stop(page, "Tilts", int(page.locator("[name='route-count']").input_value()))
    names = page.locator(".geo__text").evaluate_all("all => all.map((one) => one.name)")
    name = [one for one in names if one.endswith("value-place")][-1]
    page.locator(f"[name='{name}']").fill("pie upes")
    save(page)
    assert value(page, name) == "pie upes"
    assert "geo__status--wrong" in field(page, name).locator(".geo__status").get_attribute("class")
    assert page.locator(f"[name='{name}']").get_attribute("aria-invalid") == "true"


def test_everything_as_text_too(workshop):
    page = workshop
    number = int(page.locator("[name='route-count']").input_value())
    add_stop(page, "Loks", number)
    name = f"route-{number}-value-area"
    found = field(page, name)
    found.locator("summary").click()
    page.locator(f"[name='{name}']").fill(
        "\n".join(", ".join(reversed(line.split(", "))) for line in SQUARE.split("\n"))
    )
    page.locator(f"[name='{name}']").press("Tab")
    assert value(page, name) == SQUARE
    assert found.locator(".geo__list option").count() == 4
    crossing = "56.8, 24.2\n56.9, 24.3\n56.9, 24.2\n56.8, 24.3"
    page.locator(f"[name='{name}']").fill(crossing)
    page.locator(f"[name='{name}']").press("Tab")
    assert "56.85, 24.25" in found.locator(".geo__status").inner_text()
    found.locator("path.geo__shape--wrong").first.wait_for(state="attached")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_fault_is_found_and_nothing_scrolls_sideways(workshop, axe, width):  # noqa: F811
    page = workshop
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#id_rows-ADD").click()
    names = page.locator(".geo__text").evaluate_all("all => all.map((one) => one.name)")
    found = field(page, names[-1])
    click(page, found, 0.4, 0.4)
    assert found.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    before = list(page.faults)
    page.evaluate(axe)
    result = page.evaluate(
        "axe.run('geo-field', {resultTypes: ['violations']}).then((all) => all.violations.map((one) => one.id))"
    )
    page.faults[:] = before  # axe styles the page, which the policy refuses: not the field's fault
    assert result == []
