from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from directory.querysets import ListingQuerySet
from directory.vocabulary import Kind, State


class Listing(models.Model):
    """A published thing as readers of one language see it: the only source of list, map, counts, export and API.

    Written by directory.listings in the publishing transaction. ``longitude`` and ``latitude`` (WGS 84, rounded to six
    decimals) are the published point and never the true one where that is kept back; ``area`` is the coordinates of a
    GeoJSON MultiPolygon. No column is spatial: both databases answer alike. ``x`` and ``y`` are the published point in Web Mercator
    pixels of zoom 14 with 256 px tiles (0 … 2²² - 1), y downwards; ``position`` is their Morton code.
    """

    thing = models.UUIDField()
    language = models.CharField(max_length=12)
    # A page on its way out is unpublished first, and then its row shows the source or is gone. A cascade, collected
    # before that, would take the row that readers of the other language still have.
    page = models.ForeignKey(Page, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    page_language = models.CharField(max_length=12)

    kind = models.CharField(max_length=14, choices=Kind)
    sort = models.CharField(max_length=14, blank=True)
    state = models.CharField(max_length=10, choices=State, blank=True)
    title = models.CharField(max_length=255)
    summary = models.CharField(max_length=300, blank=True)
    sort_key = models.CharField(max_length=255)
    letter = models.CharField(max_length=4)
    settlement = models.ForeignKey(
        "directory.Settlement", null=True, on_delete=models.SET_NULL, related_name="listings"
    )
    image = models.ForeignKey("home.Image", null=True, on_delete=models.SET_NULL, related_name="+")
    is_sample = models.BooleanField(default=False)
    # Nobody has confirmed it for long: said on the card, outlined on the map (directory/freshness/).
    is_stale = models.BooleanField(default=False)
    # What cards of one kind alone say: metres and minutes of an excursion.
    facts = models.JSONField(default=dict)

    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    area = models.JSONField(null=True)
    is_exact = models.BooleanField(default=False)
    x = models.BigIntegerField(null=True)
    y = models.BigIntegerField(null=True)
    position = models.BigIntegerField(null=True)

    published_at = models.DateTimeField(null=True)
    visible_from = models.DateTimeField(null=True)
    visible_until = models.DateTimeField(null=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        constraints = [models.UniqueConstraint(fields=["thing", "language"], name="directory_listing_once")]
        indexes = [
            models.Index(fields=["language", "sort_key", "thing"], name="directory_listing_name"),
            models.Index(fields=["language", "-published_at", "thing"], name="directory_listing_newest"),
            models.Index(fields=["language", "position"], name="directory_listing_position"),
            models.Index(fields=["language"], name="directory_listing_area", condition=Q(area__isnull=False)),
            models.Index(
                fields=["visible_until"], name="directory_listing_until", condition=Q(visible_until__isnull=False)
            ),
        ]

    def __str__(self):
        return self.title


class ListingValue(models.Model):
    """A facet's value that a listing counts under."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="values")
    facet = models.CharField(max_length=10)
    value = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["facet", "value", "listing"], name="directory_listing_value_once")
        ]

    def __str__(self):
        return f"{self.facet}: {self.value}"
