import functools

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import BodyBlock
from home.models.base_page import BasePage, BasePageManager, tabs, translatable


class HomePage(BasePage):
    """The front page of one language. Its sections come from the apps above and hide until they have content."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    objects = BasePageManager()

    parent_page_types = ["wagtailcore.Page"]
    translatable_fields = translatable("body")
    template = "home/home_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("body")])

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        from home.front_page import sections

        # Asked for by the template, which keeps what it shows: most requests never run the sections' queries.
        front = SimpleLazyObject(functools.partial(sections, request))
        return {**super().get_context(request, *args, **kwargs), "front": front}
