from django.contrib.gis.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from directory.fields import ValuesField
from directory.models.listed_page import ListedPage
from directory.querysets import ListedManager
from directory.vocabulary import Access, Equipment, Kind, Precision
from home.blocks import BodyBlock
from home.models.base_page import LeadImageMixin, tabs, translatable
from home.phone import phone_number


class VenuePage(LeadImageMixin, ListedPage):
    """A room that people can use: what it holds, what it has, what it costs, whom to ask."""

    listing_kind = Kind.VENUE

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    price = models.CharField(_("price"), max_length=200, blank=True, help_text=_("As in “free for communities”."))
    booking = models.TextField(_("how to book"), max_length=400, blank=True)
    access_note = models.CharField(_("how to get there and in"), max_length=300, blank=True)

    address = models.CharField(_("address"), max_length=200, blank=True)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    is_free = models.BooleanField(_("free of charge for communities"), default=False)
    equipment = ValuesField(verbose_name=_("equipment"), values_of=Equipment)
    access = ValuesField(verbose_name=_("access"), values_of=Access)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    email = models.EmailField(_("email"), blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = ListedManager()

    parent_page_types = ["directory.VenuesPage", "directory.DirectoryPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable(
        "summary", "lead_image_alt", "lead_image_caption", "body", "price", "booking", "access_note"
    )
    template = "directory/venue_page.html"
    edit_handler = tabs(
        [
            FieldPanel("title", heading=_("Name")),
            FieldPanel("settlement"),
            FieldPanel("summary"),
            FieldPanel("booking"),
            FieldPanel("price"),
            LeadImageMixin.lead_image_panel,
            FieldPanel("body"),
            FieldPanel("access_note"),
        ],
        [
            FieldRowPanel([FieldPanel("seats"), FieldPanel("is_free")]),
            FieldPanel("equipment"),
            FieldPanel("access"),
            MultiFieldPanel(
                [FieldPanel("address"), FieldPanel("point"), FieldPanel("precision")], heading=_("Place on the map")
            ),
            MultiFieldPanel(
                [FieldPanel("phone"), FieldPanel("email"), FieldPanel("website")], heading=_("How to reach")
            ),
            FieldPanel("is_sample"),
        ],
    )

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.pk is None and not args and "precision" not in kwargs:
            self.precision = Precision.EXACT  # a public room has nothing to hide

    def facet_values(self):
        return {**super().facet_values(), "access": list(self.access)}

    def get_context(self, request, *args, **kwargs):
        from directory.profiles import venue_context

        return {**super().get_context(request, *args, **kwargs), **venue_context(self)}
