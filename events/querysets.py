"""Verbs of dated things. Every public door asks ``published()``."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from wagtail.models import Page

from home.querysets import open_at, restrictions_of


class SessionQuerySet(QuerySet):
    def published(self, now=None):
        """Of events whose page is live, open to everybody, and inside go-live and expiry."""
        pages = Page.objects.filter(open_at(now), pk=OuterRef("event__page")).filter(~Exists(restrictions_of()))
        return self.filter(Exists(pages))

    def coming(self, now=None):
        """Not over yet, the next one first."""
        return self.filter(ends__gt=now or timezone.now()).order_by("starts", "pk")

    def past(self, now=None):
        return self.filter(ends__lte=now or timezone.now()).order_by("-starts", "-pk")
