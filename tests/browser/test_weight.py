"""What a cold visit costs the reader's line, pictures apart: pages by gzip, files by Brotli, as a public site sends them."""

import gzip
import re

import brotli
import pytest

from tests.browser.test_map import open_map, settle  # noqa: F401 # a fixture

HOME, FIRST_MAP, PAN = 60_000, 100_000, 4_000  # bytes
DRAWING = re.compile(rb'<svg class="map__drawing".*?</svg>', re.DOTALL)


def size(answer) -> int:
    """Compressed; the ground of the map apart, in the page and in its file."""
    if "/static/" in answer.url:
        return len(brotli.compress(answer.body()))
    return len(gzip.compress(DRAWING.sub(b"", answer.body()), 6))


def is_counted(answer) -> bool:
    is_ground = "ground" in answer.url and answer.request.resource_type == "fetch"
    return answer.status == 200 and answer.request.resource_type != "image" and not is_ground


@pytest.fixture
def weighed(chromium, demo, monkeypatch):
    """``weighed(page)``: bytes of everything that came for it until now and is no picture, by address."""
    kept = {}

    def watch(page):
        page.on("response", lambda answer: kept.setdefault(page, []).append(answer))

    def total(page):
        page.wait_for_load_state("networkidle")
        answers = [answer for answer in kept.pop(page, []) if is_counted(answer)]
        return {answer.url.removeprefix(demo.url): size(answer) for answer in answers}

    new_context = chromium.new_context

    def watched(**options):
        context = new_context(**options)
        context.on("page", watch)
        return context

    monkeypatch.setattr(chromium, "new_context", watched)
    return total


@pytest.mark.parametrize(("path", "width"), [("/", 390), ("/", 1280), ("/en/", 390)])
def test_home_is_light(open_page, weighed, path, width):
    page = open_page(path, width)
    found = weighed(page)
    print(f"home {path} at {width}: {sum(found.values()):,} bytes in {len(found)}")
    assert path in found and len(found) > 2
    assert sum(found.values()) <= HOME, found


def test_map_of_a_phone_is_light(open_map, weighed):  # noqa: F811
    page = open_map(width=390, has_touch=True)
    settle(page)
    found = weighed(page)
    print(f"first map: {sum(found.values()):,} bytes in {len(found)}")
    assert any("leaflet" in url for url in found)
    assert sum(found.values()) <= FIRST_MAP, found
    # Then each pan asks for what is in view, and for nothing else but tiles.
    for _ in range(3):
        page.evaluate("document.querySelector('[data-map]').map.map.panBy([220, 140])")
        settle(page)
        found = weighed(page)
        print(f"pan: {found}")
        assert found and sum(found.values()) <= PAN, found
