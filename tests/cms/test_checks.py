import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest
from django.conf import settings

from cms import checks

EMBEDDED = {"ENGINE": "django.contrib.gis.db.backends.spatialite", "NAME": "/srv/nowhere/db.sqlite3"}
POSTGIS = {"ENGINE": "django.contrib.gis.db.backends.postgis", "NAME": "platform"}


def found(messages):
    """Return the ids of the messages; each of them must tell what to do."""
    assert all(message.hint for message in messages)
    return [message.id for message in messages]


@pytest.fixture
def configured(monkeypatch):
    """Show the checks another default database; nothing connects to it."""
    return lambda config: monkeypatch.setattr(settings, "DATABASES", {"default": config})


@pytest.mark.parametrize(
    ("engine", "ids"),
    [
        ("django.contrib.gis.db.backends.postgis", []),
        ("django.contrib.gis.db.backends.spatialite", []),
        ("django.db.backends.postgresql", ["cms.E001"]),
        ("", ["cms.E001"]),
    ],
)
def test_engine_without_maps(configured, engine, ids):
    configured({"ENGINE": engine})

    assert found(checks.database_holds_maps()) == ids


@pytest.mark.parametrize(("library", "ids"), [("mod_nowhere", ["cms.E003"]), ("mod_spatialite", [])])
def test_spatialite_library_that_is_missing(configured, settings, library, ids):
    configured(EMBEDDED)
    settings.SPATIALITE_LIBRARY_PATH = library

    assert found(checks.spatialite_loads()) == ids


def test_python_that_loads_no_extensions(configured, monkeypatch):
    configured(EMBEDDED)
    monkeypatch.setattr(checks.sqlite3, "Connection", object)

    assert found(checks.spatialite_loads()) == ["cms.E002"]


def test_postgis_needs_no_spatialite(configured, monkeypatch):
    configured(POSTGIS)
    monkeypatch.setattr(checks.sqlite3, "Connection", object)

    assert checks.spatialite_loads() == []


def test_folder_that_is_gone(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "gone")

    messages = checks.folders_are_writable()

    assert found(messages) == ["cms.E006"]
    assert str(tmp_path / "gone") in messages[0].msg


def test_folder_that_cannot_be_written(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = str(tmp_path)
    monkeypatch.setattr(checks.os, "access", lambda path, mode: False)  # root may write anywhere

    assert found(checks.folders_are_writable()) == ["cms.E006"]


def test_folder_of_the_embedded_database_is_looked_at(configured):
    configured(EMBEDDED)

    assert checks.folders()["database"] == Path("/srv/nowhere")
    assert found(checks.folders_are_writable()) == ["cms.E006"]


@pytest.mark.parametrize(("free", "ids"), [(3, ["cms.E007"]), (120, ["cms.W007"]), (5000, [])])
def test_disk_that_fills_up(settings, tmp_path, monkeypatch, free, ids):
    settings.MEDIA_ROOT = str(tmp_path)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(0, 0, free * 2**20))

    messages = checks.disk_has_room()

    assert found(messages) == ids
    assert all(f"{free} MB left" in message.msg for message in messages)


@pytest.mark.parametrize(
    ("debug", "key", "ids"),
    [
        (True, "for-development-only-x", []),
        (False, "for-development-only-x", ["cms.E008"]),
        (False, "a-secret-of-our-own", []),
    ],
)
def test_secret_that_everybody_knows(settings, debug, key, ids):
    settings.DEBUG, settings.SECRET_KEY = debug, key

    assert found(checks.secret_is_a_secret()) == ids


def test_development_key_is_the_one_that_is_looked_for():
    assert 'default="for-development-only-' in (settings.BASE_DIR / "cms/settings/dev.py").read_text()


def test_catalogue_that_is_not_compiled(settings, tmp_path):
    folder = tmp_path / "lv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").touch()
    settings.LOCALE_PATHS = [tmp_path]
    assert found(checks.catalogues_are_compiled()) == ["cms.W009"]

    (folder / "django.mo").touch()
    assert checks.catalogues_are_compiled() == []


def manage(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev", **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_database_that_does_not_answer():
    url = "postgis://platform:secret@127.0.0.1:1/platform"

    result = manage("check", "--database", "default", DATABASE_URL=url)

    assert result.returncode == 1
    assert "(cms.E004) The database does not answer" in result.stderr
    assert "secret" not in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["check", "migrate"])
def test_broken_database_url_is_told_in_a_sentence(command):
    result = manage(command, DATABASE_URL="mysql://user:secret@localhost/platform")

    assert result.returncode == 1
    assert "DATABASE_URL begins with mysql://, which holds no maps." in result.stderr
    assert "secret" not in result.stderr
    assert "Traceback" not in result.stderr
