from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from events.panels import SeriesOrderPanel
from home.blocks import BodyBlock
from home.models.base_page import BasePage, BasePageManager, LeadImageMixin, tabs, translatable


class VisitSeriesPage(LeadImageMixin, BasePage):
    """Visits under one theme, one community after another; they and the festival that ends them stand beneath it."""

    lead = models.TextField(_("theme"), max_length=400, blank=True, help_text=_("What all the visits are about."))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Invented for the demonstration: marked as a sample for readers.")
    )

    objects = BasePageManager()

    is_series = True
    search_kind = "visit"
    parent_page_types = ["events.VisitsPage"]
    subpage_types = ["events.VisitPage", "events.FestivalPage"]
    translatable_fields = translatable("lead", "lead_image_alt", "lead_image_caption", "body")
    template = "events/visit_series_page.html"
    edit_handler = tabs(
        [
            SeriesOrderPanel(),
            FieldPanel("title"),
            FieldPanel("lead"),
            LeadImageMixin.lead_image_panel,
            FieldPanel("body"),
        ],
        [FieldPanel("is_sample")],
    )

    class Meta:
        verbose_name = _("series of visits")
        verbose_name_plural = _("series of visits")

    def get_context(self, request, *args, **kwargs):
        from events.visits import VisitSeriesParts

        facts = self.source
        return {**super().get_context(request, *args, **kwargs), "facts": facts, "series": VisitSeriesParts(facts)}
