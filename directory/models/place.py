from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from directory.fields import ValuesField
from directory.models.listed_page import ListedPage, topics_field
from directory.querysets import ListedManager
from directory.vocabulary import Access, Kind, Precision
from home.blocks import BodyBlock
from home.models.base_page import LeadImageMixin, tabs, translatable


class PlacePage(LeadImageMixin, ListedPage):
    """A spot worth a visit: what it tells, who looks after it, how to get to it and into it."""

    listing_kind = Kind.PLACE

    body = StreamField(BodyBlock(), verbose_name=_("story"), blank=True)
    opening = models.CharField(
        _("when it is open"), max_length=200, blank=True, help_text=_("As in “always” or “May to September, by phone”.")
    )
    access_note = models.CharField(_("how to get there and in"), max_length=300, blank=True)

    host = models.ForeignKey(
        "directory.ProfilePage", verbose_name=_("who looks after it"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    topics = topics_field("+")
    access = ValuesField(verbose_name=_("access"), values_of=Access)

    objects = ListedManager()

    parent_page_types = ["directory.PlacesPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable(
        "summary", "lead_image_alt", "lead_image_caption", "body", "opening", "access_note"
    )
    template = "directory/place_page.html"
    edit_handler = tabs(
        [
            FieldPanel("title", heading=_("Name")),
            FieldPanel("settlement"),
            FieldPanel("summary"),
            LeadImageMixin.lead_image_panel,
            FieldPanel("body"),
            FieldRowPanel([FieldPanel("opening"), FieldPanel("access_note")]),
        ],
        [
            MultiFieldPanel([FieldPanel("point"), FieldPanel("precision")], heading=_("Place on the map")),
            FieldPanel("host"),
            FieldPanel("access"),
            FieldPanel("topics"),
            FieldPanel("is_sample"),
        ],
    )

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.pk is None and not args and "precision" not in kwargs:
            self.precision = Precision.EXACT  # who cannot find it cannot visit it

    def facet_values(self):
        return {**super().facet_values(), "access": list(self.access), "topic": topic_slugs(self)}

    def get_context(self, request, *args, **kwargs):
        from directory.visiting import place_context

        return {**super().get_context(request, *args, **kwargs), **place_context(self)}

    def json_ld(self, frame):
        from directory.jsonld import attraction

        return [*super().json_ld(frame), attraction(self, frame)]


def topic_slugs(page) -> list[str]:
    """A part of a topic counts under the topic too."""
    return sorted({row.slug for topic in page.topics.all() for row in (topic, topic.parent) if row is not None})
