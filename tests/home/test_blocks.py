"""Blocks of a page's text: what the editor shows of each before it is chosen."""

import re

import pytest
from django.urls import reverse
from wagtail.documents import get_document_model

from home.blocks import BodyBlock
from home.models import Funder, Person, Project, StandardPage
from tests.factories.site import picture

pytestmark = pytest.mark.django_db
each_block = pytest.mark.parametrize("name", BodyBlock().child_blocks)


def shown(name: str) -> str:
    block = BodyBlock().child_blocks[name]
    return block.render(block.get_preview_value())


@each_block
def test_block_can_be_previewed_where_nothing_is_yet(site, name):
    block = BodyBlock().child_blocks[name]
    assert block.is_previewable
    assert block.get_description()
    assert isinstance(shown(name), str)


@each_block
def test_preview_shows_something(site, name):
    picture("Upe")
    picture("Krasts")
    Person.objects.create(name="Anna Paraudziņa")
    Project.objects.create(title={"lv": "Platformas projekts"}, funder=Funder.objects.create(name={"lv": "Fonds"}))
    get_document_model().objects.create(title="Nolikums", file="documents/nolikums.pdf", file_size=5)
    assert len(shown(name)) > 40


def test_search_reads_a_heading_without_the_name_of_its_level(site):
    block = BodyBlock().child_blocks["heading"]
    assert block.get_searchable_content(block.get_preview_value()) == ["Ko atveda viesi no Norvēģijas"]


def test_gallery_of_the_preview_has_the_newest_pictures(site):
    for number in range(5):
        picture(f"Attēls {number}")
    html = shown("gallery")
    assert html.count('class="gallery__item"') == 4
    assert "Attēls 0" not in html


def test_editor_shows_the_preview_in_the_site_s_own_dress(site, admin_client):
    page = admin_client.get(reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.home.pk]))
    definition = re.search(r"block_preview_url|/admin/block-preview/", page.content.decode())
    block = StandardPage._meta.get_field("body").stream_block.child_blocks["quote"]
    preview = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}).content.decode()
    assert definition
    assert "css/main.css" in preview
    assert "Iepazināmies tikai pie šī galda." in preview
