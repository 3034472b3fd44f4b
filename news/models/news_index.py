import functools

from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.models.base_page import BasePage, BasePageManager, tabs, translatable


class NewsIndexPage(BasePage):
    """The list of news, or of one kind of it."""

    class Shows(models.TextChoices):
        ALL = "", _("All")
        NEWS = "news", _("News")
        STORY = "story", _("Stories of experience")

    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    shows = models.CharField(_("shows"), max_length=10, choices=Shows, default=Shows.ALL, blank=True)

    objects = BasePageManager()

    hides_when_empty = True
    parent_page_types = ["home.HomePage", "news.NewsIndexPage"]
    subpage_types = ["news.ArticlePage", "news.NewsIndexPage"]
    translatable_fields = translatable("intro")
    template = "news/news_index_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro")], [FieldPanel("shows")])

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def get_context(self, request, *args, **kwargs):
        from news.listing import news_list

        listing = SimpleLazyObject(functools.partial(news_list, request, self))
        return {**super().get_context(request, *args, **kwargs), "list": listing}
