"""The site installed a second time: processes of its own, on a copy of the test database, on either engine."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

PATIENCE = 180


@pytest.fixture(scope="module")
def database_url(django_db_setup, django_db_blocker, tmp_path_factory):
    """Address of a migrated, empty copy of the test database, as a new process can reach it."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            path = tmp_path_factory.mktemp("worker") / "copy.sqlite3"
            with sqlite3.connect(path) as copy:
                connection.connection.backup(copy)
            copy.close()
            yield f"spatialite:///{path}"
        else:
            yield from _copy_on_postgres()


def _copy_on_postgres():
    known = connection.settings_dict
    connection.close()
    name = f"{known['NAME']}_worker"
    server = {
        "host": known["HOST"],
        "port": known["PORT"] or 5432,
        "user": known["USER"],
        "password": known["PASSWORD"],
    }
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}"')
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{known["NAME"]}"')
    password = f":{server['password']}" if server["password"] else ""
    where = f"{server['user']}{password}@"
    # A socket's folder stands in the path, as in .ci/postgis; a name or a number before it.
    if str(server["host"]).startswith("/"):
        yield f"postgis://{where}/{server['host']}/{name}"
    else:
        yield f"postgis://{where}{server['host']}:{server['port']}/{name}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


class Installation:
    """The site on its own folder and database, worked by ``manage.py`` from outside."""

    def __init__(self, folder: Path, database_url: str):
        self.folder = folder
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "DATABASE_URL": database_url,
            "VAR_DIR": str(folder),
        }

    def start(self, *command, **options):
        return subprocess.Popen(
            [sys.executable, *command], cwd=settings.BASE_DIR, env=self.environment, stderr=subprocess.STDOUT, **options
        )

    def manage(self, *command):
        with (self.folder / "worker.log").open("ab") as log:
            return self.start("manage.py", *command, stdout=log)

    def ask(self, code: str):
        """Run Python inside the installation; returns what it leaves in ``answer``."""
        before, after = (
            "import json, django; django.setup(); answer = None",
            "print('\\n' + json.dumps(answer, default=str))",
        )
        code = f"{before}\n{code}\n{after}"
        process = self.start("-c", code, stdout=subprocess.PIPE)
        out = process.communicate(timeout=PATIENCE)[0].decode()
        assert process.returncode == 0, out
        return json.loads(out.splitlines()[-1])


@pytest.fixture
def installation(database_url, tmp_path):
    return Installation(tmp_path, database_url)


def eventually(check):
    """The first true answer of ``check``, or a failure after a good while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.5)
    raise AssertionError("waited in vain")


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
