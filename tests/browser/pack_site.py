"""A site of its own for the packs: it is deployed anew with other files, at the same address, and its excursion changes."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.browser.conftest import ROOT, free_port

BEGIN = """
from wagtail.models import Site
from home.models import Image
from home.pictures import make_variants
from tests.factories.excursions import LINE, excursion, place, stop
site = Site.objects.get(is_default_site=True)
site.home = site.root_page.specific
pictures = [image for image in Image.objects.order_by("pk") if not image.is_svg()][:2]
for image in pictures:
    make_variants(image)
stops = [
    stop("Sākuma pietura", LINE[0], text="Te sākas stāsts.", minutes=5, picture=pictures[0].pk, picture_alt="Pirmais attēls"),
    stop(thing=place(site, "Vecā pārceltuve"), question="Cik soļu?", safety="Slidens."),
    stop("Beigu pietura", LINE[-1], text="Te beidzas stāsts.", picture=pictures[1].pk, picture_alt="Otrs attēls"),
]
page = excursion(site, "Pārcēlāju taka", stops, slug="parceleju-taka", is_sample=True)
print("KEY", page.translation_key)
"""
PAGE = 'from directory.models import ExcursionPage\npage = ExcursionPage.objects.get(slug="parceleju-taka")\n'
CHANGE = PAGE + 'page.summary = "{words}"\npage.save_revision().publish()\n'
WITHDRAW = PAGE + "page.unpublish()\n"
RETURN = PAGE + "page.save_revision().publish()\n"


class PackSite:
    """``deploy()`` first; ``url`` stays the same whatever is deployed."""

    def __init__(self, demo, folder):
        self.folder, self.server, self.number, self.run = folder, None, 0, demo.run
        self.files_as_they_are = demo.folder / "static"  # the demo's own, joined under the same settings
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "tests.browser.pack_settings",
            "DEBUG": "0",
            "SECRET_KEY": "for-this-run-only-" + os.urandom(24).hex(),
            "VAR_DIR": str(demo.folder),
            "SITE_URL": self.url,
        }
        told = self.run(BEGIN)
        self.key = told.rpartition("KEY ")[2].split()[0]

    def collect(self, changed: dict[str, str]) -> None:
        release = self.folder / f"release-{self.number}"
        for name, added in changed.items():
            file = release / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text((ROOT / "static" / name).read_text() + added)
        self.env |= {"STATIC_ROOT": str(self.folder / f"static-{self.number}"), "RELEASE": str(release)}
        done = subprocess.run(
            [sys.executable, "manage.py", "collectstatic", "-v0", "--noinput"],
            cwd=ROOT, env=self.env, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]

    def deploy(self, changed: dict[str, str] | None = None) -> None:
        """The next release: the files as they are, with ``changed`` (name → what is added at the end) over them."""
        self.stop()
        self.number += 1
        self.env["STATIC_ROOT"] = str(self.files_as_they_are)
        self.env.pop("RELEASE", None)
        if changed:
            self.collect(changed)
        self.server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "cms.wsgi", "-b", f"127.0.0.1:{self.port}", "--threads", "4"],
            cwd=ROOT, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for _attempt in range(120):
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        raise AssertionError("the site does not answer")

    def stop(self) -> None:
        if self.server is not None:
            self.server.terminate()
            self.server.wait(20)
            self.server = None

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
