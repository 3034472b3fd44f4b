"""No English on the screens our editors use: every word on them is a word of our Latvian catalogues."""

import functools
import json
import re
from pathlib import Path

import pytest
import wagtail
from bs4 import BeautifulSoup
from bs4.element import PreformattedString
from django.utils.translation import trans_real
from wagtail.users.models import UserProfile

from tests.cms.admin_screens import answers, busy_desk, screens
from tests.cms.admin_screens_of_dates import busy_calendar, dated_answers, dated_screens
from tests.cms.admin_screens_of_excursions import busy_excursions, excursion_answers, excursion_screens
from tests.cms.admin_screens_of_waiting import busy_queue, waiting_answers, waiting_screens
from tests.factories.shared import fresh

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_engine,
    # Wagtail leaves the file of a fresh rendition open.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "data-w-tooltip-content-value", "data-w-dialog-title")
NOT_SHOWN = {
    "_type", "className", "classname", "icon", "icon_name", "name", "url", "formAttrs", "attrs", "id", "type",
    "method", "CSRF_TOKEN", "CSRF_HEADER_NAME",
}  # fmt: skip
# Names, formats and keys are the same in every language; so are two words; the last rows are what the fixture wrote.
NEUTRAL = {
    "wagtail", "api", "url", "csv", "tsv", "xlsx", "atom", "rss", "facebook", "youtube", "vimeo", "jpeg", "jpg", "gif",
    "png", "webp", "avif", "heic", "heif", "svg", "pdf", "docx", "odt", "ods", "pptx", "txt", "zip", "gpx", "geojson",
    "kml", "html", "utc", "ctrl", "shift", "alt", "esc", "tab", "enter", "english", "nvo", "video", "licence",
    "root", "platforma", "redakcija", "test", "upe", "upes", "nolikums", "nolikuma", "daba", "parskats", "fonds",
    "kopienas", "vakars", "taka", "tilta", "xyzzy",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")
LATVIAN = re.compile("[āčēģīķļņšūž]")
NOT_WORDS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]*>|&\w+;")
ADDRESS = re.compile(r"(https?://|www\.|/)\S+|\S+@\S+|\b\w+\.\w+\b|“[^”]*”")


@functools.cache
def latvian_words():
    """Every word of every Latvian text, without what stands in it for values, tags and addresses."""
    catalogue = trans_real.translation("lv")._catalog
    words = set()
    for key in catalogue.keys():
        source = (key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2]
        if source and catalogue[key] != source:
            words.update(WORD.findall(ADDRESS.sub(" ", NOT_WORDS.sub(" ", catalogue[key])).lower()))
    return words


def texts(html):
    """What a person may read or hear: text, speaking attributes, and the strings handed to scripts as data."""
    soup = BeautifulSoup(html, "html.parser")
    found = set()

    def data(value):
        if isinstance(value, dict):
            for name, item in value.items():
                if name not in NOT_SHOWN:
                    data(item)
        elif isinstance(value, list):
            for item in value:
                data(item)
        elif isinstance(value, str) and "<" in value and ">" in value:
            found.update(texts(value))
        elif (
            isinstance(value, str)
            and not value.startswith(("w-", "{"))
            and not value.endswith(("Panel", "Interface", "ObjectList"))
            and (" " in value.strip() or value[:1].isupper())
        ):
            found.add(value.strip())

    for script in soup(["script", "style"]):
        if script.get("type") == "application/json":
            data(json.loads(script.string))
        script.extract()
    for hidden in soup.select("code, svg, textarea, [data-side-panel-toggle-counter], select[name$=time_zone]"):
        hidden.extract()
    for node in soup.find_all(string=True):
        if not isinstance(node, PreformattedString):
            found.add(" ".join(node.split()))
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            if not isinstance(value, str):
                continue
            if name in ATTRIBUTES or (
                name == "value" and tag.get("type") in ("submit", "button") and tag.name == "input"
            ):
                found.add(" ".join(value.split()))
            elif name.startswith("data-") and value[:1] in "[{":
                try:
                    data(json.loads(value))
                except ValueError:
                    continue
    return found


