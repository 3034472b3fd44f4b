import datetime

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Directory")

    def ready(self):
        from django.db.models import Exists, Q

        from directory import checks, listings, signals, widgets  # noqa: F401 # checks and signals register themselves
        from directory.front_page import section
        from directory.imports.running import tidy
        from directory.models import Listing, Notice
        from directory.places import find_settlement
        from directory.vocabulary import Kind
        from home import front_page, navigation, publishing
        from home.search import kinds, places
        from home.worker import register_tick

        widgets.register()
        register_tick("tidy_imports", tidy, daily_at=datetime.time(2, 30))
        publishing.register_read_model("listings", listings.write_pages, listings.rebuild)
        front_page.register_section(section)
        places.register_place_finder(find_settlement)
        for kind in Kind:
            kinds.register_kind(kind.value, kind.label)

        def listed(language: str, **condition) -> Exists:
            return Exists(Listing.objects.for_readers_of(language).published().filter(**condition))

        def noticed(language: str) -> Exists:
            things = Listing.objects.for_readers_of(language).published().values("thing")
            return Exists(Notice.objects.current().filter(profile__in=things))

        navigation.hide_when_empty(Q(directorypage__isnull=False), listed)
        navigation.hide_when_empty(Q(settlementspage__isnull=False), listed)
        navigation.hide_when_empty(Q(venuespage__isnull=False), lambda language: listed(language, kind=Kind.VENUE))
        navigation.hide_when_empty(Q(noticespage__isnull=False), noticed)
