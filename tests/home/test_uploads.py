"""Bad files at every door of the library: a clear Latvian answer, nothing half-saved, nothing typed lost."""

import errno
import gc
import io
import os
import zipfile
from pathlib import Path

import pillow_heif
import pytest
from bs4 import BeautifulSoup
from django.conf import settings as configured
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image as PILImage
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.documents.models import Document
from wagtail.models import UploadedFile

from home.drawings import only_draws
from home.models import Image, User
from tests.cms.test_admin_language import english
from tests.factories.site import news_index

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_engine,
    # Wagtail leaves the file of a fresh document open.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TYPED = "Talka Ķekavā"
MEGABYTE = 1024 * 1024
NO_ROOM = "Serverī beigusies brīvā vieta"
NOT_A_PICTURE = "Jāaugšupielādē derīgs attēls"
UNREADABLE = "Šo failu neizdodas nolasīt kā attēlu"


def picture(size=(640, 480), kind="JPEG", **options) -> bytes:
    out = io.BytesIO()
    PILImage.effect_noise(size, 60).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def bomb() -> bytes:
    """Sixty million pixels in eight kilobytes."""
    out = io.BytesIO()
    PILImage.new("1", (10_000, 6_000)).save(out, "PNG")
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("nolikums.txt", "Nolikums")
    return out.getvalue()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
PAGE = b"<!doctype html><html><script>alert(1)</script></html>"

BAD_PICTURES = {
    "svg with script": ("zime.svg", lambda: SVG.format("<script>alert(1)</script>").encode(), "ir skripts"),
    "svg with event": ("zime.svg", lambda: SVG.format('<g onload="alert(1)"/>').encode(), "ir skripts"),
    "svg with entities": (
        "zime.svg", lambda: b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;").encode(), NOT_A_PICTURE,
    ),
    "html as jpg": ("foto.jpg", lambda: PAGE, NOT_A_PICTURE),
    "html as svg": ("zime.svg", lambda: PAGE, NOT_A_PICTURE),
    "png as jpg": ("foto.jpg", lambda: picture(kind="PNG"), "paplašinājums neatbilst"),
    "truncated jpeg": ("foto.jpg", lambda: picture()[:9000], UNREADABLE),
    "truncated gif": ("foto.gif", lambda: picture(kind="GIF")[:9000], UNREADABLE),
    "bomb": ("foto.png", bomb, "pārāk daudz pikseļu (60000000)"),
    "over-large": ("foto.jpg", lambda: picture() + bytes(20 * MEGABYTE), "Fails ir pārāk liels (20"),
    "program": ("foto.exe", lambda: b"MZ" + bytes(99), "attēl"),
    "zero bytes": ("foto.jpg", lambda: b"", "tukš"),
}  # fmt: skip
BAD_DOCUMENTS = {
    "program": ("nolikums.exe", lambda: b"MZ" + bytes(99), "“exe” nav atļauts"),
    "page": ("nolikums.html", lambda: PAGE, "“html” nav atļauts"),
    "no extension": ("nolikums", archive, "nav atļauts"),
    "over-large": ("nolikums.zip", lambda: archive() + bytes(20 * MEGABYTE), "Fails ir pārāk liels (20"),
    "zero bytes": ("nolikums.pdf", lambda: b"", "tukš"),
}
# Kind → door → the route, and the prefix of the fields where the form has one.
DOORS = {
    "picture": {
        "one": ("wagtailimages:add", ""),
        "several": ("wagtailimages:add_multiple", None),
        "chooser": ("wagtailimages_chooser:create", "image-chooser-upload-"),
    },
    "document": {
        "one": ("wagtaildocs:add", ""),
        "several": ("wagtaildocs:add_multiple", None),
        "chooser": ("wagtaildocs_chooser:create", "document-chooser-upload-"),
    },
}
EVERY_DOOR = [(kind, door) for kind, doors in DOORS.items() for door in doors]


@pytest.fixture(autouse=True, scope="module")
def _no_open_files_left_to_others():
    yield
    gc.collect()


