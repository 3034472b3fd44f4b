"""Pages as the tests need them: published, small, unsurprising."""

import contextlib
import io
from unittest import mock

from django.core.files.images import ImageFile
from modelsearch import signal_handlers
from modelsearch.tasks import insert_or_update_object_task
from PIL import Image as PILImage
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.models import Image, StandardPage
from news.models import ArticlePage, Category, NewsIndexPage


@contextlib.contextmanager
def indexed_once():
    """Publishing saves a page three times; the index of Wagtail's own search learns of it at the end."""
    with mock.patch.object(signal_handlers, "insert_or_update_object_task") as task:
        yield
    for asked in dict.fromkeys(call.args for call in task.enqueue.call_args_list):
        insert_or_update_object_task.enqueue(*asked)


@disable_reference_index_auto_update()
@indexed_once()
def translate(page, language="en", publish=True, **fields):
    """The page's translation, made the way Wagtail makes it, with these words, published."""
    translation = page.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=True)
    for name, value in fields.items():
        setattr(translation, name, value)
    revision = translation.save_revision()
    if publish:
        revision.publish()
    return type(translation).objects.get(pk=translation.pk)


# Who refers to whom is asked by few tests, which save their pages themselves; to write it down each time takes a fifth
# of what publishing takes.
@disable_reference_index_auto_update()
@indexed_once()
def add(parent, page, publish=True):
    parent = type(parent).objects.get(pk=parent.pk)
    page.locale, page.live = parent.locale, False  # as the editor does it: a draft first
    parent.add_child(instance=page)
    revision = page.save_revision(clean=False)  # that was done a line above
    if publish:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def standard_page(parent, title="Par mums", publish=True, **fields):
    return add(parent, StandardPage(title=title, **fields), publish)


def news_index(parent, title="Jaunumi", publish=True, **fields):
    fields.setdefault("show_in_menus", True)
    return add(parent, NewsIndexPage(title=title, **fields), publish)


def article(parent, title="Kopienas vakars", publish=True, **fields):
    many = {name: fields.pop(name) for name in ("topics", "settlements") if name in fields}
    page = ArticlePage(title=title, **fields)
    for name, rows in many.items():
        setattr(page, name, rows)
    return add(parent, page, publish)


def category(slug="parskats", lv="Pārskats", en="Report"):
    return Category.objects.get_or_create(slug=slug, defaults={"name": {"lv": lv, "en": en}})[0]


def picture(title="Upes līcis", **fields):
    """A small upload; nobody has encoded its variants yet."""
    out = io.BytesIO()
    PILImage.new("RGB", (64, 40)).save(out, "JPEG")
    return Image.objects.create(title=title, file=ImageFile(io.BytesIO(out.getvalue()), name="upe.jpg"), **fields)
