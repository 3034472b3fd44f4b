import functools

from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.models.base_page import BasePage, BasePageManager, tabs, translatable


class IndexPage(BasePage):
    """What the directory's own pages share. Abstract."""

    intro = models.TextField(_("introduction"), blank=True, max_length=400)

    hides_when_empty = True
    translatable_fields = translatable("intro")
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro")])

    class Meta:
        abstract = True


class DirectoryPage(IndexPage):
    """Communities and NGOs: the list and the map. Profiles stand beneath it."""

    objects = BasePageManager()

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "directory.CommunityPage",
        "directory.OrganisationPage",
        "directory.VenuePage",
        "directory.VenuesPage",
        "directory.SettlementsPage",
        "directory.NoticesPage",
        "home.StandardPage",
    ]
    template = "directory/directory_page.html"

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    def get_context(self, request, *args, **kwargs):
        from directory.browse import browse

        listing = SimpleLazyObject(functools.partial(browse, request))
        return {**super().get_context(request, *args, **kwargs), "list": listing}


class VenuesPage(IndexPage):
    """Rooms to meet in."""

    objects = BasePageManager()

    parent_page_types = ["directory.DirectoryPage"]
    subpage_types = ["directory.VenuePage"]
    template = "directory/directory_page.html"

    class Meta:
        verbose_name = _("rooms")
        verbose_name_plural = _("rooms")

    def get_context(self, request, *args, **kwargs):
        from directory.browse import browse
        from directory.vocabulary import Kind

        listing = SimpleLazyObject(functools.partial(browse, request, kind=Kind.VENUE))
        return {**super().get_context(request, *args, **kwargs), "list": listing}


class SettlementsPage(IndexPage):
    """Towns and villages where something is; each has its own page beneath: what happens there."""

    objects = BasePageManager()

    answers_below = True
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    template = "directory/settlements_page.html"

    class Meta:
        verbose_name = _("towns and villages")
        verbose_name_plural = _("towns and villages")

    def get_context(self, request, *args, **kwargs):
        from directory.settlements import settlements_context

        context = super().get_context(request, *args, **kwargs)
        found = settlements_context(request)
        if "settlement" in found:
            context["frame"].go_below(found["settlement"].name, found["settlement"].slug)
            context["json_ld"] = self.json_ld(context["frame"])
        return {**context, **found}

    def slugs_below(self, language: str) -> list[str]:
        from directory.settlements import in_use

        return sorted(in_use(language))

    def get_template(self, request, *args, **kwargs):
        below = getattr(request, "below", "")
        return "directory/settlement_page.html" if below else super().get_template(request, *args, **kwargs)


class NoticesPage(IndexPage):
    """Wanted and offered, of every profile."""

    objects = BasePageManager()

    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    template = "directory/notices_page.html"

    class Meta:
        verbose_name = _("wanted and offered")
        verbose_name_plural = _("wanted and offered")

    def get_context(self, request, *args, **kwargs):
        from directory.notices import notices_context

        return {**super().get_context(request, *args, **kwargs), **notices_context()}
