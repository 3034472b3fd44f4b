from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from events.blocks import FestivalProgrammeBlock
from events.models.dated_page import FACT_PANELS, TEXT_PANELS, DatedPage
from events.panels import SeriesOrderPanel
from events.vocabulary import EventKind
from home.models.base_page import BasePageManager, tabs, translatable


class FestivalPage(DatedPage):
    """The conversation festival: a day of talks side by side in several places, at the end of a series of visits.

    Hours and places of the programme are the source's, its words are translated.
    """

    programme = StreamField(
        FestivalProgrammeBlock(),
        verbose_name=_("programme"),
        blank=True,
        help_text=_("Add the places with their talks, and what everybody does together; the hours put it in order."),
    )

    objects = BasePageManager()

    event_kind = EventKind.FESTIVAL
    parent_page_types = ["events.VisitsPage", "events.VisitSeriesPage"]
    subpage_types: list[str] = []
    translatable_fields = [*DatedPage.translatable_fields, *translatable("programme")[-1:]]
    template = "events/festival_page.html"
    edit_handler = tabs([*TEXT_PANELS, FieldPanel("programme")], [SeriesOrderPanel(), *FACT_PANELS])

    class Meta:
        verbose_name = _("conversation festival")
        verbose_name_plural = _("conversation festivals")

    @property
    def search_kind(self) -> str:
        return "festival"

    def get_context(self, request, *args, **kwargs):
        from events.visits import FestivalParts

        return {**super().get_context(request, *args, **kwargs), "festival": FestivalParts(self)}
