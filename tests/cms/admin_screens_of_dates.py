"""The screens of the admin for the directory and for what has dates, with people signed up."""

import datetime

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from directory.actions.report import report
from directory.models import ImportRow, ImportRun, Listing
from events.actions.register import register
from events.models import Suggestion
from events.read_model import event_of
from tests.factories.dated import calendar, event_page
from tests.factories.directory import community, directory_page, organisation, settlement, venue
from tests.factories.events import person, session
from tests.factories.visits import excursion, excursions_page, festival, routes_page, visit, visit_series, visits_page

PAGES = "wagtailadmin_pages:"


def busy_calendar(desk, home) -> None:
    """A directory with a page of each kind; a date that is full, one that is over, one with a word from outside."""
    desk.settlement = settlement()
    desk.directory = directory_page(home)
    desk.profiles = [
        community(desk.directory, settlement=desk.settlement, slug="kazoki"),
        organisation(desk.directory, settlement=desk.settlement, slug="udensmalas"),
        venue(desk.directory, "Mežā", settlement=desk.settlement, slug="zale"),
    ]
    desk.calendar = calendar(home)
    desk.event = event_page(desk.calendar, "Stāstu vakars", slug="vakars")
    event = event_of(desk.event)
    desk.date = session(event, room=1, minimum=4, decide_at=timezone.now() + datetime.timedelta(days=2))
    desk.registrations = [
        register(desk.date.pk, person(name, email=mail, phone="+371 20000010"), mode="room").registration
        for name, mail in (("Žanna Ābola", "zanna@paraugs.test"), ("Āris Bērziņš", "aris@paraugs.test"))
    ]
    desk.report = report(
        listing=Listing.objects.get(thing=desk.profiles[0].translation_key, language="lv"),
        text="Vecs tālrunis",
        language="lv",
    )
    desk.over = session(event, days=-3, room=5)
    _outings(desk, home)
    desk.run = ImportRun.objects.create(file_name="saraksts.csv", headers=["nosaukums", "īsi"], total=1)
    ImportRow.objects.create(run=desk.run, number=1, line=2, cells=["Kopā dabā", "Vakarā mežā"])


def _outings(desk, home) -> None:
    """An excursion with a departure, a series whose festival comes too early, something that was suggested."""
    excursions = excursions_page(home)
    visits, routes = visits_page(excursions), routes_page(excursions)
    series = visit_series(visits, "Kaimiņi", slug="kaimini")
    desk.excursion = excursion(routes, "Stāstu taka", slug="stastu-taka", hosts=desk.profiles[:1])
    desk.outings = [visits, series, visit(series, "Ciemos", slug="ciemos"), festival(series, "Svētki", slug="svetki")]
    for page, days in ((desk.outings[2], 9), (desk.outings[3], 5)):
        session(event_of(page), days=days)
    desk.departure = session(
        event_of(desk.excursion), minimum=4, status="planned", guide="Žanna", depends_on_weather=True
    )
    register(desk.departure.pk, person("Žanna Ābola", access_needs="Ratiņkrēsls"), mode="room")
    desk.suggestion = Suggestion.objects.create(
        kind="place", title="Ābele", place="Mežā", name="Āris", phone="+371 20000011"
    )


def dated_screens(desk):
    """The name and the address of each."""
    for row in [desk.directory, *desk.profiles, desk.calendar, desk.event]:
        model = row.specific_class.__name__
        yield f"edit {model}", reverse(PAGES + "edit", args=[row.pk])
    yield "choose type in the directory", reverse(PAGES + "add_subpage", args=[desk.directory.pk])
    for model, parent in (
        ("directory/communitypage", desk.directory),
        ("directory/organisationpage", desk.directory),
        ("directory/venuepage", desk.directory),
        ("events/eventpage", desk.calendar),
        ("events/calendarpage", Page.objects.get(pk=desk.calendar.pk).get_parent()),
    ):
        yield f"create {model}", reverse(PAGES + "add", args=[*model.split("/"), parent.pk])
    yield "freshness of a profile", reverse("freshness_item", args=[desk.profiles[0].translation_key])
    yield "a visitor's report", reverse("report_item", args=[desk.report.pk])
    yield "rules of freshness", reverse("wagtailsettings:edit", args=["directory", "freshnessrules"])
    yield "overview", reverse("event_overview")
    for preset in ("evening", "day", "online"):
        yield f"new date, {preset}", reverse("event_new_date", args=[desk.event.pk, preset])
    yield "rules", reverse("event_rules", args=[desk.event.pk])
    for name in ("date", "people", "check_in", "sheet", "message"):
        yield name, reverse(f"event_{name}", args=[desk.date.pk])
    for verb in ("cancel", "postpone", "confirm"):
        yield verb, reverse("event_status", args=[desk.date.pk, verb])
    yield "people of a date that is over", reverse("event_people", args=[desk.over.pk])
    yield "nobody found", reverse("event_people", args=[desk.date.pk]) + "?q=nevar-būt"
    yield "imports", reverse("imports:index")
    yield "upload", reverse("imports:add")
    yield "register", reverse("imports:register")
    yield "columns", reverse("imports:columns", args=[desk.run.pk])
    for name in ("progress", "report", "run"):
        yield name, reverse(f"imports:{name}", args=[desk.run.pk])
    for name in ("register", "register_proposals"):
        yield name, reverse(f"{name}:index")
    for row in [desk.excursion, *desk.outings]:
        yield f"edit {row.specific_class.__name__}", reverse(PAGES + "edit", args=[row.pk])
    for model, parent in (("visitpage", 0), ("visitseriespage", 0), ("festivalpage", 1)):
        yield f"create {model}", reverse(PAGES + "add", args=["events", model, desk.outings[parent].pk])
    yield "new date, outing", reverse("event_new_date", args=[desk.excursion.pk, "outing"])
    for name in ("people", "guide_sheet"):
        yield f"{name} of a departure", reverse(f"event_{name}", args=[desk.departure.pk])
    for verb in ("take", "decline"):
        yield f"suggestion, {verb}", reverse("event_suggestion", args=[desk.suggestion.pk, verb])
    yield "suggestions", reverse("wagtailsnippets_events_suggestion:list")
    yield "embed", reverse("embed_line:index")


def dated_answers(desk):
    """The name, the address and what is sent."""
    date = desk.date.pk
    yield "date without a day", reverse("event_new_date", args=[desk.event.pk, "evening"]), {"seats_room": "daudz"}
    yield (
        "date that ends first",
        reverse("event_date", args=[date]),
        {"starts": "2036-05-05T10:00", "ends": "2036-05-05T09:00"},
    )
    yield "cancelled without a reason", reverse("event_status", args=[date, "cancel"]), {}
    yield "nobody's sign-up", reverse("event_people", args=[date]), {"name": "", "email": "kur?", "people": "100"}
    yield "nothing said", reverse("event_message", args=[date]), {"text": ""}
    yield "no file", reverse("imports:add"), {}
