"""The sheet for the pocket: HTML that prints, and the same as an accessible PDF (PDF/UA-1)."""

import functools
import hashlib
import logging
import threading

import segno
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.template.loader import render_to_string

from directory.taking_along.door import Along
from directory.taking_along.drawing import label_of, picture
from home.models import SiteSettings
from home.versions import release

logger = logging.getLogger(__name__)
MAP = (1040, 560)  # pixels
KEEP_SECONDS = 30 * 24 * 3600
EMERGENCY = "112"
# One at a time in a process: a sheet takes a second of one core, and several at once would take it from readers.
_making = threading.Lock()


class Unreachable(ValueError):
    """A sheet asked for something that is not ours."""


def sheet_context(found: Along, config: SiteSettings) -> dict:
    return {
        "along": found,
        "page": found.page,
        "facts": found.facts,
        "stops": found.stops,
        "config": config,
        "map": picture(found, *MAP, "sheet-map"),
        "map_label": label_of(found),
        "qr": segno.make(found.url, error="m").svg_data_uri(border=2, scale=4),
        "emergency": EMERGENCY,
        "shown_url": found.url.removeprefix("https://").removeprefix("http://"),
    }


def sheet_html(found: Along, config: SiteSettings, *, for_pdf: bool = False) -> str:
    return render_to_string("directory/sheet.html", {**sheet_context(found, config), "for_pdf": for_pdf})


def sheet_pdf(found: Along, config: SiteSettings) -> bytes:
    """Made where it is first asked for, kept by what it is made of: another word, picture or place makes another one."""
    html = sheet_html(found, config, for_pdf=True)
    name = f"sheet:{release()}:{hashlib.sha256(html.encode()).hexdigest()}"
    body = cache.get(name)
    if body is None:
        with _making:
            body = cache.get(name)  # somebody else has just made it
            if body is None:
                body = make_pdf(html)
                cache.set(name, body, KEEP_SECONDS)
    return body


def make_pdf(html: str) -> bytes:
    from weasyprint import HTML

    document = HTML(string=html, base_url=settings.SITE_URL + "/", url_fetcher=fetch)
    return document.write_pdf(pdf_variant="pdf/ua-1")


@functools.cache
def pdf_is_possible() -> bool:
    """Whether Pango is on this machine (directory.W005 says so at start-up)."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def fetch(url: str, *args, **kwargs) -> dict:
    """What a sheet may show: our style sheets, our pictures, pictures in the address itself. No file, no network."""
    from weasyprint import default_url_fetcher

    if url.startswith("data:"):
        return default_url_fetcher(url)
    path = url.removeprefix(settings.SITE_URL)
    for root, storage in ((settings.STATIC_URL, staticfiles_storage), (settings.MEDIA_URL, default_storage)):
        if path.startswith(root):
            return {"string": read_file(storage, path.removeprefix(root)), "redirected_url": url}
    raise Unreachable(url)


def read_file(storage, name: str) -> bytes:
    """Of a folder that may be collected, or, in development and in tests, where the sources lie."""
    if storage is staticfiles_storage and not storage.exists(name):
        from django.contrib.staticfiles import finders

        with open(finders.find(name) or storage.path(name), "rb") as file:
            return file.read()
    with storage.open(name) as file:
        return file.read()
