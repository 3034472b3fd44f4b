"""axe with every rule, best practice included, on every page type, at both ends of the widths."""

import pytest

from tests.browser.conftest import TOOLS
from tests.browser.pages import PAGES


@pytest.fixture(scope="session")
def axe():
    return (TOOLS / "axe-core" / "axe.min.js").read_text()


def violations(page, axe: str) -> list[str]:
    # axe writes style attributes of its own, which the policy refuses and the console tells: not the page's fault.
    page.axe_runs = True
    page.wait_for_load_state()  # a page that has only begun to come has neither a heading nor a main part
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [f"{row['id']}: {row['nodes'][0]['target']} ({len(row['nodes'])})" for row in found]


FOUND = {name: path for name, path in PAGES.items() if not name.startswith("not found")}


@pytest.mark.parametrize("path", FOUND.values(), ids=FOUND.keys())
def test_axe_finds_nothing(read_on, axe, path):
    page = read_on(path, 320)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, axe) == [], f"{path} at {width}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} scrolls sideways at {width}"


@pytest.mark.parametrize("path", ["/nav-tadas-lapas/", "/en/no-such-page/"])
def test_axe_finds_nothing_where_nothing_is(demo, chromium, axe, path):
    # Chromium itself writes the 404 to the console, so this page is opened without the watch on it.
    for width in (320, 1280):
        page = chromium.new_page(viewport={"width": width, "height": 900})
        assert page.goto(demo.url + path).status == 404
        assert violations(page, axe) == []
        page.close()


@pytest.mark.parametrize("path", ["/", "/jaunumi/platforma-ir-atverta/", "/en/search/?q=community"])
def test_largest_text_and_contrast_stay_within_the_width(open_page, axe, path):
    page = open_page(path, 320)
    page.evaluate("document.documentElement.dataset.text = '3'; document.documentElement.dataset.contrast = 'more'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, axe) == []


def test_layout_does_not_shift(open_page):
    page = open_page("/")
    shift = page.evaluate(
        """() => new Promise(done => { let sum = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
            .observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 1500); })"""
    )
    assert shift < 0.02
