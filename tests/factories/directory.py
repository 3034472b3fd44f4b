"""Profiles, rooms and settlements as the tests need them: published, small, unsurprising."""

from django.contrib.gis.geos import Point

from directory.models import (
    CommunityPage,
    Contact,
    DirectoryPage,
    OrganisationPage,
    Profile,
    Settlement,
    SettlementsPage,
    Topic,
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
