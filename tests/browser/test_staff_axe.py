"""axe over what we ourselves show to staff: dates and people, imports, the line for an embed. Wide and on a phone."""

import re

from tests.browser.test_accessibility import axe  # noqa: F401 # a fixture

# What stands within the frame of the admin is ours; its menu and its header are Wagtail's.
OURS = "axe.run(document.querySelector('main'), {resultTypes: ['violations']}).then(result => result.violations)"
WIDTHS = (390, 1280)
FIXED = [
    "/admin/events/",
    "/admin/imports/",
    "/admin/imports/new/",
    "/admin/imports/register/",
    "/admin/directory/embed/",
]


def violations(page, script: str) -> list[str]:
    page.wait_for_load_state()
    page.evaluate(script)
    return [f"{row['id']}: {row['nodes'][0]['target']} ({len(row['nodes'])})" for row in page.evaluate(OURS)]


def dates_of(page) -> list[str]:
    """Addresses of the dates that the overview shows."""
    links = page.eval_on_selector_all("main a[href*='/admin/events/']", "links => links.map(link => link.pathname)")
    return sorted({link for link in links if re.fullmatch(r"/admin/events/\d+/", link)})


def test_axe_finds_nothing_on_the_screens_of_staff(editor, axe):  # noqa: F811
    page = editor("/admin/events/")
    page.pastes = True  # axe styles the page, which the policy refuses: not the screen's fault
    date = dates_of(page)[0]
    own = [date + tail for tail in ("", "people/", "check-in/", "sheet/", "message/", "status/cancel/")]
    for path in FIXED + own:
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        page = editor(path) if not path.endswith("sheet/") else page
        if path.endswith("sheet/"):
            page.goto(page.url.partition("/admin/")[0] + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page, axe) == [], f"{path} at {width}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} scrolls sideways at {width}"
