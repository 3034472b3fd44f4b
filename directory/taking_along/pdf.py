"""HTML into PDF/UA-1. Imported late, where a PDF is made: it needs Pango (directory.W005)."""

from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import default_storage
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

BASE = "https://sheet.invalid"  # never asked: what begins with it is read from our own folders


class OurOwn(URLFetcher):
    """Our style sheets and pictures, and pictures that stand in the address itself. No other file, no network."""

    def fetch(self, url, headers=None):
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = unquote(url.removeprefix(BASE))
        for root, storage in ((settings.STATIC_URL, staticfiles_storage), (settings.MEDIA_URL, default_storage)):
            if path.startswith(root):
                name = path.removeprefix(root)
                kind = "text/css" if name.endswith(".css") else ""
                return URLFetcherResponse(url, read(storage, name), {"Content-Type": kind} if kind else None)
        raise FatalURLFetchingError(f"A sheet asked for what is not ours: {url}")


def read(storage, name: str) -> bytes:
    """A file where it is served from: collected, or, in development, where its source lies."""
    source = finders.find(name) if storage is staticfiles_storage and not storage.exists(name) else None
    if source:
        with open(source, "rb") as file:
            return file.read()
    with storage.open(name) as file:
        return file.read()


def make(html: str) -> bytes:
    return HTML(string=html, base_url=BASE, url_fetcher=OurOwn()).write_pdf(pdf_variant="pdf/ua-1")
