from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import BodyBlock
from home.models.base_page import BasePage, LeadImageMixin, tabs, translatable
from news.querysets import SeriesManager


class TrainingSeriesPage(LeadImageMixin, BasePage):
    """Trainings that belong together; they stand beneath it in the tree, each with dates of its own."""

    lead = models.TextField(_("lead"), max_length=400, blank=True, help_text=_("Two sentences that tell it all."))
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Invented for the demonstration: marked as a sample for readers.")
    )

    objects = SeriesManager()

    search_kind = "training"
    is_series = True
    parent_page_types = ["news.TrainingIndexPage"]
    subpage_types = ["news.TrainingPage"]
    translatable_fields = translatable("lead", "lead_image_alt", "lead_image_caption", "body")
    template = "news/training_series_page.html"
    edit_handler = tabs(
        [FieldPanel("title"), FieldPanel("lead"), LeadImageMixin.lead_image_panel, FieldPanel("body")],
        [FieldPanel("is_sample")],
    )

    class Meta:
        verbose_name = _("training series")
        verbose_name_plural = _("series of training")

    def get_context(self, request, *args, **kwargs):
        from news.training_parts import SeriesParts

        facts = self.source
        return {**super().get_context(request, *args, **kwargs), "facts": facts, "series": SeriesParts(facts)}
