import functools

from django import forms
from django.conf import settings
from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from events.blocks import ProgrammeBlock
from events.models.dated_page import FACT_PANELS, TEXT_PANELS, DatedPage
from events.panels import SeriesOrderPanel
from events.vocabulary import EventKind
from home.models.base_page import BasePage, BasePageManager, tabs, translatable


def in_main_language() -> dict:
    """Pages that facts may name: those that hold facts themselves."""
    return {"locale__language_code": settings.LANGUAGE_CODE}


class VisitsPage(BasePage):
    """Visits and series of visits, or the conversation festival, which stands in the menu by itself."""

    class Shows(models.TextChoices):
        ALL = "", _("Visits and their series")
        FESTIVAL = "festival", _("The conversation festival")

    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    shows = models.CharField(_("shows"), max_length=10, choices=Shows, default=Shows.ALL, blank=True)

    objects = BasePageManager()

    hides_when_empty = True
    parent_page_types = ["directory.ExcursionsPage"]
    subpage_types = ["events.VisitPage", "events.VisitSeriesPage", "events.FestivalPage"]
    translatable_fields = translatable("intro")
    template = "events/visits_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro")], [FieldPanel("shows")])

    class Meta:
        verbose_name = _("visits")
        verbose_name_plural = _("visits")

    def get_context(self, request, *args, **kwargs):
        from events.visits import visits_of

        found = SimpleLazyObject(functools.partial(visits_of, self.source.shows))
        return {**super().get_context(request, *args, **kwargs), "visits": found}


class VisitPage(DatedPage):
    """A community has guests for a day: its programme, the places they see, perhaps the excursion they go."""

    programme = StreamField(ProgrammeBlock(), verbose_name=_("programme"), blank=True)

    places = ParentalManyToManyField(
        "directory.PlacePage", verbose_name=_("places that are seen"), blank=True, related_name="+",
        limit_choices_to=in_main_language,
    )  # fmt: skip
    excursion = models.ForeignKey(
        "directory.ExcursionPage", verbose_name=_("along an excursion"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = BasePageManager()

    event_kind = EventKind.VISIT
    parent_page_types = ["events.VisitsPage", "events.VisitSeriesPage"]
    subpage_types: list[str] = []
    translatable_fields = [*DatedPage.translatable_fields, *translatable("programme")[-1:]]
    template = "events/visit_page.html"
    edit_handler = tabs(
        [*TEXT_PANELS, FieldPanel("programme")],
        [
            SeriesOrderPanel(),
            FACT_PANELS[0],
            FieldPanel("organiser", heading=_("Who has guests")),
            MultiFieldPanel(
                [FieldPanel("places", widget=forms.CheckboxSelectMultiple), FieldPanel("excursion")],
                heading=_("What the guests see"),
            ),
            FACT_PANELS[1],
            *(panel for panel in FACT_PANELS[2:] if getattr(panel, "field_name", "") != "organiser"),
        ],
    )

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")

    @property
    def search_kind(self) -> str:
        return "visit"

    def get_context(self, request, *args, **kwargs):
        from events.visits import VisitParts

        return {**super().get_context(request, *args, **kwargs), "visit": VisitParts(self.source)}
