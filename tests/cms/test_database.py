import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from cms.database import from_url


def test_postgis_address():
    config = from_url("postgis://anna:p%40ss@db.example.org:5433/platform")

    assert config["ENGINE"] == "django.contrib.gis.db.backends.postgis"
    assert (config["USER"], config["PASSWORD"], config["NAME"]) == ("anna", "p@ss", "platform")
    assert (config["HOST"], config["PORT"]) == ("db.example.org", 5433)


def test_socket_address():
    config = from_url("postgis://anna@//run/postgresql/platform")

    assert (config["HOST"], config["NAME"]) == ("/run/postgresql", "platform")


def test_embedded_address():
    config = from_url("spatialite:////srv/platform/db.sqlite3")

    assert config["ENGINE"] == "django.contrib.gis.db.backends.spatialite"
    assert config["NAME"] == "/srv/platform/db.sqlite3"


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("", "is no address"),
        ("platform", "is no address"),
        ("postgis://", "is no address"),
        ("postgis:anna:secret@localhost/platform", "is no address"),
        ("postgres://anna:secret@localhost/platform", "begins with postgres://, which holds no maps"),
        ("sqlite:///db.sqlite3", "begins with sqlite://"),
        ("postgis://anna:sec#ret@localhost/platform", "%23"),
        ("postgis://anna:secret@localhost:port/platform", "the port is a number"),
        ("postgis://anna:secret@localhost:99999/platform", "the port is a number"),
        ("postgis://anna:secret@localhost", "names no database"),
        ("postgis://anna:secret@localhost/", "names no database"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_broken_address_is_told_without_its_password(url, hint):
    with pytest.raises(ImproperlyConfigured) as error:
        from_url(url)

    assert hint in str(error.value)
    assert "secret" not in str(error.value)
    assert "anna" not in str(error.value)


def test_postgresql_does_not_compile_its_queries(db):
    """For two seconds, at each new version of the content."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW jit")
            assert cursor.fetchone() == ("off",)


@pytest.mark.django_db
def test_writers_wait_as_long_as_the_settings_say():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has its own ways of waiting")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (settings.DATABASES["default"]["OPTIONS"]["timeout"] * 1000,)
