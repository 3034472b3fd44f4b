"""Every text we wrote is translated, every text our editors meet is, and each translation would survive being used."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import ngettext, override
from django.utils.translation.trans_real import DjangoTranslation
from wagtail.users.models import UserProfile

SITE = settings.BASE_DIR / "locale" / "site"
ADMIN = settings.BASE_DIR / "locale" / "admin"
CATALOGUES = sorted((settings.BASE_DIR / "locale").glob("*/*/LC_MESSAGES/*.po"))
# What our editors meet. Not: the search promotions, forms and styleguide of Wagtail, which are not installed.
MET_BY_EDITORS = (
    "wagtail", "wagtail.admin", "wagtail.images", "wagtail.documents", "wagtail.users", "wagtail.snippets",
    "wagtail.search", "wagtail.sites", "wagtail.embeds", "wagtail.contrib.redirects", "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block", "wagtail_localize", "wagtail_localize.locales", "allauth", "taggit",
)  # fmt: skip
needs_gettext = pytest.mark.skipif(not shutil.which("msgfmt"), reason="make check and make test install gettext")


def names(path):
    return str(path.relative_to(settings.BASE_DIR / "locale"))


def entries(path):
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete] if path.exists() else []


def key(entry):
    return entry.msgctxt, entry.msgid


def folder(package, language):
    return Path(find_spec(package).origin).parent / "locale" / language / "LC_MESSAGES"


def test_each_language_but_english_has_a_catalogue():
    expected = {code for code, _ in settings.LANGUAGES} - {"en"}

    assert {path.parent.parent.name for path in SITE.glob("*/LC_MESSAGES/django.po")} == expected


@pytest.mark.parametrize("path", CATALOGUES, ids=names)
def test_catalogue_is_complete(path):
    catalogue = polib.pofile(str(path))

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@needs_gettext
@pytest.mark.parametrize("path", CATALOGUES, ids=names)
def test_catalogue_is_sound(path):
    """Same placeholders, plural forms and line ends as the original."""
    result = subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], capture_output=True, text=True)

    assert result.returncode == 0, result.stderr


@needs_gettext
def test_catalogue_has_every_text_of_the_source(tmp_path):
    for app in ("cms", "news", "events", "directory", "home", "templates"):
        (tmp_path / app).symlink_to(settings.BASE_DIR / app)
    (tmp_path / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "lv", "--symlinks", "--verbosity", "0"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        check=True,
    )

    source = {key(entry) for entry in entries(tmp_path / "locale/lv/LC_MESSAGES/django.po")}
    assert len(source) > 100
    assert source - {key(entry) for entry in entries(SITE / "lv/LC_MESSAGES/django.po")} == set()


@pytest.mark.parametrize("domain,at_least", [("django", 1600), ("djangojs", 120)])
def test_every_text_that_editors_meet_is_in_latvian(domain, at_least):
    english = {key(entry) for package in MET_BY_EDITORS for entry in entries(folder(package, "en") / f"{domain}.po")}
    latvian = {
        key(entry)
        for path in (*(folder(package, "lv") for package in MET_BY_EDITORS), ADMIN / "lv/LC_MESSAGES")
        for entry in entries(path / f"{domain}.po")
        if entry.translated()
    }

    assert len(english) > at_least
    assert english - latvian == set()


def test_plural_forms_of_others_are_ours():
    """The Latvian plurals of Wagtail and Django stand in another order than the formula in their headers asks for."""
    ours = {key(entry) for path in ADMIN.glob("lv/LC_MESSAGES/*.po") for entry in entries(path)}
    packages = {config.name for config in apps.get_app_configs()} | {"django.conf"}

    theirs = {
        key(entry)
        for package in packages - {"allauth"}  # whose order is right
        for path in folder(package, "lv").glob("*.po")
        for entry in entries(path)
        if entry.msgid_plural
    }

    assert len(theirs) > 15
    assert theirs - ours == set()


def test_a_text_says_the_same_in_both_of_our_catalogues():
    """One domain for all: where both have a text, the site's wins, on the admin's screens too."""
    admin = {key(entry): entry.msgstr for entry in entries(ADMIN / "lv/LC_MESSAGES/django.po")}
    site = {key(entry): entry.msgstr for entry in entries(SITE / "lv/LC_MESSAGES/django.po")}

    assert {text: (site[text], admin[text]) for text in site.keys() & admin.keys() if site[text] != admin[text]} == {}


@pytest.mark.parametrize(
    "number,found,minutes",
    [
        (0, "Atrastas 0 lapas", "0 minūšu lasīšanai"),
        (1, "Atrasta 1 lapa", "1 minūte lasīšanai"),
        (2, "Atrastas 2 lapas", "2 minūtes lasīšanai"),
        (11, "Atrastas 11 lapas", "11 minūtes lasīšanai"),
        (21, "Atrasta 21 lapa", "21 minūte lasīšanai"),
        (101, "Atrasta 101 lapa", "101 minūte lasīšanai"),
        (111, "Atrastas 111 lapas", "111 minūtes lasīšanai"),
    ],
)
def test_numbers_speak_latvian(number, found, minutes):
    with override("lv"):
        assert ngettext("%(n)s page found", "%(n)s pages found", number) % {"n": number} == found
        assert ngettext("%(n)s minute to read", "%(n)s minutes to read", number) % {"n": number} == minutes


COUNTED = re.compile(r"%\((n|count|number|people|days|hours|minutes|seats|places|left|rows|lines)\)[sd] (?!of\b)[a-z]")


def test_what_is_counted_has_its_plural():
    """“1 people”, “21 cilvēki”: what nobody sees until there is one. Limits (``most``) are never one."""
    found = [entry.msgid for entry in entries(SITE / "lv/LC_MESSAGES/django.po") if not entry.msgid_plural]
    assert [text for text in found if COUNTED.search(text)] == []


@pytest.mark.parametrize("number,size", [(0, "0 baitu"), (1, "1 baits"), (2, "2 baiti"), (21, "21 baits")])
def test_numbers_of_django_speak_latvian(number, size):
    with override("lv"):
        assert ngettext("%(size)d byte", "%(size)d bytes", number) % {"size": number} == size


def test_just_now_is_recognised():
    """Wagtail compares what Django says for nothing with its own “0 minutes”."""
    now = timezone.now()
    with override("lv"):
        own = DjangoTranslation("lv").gettext("0 minutes")
        assert timesince(now, now).replace("\xa0", " ") == own


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name,text,expected",
    [
        ("wagtailadmin_javascript_catalog", "Save error", "Saglabāt neizdevās"),
        ("wagtailadmin_javascript_catalog", "Dashboard", "Darba galds"),  # ours wins over Wagtail's own
        ("wagtail_localize:javascript_catalog", "Not translated", "Nav tulkots"),
    ],
)
def test_scripts_of_the_admin_have_our_words(client, name, text, expected):
    user = get_user_model().objects.create_superuser("vadiba@platforma.test", "parole")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "lv"
    profile.save()
    client.force_login(user)

    script = client.get(reverse(name), HTTP_ACCEPT_LANGUAGE="lv").content.decode()

    catalogue = json.loads(re.search(r"newcatalog = (\{.*?\});\n", script, re.DOTALL)[1])
    assert catalogue[text] == expected
