"""Ten tasks without a mouse."""

import re

import pytest


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def focus_text(page) -> str:
    return page.evaluate("(document.activeElement.innerText || document.activeElement.value || '').trim()")


def tab_to(page, selector: str, most: int = 80):
    """Tab until what matches ``selector`` has the focus; fails when it cannot be reached."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached by Tab")


def test_skip_to_content(open_page):
    page = open_page("/")
    press(page, "Tab", "Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_open_a_section_from_the_menu(open_page):
    page = open_page("/")
    tab_to(page, ".menu__link[href='/jaunumi/']")
    press(page, "Enter")
    page.wait_for_url("**/jaunumi/")


def test_open_and_close_a_drop_down(open_page):
    page = open_page("/")
    tab_to(page, ".menu__toggle")
    press(page, "Enter")
    assert page.locator(".menu__sub").first.is_visible()
    press(page, "Escape")
    assert not page.locator(".menu__sub").first.is_visible()


def test_open_the_menu_on_a_phone(open_page):
    page = open_page("/", 390)
    tab_to(page, ".menu-button")
    press(page, "Enter")
    assert page.locator("#menu").is_visible()
    press(page, "Escape")
    assert not page.locator("#menu").is_visible()


def test_say_where_one_lives(open_page):
    page = open_page("/")
    tab_to(page, "input[name=place]")
    page.keyboard.type("kekava")
    press(page, "Enter")
    page.wait_for_url(re.compile(r"/kopienas/apdzivotas-vietas/kekava/"))
    assert page.locator("main article").count() >= 1


def test_search_with_suggestions(open_page):
    page = open_page("/")
    tab_to(page, "input[name=q]")
    page.keyboard.type("platf")
    page.wait_for_selector("[role=option]")
    press(page, "ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 1
    press(page, "Enter")
    page.wait_for_url(lambda url: "/meklet/" not in url and url.rstrip("/").count("/") > 3)


def test_narrow_the_news(open_page):
    page = open_page("/jaunumi/")
    tab_to(page, ".filter-bar summary")
    press(page, "Enter")
    tab_to(page, ".filter-bar a[href*='?']")
    press(page, "Enter")
    page.wait_for_url(re.compile(r"/jaunumi/\?\w+="))


def test_switch_the_language_and_stay(open_page):
    page = open_page("/jaunumi/?category=padome")
    tab_to(page, "a[hreflang=en]")
    press(page, "Enter")
    page.wait_for_url("**/en/news/?category=padome")


def test_larger_text_is_remembered(open_page, demo):
    page = open_page("/")
    tab_to(page, "#text-1, [name=reading-text]")
    press(page, "ArrowRight", "ArrowRight")
    assert page.evaluate("document.documentElement.dataset.text") == "3"
    page.goto(demo.url + "/jaunumi/")
    assert page.evaluate("document.documentElement.dataset.text") == "3"


def test_open_questions_and_answers(open_page):
    page = open_page("/jaunumi/septini-jautajumi-par-pirmo-projektu/")
    tab_to(page, "main summary")
    press(page, "Enter")
    assert page.locator("main details[open]").count() == 1


def test_sign_in(open_page, demo):
    page = open_page("/ieiet/")
    address, password = demo.accounts["editor"]
    tab_to(page, "#password summary")
    press(page, "Enter")
    tab_to(page, "#password input[type=email]")
    page.keyboard.type(address)
    tab_to(page, "input[type=password]")
    page.keyboard.type(password)
    press(page, "Enter")
    page.wait_for_url("**/admin/**")
    assert page.locator(".tasks__button").count() >= 2


@pytest.mark.parametrize("path", ["/", "/jaunumi/", "/meklet/?q=kopienas", "/jaunumi/platforma-ir-atverta/"])
def test_everything_stands_without_javascript(open_page, path):
    page = open_page(path, 390, javascript=False)
    assert page.locator("h1").count() == 1
    page.locator(".menu-button").click()
    assert page.locator("#menu .menu__link").first.is_visible()
