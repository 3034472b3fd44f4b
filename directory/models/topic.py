from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.vocabulary import TopicIcon
from home.translated import TranslatedField


class Topic(models.Model):
    """What things are about, in two levels of the editors' own choosing."""

    slug = models.SlugField(_("name in addresses"), max_length=60, unique=True)
    name = TranslatedField(_("name"), text_length=80)
    parent = models.ForeignKey(
        "self", verbose_name=_("part of"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    icon = models.CharField(
        _("icon"), max_length=30, blank=True, choices=TopicIcon, help_text=_("Its parts have the same one.")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("parent"),
        FieldPanel("icon"),
        FieldPanel("sort_order"),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("sort_order", "slug")

    def __str__(self):
        return str(self.name)

    @property
    def drawing(self) -> str:
        """Name of its icon, else of that of the topic it is a part of."""
        return self.icon or (self.parent.icon if self.parent else "")

    def clean(self):
        if self.parent and (self.parent.parent_id or self.parent_id == self.pk):
            raise ValidationError({"parent": _("Topics have two levels: choose one of the first level.")})
