"""The index pages of what is worth a visit: excursions, places, stories of changed places."""

import functools

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from directory.models.directory_page import IndexPage
from home.models.base_page import BasePageManager


class ExcursionsPage(IndexPage):
    """Everything to go out for, at a glance; an app above adds visits to its children (events)."""

    objects = BasePageManager()

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "directory.RoutesPage",
        "directory.PlacesPage",
        "directory.StoriesPage",
        "home.StandardPage",
    ]
    template = "directory/excursions_page.html"

    class Meta:
        verbose_name = _("excursions and visits")
        verbose_name_plural = _("excursions and visits")

    def get_context(self, request, *args, **kwargs):
        from directory.visiting import excursions_context

        return {**super().get_context(request, *args, **kwargs), **excursions_context()}


class VisitingPage(IndexPage):
    """A narrowed list of one kind, and its map. Abstract."""

    kind: str

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        from directory.visiting import visiting_list

        found = SimpleLazyObject(functools.partial(visiting_list, request, self.kind))
        return {**super().get_context(request, *args, **kwargs), "list": found}


class RoutesPage(VisitingPage):
    """Ways with stops, to walk alone or with a guide."""

    kind = "excursion"
    objects = BasePageManager()

    parent_page_types = ["directory.ExcursionsPage"]
    subpage_types = ["directory.ExcursionPage"]
    template = "directory/visiting_page.html"

    class Meta:
        verbose_name = _("routes")
        verbose_name_plural = _("routes")


class PlacesPage(VisitingPage):
    """Spots worth a visit."""

    kind = "place"
    objects = BasePageManager()

    parent_page_types = ["directory.ExcursionsPage"]
    subpage_types = ["directory.PlacePage"]
    template = "directory/visiting_page.html"

    class Meta:
        verbose_name = _("places worth a visit")
        verbose_name_plural = _("places worth a visit")


class StoriesPage(VisitingPage):
    """How places are changed by those who live there."""

    kind = "placemaking"
    objects = BasePageManager()

    parent_page_types = ["directory.ExcursionsPage"]
    subpage_types = ["directory.StoryPage"]
    template = "directory/visiting_page.html"

    class Meta:
        verbose_name = _("placemaking")
        verbose_name_plural = _("placemaking")
