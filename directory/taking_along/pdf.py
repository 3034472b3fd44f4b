"""HTML into PDF/UA-1. Imported late, where a PDF is made: it needs Pango (directory.W005)."""

from io import BytesIO
from urllib.parse import unquote

from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image, ImageFile, UnidentifiedImageError
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from directory.taking_along import statics

# WeasyPrint switches this on for the whole process: a broken upload would be taken for a picture.
ImageFile.LOAD_TRUNCATED_IMAGES = False

BASE = "https://sheet.invalid"  # never asked: what begins with it is read from our own folders


class OurOwn(URLFetcher):
    """Our style sheets and pictures, and pictures that stand in the address itself. No other file, no network."""

    def fetch(self, url, headers=None):
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = unquote(url.removeprefix(BASE))
        for root, read in ((settings.STATIC_URL, statics.read), (settings.MEDIA_URL, picture)):
            if path.startswith(root):
                kind = {"Content-Type": "text/css"} if path.endswith(".css") else None
                return URLFetcherResponse(url, read(path.removeprefix(root)), kind)
        raise FatalURLFetchingError(f"A sheet asked for what is not ours: {url}")


def picture(name: str) -> bytes:
    """A picture as the sheet embeds it. Of the kinds that uploads have, WeasyPrint takes JPEG as it is and makes PNG of
    all others, twice over: seconds of work and megabytes of paper, for a picture whose JPEG is still to be made."""
    with default_storage.open(name) as file:
        body = file.read()
    try:
        with Image.open(BytesIO(body)) as upload:
            if upload.format == "JPEG":
                return body
            plain = Image.new("RGB", upload.size, "white")
            clear = upload.convert("RGBA")
    except (UnidentifiedImageError, OSError):
        return body  # a drawing of lines; or broken, and WeasyPrint says so
    plain.paste(clear, mask=clear)
    jpeg = BytesIO()
    plain.save(jpeg, "JPEG", quality=85)
    return jpeg.getvalue()


def make(html: str) -> bytes:
    return HTML(string=html, base_url=BASE, url_fetcher=OurOwn()).write_pdf(pdf_variant="pdf/ua-1")
