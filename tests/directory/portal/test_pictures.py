"""Pictures from a phone: taken in, stripped, cut; of a draft until it is sent."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as PILImage

from directory.models import Submission
from home.models import Image
from tests.directory.portal.test_drafts import _ours, address, draft, form_of, ours, send, send_step  # noqa: F401 # a fixture
from tests.factories.site import picture

pytestmark = pytest.mark.django_db
RIGA = {1: "N", 2: (56.0, 57.0, 0.0), 3: "E", 4: (24.0, 6.0, 0.0)}


def photo(kind="JPEG", name="IMG_4032.jpg", size=(3000, 2000)):
    """As a phone writes it: on its side, with the place where it was taken."""
    exif = PILImage.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update(RIGA)
    out = io.BytesIO()
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    PILImage.new("RGB", size, "#558866").save(out, kind, exif=exif)
    return SimpleUploadedFile(name, out.getvalue())


def upload(ours, file, slot="lead_image", **values):  # noqa: F811
    data = form_of(ours, "4")
    data["go"] = "stay"
    for name, value in values.items():
        data[name] = value
    return ours.client.post(address(ours, "4"), {**data.dict(), f"file-{slot}": file})


def test_photo_is_upright_small_and_says_nothing_of_where_it_was_taken(ours):  # noqa: F811
    assert upload(ours, photo()).status_code == 302
    image = Image.objects.get()

    with image.file.open() as file, PILImage.open(file) as stored:
        assert (stored.width, stored.height) == (1600, 2400)
        assert not stored.getexif()
    assert draft(ours).values == {"lead_image": str(image.pk)}
    assert image.file.name.split("/")[1] != "IMG_4032.jpg" and len(image.file.name.split("/")[1]) >= 12
    assert image.collection.name in ("Pictures of members", "Biedru attēli")
    assert image.uploaded_by_user == ours.user
    ours.page.refresh_from_db()
    assert ours.page.lead_image is None


@pytest.mark.parametrize("name", ["a.svg", "a.gif", "a.txt"])
def test_other_files_are_refused_at_the_field(ours, name):  # noqa: F811
    content = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>" if name == "a.svg" else b"GIF89a"
    response = upload(ours, SimpleUploadedFile(name, content))

    assert response.status_code == 422
    assert response.context["refused"]["lead_image"]
    assert not Image.objects.exists()


def test_cut_is_chosen_without_a_script(ours):  # noqa: F811
    upload(ours, photo())
    send_step(ours, "4", go="stay", lead_focus="2-1")
    image = Image.objects.get()

    assert (image.focal_point_x, image.focal_point_y) == (800, 400)


def test_picture_of_the_page_itself_is_not_cut_by_a_draft(ours):  # noqa: F811
    image = picture()
    ours.page.lead_image, ours.page.lead_image_alt = image, "Upe"
    ours.page.save_revision().publish()
    send_step(ours, "4", go="stay", lead_focus="2-1")
    image.refresh_from_db()

    assert image.focal_point_x is None


def test_description_is_asked_for_and_the_picture_is_sent(ours):  # noqa: F811
    upload(ours, photo())

    assert send(ours).status_code == 409

    send_step(ours, "4", lead_image_alt="Kaimiņi stāda alkšņus.")
    assert send(ours).status_code == 302
    sent = Submission.objects.get().revision.as_object()
    assert (sent.lead_image, sent.lead_image_alt) == (Image.objects.get(), "Kaimiņi stāda alkšņus.")


def test_replaced_and_let_go_uploads_leave_no_file(ours, django_capture_on_commit_callbacks):  # noqa: F811
    upload(ours, photo())
    first = Image.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        upload(ours, photo(name="b.jpg"))
    second = Image.objects.get()

    assert second.pk != first.pk and not first.file.storage.exists(first.file.name)

    ours.client.post(reverse("portal_throw_away", args=[ours.page.translation_key, "lv"]))

    assert not Image.objects.exists()


def test_nobody_puts_another_s_picture_into_a_draft(ours):  # noqa: F811
    secret = picture("Svešs melnraksts")
    send_step(ours, "4", go="stay", lead_image=str(secret.pk))

    assert not draft(ours) or draft(ours).values == {}
    assert secret.file.url not in ours.client.get(address(ours, "4")).content.decode()


def test_heic_of_a_phone(ours):  # noqa: F811
    upload(ours, photo("HEIF", "IMG_1.HEIC", (1200, 900)))

    assert Image.objects.get().file.name.endswith(".jpg")
