from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page


class SearchEntryQuerySet(models.QuerySet):
    def published(self, now=None):
        """Inside go-live and expiry by the clock; rows exist for live, public pages alone."""
        now = now or timezone.now()
        return self.filter(
            Q(visible_from=None) | Q(visible_from__lte=now), Q(visible_until=None) | Q(visible_until__gt=now)
        )


class SearchEntry(models.Model):
    """What the public search knows of a page; written by home.search.entries in the publishing transaction."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="search_entry")
    translation_key = models.UUIDField()
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    text = models.TextField(blank=True)
    date = models.DateField(null=True, blank=True)
    boost = models.FloatField(default=1.0)
    visible_from = models.DateTimeField(null=True, blank=True)
    visible_until = models.DateTimeField(null=True, blank=True)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["translation_key", "language"], name="home_search_translation")]

    def __str__(self):
        return self.title


class SearchTerm(models.Model):
    """A stem in an entry, with its weight: titles count more than text."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=60, db_index=True)
    word = models.CharField(max_length=60)
    weight = models.PositiveSmallIntegerField()
    in_title = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "term"], name="home_search_term_once")]

    def __str__(self):
        return self.term
