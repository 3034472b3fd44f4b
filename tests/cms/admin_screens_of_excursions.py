"""The screens of the admin for excursions, places worth a visit and placemaking stories."""

from django.contrib.gis.geos import Point
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.directory.ways.samples import gpx
from tests.factories.directory import excursion, place, places_page, routes_page, settlement, stop, stories_page, story

PAGES = "wagtailadmin_pages:"
WAY = [(24.20, 56.80), (24.22, 56.80)]


def busy_excursions(desk, home) -> None:
    desk.routes = routes_page(home)
    landing = desk.routes.get_parent().specific
    desk.places, desk.stories = places_page(landing), stories_page(landing)
    desk.landing, where = landing, settlement()
    desk.place = place(desk.places, "Pilskalnā", slug="pilskalns", point=Point(*WAY[0]), settlement=where)
    desk.story = story(desk.stories, "Pagalmā", slug="pagalms", settlement=where)
    stops = [stop("Tiltā", point=WAY[0], minutes=5), stop(thing=desk.place)]
    desk.excursion = excursion(desk.routes, "Takā", slug="taka", way=WAY, stops=stops, settlement=where)


def excursion_screens(desk):
    """The name and the address of each."""
    for row in (desk.landing, desk.routes, desk.places, desk.stories, desk.place, desk.story, desk.excursion):
        yield f"edit {row.specific_class.__name__}", reverse(PAGES + "edit", args=[row.pk])
    for model, parent in (
        ("excursionpage", desk.routes), ("placepage", desk.places), ("storypage", desk.stories),
        ("routespage", desk.landing), ("placespage", desk.landing), ("storiespage", desk.landing),
    ):  # fmt: skip
        yield f"create {model}", reverse(PAGES + "add", args=["directory", model, parent.pk])
    yield "choose type below excursions", reverse(PAGES + "add_subpage", args=[desk.landing.pk])
    yield "a way from a file", reverse("way_upload", args=[desk.excursion.pk])


def excursion_answers(desk):
    """Name, address and what is sent."""
    address = reverse("way_upload", args=[desk.excursion.pk])
    good = gpx([WAY], waypoints='<wpt lat="56.8" lon="24.2"><name>Ozolā</name></wpt>')
    for name, data in (
        ("good", good),
        ("broken", good[:200]),
        ("other", b"x"),
        ("off the map", gpx([[(1, 1), (2, 2)]])),
    ):
        yield f"{name} file", address, {"file": SimpleUploadedFile("ceļš.gpx", data), "takes_stops": "on"}
    yield "no file", address, {}
