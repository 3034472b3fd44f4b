from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from home.blocks import BodyBlock
from home.models.base_page import BasePage, BasePageManager, LeadImageMixin, tabs, translatable


class StandardPage(LeadImageMixin, BasePage):
    """A page of plain content: about, contacts, privacy, easy to read."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    easy_to_read = models.BooleanField(
        _("easy to read"), default=False, help_text=_("Short lines, larger type, one thought to a line.")
    )

    objects = BasePageManager()

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    translatable_fields = translatable("intro", "lead_image_alt", "lead_image_caption", "body")
    template = "home/standard_page.html"
    edit_handler = tabs(
        [FieldPanel("title"), FieldPanel("intro"), LeadImageMixin.lead_image_panel, FieldPanel("body")],
        [FieldPanel("easy_to_read")],
    )

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["children"] = context["frame"].children_of(self)
        return context


class PeoplePage(BasePage):
    """People and contacts, in groups that staff name."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    objects = BasePageManager()

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable("intro", "body")
    template = "home/people_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro"), FieldPanel("body")])

    class Meta:
        verbose_name = _("people and contacts")
        verbose_name_plural = _("people and contacts")


class ProjectsPage(BasePage):
    """Every funder and funded project, from the rows themselves."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    objects = BasePageManager()

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable("intro", "body")
    template = "home/projects_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro"), FieldPanel("body")])

    class Meta:
        verbose_name = _("funders and projects")
        verbose_name_plural = _("funders and projects")

    def get_context(self, request, *args, **kwargs):
        from home.models.project import Project

        projects = Project.objects.select_related("funder", "funder__logo")
        return {**super().get_context(request, *args, **kwargs), "projects": projects}

    def search_text(self):
        from home.models.project import Project
        from home.translated import Translated

        rows = [value for row in Project.objects.select_related("funder") for value in (row.title, row.aim, row.number)]
        texts = [row.get(self.language, "") if isinstance(row, Translated) else row for row in rows]
        return " ".join([super().search_text(), *texts])


class AccessibilityPage(BasePage):
    """The accessibility statement, with the fields of the Latvian regulation MK 445 of 14 July 2020, annex 2."""

    class Conformance(models.TextChoices):
        FULL = "full", _("fully accessible")
        PARTIAL = "partial", _("partly accessible")
        NONE = "none", _("not accessible")

    class Method(models.TextChoices):
        SELF = "self", _("self-assessment")
        SIMPLE = "simple", _("simplified assessment")
        EXTERNAL = "external", _("assessment by an outside expert")

    conformance = models.CharField(
        _("how accessible the site is"), max_length=10, choices=Conformance, default=Conformance.PARTIAL
    )
    method = models.CharField(_("how it was assessed"), max_length=10, choices=Method, default=Method.SELF)
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)
    prepared_on = models.DateField(_("statement prepared on"), null=True, blank=True)
    reviewed_on = models.DateField(_("statement reviewed on"), null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField(_("answer within, days"), default=15)
    intro = models.TextField(_("what is done for accessibility"), blank=True, max_length=800)
    limitations = RichTextField(_("what is not accessible, and why"), blank=True)
    alternatives = RichTextField(_("how to get it otherwise"), blank=True)
    feedback = RichTextField(_("where to tell us"), blank=True)
    enforcement = RichTextField(_("where to complain"), blank=True)

    objects = BasePageManager()

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    translatable_fields = translatable("intro", "limitations", "alternatives", "feedback", "enforcement")
    template = "home/accessibility_page.html"
    edit_handler = tabs(
        [
            FieldPanel("title"),
            FieldPanel("intro"),
            FieldPanel("limitations"),
            FieldPanel("alternatives"),
            FieldPanel("feedback"),
            FieldPanel("enforcement"),
        ],
        [
            FieldPanel("conformance"),
            FieldPanel("method"),
            FieldPanel("assessed_on"),
            FieldPanel("prepared_on"),
            FieldPanel("reviewed_on"),
            FieldPanel("answer_days"),
        ],
    )

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
