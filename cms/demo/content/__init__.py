"""Every page of the demo, parents before children."""

from cms.demo.content import (
    about,
    calendar,
    directory,
    excursions,
    footer,
    history,
    news,
    sections,
    stories,
    trainings,
    visits,
)
from cms.demo.parts import Page

NEWS = Page(
    key="news",
    model="NewsIndexPage",
    title=("Jaunumi", "News"),
    slug=("jaunumi", "news"),
    in_menu=True,
    texts={
        "intro": (
            "Kas notiek biedrībās, kopienās un pašvaldībā.",
            "What is going on in associations, communities and local government.",
        ),
    },
)

STORIES = Page(
    key="news/stories",
    model="NewsIndexPage",
    title=("Pieredzes stāsti", "Stories of experience"),
    slug=("pieredzes-stasti", "stories-of-experience"),
    in_menu=True,
    texts={
        "intro": (
            "Ko kāds izmēģināja, kas izdevās, kas ne – un ko no tā var paņemt citi.",
            "What somebody tried, what worked and what did not, and what others can take from it.",
        ),
    },
    facts={"shows": "story"},
)

# The order of sections is the order of the menu.
PAGES: list[Page] = [
    *about.PAGES[:1],
    *directory.PAGES,
    *calendar.PAGES,
    *trainings.PAGES,
    *excursions.PAGES,
    *visits.PAGES,
    *sections.PAGES,
    NEWS,
    STORIES,
    *about.PAGES[1:],
    *footer.PAGES,
    *history.PAGES,
    *news.PAGES,
    *stories.PAGES,
]
FOOTER = ["about", "contacts", "accessibility", "privacy", "easy-to-read"]