@functools.cache
def english(text):
    words = {
        word for word in WORD.findall(ADDRESS.sub(" ", NOT_WORDS.sub(" ", text)).lower()) if not LATVIAN.search(word)
    }
    return words - latvian_words() - NEUTRAL


@pytest.fixture(scope="module")
def _desk(site_of_file):
    return busy_desk(site_of_file)


@pytest.fixture
def desk(_desk, db):
    return fresh(_desk)


@pytest.fixture
def dated_desk(desk, site):
    busy_calendar(desk, site.home)
    return desk


@pytest.fixture
def editor(desk, client):
    """A browser in which somebody works in Latvian."""
    profile = UserProfile.get_for_user(desk.user)
    profile.preferred_language = "lv"
    profile.save()
    client.force_login(desk.user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "lv"
    return client


def read(response):
    text = response.content.decode()
    return json.loads(text).get("html", "") if response["Content-Type"].startswith("application/json") else text


def english_on(response):
    return {text: sorted(english(text)) for text in texts(read(response)) if english(text)}


def assert_latvian_on(editor, screens):
    left = {}
    for name, address in screens:
        response = editor.get(address, follow=True)
        assert response.status_code in (200, 404), name
        left[name] = english_on(response)

    assert {name: found for name, found in left.items() if found} == {}


def assert_latvian_in(editor, answers):
    left = {}
    for name, address, sent in answers:
        response = editor.post(address, sent, follow=True)
        assert response.status_code in (200, 422), name
        left[name] = english_on(response)

    assert {name: found for name, found in left.items() if found} == {}


def test_no_english_on_the_screens_of_editors(desk, editor):
    assert_latvian_on(editor, screens(desk))


def test_no_english_on_the_screens_of_places_and_dates(dated_desk, editor):
    assert_latvian_on(editor, dated_screens(dated_desk))


def test_no_english_in_what_the_admin_answers(desk, editor):
    assert_latvian_in(editor, answers(desk))


def test_no_english_in_what_is_answered_about_dates(dated_desk, editor):
    assert_latvian_in(editor, dated_answers(dated_desk))


def test_no_english_on_the_screens_of_excursions(desk, site, editor):
    busy_excursions(desk, site.home)
    assert_latvian_on(editor, excursion_screens(desk))
    assert_latvian_in(editor, excursion_answers(desk))


def test_no_english_in_the_queue(desk, editor, site):
    busy_queue(desk, site.home)
    assert_latvian_on(editor, waiting_screens(desk))
    assert_latvian_in(editor, waiting_answers(desk))


# Wagtail's templates that hold an English word outside its catalogues, with the word and what stands there instead.
WORDS_IN_TEMPLATES = {
    "admin/templates/wagtailadmin/home.html": {'value="Search"': "value=\"{% trans 'Search' %}\""},
    "admin/templates/wagtailadmin/shared/header.html": {'value="Search"': "value=\"{% trans 'Search' %}\""},
    "admin/templates/wagtailadmin/shared/headers/_actions.html": {
        "{# Actions divider #}": "{% load i18n %}{# Actions divider #}",
        'aria-label="Actions"': "aria-label=\"{% trans 'Actions' %}\"",
    },
    "admin/templates/wagtailadmin/tables/boolean_cell.html": {"value|stringformat:'s'": "value|yesno"},
    "users/templates/wagtailusers/groups/includes/formatted_permissions.html": {
        "{{ content_perms_dict.add.perm.name }}": '{% trans "Add" %}: {{ content_perms_dict.object }}',
        "{{ content_perms_dict.change.perm.name }}": '{% trans "Change" %}: {{ content_perms_dict.object }}',
        "{{ content_perms_dict.delete.perm.name }}": '{% trans "Delete" %}: {{ content_perms_dict.object }}',
    },
}


@pytest.mark.parametrize("path", WORDS_IN_TEMPLATES)
def test_templates_differ_from_wagtails_in_their_words_alone(path, settings):
    """An upgrade of Wagtail that changes one of them is seen here: copy it anew, replace the words again."""
    expected = (Path(wagtail.__file__).parent / path).read_text()
    for english_, ours in WORDS_IN_TEMPLATES[path].items():
        assert english_ in expected
        expected = expected.replace(english_, ours)

    assert (settings.BASE_DIR / "cms/templates" / path.partition("templates/")[2]).read_text() == expected
