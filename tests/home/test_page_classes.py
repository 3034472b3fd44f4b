"""What every page class owes the site, however new it is: a place in the tree, words in both languages, to be found."""

import pytest
from django.db import models
from django.utils.translation import override
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page, get_page_models
from wagtail.rich_text import RichText

from home.models import HomePage
from tests.factories.shared import fresh
from tests.factories.site import add, translate

APPS = {"home", "directory", "events", "news"}
OURS = sorted((model for model in get_page_models() if model._meta.app_label in APPS), key=lambda model: model.__name__)
CREATABLE = [model for model in OURS if model.is_creatable]
# Under these the apps above put pages that the app of the parent must not know: each child says where it may stand.
OPEN_TO_APPS_ABOVE = {"HomePage", "StandardPage"}
# Text columns that are facts, the same in every language: read from the source page, never translated.
NEUTRAL = {
    ("AccessibilityPage", "conformance"): "a choice; its label is translated",
    ("AccessibilityPage", "method"): "a choice; its label is translated",
    ("ArticlePage", "kind"): "a choice; its label is translated",
    ("NewsIndexPage", "shows"): "a choice; its label is translated",
    ("TrainingIndexPage", "shows"): "a choice; its label is translated",
    ("CalendarPage", "shows"): "a choice; its label is translated",
    ("VisitsPage", "shows"): "a choice; its label is translated",
    ("SuggestPage", "asks"): "a choice; its label is translated",
    ("EventPage", "kind"): "a choice; its label is translated",
    ("DatedPage", "address"): "a name on a letter",
    ("DatedPage", "contact_name"): "a name",
    ("DatedPage", "email"): "an address",
    ("DatedPage", "phone"): "a number",
    ("ExcursionPage", "mode"): "a choice; its label is translated",
    ("ExcursionPage", "difficulty"): "a choice; its label is translated",
    ("ExcursionPage", "contact_name"): "a name",
    ("ExcursionPage", "phone"): "a number",
    ("ExcursionPage", "email"): "an address",
    ("StoryPage", "stage"): "a choice; its label is translated",
    ("ListedPage", "precision"): "a choice; its label is translated",
    ("ProfilePage", "state"): "a choice; its label is translated",
    ("CommunityPage", "sort"): "a choice; its label is translated",
    ("OrganisationPage", "sort"): "a choice; its label is translated",
    ("OrganisationPage", "register_number"): "a number of the register",
    ("OrganisationPage", "country"): "a code",
    ("ProfilePage", "website"): "an address",
    ("ProfilePage", "facebook_url"): "an address",
    ("ProfilePage", "other_url"): "an address",
    ("VenuePage", "address"): "a name on a letter",
    ("VenuePage", "email"): "an address",
    ("VenuePage", "phone"): "a number",
    ("VenuePage", "website"): "an address",
}
# What a text field tells machines and not readers.
NOT_READ = {"title", "slug", "seo_title"}

each = pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
each_creatable = pytest.mark.parametrize("model", CREATABLE, ids=lambda model: model.__name__)


def own_fields(model) -> list[models.Field]:
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return [field for field in fields if field.model is not Page and not field.primary_key and field.editable]


def text_fields(model) -> list[models.Field]:
    return [
        field for field in own_fields(model) if isinstance(field, models.CharField | models.TextField | StreamField)
    ]


def translatable(model) -> set[str]:
    return {field.field_name for field in model.translatable_fields}


def states(model, name: str) -> bool:
    """Whether the class or one it is made of says so, and not Wagtail."""
    return any(name in vars(base) for base in model.__mro__ if base.__module__.partition(".")[0] in APPS)


def test_there_are_page_classes():
    assert {"HomePage", "StandardPage", "ArticlePage", "NewsIndexPage"} <= {model.__name__ for model in OURS}


# --- the tree


@each
def test_class_says_where_it_stands_and_what_stands_below(model):
    assert states(model, "parent_page_types")
    assert states(model, "subpage_types") or model.__name__ in OPEN_TO_APPS_ABOVE
    assert states(model, "translatable_fields")


@each
def test_class_has_a_place_below_a_home_page(model):
    assert (Page in model.allowed_parent_page_models()) == (model is HomePage)
    assert Page not in model.creatable_subpage_models()
    above, seen = {model}, set()
    while above - seen:
        seen |= above
        above = {parent for child in above for parent in child.allowed_parent_page_models()}
    assert HomePage in seen or not model.is_creatable


# --- words


