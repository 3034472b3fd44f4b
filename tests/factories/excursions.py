"""Excursions, places and ways as the tests need them."""

from django.contrib.gis.geos import Point

from directory.models import ExcursionPage, ExcursionsPage, PlacePage, PlacesPage, RoutesPage, Track
from tests.factories.directory import settlement
from tests.factories.site import add

# Along the Daugava at Ķekava, some two kilometres.
LINE = [(24.2300, 56.8200), (24.2340, 56.8230), (24.2385, 56.8262), (24.2420, 56.8300), (24.2475, 56.8331)]


def _below(site, model, title):
    found = model.objects.filter(locale=site.home.locale).first()
    if found is not None:
        return found
    parent = site.home if model is ExcursionsPage else _below(site, ExcursionsPage, "Ekskursijas")
    return add(parent, model(title=title, show_in_menus=True))


def place(site, title="Vecais tilts", publish=True, point=(24.2385, 56.8262), **fields):
    fields.setdefault("settlement", settlement())
    fields.setdefault("summary", "Te šķīrās ceļi.")
    page = PlacePage(title=title, point=Point(*point, srid=4326) if point else None, **fields)
    return add(_below(site, PlacesPage, "Vietas"), page, publish)


def stop(name="", point=None, thing=None, **values):
    value = {"name": name, "thing": thing.pk if thing else None, **values}
    if point:
        value["point"] = {"type": "Point", "coordinates": list(point)}
    return value


def excursion(site, title="Mežinieku stāstu taka", stops=(), lines=(LINE,), publish=True, **fields):
    """``stops``: of ``stop()``; ``lines``: of the way, or nothing."""
    fields.setdefault("summary", "Divi kilometri un trīs stāsti.")
    fields.setdefault("settlement", settlement())
    fields.setdefault("minutes", 90)
    if lines:
        fields["way"] = Track.objects.keep([list(line) for line in lines], file_name="Annas rīta skrējiens.gpx")
    page = ExcursionPage(title=title, **fields)
    block = ExcursionPage._meta.get_field("stops").stream_block
    page.stops = block.to_python([{"type": "stop", "value": value, "id": f"stop-{n}"} for n, value in enumerate(stops)])
    return add(_below(site, RoutesPage, "Maršruti"), page, publish)
