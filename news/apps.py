from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self):
        from django.db.models import Exists, Q

        from home import front_page, navigation
        from home.search import places
        from news.front_page import section
        from news.listing import visible_articles
        from news.models import NewsIndexPage
        from news.places import find_settlement

        front_page.register_section(section)
        places.register_place_finder(find_settlement)
        for shows in NewsIndexPage.Shows.values:
            navigation.hide_when_empty(
                Q(newsindexpage__shows=shows),
                lambda language, kind=shows: Exists(visible_articles(language, kind)),
            )
