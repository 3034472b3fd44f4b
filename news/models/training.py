from django import forms
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from events.blocks import ProgrammeBlock
from events.models.dated_page import FACT_PANELS, TEXT_PANELS, DatedPage
from events.models.visit import in_main_language
from events.vocabulary import EventKind
from home.blocks import BodyBlock
from home.models.base_page import tabs, translatable
from news.blocks import MaterialsBlock
from news.querysets import TrainingManager


def many(field: str) -> FieldPanel:
    return FieldPanel(field, widget=forms.CheckboxSelectMultiple)


class TrainingPage(DatedPage):
    """Somebody teaches and others learn, on one date or several; before it an announcement, afterwards what came of it."""

    programme = StreamField(ProgrammeBlock(), verbose_name=_("programme"), blank=True)
    materials = StreamField(MaterialsBlock(), verbose_name=_("materials"), blank=True)
    outcome = StreamField(
        BodyBlock(),
        verbose_name=_("what came of it"),
        blank=True,
        help_text=_("Stands first on the page once all dates are over."),
    )

    lecturers = ParentalManyToManyField("home.Person", verbose_name=_("lecturers"), blank=True, related_name="+")
    partners = ParentalManyToManyField(
        "directory.ProfilePage", verbose_name=_("partners"), blank=True, related_name="+",
        limit_choices_to=in_main_language,
    )  # fmt: skip

    objects = TrainingManager()

    event_kind = EventKind.TRAINING
    parent_page_types = ["news.TrainingIndexPage", "news.TrainingSeriesPage"]
    subpage_types: list[str] = []
    translatable_fields = [*DatedPage.translatable_fields, *translatable("programme", "materials", "outcome")[-3:]]
    template = "news/training_page.html"
    edit_handler = tabs(
        [*TEXT_PANELS, FieldPanel("programme"), FieldPanel("materials"), FieldPanel("outcome")],
        [*FACT_PANELS[:1], many("lecturers"), many("partners"), *FACT_PANELS[1:]],
    )

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("training events")

    @property
    def search_kind(self) -> str:
        return "training"

    def search_text(self):
        # Looking for a lecturer leads to what they teach.
        names = " ".join(person.name for person in self.source.lecturers.all())
        return f"{super().search_text()} {names}"

    def get_context(self, request, *args, **kwargs):
        from news.training_parts import TrainingParts

        return {**super().get_context(request, *args, **kwargs), "training": TrainingParts(self.source)}