@pytest.fixture
def media(tmp_path, settings):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    Path(settings.MEDIA_ROOT).mkdir()
    return Path(settings.MEDIA_ROOT)


@pytest.fixture
def desk(site, media, client):
    client.force_login(User.objects.create_superuser("vadiba@platforma.test", "parole"))
    return client


def body(fields: dict, file_field: str, name: str, data: bytes) -> dict:
    """A multipart request as a browser would never write it: the file's name goes out as it is."""
    lines = [
        f'--AaB03x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--AaB03x\r\nContent-Disposition: form-data; name="{file_field}"; filename="{name}"\r\n'
    lines += [head.encode(), b"Content-Type: application/octet-stream\r\n\r\n", data, b"\r\n--AaB03x--\r\n"]
    return {"data": b"".join(lines), "content_type": "multipart/form-data; boundary=AaB03x"}


def upload(client, kind: str, door: str, name: str, data: bytes, title: str = TYPED):
    """What a person at this door sees: the answer, and its HTML or the message in its JSON."""
    route, prefix = DOORS[kind][door]
    fields = {"title": title, "licence": "own", "credit": "Foto: Ģirts", "tags": ""}
    if prefix is None:
        headers = {"X-Requested-With": "XMLHttpRequest"}
        response = client.post(reverse(route), **body({"title": title}, "files[]", name, data), headers=headers)
    else:
        fields = {f"{prefix}{key}": value for key, value in fields.items()}
        response = client.post(reverse(route), **body(fields, f"{prefix}file", name, data))
    if response.get("Content-Type", "").startswith("application/json"):
        answer = response.json()
        return response, answer.get("error_message") or answer.get("htmlFragment") or answer.get("form") or ""
    return response, response.content.decode()


def errors(html: str) -> list[str]:
    """What the form says beside its fields; a bare message is one itself."""
    soup = BeautifulSoup(html, "html.parser")
    found = [" ".join(tag.get_text(" ").split()) for tag in soup.select(".error-message, .errorlist, h1 + p")]
    return found or [html]


def left_in(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*"))


def assert_nothing_saved(media):
    assert [model.objects.count() for model in (Image, Document, UploadedFile)] == [0, 0, 0]
    assert [path for path in left_in(media) if "/" in path] == []


BAD = [
    pytest.param(kind, door, *case, id=f"{kind} {door} {name}")
    for kind, cases in (("picture", BAD_PICTURES), ("document", BAD_DOCUMENTS))
    for door in DOORS[kind]
    for name, case in cases.items()
]


@pytest.mark.parametrize("kind,door,name,data,message", BAD)
def test_bad_file_gets_a_clear_answer(desk, media, kind, door, name, data, message):
    response, html = upload(desk, kind, door, name, data())

    assert response.status_code in (200, 400, 413)
    said = " ".join(errors(html))
    assert message in said
    assert english(said.replace(name, "")) - {"mb", "exe", "html", "jpg", "svg", "jpeg"} == set()
    assert_nothing_saved(media)
    if door != "several":
        assert f'value="{TYPED}"' in html
    if (kind, door) == ("picture", "one"):
        assert 'value="Foto: Ģirts"' in html


@pytest.mark.parametrize("kind,door", EVERY_DOOR)
@pytest.mark.parametrize(
    "name",
    [
        "../../../../foto{}",
        "/etc/foto{}",
        "..\\..\\foto{}",
        "fo\x00to{}",
        "foto\r\nX: y{}",
        "foto{}\x00.html",
        "ā" * 300 + "{}",
    ],
)
def test_file_with_a_wily_name_stays_in_its_folder(desk, media, kind, door, name):
    extension = ".jpg" if kind == "picture" else ".zip"
    response, _html = upload(desk, kind, door, name.format(extension), picture() if kind == "picture" else archive())

    rows = [*Image.objects.all(), *Document.objects.all()]
    folder = "pictures" if kind == "picture" else "documents"
    assert response.status_code in (200, 302, 400)
    assert {path.parts[0] for path in map(Path, left_in(media))} == ({folder} if rows else set())
    for row in rows:
        assert Path(row.file.path).resolve().is_relative_to(media.resolve())
        assert os.path.basename(row.file.name).isprintable() and row.file.name.endswith(extension)
    assert not Path("/etc/foto.jpg").exists() and not (media.parent / "foto.jpg").exists()
    assert UploadedFile.objects.count() == 0


@pytest.mark.parametrize("door", DOORS["picture"])
def test_picture_from_a_phone_is_shrunk_at_every_door(desk, media, door):
    exif = PILImage.Exif()
    exif.get_ifd(0x8825)[1] = "N"

    upload(desk, "picture", door, "IMG_1.JPG", picture((3000, 2000), exif=exif))

    image = Image.objects.get()
    assert (image.width, image.height, image.licence) == (2400, 1600, "own")
    with PILImage.open(image.file.path) as stored:
        assert not stored.getexif().get_ifd(0x8825)


@pytest.mark.parametrize("name", ["IMG_1.HEIC", "IMG_1.heif"])
def test_either_name_of_a_phones_format_is_taken(desk, media, name):
    out = io.BytesIO()
    pillow_heif.from_pillow(PILImage.new("RGB", (300, 200), (15, 82, 87))).save(out)

    upload(desk, "picture", "several", name, out.getvalue())

    assert Image.objects.get().file.name.endswith("IMG_1.jpg")


def test_picture_whose_title_is_wrong_is_shrunk_all_the_same(desk, media):
    response, _html = upload(desk, "picture", "several", "IMG_1.JPG", picture((3000, 2000)), title="ā" * 256)
    waiting = response.json()["uploaded_file_id"]
    fields = {f"uploaded-image-{waiting}-{name}": value for name, value in {"title": TYPED, "tags": ""}.items()}

    desk.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting]), fields)

    image = Image.objects.get()
    assert (image.title, image.width, image.file_size) == (TYPED, 2400, os.path.getsize(image.file.path))
    assert len([path for path in media.rglob("*") if path.is_file()]) == 1


