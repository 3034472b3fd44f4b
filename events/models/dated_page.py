from dataclasses import dataclass

from django.contrib.gis.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from events.panels import DatesPanel
from events.vocabulary import EventKind
from home.blocks import BodyBlock
from home.models.base_page import BasePage, LeadImageMixin, translatable
from home.phone import phone_number


@dataclass(frozen=True)
class Place:
    """Where it is held: a room of the directory, or what was typed. ``name`` is in the language of the page."""

    name: str
    address: str
    settlement: object | None
    point: object | None
    url: str = ""


class DatedPage(LeadImageMixin, BasePage):
    """What announces something with dates. The dates and those who come hang on ``events.Event``, by translation key.

    Abstract: trainings and events are announced alike, whatever else their pages tell.
    """

    lead = models.TextField(_("lead"), max_length=400, blank=True, help_text=_("Two sentences that tell it all."))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    place_name = models.CharField(
        _("place, if it is none of the rooms"), max_length=160, blank=True, help_text=_("As in “by the old mill”.")
    )
    contact_hours = models.CharField(_("when to call"), max_length=120, blank=True)

    organiser = models.ForeignKey(
        "directory.ProfilePage", verbose_name=_("organiser"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    venue = models.ForeignKey(
        "directory.VenuePage", verbose_name=_("room"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # fmt: skip
    settlement = models.ForeignKey(
        "directory.Settlement", verbose_name=_("town or village"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    address = models.CharField(_("address"), max_length=200, blank=True)
    point = models.PointField(_("place on the map"), srid=4326, null=True, blank=True)
    topics = ParentalManyToManyField("directory.Topic", verbose_name=_("topics"), blank=True, related_name="+")
    contact_name = models.CharField(_("whom to ask"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    email = models.EmailField(_("email"), blank=True)
    project = models.ForeignKey(
        "home.Project", verbose_name=_("funded project"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Invented for the demonstration: marked as a sample for readers.")
    )

    translatable_fields = translatable(
        "lead", "lead_image_alt", "lead_image_caption", "body", "place_name", "contact_hours"
    )

    class Meta:
        abstract = True

    event_kind: str = EventKind.GATHERING

    @property
    def search_kind(self) -> str:
        return "event"

    def search_text(self):
        place = self.source.place
        names = f"{place.name} {place.settlement or ''} {self.source.organiser or ''}"
        return f"{super().search_text()} {names}"

    def place_in(self, page: "DatedPage") -> Place:
        """Where it is: facts of this page, a typed name in the words of ``page``."""
        venue = self.venue
        return Place(
            name=page.place_name or (venue.title if venue else ""),
            address=self.address or (venue.address if venue and not page.place_name else ""),
            settlement=self.settlement or (venue.settlement if venue else None),
            point=self.point or (venue.published_point[0] if venue and not page.place_name else None),
        )

    @cached_property
    def place(self) -> Place:
        return self.source.place_in(self)

    def series_key(self):
        """Translation key of the series beneath which it stands, or ``None``."""
        parent = self.get_parent() if self.depth and self.depth > 1 else None
        return parent.translation_key if parent and getattr(parent.specific_class, "is_series", False) else None

    def json_ld(self, frame):
        from events.jsonld import events

        return [*super().json_ld(frame), *events(self)]

    def get_context(self, request, *args, **kwargs):
        from events.announcement import announcement

        return {**super().get_context(request, *args, **kwargs), **announcement(self, request)}


TEXT_PANELS = [
    FieldPanel("title"),
    FieldPanel("lead"),
    LeadImageMixin.lead_image_panel,
    FieldPanel("body"),
]
WHERE_PANEL = MultiFieldPanel(
    [
        FieldPanel("venue"),
        FieldPanel("place_name"),
        FieldRowPanel([FieldPanel("settlement"), FieldPanel("address")]),
        FieldPanel("point"),
    ],
    heading=_("Where"),
    help_text=_(
        "Choosing a room is enough: its address and place on the map come with it. Whoever has signed up is written to "
        "when you publish another place."
    ),
)
FACT_PANELS = [
    DatesPanel(heading=_("Dates and sign-up")),
    WHERE_PANEL,
    FieldPanel("topics"),
    FieldPanel("organiser"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("contact_name"), FieldPanel("phone")]),
            FieldRowPanel([FieldPanel("email"), FieldPanel("contact_hours")]),
        ],
        heading=_("Whom to ask"),
    ),
    FieldPanel("project"),
    FieldPanel("is_sample"),
]
