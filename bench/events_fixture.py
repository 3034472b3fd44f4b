"""What bench.events asks for: a site, one date with seats, and a calendar of many dates. ``python -m bench.events_fixture DATES``."""

import datetime
import json
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Locale, Page, Site  # noqa: E402

from directory.models import Settlement, Topic  # noqa: E402
from events.models import CalendarPage, EventPage, Session  # noqa: E402
from events.read_model import event_of  # noqa: E402
from events.vocabulary import EventKind, Format  # noqa: E402
from home import publishing  # noqa: E402
from home.models import HomePage, SiteSettings  # noqa: E402

SEATS, SPREAD = 50, 100


def plant(parent, page):
    page.locale, page.live = parent.locale, False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def main(dates: int) -> None:
    latvian, _ = Locale.objects.get_or_create(language_code="lv")
    Page.objects.filter(depth=2).delete()
    home = plant_home(latvian)
    calendar = plant(home, CalendarPage(title="Kalendārs", slug="kalendars"))
    places = [Settlement.objects.create(slug=f"vieta-{n}", name=f"Vieta {n}") for n in range(20)]
    topics = [Topic.objects.create(slug=f"tema-{n}", name={"lv": f"Tēma {n}"}) for n in range(8)]
    evening = plant(calendar, EventPage(title="Vakars", slug="vakars"))
    starts = timezone.now() + datetime.timedelta(days=9)
    asked = Session.objects.create(
        event=event_of(evening), starts=starts, ends=starts + datetime.timedelta(hours=2), seats_room=SEATS
    )
    kinds, formats = list(EventKind), list(Format)
    with publishing.together():
        pages = []
        for number in range(min(dates, SPREAD)):
            page = EventPage(
                title=f"Pasākums {number}", slug=f"p{number}", kind=kinds[number % len(kinds)],
                settlement=places[number % len(places)], topics=[topics[number % len(topics)]],
            )  # fmt: skip
            pages.append(plant(calendar, page))
    events = [event_of(page) for page in pages]
    begin = timezone.now() - datetime.timedelta(days=30)
    rows = []
    for number in range(dates):
        first = begin + datetime.timedelta(hours=number * 4.3)
        rows.append(
            Session(
                event=events[number % len(events)],
                starts=first,
                ends=first + datetime.timedelta(hours=2),
                seats_room=20,
                format=formats[number % len(formats)],
            )
        )
    Session.objects.bulk_create(rows, batch_size=500)
    if connection.vendor == "postgresql":  # it does so by itself, but only after a minute
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(json.dumps({"asked": asked.pk}))


def plant_home(locale):
    root = Page.objects.get(depth=1)
    home = HomePage(title="Sākums", slug="home", locale=locale, live=False)
    root.add_child(instance=home)
    home.save_revision().publish()
    Site.objects.all().delete()
    site = Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Platforma")
    SiteSettings.objects.create(site=site, site_name={"lv": "Platforma"})
    return home


main(int(sys.argv[1]))
