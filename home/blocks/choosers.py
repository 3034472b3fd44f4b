"""Choosers that remember: several blocks of one page that choose rows of one kind share what was loaded."""

from wagtail.blocks import PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

__all__ = ["DocumentChooserBlock", "ImageChooserBlock", "PageChooserBlock", "PersonChooserBlock", "ProjectChooserBlock"]


class RelatedChooserBlock(SnippetChooserBlock):
    """A row with what it needs to be shown, in one query for all of the kind in a stream."""

    related: tuple[str, ...] = ()

    def bulk_to_python(self, values):
        rows = self.model_class._default_manager.select_related(*self.related).in_bulk(values)
        return [rows.get(pk) for pk in values]


class PersonChooserBlock(RelatedChooserBlock):
    related = ("photo",)

    def get_searchable_content(self, value):
        return [value.name, *value.role.all_texts()[:1]] if value else []

    def __init__(self, **kwargs):
        kwargs.pop("target_model", None)
        super().__init__("home.Person", **kwargs)

    def deconstruct(self):
        return "home.blocks.choosers.PersonChooserBlock", (), {}


class ProjectChooserBlock(RelatedChooserBlock):
    related = ("funder", "funder__logo")

    def __init__(self, **kwargs):
        kwargs.pop("target_model", None)
        super().__init__("home.Project", **kwargs)

    def deconstruct(self):
        return "home.blocks.choosers.ProjectChooserBlock", (), {}
