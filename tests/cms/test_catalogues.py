"""Every text we wrote is translated, and every translation would survive being used."""

import os
import shutil
import subprocess
import sys

import polib
import pytest
from django.conf import settings

SITE = settings.BASE_DIR / "locale" / "site"
CATALOGUES = sorted((settings.BASE_DIR / "locale").glob("*/*/LC_MESSAGES/*.po"))
needs_gettext = pytest.mark.skipif(not shutil.which("msgfmt"), reason="make check and make test install gettext")


def names(path):
    return str(path.relative_to(settings.BASE_DIR / "locale"))


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
    for folder in ("cms", "news", "directory", "home", "templates"):
        (tmp_path / folder).symlink_to(settings.BASE_DIR / folder)
    (tmp_path / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "lv", "--symlinks", "--verbosity", "0"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        check=True,
    )

    def texts(path):
        return {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path)) if not entry.obsolete}

    source = texts(tmp_path / "locale/lv/LC_MESSAGES/django.po")
    assert len(source) > 100
    assert source - texts(SITE / "lv/LC_MESSAGES/django.po") == set()