HARMLESS = (
    '<defs><linearGradient id="a"/></defs><path fill="url(#a)" style="stroke: url(\'#a\')"/><use xlink:href="#b"/>',
    '<image href="data:image/png;base64,AAAA"/><style>.a { fill: red }</style><title>onload</title>',
)
HARMFUL = (
    '<a xlink:href="javascript:alert(1)"/>', "<foreignObject/>", '<image href="https://spiegs.test/a.png"/>',
    '<use href="data:image/svg+xml;base64,AAAA"/>', '<animate attributeName="xlink:href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>', '<style>@import "//spiegs.test"</style>',
    '<rect fill="url( //spiegs.test/a)"/>', '<rect style="fill: u\\rl(//spiegs.test)"/>', '<ScRiPt/>',
    '<g xmlns:x="http://www.w3.org/2000/svg"><x:script/></g>', '<g xml:base="https://spiegs.test/"/>',
)  # fmt: skip


@pytest.mark.parametrize("drawing,harmless", [(text, text in HARMLESS) for text in (*HARMLESS, *HARMFUL)])
def test_drawing_that_does_more_than_draw_is_known(drawing, harmless):
    import xml.etree.ElementTree as ElementTree

    assert only_draws(ElementTree.ElementTree(ElementTree.fromstring(SVG.format(drawing)))) is harmless


class TinyDisk(FileSystemStorage):
    """A disk that takes so many bytes, writes what fits of a file and then has no room, as a real one does."""

    ROOM = 20_000

    def _save(self, name, content):
        if content.size <= self.ROOM:
            return super()._save(name, content)
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read(self.ROOM))
        raise OSError(errno.ENOSPC, "No space left on device", str(path))


class FullTemporaryFolder(TemporaryFileUploadHandler):
    def receive_data_chunk(self, raw_data, start):
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def tiny_disk(settings):
    settings.STORAGES = {**configured.STORAGES, "default": {"BACKEND": "tests.home.test_uploads.TinyDisk"}}


FULL_DISK = [("picture", "foto.jpg", picture), ("document", "nolikums.zip", lambda: archive() + bytes(90_000))]


