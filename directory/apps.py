import datetime

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Layers of the map beside the profiles: kind of listing → what the chip says, and what is said where there is nothing.
LAYERS = {
    "excursion": (_("Excursions"), _("There is no excursion with a place on the map yet.")),
    "place": (_("Places worth a visit"), _("There is no place worth a visit on the map yet.")),
    "placemaking": (_("Placemaking"), _("There is no placemaking story on the map yet.")),
}


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self):
        from django.db.models import Exists

        from directory import checks, freshness_screen, listings, map_layers, signals, ticks, visiting, widgets  # noqa: F401 # checks, signals and ticks register themselves
        from directory.actions import follow_workflow  # noqa: F401 # follows Wagtail's signals
        from directory.actions.tidy_ways import tidy_ways
        from directory.freshness import rows, signs
        from directory.front_page import section
        from directory.imports.running import tidy
        from directory.models import (
            DirectoryPage,
            ExcursionsPage,
            Listing,
            Notice,
            NoticesPage,
            PlacesPage,
            RoutesPage,
            SettlementsPage,
            StoriesPage,
            VenuesPage,
        )
        from directory.moderation import digest, sources
        from directory.places import find_by_coordinate, find_settlement
        from directory.portal import freshness as portal_freshness
        from directory.portal import own_panels, wanted
        from directory.portal.panels import register_panel
        from directory.vocabulary import IN_DIRECTORY, Kind
        from home import front_page, publishing
        from home.empty_pages import hide_when_empty
        from home.search import kinds, places
        from home.worker import register_tick

        widgets.register()
        register_panel(10, own_panels.waiting_panel)
        register_panel(20, own_panels.editing_panel)
        register_panel(50, wanted.panel)
        register_panel(60, own_panels.views_panel)
        sources.register()
        register_tick("waiting_digest", digest.send_digest, daily_at=digest.AT)
        register_tick("tidy_imports", tidy, daily_at=datetime.time(2, 30))
        register_tick("tidy_ways", tidy_ways, daily_at=datetime.time(2, 40))
        publishing.register_read_model("listings", listings.write_pages, listings.rebuild)
        publishing.register_read_model("freshness", rows.write_pages, rows.rebuild)
        signs.register_own()
        freshness_screen.register_queue()
        register_panel(12, portal_freshness.reports_panel)
        register_panel(15, portal_freshness.freshness_panel)
        front_page.register_section(section)
        places.register_place_finder(find_settlement)
        places.register_place_finder(find_by_coordinate)
        for kind in Kind:
            kinds.register_kind(kind.value, kind.label)

        for name, (label, empty) in LAYERS.items():
            map_layers.register_layer(map_layers.Layer(name, label, empty, visiting.layer(name), is_kind=True))

        def listed(language: str, **condition) -> Exists:
            return Exists(Listing.objects.for_readers_of(language).published().filter(**condition))

        def noticed(language: str) -> Exists:
            things = Listing.objects.for_readers_of(language).published().values("thing")
            return Exists(Notice.objects.current().filter(profile__in=things))

        for model, kinds_there in (
            (DirectoryPage, IN_DIRECTORY),
            (RoutesPage, [Kind.EXCURSION]),
            (PlacesPage, [Kind.PLACE]),
            (StoriesPage, [Kind.STORY]),
            (ExcursionsPage, [Kind.EXCURSION, Kind.PLACE, Kind.STORY]),
            (VenuesPage, [Kind.VENUE]),
        ):
            hide_when_empty(model, lambda language, kinds=kinds_there: listed(language, kind__in=kinds))
        hide_when_empty(SettlementsPage, listed)
        hide_when_empty(NoticesPage, noticed)

        self._people()

    @staticmethod
    def _people():
        """Members: their panel in the portal, what waits for staff, what is kept of a person, what goes with time."""
        from wagtail.permissions import register_permission_policy

        from directory.actions import forget_people, own_data
        from directory.models import ProfilePage
        from directory.moderation import people_sources
        from directory.permissions import ProfilePagePolicy
        from directory.portal.panels import register_panel
        from directory.portal.people import people_panel
        from home.navigation import add_to_menu
        from home.own_data import Holding, register_holding
        from home.worker import register_tick

        register_permission_policy(ProfilePage, ProfilePagePolicy(ProfilePage))
        register_panel(60, people_panel)
        add_to_menu("directory.DirectoryPage", _("Add your community"), "add_profile")
        people_sources.register()
        register_holding(Holding("organisations", own_data.rows, own_data.erase))
        register_tick("forget_people", forget_people.forget_due, daily_at=datetime.time(3, 10))
