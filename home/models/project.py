from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.translated import TranslatedField


class Funder(models.Model):
    """Who pays, with the logo and the words that the contract asks to be shown."""

    name = TranslatedField(_("name"), text_length=200)
    url = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "home.Image", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    publicity_clause = TranslatedField(
        _("publicity clause"), multiline=True, blank=True, help_text=_("Word for word as the contract asks.")
    )

    panels = [FieldPanel("name"), FieldPanel("url"), FieldPanel("logo"), FieldPanel("publicity_clause")]

    class Meta:
        verbose_name = _("funder")
        verbose_name_plural = _("funders")

    def __str__(self):
        return str(self.name)


class Project(models.Model):
    """A funded project, with the facts that publicity rules ask for. Money is in euros."""

    title = TranslatedField(_("title"), text_length=255)
    number = models.CharField(_("registration number"), max_length=80, blank=True)
    starts = models.DateField(_("begins"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True)
    total = models.DecimalField(_("total, euros"), max_digits=12, decimal_places=2, null=True, blank=True)
    implementer = TranslatedField(_("implemented by"), text_length=200, blank=True)
    aim = TranslatedField(_("aim"), multiline=True, blank=True)
    funder = models.ForeignKey(
        Funder, verbose_name=_("funder"), null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("number"),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends"), FieldPanel("total")]),
        FieldPanel("implementer"),
        FieldPanel("aim"),
        FieldPanel("funder"),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ("-starts", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(starts=None) | models.Q(ends__gte=models.F("starts")),
                name="home_project_ends_after_start",
            ),
        ]

    def __str__(self):
        return str(self.title)

    def clean(self):
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The project cannot end before it begins.")})
