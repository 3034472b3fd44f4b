"""The sheet for the pocket: HTML that prints, and the same as an accessible PDF (PDF/UA-1)."""

import ctypes
import functools
import hashlib
import importlib.util
import threading

import segno
from django.core.cache import cache
from django.template.loader import render_to_string

from directory.taking_along.door import EMERGENCY, Along
from directory.taking_along.drawing import label_of, picture
from home.models import SiteSettings
from home.versions import release

MAP = (820, 440)  # pixels
KEEP_SECONDS = 30 * 24 * 3600
# One at a time in a process: a sheet takes a second of one core, and several at once would take it from readers.
_making = threading.Lock()


def sheet_context(found: Along, config: SiteSettings) -> dict:
    return {
        "along": found,
        "frame": found.frame,
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
    return render_to_string(
        "directory/sheet.html", {**sheet_context(found, config), "for_pdf": for_pdf, "has_pdf": pdf_is_possible()}
    )


def sheet_pdf(found: Along, config: SiteSettings) -> bytes:
    """Made where it is first asked for, kept by what it is made of: another word, picture or place makes another one."""
    html = sheet_html(found, config, for_pdf=True)
    name = f"sheet:{release()}:{hashlib.sha256(html.encode()).hexdigest()}"
    body = cache.get(name)
    if body is None:
        with _making:
            body = cache.get(name)  # somebody else has just made it
            if body is None:
                body = _made(html)
                cache.set(name, body, KEEP_SECONDS)
    return body


def _made(html: str) -> bytes:
    from directory.taking_along.pdf import make

    return make(html)


LIBRARIES = ("pango-1.0", "pangoft2-1.0")


@functools.cache
def pdf_is_possible() -> bool:
    """Whether WeasyPrint and Pango are on this machine (directory.W005 says so at start-up); importing them takes longer."""
    return importlib.util.find_spec("weasyprint") is not None and all(map(_loads, LIBRARIES))


def _loads(library: str) -> bool:
    for name in (f"lib{library}.so.0", f"lib{library}.dylib"):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False
