from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self):
        from django.db.models import Exists

        from directory import settlement_sections
        from events.vocabulary import EventKind
        from home import front_page
        from home.empty_pages import hide_when_empty
        from home.search import kinds
        from news.front_page import section
        from news.listing import visible_articles
        from news.models import ArticlePage, NewsIndexPage, TrainingIndexPage
        from news.settlement_section import in_use
        from news.settlement_section import section as settlement_section
        from news.trainings import of_index

        front_page.register_section(section)
        for kind in ArticlePage.Kind:
            kinds.register_kind(kind.value, kind.label)
        kinds.register_kind("training", EventKind.TRAINING.label)
        settlement_sections.register_section(settlement_section, in_use)
        for shows in NewsIndexPage.Shows.values:
            hide_when_empty(
                NewsIndexPage, lambda language, kind=shows: Exists(visible_articles(language, kind)), shows=shows
            )
        for shows in TrainingIndexPage.Shows.values:
            hide_when_empty(
                TrainingIndexPage, lambda language, part=shows: Exists(of_index(part, language)), shows=shows
            )
