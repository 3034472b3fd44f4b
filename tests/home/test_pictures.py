"""Pictures from phones, and pictures for readers."""

import io

import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from PIL import Image as PILImage

from home.image_forms import LONGEST_SIDE, shrink
from home.models import Image, Rendition
from home.pictures import PRESETS, picture_html
from tests.factories.shared import fresh


def photo(size=(4032, 3024), kind="JPEG", orientation=None, gps=False) -> bytes:
    picture = PILImage.effect_noise(size, 60).convert("RGB")
    exif = PILImage.Exif()
    if orientation:
        exif[0x0112] = orientation
    if gps:
        exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    picture.save(out, kind, quality=95, exif=exif)
    return out.getvalue()


def test_phone_photo_of_eight_megabytes_is_taken_and_shrunk():
    data = photo(orientation=6, gps=True)
    assert len(data) > 8_000_000
    small = shrink(SimpleUploadedFile("IMG_4032.JPG", data))
    with PILImage.open(small) as picture:
        assert max(picture.size) == LONGEST_SIDE
        assert picture.size[0] < picture.size[1], "lying down: the phone was held upright"
        assert not picture.getexif().get_ifd(0x8825), "the position is still in it"
    assert small.size < len(data) / 2


def test_heic_is_taken():
    out = io.BytesIO()
    pillow_heif.from_pillow(PILImage.new("RGB", (3000, 2000), (15, 82, 87))).save(out)
    small = shrink(SimpleUploadedFile("IMG_1.HEIC", out.getvalue()))
    assert small.name == "IMG_1.jpg"
    with PILImage.open(small) as picture:
        assert (picture.format, picture.size) == ("JPEG", (2400, 1600))


@pytest.mark.parametrize(
    "name,data", [("a.jpg", b"<html>"), ("b.png", b""), ("c.heic", b"\x00" * 100), ("d.jpg", b"\xff\xd8\xff")]
)
def test_disguised_file_gets_a_clear_answer(name, data):
    with pytest.raises(ValidationError, match=r"picture|attēl"):
        shrink(SimpleUploadedFile(name, data))


@pytest.fixture(scope="module")
def _image(site_of_file):
    out = io.BytesIO()
    PILImage.radial_gradient("L").resize((1600, 1000)).convert("RGB").save(out, "JPEG")
    file = ImageFile(io.BytesIO(out.getvalue()), "a.jpg")
    with TestCase.captureOnCommitCallbacks(execute=True):  # the worker's part: encoding
        return Image.objects.create(title="IMG_4032", description="Ļaudis pie galda", file=file)


@pytest.fixture
def image(_image, db):
    return fresh(_image)


def test_variants_have_every_preset_and_format(image):
    image.refresh_from_db()
    assert set(image.variants) == set(PRESETS)
    for formats in image.variants.values():
        assert set(formats) == {"avif", "webp", "jpeg"}


def test_showing_a_picture_encodes_nothing_and_asks_nothing(image, django_assert_num_queries):
    image.refresh_from_db()
    before = Rendition.objects.count()
    with django_assert_num_queries(0):
        html = picture_html(image, "card")
    assert Rendition.objects.count() == before
    assert 'type="image/avif"' in html and 'loading="lazy"' in html
    assert 'width="640" height="427"' in html and 'alt="Ļaudis pie galda"' in html


def test_picture_without_variants_shows_the_upload(image):
    image.variants = {}
    html = picture_html(image, "card", alt='a"b')
    assert image.file.url in html and 'alt="a&quot;b"' in html and 'width="1600"' in html


def test_name_of_the_file_never_stands_for_a_description(image):
    image.description = ""
    assert 'alt=""' in picture_html(image, "card")
    assert "IMG_4032" not in picture_html(image, "card")
