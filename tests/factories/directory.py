"""Profiles, rooms and settlements as the tests need them: published, small, unsurprising."""

import json
import uuid

from django.contrib.gis.geos import Point

from directory.models import (
    CommunityPage,
    Contact,
    DirectoryPage,
    ExcursionPage,
    ExcursionsPage,
    OrganisationPage,
    PlacePage,
    PlacesPage,
    Profile,
    RoutesPage,
    Settlement,
    SettlementsPage,
    StoriesPage,
    StoryPage,
    Topic,
    Track,
    VenuePage,
)
from tests.factories.site import add

MANY = ("topics", "covers")


def settlement(name="Ķekava", slug=None, locative="", point=(24.2355, 56.8264), **fields):
    slug = slug or name.lower().translate(str.maketrans("āčēģīķļņšūž", "acegiklnsuz"))
    defaults = {"name": name, "locative": locative, "point": Point(*point) if point else None, **fields}
    return Settlement.objects.get_or_create(slug=slug, defaults=defaults)[0]


def topic(slug="daba", lv="Daba", en="Nature", parent=None, **fields):
    values = {"name": {"lv": lv, "en": en}, "parent": parent, **fields}
    return Topic.objects.get_or_create(slug=slug, defaults=values)[0]


def directory_page(parent, title="Kopienas un NVO", publish=True, **fields):
    fields.setdefault("show_in_menus", True)
    return add(parent, DirectoryPage(title=title, **fields), publish)


def settlements_page(parent, title="Apdzīvotās vietas", publish=True, **fields):
    fields.setdefault("show_in_menus", True)
    return add(parent, SettlementsPage(title=title, **fields), publish)


def _profile(model, parent, title, publish, contact, fields):
    fields.setdefault("summary", "Kaimiņi, kas kopj krastu.")
    fields.setdefault("joining", "Atnāciet uz talku.")
    if "settlement" not in fields:
        fields["settlement"] = settlement()
    many = {name: fields.pop(name) for name in MANY if name in fields}
    page = model(title=title, **fields)
    for name, rows in many.items():
        setattr(page, name, rows)
    page = add(parent, page, publish)
    if contact is not None:
        profile, _created = Profile.objects.get_or_create(key=page.translation_key, defaults={"name": page.title})
        Contact.objects.create(profile=profile, **contact)
    return page


def community(parent, title="Kažoku kopiena", publish=True, contact=None, **fields):
    return _profile(CommunityPage, parent, title, publish, contact, fields)


def organisation(parent, title="Ūdensmalas", publish=True, contact=None, **fields):
    return _profile(OrganisationPage, parent, title, publish, contact, fields)


def venue(parent, title="Tautas nams", publish=True, **fields):
    fields.setdefault("settlement", settlement())
    fields.setdefault("summary", "Zāle 120 cilvēkiem.")
    return add(parent, VenuePage(title=title, **fields), publish)


def routes_page(parent, publish=True):
    """The landing page of excursions and its list of routes; returns the list."""
    landing = add(parent, ExcursionsPage(title="Ekskursijas", slug="ekskursijas", show_in_menus=True), publish)
    return add(landing, RoutesPage(title="Maršruti", slug="marsruti", show_in_menus=True), publish)


def places_page(landing, publish=True):
    return add(landing, PlacesPage(title="Vietas", slug="vietas", show_in_menus=True), publish)


def stories_page(landing, publish=True):
    return add(landing, StoriesPage(title="Vietrade", slug="vietrade", show_in_menus=True), publish)


def stop(name="", thing=None, point=None, **values):
    """A stop as a StreamField holds it; ``thing`` is a page, ``point`` (longitude, latitude)."""
    shape = {"type": "Point", "coordinates": list(point)} if point else None
    empty = dict.fromkeys(("text", "picture_alt", "question", "safety"), "")
    facts = {"name": name, "thing": thing.pk if thing else None, "point": shape, "picture": None, "minutes": None}
    return {"type": "stop", "id": str(uuid.uuid4()), "value": {**empty, **facts, **values}}


def _visit(page, parent, publish, many):
    for name, rows in many.items():
        setattr(page, name, rows)
    return add(parent, page, publish)


def excursion(routes, title="Stāstu taka", publish=True, stops=(), way=(), **fields):
    many = {name: fields.pop(name) for name in ("topics", "hosts", "passes") if name in fields}
    fields.setdefault("summary", "Ceļš gar upi.")
    page = ExcursionPage(title=title, stops=json.dumps(list(stops)), **fields)
    if way:
        page.way = Track.objects.keep([list(way)])
    return _visit(page, routes, publish, many)


def place(parent, title="Pilskalns", publish=True, **fields):
    many = {name: fields.pop(name) for name in ("topics",) if name in fields}
    fields.setdefault("summary", "Kalns pie upes.")
    return _visit(PlacePage(title=title, **fields), parent, publish, many)


def story(parent, title="Pagalms bez žoga", publish=True, **fields):
    many = {name: fields.pop(name) for name in ("topics", "communities") if name in fields}
    return _visit(StoryPage(title=title, **fields), parent, publish, many)
