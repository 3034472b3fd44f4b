"""The sheet of an excursion: the same words as page and as PDF, and the PDF as PDF/UA-1 asks for it."""

import io
import re
import subprocess
import zlib

import pytest
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image as PILImage

from directory.checks import sheets_become_pdf
from directory.taking_along import pdf, sheet
from tests.directory.test_pack import shown_picture
from tests.factories.excursions import LINE, excursion, place, stop
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
LONG = "Starpresoru konsultatīvās sanāksmes dzīvotspējnovērtējums"


def address(name, page, language="lv"):
    with translation.override(language):
        return reverse(name, args=[page.translation_key])


def trail(site, stops=3, slug="taka", **fields):
    image = shown_picture()
    rows = [
        stop(f"{number}. stāsts: {LONG}", LINE[number % len(LINE)], text="Te šķīrās ceļi. " * 12, minutes=10, picture=image.pk, picture_alt="Liepa pie ceļa" if number != 3 else "", question="Cik soļu?", safety="Slidens.")
        for number in range(1, stops + 1)
    ]  # fmt: skip
    fields.setdefault("transport", "Autobuss 830")
    return excursion(site, "Mežinieku stāstu taka", rows, slug=slug, phone="+37120000000", **fields)


def made(client, page, language="lv") -> bytes:
    response = client.get(address("way_pdf", page, language))
    assert response["Content-Type"] == "application/pdf"
    return response.content


@pytest.fixture(scope="module")
def _trail(site_of_file):
    return trail(site_of_file)


@pytest.fixture
def page(_trail, db):
    return fresh(_trail)


@pytest.fixture(scope="module")
def body(_trail):
    """The sheet of the page as PDF: to make it takes seconds."""
    return made(Client(), _trail)


def told_by(tool, body, tmp_path, *options) -> str:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(body)
    last = ["-"] if tool == "pdftotext" else []
    return subprocess.run([tool, *options, path, *last], capture_output=True, text=True, check=True).stdout


def insides(body: bytes) -> bytes:
    """The objects of a PDF with its streams undone."""
    found = body
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", body, re.DOTALL):
        try:
            found += zlib.decompressobj().decompress(match[1])
        except zlib.error:
            continue
    return found


def test_page_to_print(page, client):
    response = client.get(address("way_sheet", page))
    html = response.content.decode()
    assert response["X-Robots-Tag"] == "noindex" and "no-cache" in response["Cache-Control"]
    assert html.count("<h1") == 1 and html.count("<h3") == 3
    assert "112" in html and "Autobuss 830" in html and "+37120000000" in html
    assert "platforma.test/ekskursijas/marsruti/taka/" in html
    assert "<style" not in html and "style=" not in html.replace("font-style=", "")


def test_pdf_names_what_it_is(body, tmp_path):
    told = dict(re.findall(r"^(\w[\w ]*):\s+(.*)$", told_by("pdfinfo", body, tmp_path), re.MULTILINE))
    assert told["Title"] == "Mežinieku stāstu taka – Novada NVO platforma"
    assert (told["Tagged"], told["Page size"].partition(" (")[2]) == ("yes", "A4)")
    inside = insides(body)
    assert b"/Lang (lv)" in inside and b"/DisplayDocTitle true" in inside and b"/MarkInfo <</Marked true>>" in inside
    assert b'pdfuaid:part="1"' in inside
    assert len(body) < 2_000_000


def test_pdf_is_tagged_in_the_order_it_is_read(body, tmp_path):
    told = told_by("pdfinfo", body, tmp_path, "-struct-text")
    tags = re.findall(r"^ *(H\d|Figure)\b", told, re.MULTILINE)
    # Title, its code, the map; the stops, each with heading and picture; good to know. Lists go on over the page's end.
    assert tags == ["H1", "Figure", "Figure", "H2", *["H3", "Figure"] * 3, "H2"]
    order = ["Mežinieku stāstu taka", "112", "1. stāsts", "2. stāsts", "3. stāsts", "Autobuss 830"]
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    # A list holds nothing but items and lists: PDF 1.7, 14.8.4.3.3.
    assert not re.search(r"^( *)L \(block\)\n\1  (?!LI? )", told, re.MULTILINE)


