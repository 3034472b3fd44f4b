from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.translated import TranslatedField


class Category(models.Model):
    """What sort of news an article is: a report, the council, rooms. An article has one."""

    slug = models.SlugField(_("name in addresses"), max_length=60, unique=True)
    name = TranslatedField(_("name"), text_length=60)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("sort_order")]

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ("sort_order", "slug")

    def __str__(self):
        return str(self.name)