@each
def test_every_text_is_translatable_or_a_fact(model):
    names = {field.name for field in text_fields(model)}
    facts = {name for name in names if any((base.__name__, name) in NEUTRAL for base in model.__mro__)}
    assert names - translatable(model) == facts
    assert translatable(model) <= {field.name for field in model._meta.fields}


def test_every_named_fact_exists():
    known = {(base.__name__, field.name) for model in OURS for base in model.__mro__ for field in text_fields(model)}
    assert set(NEUTRAL) - known == set()


@each
def test_facts_and_relations_are_not_translated(model):
    """wagtail-localize would copy a row's key once and let it go stale."""
    assert {field.name for field in own_fields(model) if field.is_relation} & translatable(model) == set()


@each
def test_names_are_latvian_in_latvian(model):
    """The class, its fields and what is said below them; English is what the code says."""
    texts = [model._meta.verbose_name, model._meta.verbose_name_plural]
    for field in own_fields(model):
        texts += [field.verbose_name, field.help_text, *(label for _value, label in field.flatchoices)]
    with override("en"):
        english = [str(text) for text in texts]
    with override("lv"):
        latvian = [str(text) for text in texts]
    assert [text for text, other in zip(english, latvian, strict=True) if text and text == other] == []


# --- an empty page


def place(model) -> type[Page]:
    """A class of page that this one may stand under: the home page, if it may."""
    parents = [parent for parent in model.allowed_parent_page_models() if parent.is_creatable and parent is not model]
    return HomePage if HomePage in parents else parents[0]


@pytest.fixture(scope="module")
def _pages(site_of_file):
    pages = {HomePage: site_of_file.home}

    def planted(model):
        if model not in pages:
            pages[model] = add(planted(place(model)), model(title="Tukša lapa", slug=f"tuksa-{model.__name__.lower()}"))
        return pages[model]

    for model in CREATABLE:
        planted(model)
    return pages


@pytest.fixture
def page(_pages, model, db):
    """A published page of the class, with a title and nothing else."""
    return fresh(_pages[model])


@pytest.mark.django_db
@each_creatable
def test_empty_page_is_shown_in_both_languages(page, client, model):
    path = page.get_url()
    shown = [client.get(path), client.get(f"/en{path}")]
    if model is not HomePage:
        translate(page, title="Empty page", slug="empty")
        shown.append(client.get(f"/en{path}", follow=True))
        assert shown[-1].redirect_chain
    for response in shown:
        assert response.status_code == 200
        assert response.content.decode().count("<h1") == 1


@pytest.mark.django_db
@each_creatable
def test_empty_page_can_be_looked_at_before_it_is_saved(_pages, site, model):
    """As the editor's preview does it: no primary key, a place in the tree all the same."""
    parent = fresh(_pages[place(model)]) if model is not HomePage else site.home
    page = model(title="Tukša lapa", slug="tuksa", locale=site.home.locale)
    page.depth, page.path = parent.depth + 1, Page._get_children_path_interval(parent.path)[1]
    page.set_url_path(parent)
    response = page.make_preview_request()
    assert response.status_code == 200
    assert "Tukša lapa" in response.render().content.decode() or model is HomePage


# --- to be found


class Words:
    """One word after another that nobody else uses; knows where each was put."""

    def __init__(self):
        self.given = {}

    def __call__(self, where: str) -> str:
        word = f"zvirbulis{len(self.given)}x"
        self.given[word] = where
        return word


def filled(block, word, where=""):
    """A value for the block with a new word in each text that readers read."""
    if isinstance(block, blocks.StreamBlock):
        return [(name, filled(child, word, f"{where}.{name}")) for name, child in block.child_blocks.items()]
    if isinstance(block, TypedTableBlock):
        table = {"columns": [{"type": "text", "heading": word(where)}], "rows": [{"values": [word(where)]}]}
        return block.to_python(table)
    if isinstance(block, ImageBlock):  # its words stand in for a picture that the others see
        return block.get_default()
    if isinstance(block, blocks.StructBlock):
        return {name: filled(child, word, f"{where}.{name}") for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return [filled(block.child_block, word, where)]
    if isinstance(block, blocks.RichTextBlock):
        return RichText(f"<p>{word(where)}</p>")
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return word(where)
    return block.get_default()


@pytest.mark.django_db
@each_creatable
def test_every_word_of_a_page_can_be_found(page, model):
    word = Words()
    for field in text_fields(model):
        if field.name in translatable(model) - NOT_READ:
            is_stream = isinstance(field, StreamField)
            value = filled(field.stream_block, word, field.name) if is_stream else word(field.name)
            setattr(page, field.name, value)
    found = page.search_text()
    assert [where for given, where in word.given.items() if given not in found] == []
