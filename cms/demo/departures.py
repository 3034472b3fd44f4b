"""Dates with a guide for the demo's excursions, whichever there are: in the season of each, counted from the loading.

The first departure of the trail has fewer people than it needs; the boats are full.
"""

from cms.demo.dates import DatedEntry, When, load_dates, next_in, saturday
from directory.models import ExcursionPage
from directory.vocabulary import Mode

GUIDE = {"guide_phone": "+371 00 000 081", "group_limit": 6, "depends_on_weather": True, "decide_days_before": 1}
BY_MODE = {
    Mode.FOOT: (
        When(saturday(17), "11:00", hours=3, room=20, signed_up=3,
             facts={**GUIDE, "guide": "Jānis Paraugmežs", "minimum": 8, "status": "planned"}),
        When(next_in(4), "11:00", hours=3, room=20, signed_up=9, facts={**GUIDE, "guide": "Jānis Paraugmežs", "minimum": 8}),
    ),
    Mode.BOAT: (
        When(next_in(5), "10:00", hours=5, room=8, signed_up=10,
             facts={**GUIDE, "guide": "Māra Paraugupe", "group_limit": 4, "price": 12}),
        When(next_in(6), "10:00", hours=5, room=8, signed_up=2,
             facts={**GUIDE, "guide": "Māra Paraugupe", "group_limit": 4, "price": 12, "languages": ["lv", "en"]}),
    ),
    Mode.BICYCLE: (
        When(next_in(5, week=2), "10:00", hours=4, room=15, signed_up=6,
             facts={**GUIDE, "guide": "Pēteris Paraugceļš", "minimum": 6, "status": "planned"}),
    ),
}  # fmt: skip


def load_departures(user) -> None:
    """Of each excursion in the main language; a second one of the same kind gets the later dates alone."""
    used: set[str] = set()
    for page in ExcursionPage.objects.sources().live().order_by("-path"):
        dates = BY_MODE.get(page.mode, ())
        entry = DatedEntry(
            f"departures/{page.slug}", "ExcursionPage", page.title, page.slug,
            dates=dates[1:] if page.mode in used else dates,
        )  # fmt: skip
        used.add(page.mode)
        load_dates(entry, page, user)
