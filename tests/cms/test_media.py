"""What a developer's server gives out of the media folder: what the web server in public does, and no document."""

import importlib.util
import sys
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.signals import request_finished
from django.db import close_old_connections
from django.urls import clear_url_caches
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import UploadedFile

from home.models import Image, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def development(settings, tmp_path, client):
    """The addresses as they are when ``DEBUG`` is on; they are built once, at import."""
    settings.DEBUG, settings.MEDIA_ROOT = True, str(tmp_path)
    spec = importlib.util.spec_from_file_location("urls_in_development", settings.BASE_DIR / "cms" / "urls.py")
    urls = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(urls)
    sys.modules[spec.name] = urls
    settings.ROOT_URLCONF = spec.name
    clear_url_caches()
    yield client
    del sys.modules[spec.name]
    clear_url_caches()


def status(client, address):
    response = client.get(address)
    # As the test client does it: what the end of a request closes would be the test's own transaction.
    request_finished.disconnect(close_old_connections)
    response.close()
    request_finished.connect(close_old_connections)
    return response.status_code


def test_pictures_are_given_out(site, development):
    image = Image.objects.create(title="Upe", file=get_test_image_file("upe.png"))

    assert status(development, image.file.url) == 200


@pytest.mark.parametrize(
    "address",
    [
        "/media/documents/{}", "/media//documents/{}", "/media/./documents/{}", "/media/pictures/../documents/{}",
        "/media/pictures/%2e%2e/documents/{}", "/media/pictures/..%2fdocuments/{}", "/media/pictures//documents/{}",
        "/media/avatar_images/../documents/{}", "/media/pictures/..\\documents\\{}",
    ],
)  # fmt: skip
def test_documents_pass_the_check_of_their_page(site, development, settings, address):
    Path(settings.MEDIA_ROOT, "pictures").mkdir()
    document = Document.objects.create(title="Slepens", file=ContentFile(b"x", "slepens.pdf"))

    assert status(development, address.format("slepens.pdf")) in (400, 404)
    assert status(development, f"/documents/{document.pk}/slepens.pdf") == 404


def test_uploads_that_wait_are_nobodys_to_see(site, development):
    user = User.objects.create_user("redaktore@platforma.test")
    waiting = UploadedFile.objects.create(file=get_test_image_file("upe.png"), uploaded_by_user=user)

    assert status(development, waiting.file.url) == 404
