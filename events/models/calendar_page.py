import functools

from django.contrib.gis.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from events.models.dated_page import FACT_PANELS, TEXT_PANELS, DatedPage
from events.vocabulary import EventKind
from home.models.base_page import BasePage, BasePageManager, tabs, translatable


class CalendarPage(BasePage):
    """Everything dated, as an agenda or as a month."""

    class Shows(models.TextChoices):
        AGENDA = "", _("What is coming, day by day")
        WEEK = "week", _("This week")
        MONTH = "month", _("A month")

    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    shows = models.CharField(_("shows"), max_length=10, choices=Shows, default=Shows.AGENDA, blank=True)

    objects = BasePageManager()

    parent_page_types = ["home.HomePage", "events.CalendarPage"]
    subpage_types = ["events.CalendarPage", "events.EventPage", "events.SuggestPage"]
    translatable_fields = translatable("intro")
    template = "events/calendar_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro")], [FieldPanel("shows")])

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request, *args, **kwargs):
        from events.calendar import calendar_of

        found = SimpleLazyObject(functools.partial(calendar_of, request, self.source.shows))
        return {**super().get_context(request, *args, **kwargs), "calendar": found}


class EventPage(DatedPage):
    """A meeting, a working day, a concert: anything dated that is no training."""

    kind = models.CharField(_("kind"), max_length=12, choices=EventKind, default=EventKind.GATHERING)

    objects = BasePageManager()

    parent_page_types = ["events.CalendarPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"
    edit_handler = tabs(TEXT_PANELS, [FieldPanel("kind"), *FACT_PANELS])

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def event_kind(self) -> str:
        return self.source.kind


class SuggestPage(BasePage):
    """Where anybody may suggest something; staff read it before it is announced."""

    class Asks(models.TextChoices):
        EVENT = "event", _("an event for the calendar")
        OUTING = "outing", _("a visit, a route or a place")

    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    asks = models.CharField(_("what may be suggested"), max_length=10, choices=Asks, default=Asks.EVENT)

    objects = BasePageManager()

    parent_page_types = ["events.CalendarPage", "directory.ExcursionsPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    translatable_fields = translatable("intro")
    template = "events/suggest_page.html"
    edit_handler = tabs([FieldPanel("title"), FieldPanel("intro")], [FieldPanel("asks")])

    class Meta:
        verbose_name = _("page for suggestions")
        verbose_name_plural = _("pages for suggestions")

    def get_context(self, request, *args, **kwargs):
        from events.suggest_forms import SuggestForm, SuggestOutingForm

        form = SuggestOutingForm() if self.source.asks == self.Asks.OUTING else SuggestForm()
        return {**super().get_context(request, *args, **kwargs), "form": form}
