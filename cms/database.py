"""Read DATABASE_URL, and say in one sentence what is wrong with it."""

import environ
from django.core.exceptions import ImproperlyConfigured

ENGINES = {
    "postgis": "django.contrib.gis.db.backends.postgis",
    "spatialite": "django.contrib.gis.db.backends.spatialite",
}
EXAMPLES = "postgis://user:password@localhost:5432/platform or spatialite:////srv/platform/db.sqlite3"


def from_url(url: str) -> dict:
    """Return Django's settings of the database at ``url``.

    Raises:
        ImproperlyConfigured: with a hint, and never with the address itself, which may hold a password.
    """
    scheme, colon, rest = url.strip().partition("://")
    if not colon or not rest:
        raise ImproperlyConfigured(f"DATABASE_URL is no address. Examples: {EXAMPLES}")
    if scheme not in ENGINES:
        raise ImproperlyConfigured(f"DATABASE_URL begins with {scheme}://, which holds no maps. Examples: {EXAMPLES}")
    if "#" in rest:
        raise ImproperlyConfigured("DATABASE_URL holds a '#'. Write special characters of a password in percent: %23")
    try:
        config = dict(environ.Env.db_url_config(url.strip()))
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: the port is a number, and special characters of a password are written in "
            f"percent (@ is %40, / is %2F, : is %3A). Examples: {EXAMPLES}"
        ) from error
    if not config.get("NAME"):
        raise ImproperlyConfigured(f"DATABASE_URL names no database. Examples: {EXAMPLES}")
    return config | {"ENGINE": ENGINES[scheme]}
