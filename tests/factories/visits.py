"""What one goes out for: excursions and places of the directory, visits, their series and a festival."""

from django.contrib.gis.geos import Point

from directory.models import ExcursionPage, ExcursionsPage, PlacePage, PlacesPage, RoutesPage
from events.models import FestivalPage, VisitPage, VisitSeriesPage, VisitsPage
from tests.factories.site import add


def excursions_page(parent, title="Ekskursijas", **fields) -> ExcursionsPage:
    return add(parent, ExcursionsPage(title=title, **{"slug": "ekskursijas", "show_in_menus": True, **fields}))


def routes_page(parent, title="Maršruti", **fields) -> RoutesPage:
    return add(parent, RoutesPage(title=title, **{"slug": "marsruti", **fields}))


def places_page(parent, title="Vietas", **fields) -> PlacesPage:
    return add(parent, PlacesPage(title=title, **{"slug": "vietas", **fields}))


def excursion(parent, title="Stāstu taka", hosts=(), publish=True, **fields) -> ExcursionPage:
    page = ExcursionPage(title=title, **{"meeting_place": "Pie tilta", "point": Point(24.2, 56.8), **fields})
    page.hosts = list(hosts)
    return add(parent, page, publish)


def place(parent, title="Vecais ozols", publish=True, **fields) -> PlacePage:
    return add(parent, PlacePage(title=title, **{"point": Point(24.21, 56.81), **fields}), publish)


def visits_page(parent, title="Viesošanās kopienās", **fields) -> VisitsPage:
    return add(parent, VisitsPage(title=title, **{"slug": "viesosanas", "show_in_menus": True, **fields}))


def visit(parent, title="Ciemos Daugmalē", places=(), publish=True, **fields) -> VisitPage:
    page = VisitPage(title=title, **fields)
    page.places = list(places)
    return add(parent, page, publish)


def visit_series(parent, title="Kaimiņi pie kaimiņiem", publish=True, **fields) -> VisitSeriesPage:
    return add(parent, VisitSeriesPage(title=title, **fields), publish)


def festival(parent, title="Sarunu festivāls", publish=True, **fields) -> FestivalPage:
    return add(parent, FestivalPage(title=title, **fields), publish)
