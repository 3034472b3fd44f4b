from django.contrib.gis.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from directory.vocabulary import Kind, Precision
from home.models.base_page import BasePage


class ListedPage(BasePage):
    """What the directory lists and the map shows: profiles and rooms. Abstract."""

    listing_kind: Kind

    summary = models.TextField(
        _("in two sentences"), max_length=300, blank=True, help_text=_("What you do. Stands in lists and searches.")
    )
    settlement = models.ForeignKey(
        "directory.Settlement",
        verbose_name=_("settlement"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    point = models.PointField(_("place on the map"), srid=4326, null=True, blank=True)
    precision = models.CharField(
        _("readers see the place"), max_length=12, choices=Precision, default=Precision.SETTLEMENT
    )
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Invented for the demonstration: marked as a sample for readers.")
    )

    class Meta:
        abstract = True

    @property
    def published_point(self):
        """``(point, is_exact)``, the only position that any public door may use; ``(None, False)`` for none.

        A point that is kept back never leaves this method: the settlement's stands in for it.
        """
        if self.precision == Precision.HIDDEN:
            return None, False
        if self.precision == Precision.EXACT and self.point:
            return self.point, True
        return (self.settlement.point, False) if self.settlement and self.settlement.point else (None, False)

    def facet_values(self) -> dict[str, list[str]]:
        """Facet → values this page counts under; asked of the source page."""
        return {"kind": [self.listing_kind.value], "place": [self.settlement.slug] if self.settlement else []}

    def listing_facts(self) -> dict:
        """What cards of this kind alone say; asked of the source page."""
        return {}

    @property
    def search_kind(self) -> str:
        return self.listing_kind.value

    def search_text(self):
        place = self.source.settlement
        return f"{super().search_text()} {place.name if place else ''}"

    def get_picture(self):
        """The picture of cards, or ``None``."""
        return self.get_main_image()


def topics_field(related_name: str):
    return ParentalManyToManyField("directory.Topic", verbose_name=_("topics"), blank=True, related_name=related_name)
