"""What keeps the site from working, told at start-up with an id and a hint. Listed in docs/operations.md."""

import os
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connections

FULL_MB = 50
NEARLY_FULL_MB = 500
SPATIALITE_NAMES = ["mod_spatialite.so", "mod_spatialite"]
POSTGIS_HINT = (
    "Have a superuser of PostgreSQL run, in this database: CREATE EXTENSION postgis; "
    "the software is Debian's package postgresql-postgis."
)


def engine() -> str:
    """``postgis``, ``spatialite``, or whatever else stands in the settings."""
    return settings.DATABASES["default"].get("ENGINE", "").rpartition(".")[2]


@checks.register
def database_holds_maps(**kwargs):
    if engine() in ("postgis", "spatialite"):
        return []
    return [
        checks.Error(
            "The database engine cannot hold maps.",
            hint="Set DATABASE_URL to postgis://… or spatialite:////…, or leave it unset for the embedded database.",
            id="cms.E001",
        )
    ]


@checks.register
def spatialite_loads(**kwargs):
    """Debian's own Python can load extensions; Pythons of version managers are often built without."""
    if engine() != "spatialite":
        return []
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        return [
            checks.Error(
                "This Python's sqlite3 cannot load extensions, so there is no SpatiaLite.",
                hint="Make the environment with the distribution's Python: rm -r .venv && make run. Or use PostGIS.",
                id="cms.E002",
            )
        ]
    names = (
        [settings.SPATIALITE_LIBRARY_PATH] if getattr(settings, "SPATIALITE_LIBRARY_PATH", None) else SPATIALITE_NAMES
    )
    if any(loads(name) for name in names):
        return []
    return [
        checks.Error(
            f"SpatiaLite was not found (looked for {', '.join(names)}).",
            hint="On Debian and Ubuntu: apt-get install libsqlite3-mod-spatialite",
            id="cms.E003",
        )
    ]


def loads(extension: str) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        connection.enable_load_extension(True)
        connection.load_extension(extension)
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


@checks.register(checks.Tags.database)
def database_answers(databases=None, **kwargs):
    """Runs before migrations and with ``check --database default``."""
    if "default" not in (databases or ()) or engine() != "postgis":
        return []
    connection = connections["default"]
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT installed_version FROM pg_available_extensions WHERE name = 'postgis'")
            row = cursor.fetchone()
            cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
            superuser = cursor.fetchone()[0]
    except DatabaseError as error:
        return [
            checks.Error(
                f"The database does not answer: {str(error).strip()}",
                hint="Look at DATABASE_URL, and whether PostgreSQL is running there.",
                id="cms.E004",
            )
        ]
    if row is None or (row[0] is None and not superuser):
        return [checks.Error("The database has no PostGIS.", hint=POSTGIS_HINT, id="cms.E005")]
    return []


def folders() -> dict[str, Path]:
    """Where the running site writes, by what it writes there."""
    found = {}
    if settings.STORAGES["default"]["BACKEND"].endswith("FileSystemStorage"):
        found["media"] = Path(settings.MEDIA_ROOT)
    name = str(settings.DATABASES["default"].get("NAME") or "")
    if engine() == "spatialite" and "memory" not in name:
        found["database"] = Path(name).parent
    return found


@checks.register
def folders_are_writable(**kwargs):
    return [
        checks.Error(
            f"The folder for {what} cannot be written: {folder}",
            hint=f"Make it, and give it to the user the site runs as: install -d -o USER {folder}",
            id="cms.E006",
        )
        for what, folder in folders().items()
        if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK))
    ]


@checks.register
def disk_has_room(**kwargs):
    found = []
    for what, folder in folders().items():
        if not folder.is_dir():
            continue
        free = shutil.disk_usage(folder).free // 2**20
        message = f"The disk for {what} has {free} MB left: {folder}"
        hint = "Make room, or move the folder to a larger disk; uploads and pictures are lost when it is full."
        if free < FULL_MB:
            found.append(checks.Error(message, hint=hint, id="cms.E007"))
        elif free < NEARLY_FULL_MB:
            found.append(checks.Warning(message, hint=hint, id="cms.W007"))
    return found


@checks.register
def secret_is_a_secret(**kwargs):
    if settings.DEBUG or not settings.SECRET_KEY.startswith("for-development-only"):
        return []
    return [
        checks.Error(
            "The site runs without DEBUG on the secret key that everybody can read in its source.",
            hint="Set DJANGO_SETTINGS_MODULE=cms.settings.production and SECRET_KEY.",
            id="cms.E008",
        )
    ]


@checks.register
def catalogues_are_compiled(**kwargs):
    sources = [source for path in settings.LOCALE_PATHS for source in Path(path).glob("*/LC_MESSAGES/*.po")]
    missing = [source for source in sources if not source.with_suffix(".mo").exists()]
    if not missing:
        return []
    return [
        checks.Warning(
            f"{len(missing)} message catalogues are not compiled: the site would speak English where it is translated.",
            hint="make build, or: python .ci/compile_messages.py",
            id="cms.W009",
        )
    ]
