import functools

from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.models.base_page import BasePage, BasePageManager, tabs, translatable


class TrainingIndexPage(BasePage):
    """The list of trainings, or a part of it that stands in the menu by itself."""

    class Shows(models.TextChoices):
        ALL = "", _("What is coming, then what has been")
        COMING = "coming", _("What is coming")
        SERIES = "series", _("All training series")
        MATERIALS = "materials", _("Materials of what has been")

    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    shows = models.CharField(_("shows"), max_length=10, choices=Shows, default=Shows.ALL, blank=True)

    objects = BasePageManager()

    hides_when_empty = True
    parent_page_types = ["home.HomePage", "news.TrainingIndexPage"]
    subpage_types = ["news.TrainingPage", "news.TrainingSeriesPage", "news.TrainingIndexPage"]
    translatable_fields = translatable("intro")
    template = "news/training_index_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro")], [FieldPanel("shows")])

    class Meta:
        verbose_name = _("training index")
        verbose_name_plural = _("training indexes")

    def get_context(self, request, *args, **kwargs):
        from news.training_list import training_list

        listing = SimpleLazyObject(functools.partial(training_list, request, self.source.shows))
        return {**super().get_context(request, *args, **kwargs), "list": listing}
