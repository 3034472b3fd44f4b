"""Verbs for articles and trainings. Facts are asked of source pages; a reader's language only decides what is shown for each."""

from django.db.models import Exists, F, Max, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import PageManager

from events.models import Event, Session
from home.querysets import PublishedQuerySet


class ArticleQuerySet(PublishedQuerySet):
    def newest_first(self):
        return self.order_by("-published_on", "-pk")

    def pinned_first(self):
        return self.order_by("-pinned", "-published_on", "-pk")

    def for_cards(self):
        return self.select_related("lead_image", "category", "locale").defer("body")

    def for_page(self):
        """Everything its own page needs that a join can bring."""
        return self.select_related("lead_image", "category", "locale")

    def about(self, topic):
        """On this topic or on a part of it."""
        return self.filter(Q(topics=topic) | Q(topics__parent=topic)).distinct()

    def in_settlement(self, settlement):
        return self.filter(settlements=settlement)

    def since(self, day):
        return self.filter(published_on__gte=day)

    def with_year(self):
        return self.annotate(year=F("published_on__year"))


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


def _dates():
    """Of the training that is asked for; its dates hang on its event."""
    return Session.objects.filter(event=OuterRef("translation_key")).order_by()


class TrainingQuerySet(PublishedQuerySet):
    def coming(self, now=None):
        """Not over yet, or without a date so far."""
        return self.filter(Exists(_dates().filter(ends__gt=now or timezone.now())) | ~Exists(_dates()))

    def over(self, now=None):
        """All of its dates are in the past, the latest first."""
        last = _dates().values("event").annotate(last=Max("ends")).values("last")
        past = self.filter(Exists(_dates())).exclude(Exists(_dates().filter(ends__gt=now or timezone.now())))
        return past.annotate(last_end=Subquery(last)).order_by("-last_end", "-pk")

    def about(self, topic):
        """On this topic or on a part of it."""
        through = self.model.topics.through.objects.filter(Q(topic=topic) | Q(topic__parent=topic))
        return self.filter(Exists(through.filter(trainingpage=OuterRef("pk"))))

    def at(self, settlement):
        return self.filter(Exists(Event.objects.filter(key=OuterRef("translation_key"), settlement=settlement)))

    def held(self, way: str):
        return self.filter(Exists(_dates().held(way)))

    def beneath(self, series):
        """Trainings of these series, by their place in the tree."""
        paths = Q(pk__in=[])
        for page in series:
            paths |= Q(path__startswith=page.path, depth=page.depth + 1)
        return self.filter(paths)

    def with_materials(self):
        stored = Cast("materials", TextField())
        return self.annotate(stored_materials=stored).exclude(stored_materials__in=("", "[]", "null"))

    def for_cards(self):
        return self.select_related("locale").defer("body", "programme", "outcome")

    def for_page(self):
        """Everything its own page needs that a join can bring."""
        return self.select_related("locale", "lead_image", "venue", "settlement", "organiser", "project__funder__logo")


TrainingManager = PageManager.from_queryset(TrainingQuerySet)
SeriesManager = PageManager.from_queryset(PublishedQuerySet)
