from django.contrib.gis.db import models
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from directory.models.listed_page import ListedPage, topics_field
from directory.models.place import topic_slugs
from directory.querysets import ListedManager
from directory.vocabulary import Kind, Precision, Stage
from home.blocks import BodyBlock
from home.models.base_page import tabs, translatable


class StoryPage(ListedPage):
    """How people change a place: the idea, the work, what it looked like before and looks like now."""

    listing_kind = Kind.STORY

    body = StreamField(BodyBlock(), verbose_name=_("story"), blank=True)
    help_wanted = models.CharField(
        _("what would help"), max_length=300, blank=True, help_text=_("Shown while it is an idea or in progress.")
    )
    before_alt = models.CharField(_("description of the picture before"), max_length=255, blank=True)
    after_alt = models.CharField(_("description of the picture after"), max_length=255, blank=True)

    stage = models.CharField(_("state"), max_length=10, choices=Stage, default=Stage.IDEA)
    begun_on = models.DateField(_("begun"), null=True, blank=True)
    done_on = models.DateField(_("done"), null=True, blank=True)
    before = models.ForeignKey(
        "home.Image",
        verbose_name=_("picture before"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    after = models.ForeignKey(
        "home.Image", verbose_name=_("picture after"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        help_text=_("Best from the same spot, in the same shape."),
    )  # fmt: skip
    area = models.MultiPolygonField(_("area on the map"), srid=4326, null=True, blank=True)
    communities = ParentalManyToManyField(
        "directory.ProfilePage", verbose_name=_("who does it"), blank=True, related_name="stories"
    )
    project = models.ForeignKey(
        "home.Project", verbose_name=_("funded project"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    topics = topics_field("+")

    objects = ListedManager()

    parent_page_types = ["directory.StoriesPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable("summary", "body", "help_wanted", "before_alt", "after_alt")
    template = "directory/story_page.html"
    edit_handler = tabs(
        [
            FieldPanel("title", heading=_("Name")),
            FieldPanel("summary"),
            FieldPanel("body"),
            FieldPanel("help_wanted"),
            MultiFieldPanel(
                [FieldPanel("before"), FieldPanel("before_alt"), FieldPanel("after"), FieldPanel("after_alt")],
                heading=_("Before and after"),
            ),
        ],
        [
            FieldPanel("stage"),
            FieldRowPanel([FieldPanel("begun_on"), FieldPanel("done_on")]),
            MultiFieldPanel(
                [FieldPanel("settlement"), FieldPanel("point"), FieldPanel("precision"), FieldPanel("area")],
                heading=_("Place on the map"),
            ),
            FieldPanel("communities"),
            FieldPanel("project"),
            FieldPanel("topics"),
            FieldPanel("is_sample"),
        ],
    )

    class Meta:
        verbose_name = _("placemaking story")
        verbose_name_plural = _("placemaking stories")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.pk is None and not args and "precision" not in kwargs:
            self.precision = Precision.EXACT

    def clean(self):
        super().clean()
        if self.begun_on and self.done_on and self.done_on < self.begun_on:
            raise ValidationError({"done_on": _("It was done before it was begun.")})

    @property
    def sort(self) -> str:
        return self.stage

    def get_main_image(self):
        return self.source.after or self.source.before

    def facet_values(self):
        return {**super().facet_values(), "stage": [self.stage], "topic": topic_slugs(self)}

    def get_context(self, request, *args, **kwargs):
        from directory.visiting import story_context

        return {**super().get_context(request, *args, **kwargs), **story_context(self)}
