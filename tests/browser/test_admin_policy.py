"""The editor under its strict security policy: what Wagtail does by inline script works, nothing is refused."""

import pytest


def edit_address(page) -> str:
    """Address of the editor for an article, from the admin's own interface for scripts."""
    origin = page.url.partition("/admin/")[0]
    answer = page.request.get(f"{origin}/admin/api/main/pages/?slug=platforma-ir-atverta").json()
    return f"/admin/pages/{answer['items'][0]['id']}/edit/"


def pick_day(page, name: str, number: int) -> str:
    page.locator(f"[name={name}]").click()
    page.locator(".xdsoft_datetimepicker:visible td.xdsoft_date").nth(number).click()
    return page.input_value(f"[name={name}]")


def test_inline_panel_takes_a_page(editor):
    page = editor("/admin/settings/home/sitesettings/")
    rows = page.locator("[name=footer_links-TOTAL_FORMS]")
    before = int(rows.input_value())
    page.locator("#id_footer_links-ADD").click()
    assert int(rows.input_value()) == before + 1
    page.locator(f"#id_footer_links-{before}-page-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body a.choose-page").first.click()
    page.wait_for_function(f"document.querySelector('[name=footer_links-{before}-page]').value !== ''")


def test_article_is_edited_dated_and_previewed(editor):
    page = editor("/admin/")
    page = editor(edit_address(page))
    page.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option").nth(1).click()
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    text.type("Sveika, pasaule")
    page.get_by_role("tab").nth(1).click()
    assert pick_day(page, "published_on", 9)
    page.locator("[data-side-panel-toggle=status]").first.click()
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    assert pick_day(page, "expire_at", 30)
    page.keyboard.press("Escape")
    page.locator("[data-side-panel-toggle=preview]").first.click()
    frame = page.frame_locator("iframe[id^='w-preview'], iframe[title]").first
    frame.locator("h1").first.wait_for()


def test_picture_is_chosen_in_a_window(editor):
    page = editor("/admin/")
    page = editor(edit_address(page))
    before = page.input_value("[name=lead_image]")
    page.locator("#id_lead_image-chooser .chosen [data-w-dropdown-target=toggle]").click()
    page.locator("[data-chooser-action-choose]:visible").first.click()
    page.locator(".modal-body").wait_for()
    page.locator(f".modal-body a.image-choice:not([href*='/{before}/'])").first.click()
    page.wait_for_function("before => document.querySelector('[name=lead_image]').value !== before", arg=before)
    assert int(page.input_value("[name=lead_image]"))


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/pages/", "/admin/images/", "/admin/users/", "/admin/outbox/", "/admin/workflows/edit/1/"],
)
def test_screen_opens(editor, path):
    editor(path)
