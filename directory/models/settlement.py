from django.contrib.gis.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Settlement(models.Model):
    """A town, village or parish. Its name is the same in every language; cases are content, never built by code."""

    class Kind(models.TextChoices):
        TOWN = "town", _("town")
        PARISH = "parish", _("parish")
        VILLAGE = "village", _("village")

    slug = models.SlugField(_("name in addresses"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=80)
    locative = models.CharField(
        _("where: the locative"), max_length=90, blank=True, help_text=_("In Latvian, as in “Ķekavā”.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.VILLAGE)
    parish = models.CharField(_("parish"), max_length=80, blank=True)
    point = models.PointField(_("place on the map"), srid=4326, null=True, blank=True)
    is_main = models.BooleanField(_("among the first to choose from"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("locative")]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("parish")]),
        FieldPanel("is_main"),
        FieldPanel("point"),
    ]

    class Meta:
        verbose_name = _("settlement")
        verbose_name_plural = _("settlements")
        ordering = ("name",)

    def __str__(self):
        return self.name
