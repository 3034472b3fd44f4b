from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from directory import departures, map_layers, profile_sections, settlement_sections, visiting
        from directory.freshness import signs
        from directory.portal.panels import register_panel
        from events import (  # noqa: F401 # ticks register themselves
            map_layer,
            profile_section,
            profile_sign,
            read_model,
            settlement_section,
            ticks,
            visiting_part,
        )
        from events.actions import follow_pages, own_data
        from events.departures import departures as excursion_departures
        from events.portal.panels import panel as own_events
        from events.staff import suggestions
        from home import publishing
        from home.own_data import Holding, register_holding
        from home.search import kinds

        self._go_out()
        signs.register_sign(profile_sign.sign)
        register_holding(Holding("events", own_data.rows, own_data.erase))
        publishing.register_read_model("events", follow_pages.write_pages, read_model.rebuild)
        departures.register_provider(excursion_departures)
        visiting.register_part(visiting_part.part)
        settlement_sections.register_section(settlement_section.section, settlement_section.in_use)
        profile_sections.register_section(profile_section.visits)
        profile_sections.register_section(profile_section.section)
        register_panel(40, own_events)
        kinds.register_kind("event", _("Event"))
        kinds.register_kind("visit", _("Visit"))
        kinds.register_kind("festival", _("Conversation festival"))
        suggestions.register()
        map_layers.register_layer(
            map_layers.Layer(
                "events", _("What is on"), _("Nothing with a place on the map is coming up."), map_layer.spots
            )
        )

    def _go_out(self):
        """Dates for the directory's excursions, and visits beneath its landing page."""
        from django.db.models import Exists

        from directory.models import ExcursionPage, ExcursionsPage
        from events.models import FestivalPage, VisitPage, VisitSeriesPage, VisitsPage
        from events.panels import DatesPanel
        from events.visits import visible
        from home.empty_pages import hide_when_empty

        ExcursionPage.fact_panels.insert(0, DatesPanel(heading=_("Dates with a guide and sign-up")))
        ExcursionsPage.subpage_types += ["events.VisitsPage", "events.SuggestPage"]
        for model, page, fields in (
            (VisitPage, VisitsPage, {"shows": VisitsPage.Shows.ALL}),
            (VisitSeriesPage, VisitsPage, {"shows": VisitsPage.Shows.ALL}),
            (FestivalPage, VisitsPage, {"shows": VisitsPage.Shows.FESTIVAL}),
            (VisitPage, ExcursionsPage, {}),
            (FestivalPage, ExcursionsPage, {}),
        ):
            hide_when_empty(page, lambda language, model=model: Exists(visible(model, language)), **fields)
