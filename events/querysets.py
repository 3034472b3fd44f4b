"""Verbs of dated things. Every public door asks ``published()``."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
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

    def between(self, first, last):
        """Those of which some part lies in the time from ``first`` until before ``last``."""
        return self.filter(starts__lt=last, ends__gt=first).order_by("starts", "pk")

    def of_kind(self, *kinds: str):
        return self.filter(event__kind__in=kinds)

    def except_of(self, *kinds: str):
        return self.exclude(event__kind__in=kinds)

    def about(self, topic):
        """A part of a topic counts under the topic too."""
        theme = self.model._meta.get_field("event").related_model.topics.through.objects
        wanted = theme.filter(Q(topic=topic) | Q(topic__parent=topic), event=OuterRef("event"))
        return self.filter(Exists(wanted))

    def at(self, settlement):
        return self.filter(event__settlement=settlement)

    def by(self, organiser):
        """``organiser``: a profile, or its key; whoever hosts it counts like the organiser."""
        hosting = self.model._meta.get_field("event").related_model.hosts.through.objects
        return self.filter(Exists(hosting.filter(profile=organiser, event=OuterRef("event"))))

    def held(self, mode: str):
        """What can be attended that way: dates in both forms answer to either."""
        from events.vocabulary import Format

        other = Format.ONLINE if mode == Format.IN_PERSON else Format.IN_PERSON
        return self.exclude(format=other) if mode != Format.BOTH else self.filter(format=Format.BOTH)

    def for_cards(self):
        return self.select_related("event__settlement")

    def for_month(self):
        """What a cell of a month tells: hundreds of dates stand in one."""
        return self.select_related("event").only("starts", "ends", "status", "format", "event__title", "event__kind")

    def for_feed(self):
        """Thousands of dates of some hundred events: each event is read once."""
        events = self.model._meta.get_field("event").related_model.objects.select_related("settlement")
        facts = ("uid", "sequence", "changed_at", "starts", "ends", "format", "status", "name", "reason", "event")
        return self.only(*facts).prefetch_related(Prefetch("event", events))
