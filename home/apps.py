from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Site")

    def ready(self):
        import pillow_heif

        pillow_heif.register_heif_opener()
        from home import accounts, avif, facts, publishing, signals, turns  # noqa: F401
        from home.search import entries

        avif.register()
        turns.take_turns()

        # Before the search, which finds by what a page shows.
        publishing.register_read_model("facts", facts.write_pages, facts.rebuild)
        publishing.register_read_model("search", entries.write_pages, entries.rebuild)
