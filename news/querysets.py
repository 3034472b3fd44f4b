"""Verbs for articles. Facts are asked of source pages; a reader's language only decides what is shown for each."""

from django.conf import settings
from django.db.models import F, Q
from wagtail.models import PageManager

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

    def for_readers_of(self, language: str):
        """Source articles a reader of ``language`` is offered: their own language's, and untranslated main ones."""
        return self.sources().filter(
            Q(locale__language_code=settings.LANGUAGE_CODE) | Q(locale__language_code=language)
        )

    def with_year(self):
        return self.annotate(year=F("published_on__year"))


ArticleManager = PageManager.from_queryset(ArticleQuerySet)
