from django.contrib.gis.db import models
from django.contrib.gis.geos import Point
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from directory.excursion_forms import ExcursionForm
from directory.fields import ValuesField
from directory.models.listed_page import ListedPage, topics_field
from directory.models.place import topic_slugs
from directory.panels import WayPanel
from directory.querysets import ListedManager
from directory.stop_blocks import StopsBlock
from directory.vocabulary import Access, Difficulty, Kind, Mode, Precision, Season
from directory.ways.screen import decode
from home.blocks import BodyBlock
from home.models.base_page import LeadImageMixin, tabs, translatable
from home.phone import phone_number


class ExcursionPage(LeadImageMixin, ListedPage):
    """A way with stops: walked alone on any day, or on a date with a guide (dates are the app events' matter).

    Stops are translated as text; their places, times and pictures, like the way itself, are the source page's.
    """

    listing_kind = Kind.EXCURSION

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    stops = StreamField(StopsBlock(), verbose_name=_("stops"), blank=True)
    meeting_place = models.CharField(
        _("where it begins"), max_length=160, blank=True, help_text=_("As in “the car park by the old bridge”.")
    )
    end_place = models.CharField(_("where it ends, if elsewhere"), max_length=160, blank=True)
    surface = models.CharField(_("the way"), max_length=120, blank=True, help_text=_("As in “forest path, boards”."))
    access_note = models.CharField(
        _("with wheels"), max_length=160, blank=True, help_text=_("As in “up to the third stop”, for prams and chairs.")
    )
    kit = models.CharField(_("what to take along"), max_length=300, blank=True)
    transport = models.CharField(_("by public transport"), max_length=300, blank=True)
    bad_weather = models.CharField(_("in bad weather"), max_length=300, blank=True)

    way = models.ForeignKey(
        "directory.Track", verbose_name=_("way"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_approximate = models.BooleanField(
        _("the way is drawn roughly"), default=True, help_text=_("Readers are told so, and not to rely on it.")
    )
    mode = models.CharField(_("how"), max_length=10, choices=Mode, default=Mode.FOOT)
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"), null=True, blank=True, validators=[MinValueValidator(5), MaxValueValidator(1440)],
        help_text=_("Empty: reckoned from the length and the stops."),
    )  # fmt: skip
    difficulty = models.CharField(_("difficulty"), max_length=10, choices=Difficulty, default=Difficulty.EASY)
    seasons = ValuesField(verbose_name=_("season"), values_of=Season)
    access = ValuesField(verbose_name=_("access"), values_of=Access)
    topics = topics_field("+")
    hosts = ParentalManyToManyField(
        "directory.ProfilePage", verbose_name=_("hosts"), blank=True, related_name="excursions"
    )
    passes = ParentalManyToManyField(
        "directory.Settlement", verbose_name=_("passes through"), blank=True, related_name="+"
    )
    contact_name = models.CharField(_("whom to ask"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    email = models.EmailField(_("email"), blank=True)
    checked_on = models.DateField(_("last walked by us"), null=True, blank=True)

    objects = ListedManager()
    base_form_class = ExcursionForm

    parent_page_types = ["directory.RoutesPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable(
        "summary", "lead_image_alt", "lead_image_caption", "body", "stops", "meeting_place", "end_place", "surface",
        "access_note", "kit", "transport", "bad_weather",
    )  # fmt: skip
    template = "directory/excursion_page.html"
    # An app above puts the dates first (events/apps.py).
    fact_panels = [
        WayPanel(heading=_("The way")),
        FieldRowPanel([FieldPanel("mode"), FieldPanel("difficulty"), FieldPanel("minutes")]),
        MultiFieldPanel(
            [FieldPanel("settlement"), FieldPanel("point"), FieldPanel("passes")], heading=_("Where it begins")
        ),
        MultiFieldPanel(
            [FieldPanel("seasons"), FieldPanel("access"), FieldPanel("topics")], heading=_("For whom and when")
        ),
        FieldPanel("hosts"),
        MultiFieldPanel(
            [FieldPanel("contact_name"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])],
            heading=_("Whom to ask"),
        ),
        FieldRowPanel([FieldPanel("checked_on"), FieldPanel("is_sample")]),
    ]
    edit_handler = tabs(
        [
            FieldPanel("title", heading=_("Name")),
            FieldPanel("summary"),
            LeadImageMixin.lead_image_panel,
            FieldPanel("stops"),
            FieldPanel("body"),
            FieldRowPanel([FieldPanel("meeting_place"), FieldPanel("end_place")]),
            FieldRowPanel([FieldPanel("surface"), FieldPanel("access_note")]),
            MultiFieldPanel(
                [FieldPanel("kit"), FieldPanel("transport"), FieldPanel("bad_weather")], heading=_("Good to know")
            ),
        ],
        fact_panels,
    )

    class Meta:
        verbose_name = _("excursion")
        verbose_name_plural = _("excursions")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.pk is None and not args and "precision" not in kwargs:
            self.precision = Precision.EXACT

    @property
    def published_point(self):
        """Where it begins: the point that staff gave, else the first place of the way, else the settlement."""
        if self.precision == Precision.EXACT and not self.point and self.way_id and self.way:
            return Point(*decode(self.way.screen)[0][0], srid=4326), True
        return super().published_point

    @property
    def sort(self) -> str:
        return self.mode

    @cached_property
    def metres(self) -> int | None:
        """Length of the way; ``None`` without one."""
        return self.way.metres if self.way_id and self.way else None

    @property
    def duration(self) -> int | None:
        """Minutes: what staff say, else reckoned from pace, length and the time to stay; ``None`` without a way."""
        if self.minutes:
            return self.minutes
        if self.metres is None:
            return None
        stays = sum(row["value"].get("minutes") or 0 for row in self.stops.raw_data)
        return round(self.metres / 1000 / Mode(self.mode).pace * 60) + stays

    def listing_facts(self) -> dict:
        return {"metres": self.metres, "minutes": self.duration}

    def facet_values(self):
        values = super().facet_values()
        return {
            **values,
            "place": sorted({*values["place"], *(row.slug for row in self.passes.all())}),
            "mode": [self.mode],
            "season": list(self.seasons),
            "access": list(self.access),
            "topic": topic_slugs(self),
        }

    def get_context(self, request, *args, **kwargs):
        from directory.excursions import excursion_context

        context = super().get_context(request, *args, **kwargs)
        found = excursion_context(self)
        return {**context, **found, "json_ld": [*context["json_ld"], *found["json_ld"]]}
