"""What must never be seen on the site (docs/architecture.md), asked of every public page of the demo municipality."""

import datetime
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import polib
import pytest
import time_machine
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.one_engine
MONTH = 30.5
YEAR = 366
CATALOGUE = settings.BASE_DIR / "locale/site/lv/LC_MESSAGES/django.po"
MACHINE = ["/sitemap.xml", "/robots.txt", "/plusmas/jaunumi.atom", "/plusmas/jaunumi.rss", "/en/feeds/news.atom"]
BEYOND_PAGES = ["/meklet/", "/meklet/?q=upe", "/meklet/?q=neka", "/lapas-karte/", "/kur/?place=nekur", "/nav-tadas/"]


@pytest.fixture
def get(answer):
    """The text of today's page."""
    return lambda path: answer(path).content.decode()


@pytest.fixture
def now(demo):
    """The text of a page at the moment that the clock shows."""
    client = Client(HTTP_HOST="localhost")
    return lambda path: client.get(path).content.decode()


@pytest.fixture
def addresses(get):
    """Path of every page in the sitemap, both languages."""
    found = re.findall(r"<loc>([^<]+)</loc>", get("/sitemap.xml"))
    return [urlsplit(url).path for url in found]


def by_language(paths, code):
    return [path for path in paths if path.startswith("/en/") == (code == "en")]


def text_of(soup) -> str:
    """What is read or heard, one space between words."""
    spoken = [
        tag[name] for name in ("aria-label", "alt", "title", "placeholder") for tag in soup.find_all(attrs={name: True})
    ]
    return " ".join(" ".join([soup.get_text(" "), *spoken]).split())


@dataclass(frozen=True)
class Read:
    """All words of a page, those that are not marked as Latvian, and the address of the other language."""

    text: str
    own: str
    switch: str | None


def read_page(html: str, language: str) -> Read:
    soup = BeautifulSoup(html, "html.parser")
    link = soup.find("a", hreflang={"lv": "en", "en": "lv"}[language])
    text, switch = text_of(soup), link["href"] if link else None
    if language == "lv":
        return Read(text, text, switch)
    for marked in soup.find_all(lang="lv"):  # the link to the Latvian page too
        marked.decompose()
    return Read(text, text_of(soup), switch)


@pytest.fixture(scope="module")
def _read():
    return {}


@pytest.fixture
def read(get, _read):
    """Today's page as people have it; taken apart once for the whole file."""

    def page(path) -> Read:
        if path not in _read:
            _read[path] = read_page(get(path), "en" if path.startswith("/en/") else "lv")
        return _read[path]

    return page


# --- 1. nothing past leads, whatever the day


@pytest.mark.parametrize("path", ["/", "/en/"])
@pytest.mark.parametrize("months", [1, 6, 18])
def test_old_news_never_stands_on_the_home_page(now, path, months):
    later = timezone.now() + datetime.timedelta(days=months * MONTH)
    with time_machine.travel(later, tick=False):
        soup = BeautifulSoup(now(path), "html.parser")
    days = [datetime.date.fromisoformat(tag["datetime"][:10]) for tag in soup.main.find_all("time")]
    assert [day for day in days if (later.date() - day).days > YEAR] == []
    assert (len(days) > 0) == (months < 12)


@pytest.mark.parametrize("months", [0, 1, 6, 18])
def test_every_heading_of_the_home_page_has_something_beneath(now, months):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=months * MONTH), tick=False):
        soup = BeautifulSoup(now("/"), "html.parser")
    for section in soup.main.find_all("section"):
        heading = section.find(["h1", "h2"])
        assert len(section.get_text(strip=True)) > len(heading.get_text(strip=True)) + 20, heading


@pytest.mark.parametrize("months", [6, 18])
def test_pages_stand_whatever_the_day(addresses, months):
    client = Client(HTTP_HOST="localhost")
    with time_machine.travel(timezone.now() + datetime.timedelta(days=months * MONTH), tick=False):
        assert {path: code for path in addresses if (code := client.get(path).status_code) != 200} == {}


# --- 2. one language at a time


def phrases():
    """(English, Latvian) of every text of ours that is long enough to be told from a name."""
    for entry in polib.pofile(str(CATALOGUE)):
        plain = not re.search(r"%\(|%s|\{|<", entry.msgid)
        if entry.msgstr and plain and len(entry.msgid.split()) > 1 and len(entry.msgstr.split()) > 1:
            yield entry.msgid, entry.msgstr


def has_phrase(text: str, phrase: str) -> bool:
    return phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def test_no_english_in_latvian_pages(read, addresses):
    pages = {path: read(path).text for path in [*by_language(addresses, "lv"), *BEYOND_PAGES]}
    assert any(has_phrase(text, latvian) for _english, latvian in phrases() for text in pages.values())
    found = {
        (path, english) for english, latvian in phrases() for path, text in pages.items() if has_phrase(text, english)
    }
    assert found == set()


def test_no_latvian_in_english_pages(read, addresses):
    pages = {path: read(path).own for path in by_language(addresses, "en")}
    assert any(has_phrase(text, english) for english, _latvian in phrases() for text in pages.values())
    found = {
        (path, latvian) for english, latvian in phrases() for path, text in pages.items() if has_phrase(text, latvian)
    }
    assert found == set()


def test_language_of_a_page_is_said(get, addresses):
    for path in addresses:
        assert f'<html lang="{"en" if path.startswith("/en/") else "lv"}"' in get(path), path


# --- 4. nothing leads to nothing, no filler


def test_no_filler(read, addresses):
    filler = re.compile(r"\b[Ll]orem\b|\bTODO\b|\bTest\b|\bNone\b|\bTrue\b|\{\{|\{%")
    texts = {path: read(path).text for path in addresses}
    assert {path: found.group() for path, text in texts.items() if (found := filler.search(text))} == {}


# --- 6. addresses are the site's own


def test_no_address_of_a_developer_leaves(get, addresses):
    bad = re.compile(
        r"https?://(localhost|127\.|0\.0|[\w.-]*example\.(com|org|net))|http://(?!www\.(w3|sitemaps)\.org)"
    )
    for path in [*addresses, *MACHINE]:
        found = bad.search(get(path))
        assert found is None, (path, found.group())


# --- 7. the other language of a page is that page


def test_language_switch_stays(get, read, addresses):
    for path in addresses:
        other = "en" if not path.startswith("/en/") else "lv"
        switch = read(path).switch
        assert switch is not None, path
        assert (urlsplit(switch).path in {"/", "/en/"}) == (path in {"/", "/en/"}), path
        assert f'<html lang="{other}"' in get(switch), path
