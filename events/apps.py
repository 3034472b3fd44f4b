from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from directory import departures, map_layers, profile_sections, settlement_sections
        from directory.models import ExcursionPage
        from directory.portal.panels import register_panel
        from events import map_layer, profile_section, read_model, settlement_section, ticks  # noqa: F401 # ticks register themselves
        from events.actions import follow_pages, own_data
        from events.departures import departures as excursion_departures
        from events.panels import DatesPanel
        from events.portal.panels import panel as own_events
        from events.staff import suggestions
        from home import publishing
        from home.own_data import Holding, register_holding
        from home.search import kinds

        register_holding(Holding("events", own_data.rows, own_data.erase))
        ExcursionPage.fact_panels.insert(0, DatesPanel(heading=_("Dates with a guide and sign-up")))
        publishing.register_read_model("events", follow_pages.write_pages, read_model.rebuild)
        departures.register_provider(excursion_departures)
        settlement_sections.register_section(settlement_section.section, settlement_section.in_use)
        profile_sections.register_section(profile_section.section)
        register_panel(40, own_events)
        kinds.register_kind("event", _("Event"))
        suggestions.register()
        map_layers.register_layer(
            map_layers.Layer(
                "events", _("What is on"), _("Nothing with a place on the map is coming up."), map_layer.spots
            )
        )
