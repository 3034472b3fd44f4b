"""SQL and CPU per page type, production settings, gunicorn; beside it a bare ``wagtail start`` page of the same run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.server import cost, serve

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "home": "/",
    "article of 12 blocks": "/jaunumi/raksts-0/",
    "short article": "/jaunumi/raksts-1/",
    "index of 30": "/jaunumi/",
    "index of 1": "/jaunumi/stasti/",
    "standard page": "/sadala-0/",
    "in English chrome": "/en/jaunumi/raksts-0/",
    "search": "/meklet/?q=raksts",
    "feed": "/plusmas/jaunumi.atom",
}


def run(command: list[str], cwd: Path, env: dict[str, str]) -> str:
    """What it printed; a command that fails ends the benchmark with its words."""
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-3000:]}")
    return done.stdout


def bare(folder: Path) -> tuple[int, int, float, int]:
    """What ``wagtail start`` gives, on its own SQLite database, in production settings."""
    target = folder / "floor"
    target.mkdir()
    run([sys.executable, "-m", "wagtail.bin.wagtail", "start", "bare", str(target)], folder, {})
    settings = target / "bare" / "settings" / "bench.py"
    settings.write_text("from .base import *\nDEBUG = False\nSECRET_KEY = 'x' * 50\nALLOWED_HOSTS = ['*']\n")
    env = {"DJANGO_SETTINGS_MODULE": "bare.settings.bench"}
    run([sys.executable, "manage.py", "migrate", "-v0"], target, env)
    run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], target, env)
    with serve("bare.wsgi:application", env, str(target)) as base:
        return cost(f"{base}/")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "media").mkdir()
        floor = bare(folder)
        env = {
            "DJANGO_SETTINGS_MODULE": "cms.settings.production",
            "SECRET_KEY": "bench" * 12,
            "SITE_URL": "http://localhost",
            "ALLOW_HTTP": "1",
            "EMAIL_URL": "smtp://localhost",
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"spatialite:///{folder / 'bench.sqlite3'}"),
            "VAR_DIR": name,
            "STATIC_ROOT": str(folder / "static"),
        }
        run([sys.executable, "manage.py", "migrate", "-v0"], ROOT, env)
        run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], ROOT, env)
        run([sys.executable, "-m", "bench.fixture"], ROOT, env)
        engine = env["DATABASE_URL"].split(":")[0]
        print(f"Pages, {engine}, production settings, one gunicorn worker, median of 60")
        print("SQL 1st: the first request after a publication, before anything is kept (home/versions.py)")
        print(f"{'page':<24}{'SQL 1st':>9}{'SQL':>5}{'CPU ms':>9}{'× bare':>8}{'HTML kB':>9}")
        print(f"{'bare wagtail start':<24}{floor[0]:>9}{floor[1]:>5}{floor[2]:>9.1f}{1:>8.1f}{floor[3] / 1000:>9.1f}")
        with serve("cms.wsgi:application", env, str(ROOT)) as base:
            for label, path in PAGES.items():
                first, sql, cpu, size = cost(base + path)
                print(f"{label:<24}{first:>9}{sql:>5}{cpu:>9.1f}{cpu / floor[2]:>8.1f}{size / 1000:>9.1f}", flush=True)


if __name__ == "__main__":
    main()