@pytest.mark.parametrize("kind,name,data", FULL_DISK)
@pytest.mark.parametrize("door", ["one", "several", "chooser"])
def test_full_disk_is_said_beside_the_field(desk, media, tiny_disk, door, kind, name, data):
    response, html = upload(desk, kind, door, name, data())

    assert response.status_code == 200
    assert NO_ROOM in " ".join(errors(html))
    assert_nothing_saved(media)
    if door != "several":
        assert f'value="{TYPED}"' in html


@pytest.mark.parametrize("kind,name,data", FULL_DISK)
def test_full_disk_leaves_the_file_that_was_to_be_replaced(desk, media, kind, name, data, settings):
    upload(desk, kind, "one", name, data())
    row = (Image if kind == "picture" else Document).objects.get()
    route = reverse("wagtailimages:edit" if kind == "picture" else "wagtaildocs:edit", args=[row.pk])
    desk.get(route)  # makes the thumbnail
    before, old = left_in(media), Path(row.file.path).read_bytes()
    settings.STORAGES = {**configured.STORAGES, "default": {"BACKEND": "tests.home.test_uploads.TinyDisk"}}

    fields = {"title": "Cits nosaukums", "licence": "own", "tags": ""}
    response = desk.post(route, **body(fields, "file", name, data() + b"x"))

    assert NO_ROOM in response.content.decode() and 'value="Cits nosaukums"' in response.content.decode()
    assert left_in(media) == before
    row.refresh_from_db()
    assert (row.title, Path(row.file.path).read_bytes()) == (TYPED, old)


@pytest.mark.parametrize("kind,name,data", FULL_DISK)
def test_replaced_file_goes_when_the_new_one_is_saved(desk, media, kind, name, data):
    upload(desk, kind, "one", name, data())
    row = (Image if kind == "picture" else Document).objects.get()
    old = Path(row.file.path)
    route = "wagtailimages:edit" if kind == "picture" else "wagtaildocs:edit"

    desk.post(
        reverse(route, args=[row.pk]),
        **body({"title": TYPED, "licence": "own", "tags": ""}, "file", f"cits-{name}", data()),
    )

    row.refresh_from_db()
    assert Path(row.file.path).exists() and not old.exists() and "cits" in row.file.name


@pytest.mark.parametrize("kind,door", EVERY_DOOR)
def test_full_temporary_folder_gets_an_answer(desk, media, settings, kind, door):
    settings.FILE_UPLOAD_HANDLERS = ["tests.home.test_uploads.FullTemporaryFolder"]
    client = Client(enforce_csrf_checks=True)
    client.cookies = desk.cookies

    response, html = upload(client, kind, door, "foto.jpg", picture())

    assert response.status_code == 507
    assert NO_ROOM in html
    assert "style-src 'self'" in response["Content-Security-Policy"]
    assert_nothing_saved(media)


@pytest.mark.skipif(
    "postgis" in configured.DATABASES["default"]["ENGINE"], reason="a server's disk is not ours to fill"
)
def test_full_database_gets_an_answer(desk, site):
    """As many pages as there are, and a text that needs more."""
    index = news_index(site.home)
    connection.ensure_connection()
    database = connection.connection  # Django's own cursor is closed to a broken transaction
    used, free = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
    text = "<p>" + "Ķekava " * 600 * (free + 50) + "</p>"
    fields = {
        "title": TYPED, "slug": "talka", "kind": "news", "published_on": "2026-05-05",
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "text", "body-0-id": "",
        "body-0-value": ContentstateConverter(features=[]).from_database_format(text),
    }  # fmt: skip
    database.execute(f"PRAGMA max_page_count = {used}")
    try:
        response = desk.post(reverse("wagtailadmin_pages:add", args=["news", "articlepage", index.pk]), fields)
    finally:
        database.execute("PRAGMA max_page_count = 1073741823")

    assert response.status_code == 507
    assert NO_ROOM in response.content.decode()
    assert database.execute("SELECT count(*) FROM news_articlepage").fetchone()[0] == 0
