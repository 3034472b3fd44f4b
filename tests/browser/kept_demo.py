"""The demo's database, pictures and joined files, made once a day for all runs of the same code: it takes minutes."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from tests.conftest import migrated

ROOT = Path(__file__).resolve().parent.parent.parent
# What the demo is made of and by. The mails in its outbox come from templates; what is compiled is not asked.
MADE_OF = ("cms", "home", "directory", "events", "news", "templates", "static", "locale", "requirements.txt")
COMPILED = {".pyc", ".mo"}
MAKE = """
import django
django.setup()
from django.core.management import call_command
call_command("collectstatic", verbosity=0, interactive=False)
call_command("migrate", verbosity=0)
call_command("load_demo")
"""


def key() -> str:
    """Of the code and of the day: everything dated in the demo is counted from the day it was loaded."""
    known = hashlib.sha256(timezone.localdate().isoformat().encode())
    settings_of_it = Path(__file__).with_name("settings.py")
    for top in (*(ROOT / name for name in MADE_OF), settings_of_it):
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and path.suffix not in COMPILED:
                known.update(f"{path.relative_to(ROOT)} {path.stat().st_size} ".encode())
                known.update(path.read_bytes())
    return known.hexdigest()[:24]


@contextlib.contextmanager
def alone(path: Path):
    """Whoever else wants the demo meanwhile waits for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make(folder: Path, env: dict) -> None:
    (folder / "media").mkdir(parents=True, exist_ok=True)
    if migrated().exists():  # by the suite before it; what is missing is run
        shutil.copy(migrated(), folder / "db.sqlite3")
    done = subprocess.run(
        [sys.executable, "-c", MAKE], cwd=ROOT, env={**env, "VAR_DIR": str(folder)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]


def put_demo(folder: Path, env: dict, port: int) -> None:
    """A demo of today and of this code into ``folder``, for a site at ``port``."""
    kept = Path(settings.VAR_DIR) / "cache" / "tests" / f"demo-{key()}"
    with alone(kept.with_name("demo.lock")):
        if not kept.exists():
            for older in kept.parent.glob("demo-*"):
                shutil.rmtree(older)
            half = kept.with_name(f"demo-half.{os.getpid()}")
            make(half, env)
            half.rename(kept)
        shutil.copytree(kept, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cache"))
    with contextlib.closing(sqlite3.connect(folder / "db.sqlite3")) as database, database:
        database.execute("UPDATE wagtailcore_site SET port = ?", [port])
