from django.urls import path
from django.utils.translation import gettext_lazy as _

from news.feeds import ArticleAtomFeed, ArticleRssFeed

urlpatterns = [
    path(_("feeds/news.atom"), ArticleAtomFeed(), name="news_atom"),
    path(_("feeds/news.rss"), ArticleRssFeed(), name="news_rss"),
]