def test_every_picture_of_the_pdf_has_words(body):
    inside = insides(body)
    alternatives = re.findall(rb"/Alt (\([^)]*\)|<[0-9a-f]+>)", inside)
    said = [
        bytes.fromhex(text[1:-1].decode()).decode("utf-16") if text.startswith(b"<") else text[1:-1].decode("latin-1")
        for text in alternatives
    ]
    assert len(said) == inside.count(b"/S /Figure") == 5
    assert any("platforma.test/ekskursijas/marsruti/taka/" in text for text in said)
    assert any(f"2. 2. stāsts: {LONG}" in text for text in said)
    assert sum("Liepa pie ceļa" in text for text in said) == 2
    assert f"3. stāsts: {LONG}" in said  # not described: on the page it is an ornament, a PDF knows no such thing


def test_no_stop_is_torn_apart_by_the_end_of_a_page(_trail, site, client, tmp_path):
    pages = told_by("pdftotext", made(client, trail(site, 12, "gara")), tmp_path, "-layout").split("\f")
    assert len(pages) > 3
    assert sum(page.count("Cik soļu?") for page in pages) == 12
    for page in pages:
        heads, ends = len(re.findall(r"\d+\. stāsts", page)), page.count("Slidens.")
        assert heads == ends


def test_languages(page, client, tmp_path):
    translate(page, title="Foresters' trail", slug="trail", summary="Two kilometres.")
    body = made(client, page, "en")
    text = told_by("pdftotext", body, tmp_path)
    assert "In an emergency call this number" in text and "Foresters' trail" in text
    assert b"/Lang (en)" in insides(body)


def test_it_is_made_once_and_again_when_a_word_changes(page, site, client, monkeypatch):
    times = []
    real = pdf.make
    monkeypatch.setattr(pdf, "make", lambda html: times.append(1) or real(html))
    first = made(client, page)
    place(site, "Kaut kas cits")  # publishing elsewhere makes no sheet anew
    assert made(client, page) == first and len(times) == 1
    page.summary = "Citi vārdi."
    page.save_revision().publish()
    assert made(client, page) != first and len(times) == 2
    cache.clear()


@pytest.mark.parametrize(("kind", "mode"), [("WEBP", "RGBA"), ("PNG", "P"), ("GIF", "P"), ("AVIF", "RGB")])
def test_a_picture_without_its_jpeg_yet_becomes_one(settings, tmp_path, kind, mode):
    settings.MEDIA_ROOT = tmp_path
    out = io.BytesIO()
    upload = PILImage.new(mode, (60, 40)) if mode == "P" else PILImage.new(mode, (60, 40), (0, 0, 0, 0)[: len(mode)])
    upload.save(out, kind)
    path = default_storage.save("upe", io.BytesIO(out.getvalue()))
    body = pdf.make(f'<html lang="lv"><title>Lapa</title><img src="/media/{path}" alt="Upe">')
    assert body.count(b"/DCTDecode") == 1 and b"/SMask" not in insides(body)
    embedded = PILImage.open(io.BytesIO(pdf.picture(path)))
    assert (embedded.format, embedded.size) == ("JPEG", (60, 40))
    assert (min(embedded.getpixel((30, 20))) > 250) == (mode == "RGBA"), "paper is white"


def test_what_is_no_picture_is_left_to_the_sheet(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for body in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"RIFF", b""):
        assert pdf.picture(default_storage.save("kas", io.BytesIO(body))) == body


def test_it_asks_for_nothing_that_is_not_ours(db):
    from weasyprint.urls import FatalURLFetchingError

    for url in ("https://example.org/x.png", "file:///etc/passwd", "https://sheet.invalid/etc/passwd"):
        with pytest.raises(FatalURLFetchingError):
            pdf.OurOwn().fetch(url)
    for url in (
        "https://sheet.invalid/static/../../etc/passwd",
        "https://sheet.invalid/media/%2e%2e/%2e%2e/etc/passwd",
    ):
        with pytest.raises((OSError, SuspiciousOperation)):
            pdf.OurOwn().fetch(url)


def test_where_pango_is_missing_the_page_prints_and_the_check_says_so(page, client, monkeypatch):
    assert sheets_become_pdf() == []
    monkeypatch.setattr(sheet, "LIBRARIES", ("pango-that-is-not-there",))
    sheet.pdf_is_possible.cache_clear()
    try:
        (warning,) = sheets_become_pdf()
        assert warning.id == "directory.W005" and "libpango-1.0-0" in warning.hint
        response = client.get(address("way_pdf", page))
        assert (response.status_code, response["Location"]) == (302, address("way_sheet", page))
        assert "PDF" not in client.get(address("way_sheet", page)).content.decode()
        assert address("way_pdf", page) not in client.get("/ekskursijas/marsruti/taka/").content.decode()
    finally:
        sheet.pdf_is_possible.cache_clear()
