"""News for readers' own programs: Atom (RFC 4287) and RSS 2.0, per language and category."""

import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home import versions
from home.addresses import path_of
from home.navigation import frame_for
from news.listing import visible_articles
from news.models import ArticlePage, Category

LENGTH = 30


class ArticleAtomFeed(Feed):
    """The newest articles of the language of the address; ``?category=slug`` narrows it. Untranslated ones stay out.

    Raises:
        Http404: there is no such category.
    """

    feed_type = Atom1Feed
    route = "news_atom"

    def __call__(self, request):
        """Written once for every version of the content; programs ask again and again."""
        category = self.get_object(request)
        parts = ("feed", self.route, self.language, category.slug if category else "")
        body, headers = versions.kept(self.frame.settings, parts, lambda: self._written(request))
        return HttpResponse(body, headers=headers)

    def _written(self, request) -> tuple[bytes, dict[str, str]]:
        response = super().__call__(request)
        return response.content, dict(response.headers)

    def get_object(self, request):
        slug = request.GET.get("category", "").replace("\0", "")
        category = Category.objects.filter(slug=slug[:60]).first() if slug else None
        if slug and category is None:
            raise Http404
        self.frame = frame_for(request)
        self.language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
        return category

    def title(self, category):
        name = str(self.frame.settings)
        return f"{category} – {name}" if category else f"{_('News')} – {name}"

    def link(self):
        return settings.SITE_URL + self.frame.home_url

    def feed_url(self, category):
        url = settings.SITE_URL + reverse(self.route)
        return f"{url}?category={category.slug}" if category else url

    def subtitle(self, category):
        return str(self.frame.settings.tagline)

    description = subtitle

    def items(self, category):
        articles = visible_articles(self.language).filter(locale__language_code=settings.LANGUAGE_CODE)
        if self.language != settings.LANGUAGE_CODE:
            sources = visible_articles(self.language).values("translation_key")
            articles = ArticlePage.objects.published().filter(
                locale__language_code=self.language, translation_key__in=sources
            )
        if category:
            keys = visible_articles(self.language).filter(category=category).values("translation_key")
            articles = articles.filter(translation_key__in=keys)
        return articles.newest_first().for_cards()[:LENGTH]

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.lead

    def item_link(self, article):
        return settings.SITE_URL + path_of(article)

    def item_guid(self, article):
        return f"urn:uuid:{article.translation_key}:{article.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, article):
        return timezone.make_aware(datetime.datetime.combine(article.published_on, datetime.time(9)))

    def item_updateddate(self, article):
        return article.last_published_at or self.item_pubdate(article)

    def item_categories(self, article):
        return [str(article.category)] if article.category else []


class ArticleRssFeed(ArticleAtomFeed):
    feed_type = Rss201rev2Feed
    route = "news_rss"
