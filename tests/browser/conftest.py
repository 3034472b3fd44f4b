"""A real site for a real browser: the demo municipality on the embedded database, served by gunicorn."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.inside import Inside
from tests.browser.kept_demo import ROOT, put_demo

TOOLS = ROOT / "var" / "tools" / "node_modules"
WATCH = "document.addEventListener('securitypolicyviolation', (e) => console.error('refused', e.effectiveDirective))"
# An engine is tested beside the browser, on two cores: what takes a second alone may take twenty.
PATIENCE = 90_000  # milliseconds
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_fault(message, page) -> bool:
    """A console error of the page; what axe does to the page's styles under the strict policy is not one."""
    if message.type != "error":
        return False
    return not (page.axe_runs and "style-src" in message.text)


class Demo:
    """``url``: address of the home page; ``accounts``: name of the role → (address, password); ``environment``: of
    processes that work on the same database; ``run(code)``: what Python prints inside one of them."""

    def __init__(self, url: str, folder: Path, environment: dict | None = None):
        self.url, self.folder, self.environment = url, folder, environment or {}
        self.inside = Inside(self.environment, folder / "inside.log")
        self.run = self.inside.run
        lines = (folder / "demo-accounts.txt").read_text().splitlines()
        rows = [line.split() for line in lines if "@" in line]
        self.accounts = {row[-2].split("@")[0]: (row[-2], row[-1]) for row in rows}


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    # BROWSER_DEMO=FOLDER keeps the demo for the next run, for those who work on one test.
    folder = Path(os.environ.get("BROWSER_DEMO") or tmp_path_factory.mktemp("demo")).resolve()
    (folder / "media").mkdir(parents=True, exist_ok=True)
    port = free_port()
    env = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "DEBUG": "0",
        "SECRET_KEY": "for-browser-tests-only-" + "x" * 40,  # links in the kept demo's mails are signed with it
        "VAR_DIR": str(folder),
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    if not (folder / "demo-accounts.txt").exists():
        put_demo(folder, env, port)
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "cms.wsgi", "-b", f"127.0.0.1:{port}", "--threads", "4"],
        cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        for _attempt in range(120):
            try:
                urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert server.poll() is None, (folder / "server.log").read_text()[-4000:]
                time.sleep(0.5)
        served = Demo(url, folder, env)
        yield served
        served.inside.close()
    finally:
        server.terminate()
        server.wait(20)
        log.close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield browser
        browser.close()


READER = {"locale": "lv-LV", "timezone_id": "Europe/Riga"}


def opened_in(context, url: str, path: str, width: int, faults: list):
    """A page of the site at ``url``; what goes wrong on it is written to ``faults``."""
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.axe_runs = False
    page.on("console", lambda message: faults.append(message.text) if is_fault(message, page) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request", lambda asked: None if asked.url.startswith((url, "data:")) else faults.append(f"asked {asked.url}")
    )
    page.goto(url + path, wait_until="load")
    return page


@pytest.fixture
def open_page(demo, chromium):
    """``open_page(path, width)`` gives a page; a console error or a request to another host fails the test."""
    contexts, faults = [], []

    def opened(path="/", width=1280, javascript=True, **options):
        """``options`` go to the browser's context: ``geolocation``, ``has_touch`` …"""
        contexts.append(chromium.new_context(java_script_enabled=javascript, **READER, **options))
        return opened_in(contexts[-1], demo.url, path, width, faults)

    yield opened
    for context in contexts:
        context.close()
    assert not faults, faults


@pytest.fixture(scope="module")
def _reader(chromium):
    context = chromium.new_context(**READER)
    yield context
    context.close()


@pytest.fixture
def read_on(demo, _reader):
    """``read_on(path, width)``: the same, by one reader for the whole file, who has the site's files already."""
    faults = []
    yield lambda path, width: opened_in(_reader, demo.url, path, width, faults)
    for page in _reader.pages:
        page.close()
    assert not faults, faults


def is_refused(message, page) -> bool:
    """Something the policy stopped, or an error; the styles in what is pasted from Word are stopped rightly."""
    if page.pastes and "style" in message.text:
        return False
    return message.text.startswith("refused") or "Policy" in message.text + message.type


@pytest.fixture(scope="session")
def signed_in(demo, chromium):
    """``signed_in(url)``: the cookies of the administrator, who signs in once for each server."""
    kept = {}

    def cookies(url):
        if url not in kept:
            context = chromium.new_context(locale="lv-LV", timezone_id="Europe/Riga")
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            address, password = next(iter(demo.accounts.values()))
            page.goto(f"{url}/admin/")
            page.fill("[name=login]", address)
            page.fill("[name=password]", password)
            page.press("[name=password]", "Enter")
            page.wait_for_url("**/admin/")
            kept[url] = context.storage_state()
            context.close()
        return kept[url]

    return cookies


@pytest.fixture
def editor(demo, chromium, signed_in):
    """``editor(path)`` opens a page of the admin as its administrator; a refusal or a script error fails the test."""
    faults = []
    context = chromium.new_context(
        viewport={"width": 1280, "height": 1000}, locale="lv-LV", timezone_id="Europe/Riga",
        storage_state=signed_in(demo.url),
    )  # fmt: skip
    context.add_init_script(WATCH)
    context.on("console", lambda message: faults.append(message.text) if is_refused(message, page) else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.pastes = False

    def opened(path):
        page.goto(demo.url + path)
        page.wait_for_selector("body.ready", state="attached")
        return page

    yield opened
    context.close()
    assert not faults, faults
