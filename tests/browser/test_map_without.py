"""The map of the directory where something is missing: room, tiles, its library, JavaScript, the net."""

from tests.browser.test_map import DIRECTORY, ENGLISH, PIN, open_map, settle  # noqa: F401 # a fixture


def resize(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(400)
    assert page.locator("[data-map]").is_visible() == (width == 1280)


def test_window_is_made_narrow_and_wide_again(open_map):  # noqa: F811
    """Where the list alone has room the map has no view to ask about; a refusal would stand in the console."""
    page = open_map(ENGLISH)
    drawn = page.locator("[data-drawn]").get_attribute("data-drawn")
    resize(page, 390)
    page.evaluate(
        "const { source } = document.querySelector('[data-map]').map; source.whole = null; source.answers.clear()"
    )
    page.evaluate("document.querySelector('[data-map]').map.map.fire('moveend')")
    resize(page, 1280)
    page.locator(PIN).first.wait_for()
    assert page.locator("[data-drawn]").get_attribute("data-drawn") == drawn
    assert page.locator(".map__search").is_hidden()


def test_window_is_made_narrow_while_the_map_comes(open_page):
    page, held = open_page("/"), []
    page.route("**/leaflet/*.js", lambda route: held.append(route))
    page.goto(page.url.rstrip("/") + DIRECTORY)
    page.wait_for_function("() => document.querySelector('script[src*=leaflet]')")
    resize(page, 390)
    for route in held:
        route.continue_()
    page.wait_for_timeout(400)
    assert page.locator("[data-drawn]").count() == 0
    resize(page, 1280)
    page.locator("[data-drawn]").wait_for()
    assert page.evaluate("document.querySelector('[data-map]').map.map.getZoom()") > 8


def test_tiles_lie_on_the_drawn_ground_and_it_stays_without_them(open_map, chromium, demo):  # noqa: F811
    page = open_map()
    page.locator("[data-map-credit]").wait_for()
    assert page.locator(".leaflet-tile-loaded").count() > 0
    assert page.locator(".leaflet-ground-pane path.map__water").count() > 0
    # The browser itself writes failed tiles to the console, so this page is opened without the watch on it.
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.route("**/tiles/**", lambda route: route.fulfill(status=503))
    page.goto(demo.url + DIRECTORY)
    page.wait_for_function(
        "() => !document.querySelector('.leaflet-tile-pane img') && document.querySelector('[data-drawn]')"
    )
    page.locator(".leaflet-ground-pane path.map__water").first.wait_for(state="attached")
    assert page.locator(".map__name").count() > 5
    assert page.locator("[data-map-credit]").is_hidden()
    page.close()


def test_without_the_library_the_drawing_stays(chromium, demo):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.route("**/leaflet/**", lambda route: route.abort())
    page.goto(demo.url + DIRECTORY)
    page.wait_for_function("() => document.querySelector('.map__live').hidden")
    assert page.locator(".map__drawing .map__marker").first.is_visible()
    page.close()


def test_without_javascript_list_and_drawing_remain(open_page):
    page = open_page(DIRECTORY, javascript=False)
    assert page.locator(".card--profile").count() == 12
    link = page.locator(".map__drawing a").first
    assert link.get_attribute("href").startswith("/kopienas/")
    assert page.locator(".map__tools, [data-near-me]").first.is_hidden()
    phone = open_page(DIRECTORY, 390, javascript=False)
    assert phone.locator(".map").is_hidden()
    phone.locator(".split__view--map").click()
    assert phone.locator(".map__drawing").is_visible()
    assert phone.locator(".card--profile").first.is_hidden()
    phone.locator(".split__view--list").click()
    assert phone.locator(".card--profile").first.is_visible()


def test_a_net_that_fails_is_said_in_words(chromium, demo):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(demo.url + ENGLISH)
    page.locator("[data-map][data-drawn]").wait_for()
    page.route("**/map*.json*", lambda route: route.abort())
    page.route("**/map/*.json", lambda route: route.abort())
    page.locator("[data-tool=out]").click()
    page.locator(".map__message:not(.map__message--quiet)", has_text="could not be refreshed").wait_for()
    page.locator(f"{PIN}:not(.map__pin--many)").first.click()
    page.locator(".map__popup", has_text="No more could be loaded").wait_for()
    assert page.locator(".map__popup h3 a").count() == 1
    page.close()
