"""Verbs of the directory. Every public door asks listings, and every one asks them ``published()``."""

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageManager

from directory.vocabulary import IN_DIRECTORY
from home.querysets import PublishedQuerySet


@models.BigIntegerField.register_lookup
class InRanges(models.Lookup):
    """``position__in_ranges=[(first, last), …]``, both ends included: one condition where Q would have to build dozens."""

    lookup_name = "in_ranges"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        if not self.rhs:
            raise EmptyResultSet
        sql = " OR ".join([f"{column} BETWEEN %s AND %s"] * len(self.rhs))
        return f"({sql})", [value for ends in self.rhs for value in (*params, *ends)]


class ListedQuerySet(PublishedQuerySet):
    """Pages that become listings."""

    def for_page(self):
        fields = {field.name for field in self.model._meta.fields}
        found = self.select_related("locale", *({"lead_image", "settlement", "logo", "way"} & fields))
        return found.defer("way__line") if "way" in fields else found  # a page shows the way made for the screen


ListedManager = PageManager.from_queryset(ListedQuerySet)


class ListingQuerySet(QuerySet):
    def published(self, now=None):
        """Inside go-live and expiry by the clock; rows exist for live, public things alone."""
        now = now or timezone.now()
        return self.filter(
            Q(visible_from=None) | Q(visible_from__lte=now), Q(visible_until=None) | Q(visible_until__gt=now)
        )

    def for_readers_of(self, language: str):
        return self.filter(language=language)

    def in_directory(self):
        """Communities, organisations and rooms: what the directory's own list is of."""
        return self.filter(kind__in=IN_DIRECTORY)

    def with_value(self, facet: str, values: list[str]):
        """Listings that count under any of ``values``."""
        model = self.model._meta.get_field("values").related_model
        return self.filter(pk__in=model.objects.filter(facet=facet, value__in=values).values("listing"))

    def on_map(self):
        return self.exclude(position=None)

    def within(self, west: int, north: int, east: int, south: int):
        """Inside a box of Web Mercator pixels, both ends included."""
        return self.filter(x__gte=west, x__lte=east, y__gte=north, y__lte=south)

    def by_name(self):
        return self.order_by("sort_key", "thing")

    def newest(self):
        return self.order_by(F("published_at").desc(nulls_last=True), "thing")

    def nearest(self, x: int, y: int):
        """By distance on the map from a pixel; what has no position comes last, by name."""
        dx, dy = F("x") - x, F("y") - y
        return self.annotate(far=dx * dx + dy * dy).order_by(F("far").asc(nulls_last=True), "sort_key", "thing")

    def for_cards(self):
        return self.select_related("page", "settlement", "image")
