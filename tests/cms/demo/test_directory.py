"""The directory's demo by itself: who is in it, where, and what must not be. The database's part is in test_demo."""

import csv
import math
import re
from itertools import pairwise

import pytest
from django.contrib.gis.geos import LineString, Point, Polygon

from cms.demo.accounts import DOMAIN
from cms.demo.content import PAGES
from cms.demo.content.directory import PROFILES
from cms.demo.content.rows import PHONE
from cms.demo.directory import _contacts, area
from cms.demo.profiles import around
from cms.demo.rows import SETTLEMENTS
from directory.base_map import base
from directory.base_map.ground import stroke
from directory.models import CommunityPage, Contact, OrganisationPage
from directory.vocabulary import IN_DIRECTORY, Access, Audience, Equipment, Kind, Language, State, meeting_codes
from tests.cms.demo.test_content import References, texts

VENUES = [page for page in PAGES if page.model == "VenuePage"]
LISTED = [*PROFILES, *VENUES]
AREAS = [page for page in PROFILES if "area" in page.facts]
RESERVED_PHONE = re.compile(r"\+371 00 000 0\d\d")  # no Latvian number begins with 0
METRES = 111_320
LATITUDE = 56.8
PIXEL_METRES = 156_543 * math.cos(math.radians(LATITUDE)) / 2**14


def settlements() -> dict[str, Point | None]:
    with SETTLEMENTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["left_out"]]
    return {row["slug"]: Point(float(row["lon"]), float(row["lat"])) if row["lat"] else None for row in rows}


WHERE = settlements()


def metres(geometry):
    """The geometry on a flat ground whose unit is a metre; precise enough for a municipality."""
    flat = geometry.clone()
    across = METRES * math.cos(math.radians(LATITUDE))
    if isinstance(flat, Point):
        return Point(flat.x * across, flat.y * METRES)
    line = flat.coords[0][0] if flat.geom_type == "MultiPolygon" else flat.coords
    points = [(x * across, y * METRES) for x, y in line]
    return Polygon(points) if flat.geom_type == "MultiPolygon" else LineString(points)


def rivers() -> list[tuple[str, float, LineString]]:
    """Name, half the width it is drawn with at zoom 14 in metres, line."""
    return [
        (name, stroke(width, 14) * PIXEL_METRES / 2, metres(LineString(line)))
        for name, width, line in base().lines["river"]
    ]


def sorts(model: str) -> set[str]:
    default = {"CommunityPage": "residents", "OrganisationPage": "association"}[model]
    return {page.facts.get("sort", default) for page in PROFILES if page.model == model}


def test_everybody_is_there():
    assert len(PROFILES) >= 25 and len(VENUES) >= 6 and len(AREAS) >= 8
    assert sorts("CommunityPage") == set(CommunityPage.Sort.values)
    assert sorts("OrganisationPage") == set(OrganisationPage.Sort.values)
    assert {page.facts.get("state", State.ACTIVE) for page in PROFILES} == set(State.values)
    assert [page.facts["country"] for page in PROFILES if page.facts.get("sort") == "partner"] == ["NO"]
    assert {page.facts.get("precision") for page in PROFILES} == {None, "exact", "hidden"}
    assert len([page for page in PROFILES if not page.has_english]) >= 3


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("audiences", Audience.values),
        ("languages", Language.values),
        ("access", Access.values),
        ("equipment", Equipment.values),
        ("meets", [code for code, _label in meeting_codes()]),
    ],
)
def test_choices_are_of_the_lists(name, choices):
    used = {value for page in LISTED for value in page.facts.get(name, ())}
    assert used <= set(choices)
    # Whatever can be filtered by leads somewhere; days and parts of days are crossed, so not each of them.
    assert used == set(choices) or name == "meets"


def test_related_profiles_exist():
    slugs = {page.key.rpartition("/")[2] for page in PROFILES}
    for page in PROFILES:
        related = page.facts.get("related", ())
        assert set(related) <= slugs - {page.key.rpartition("/")[2]}
        assert len(set(related)) == len(related)


def test_what_is_invented_is_marked():
    # What only inventing can give a demo: somebody's hours, numbers, wishes; and rooms with their prices.
    for page in LISTED:
        invented = (
            page.facts.get("meets")
            or page.texts.get("meeting")
            or getattr(page, "notices", ())
            or [row for row in getattr(page, "contacts", ()) if row.phone != PHONE or row.name]
            or page.model == "VenuePage"
        )
        assert page.facts.get("is_sample", False) or not invented, page.key
        assert "paraug" not in str(page.title).casefold() and "sample" not in str(page.title).casefold()
    assert len([page for page in PROFILES if not page.facts.get("is_sample")]) >= 10


def test_no_private_contact_is_real():
    for entry in PROFILES:
        for contact in _contacts(entry):
            assert not contact.name or re.search(r" Parau[gd]", contact.name)
            assert not contact.phone or contact.phone == PHONE or RESERVED_PHONE.fullmatch(contact.phone)
            assert not contact.email or contact.email.endswith(f"@{DOMAIN}")
            assert contact.email_visibility == Contact.Visibility.PRIVATE
            assert (
                bool(contact.email)
                == contact.gets_messages
                == (entry.facts.get("is_sample", False) and bool(contact.email))
            )
    for venue in VENUES:
        assert not venue.facts.get("email")
        assert not venue.facts.get("phone") or RESERVED_PHONE.fullmatch(venue.facts["phone"])


def test_samples_can_be_written_to_and_real_groups_cannot():
    for entry in PROFILES:
        reachable = [contact for contact in _contacts(entry) if contact.gets_messages and contact.email]
        assert len(reachable) == int(entry.facts.get("is_sample", False)), entry.key


def test_no_phone_or_address_hides_in_a_text():
    for page in LISTED:
        for language in ("lv", "en") if page.has_english else ("lv",):
            words = " ".join(texts(page.write(language, References())))
            assert not re.search(r"@|\d[\d ]{6,}\d", words), page.key


def test_latvian_words_are_latvian():
    english = re.compile(r"\b(the|and|of|with|you|we|is|for|are)\b", re.IGNORECASE)
    for page in LISTED:
        assert not english.search(" ".join(texts(page.write("lv", References())))), page.key
    for entry in PROFILES:
        for row in entry.notices:
            assert not english.search(row.text[0])
            assert not re.search("[āčēģīķļņšūž]", row.text[1])


@pytest.mark.parametrize("page", AREAS, ids=lambda page: page.key)
def test_area_lies_at_its_settlements(page):
    shape = metres(area(page.facts["area"]))
    assert shape.valid
    places = [page.facts["settlement"], *page.facts.get("covers", ())]
    known = [metres(WHERE[slug]) for slug in places if WHERE[slug]]
    for point in known:
        assert shape.distance(point) < 400
    if not known:  # nobody knows where Kažoki is, but that it lies on the Misa
        misa = next(line for name, _half, line in rivers() if name == "Misa")
        assert page.facts["settlement"] == "kazoki" and shape.distance(misa) < 50


@pytest.mark.parametrize("page", AREAS, ids=lambda page: page.key)
def test_area_is_a_soft_shape_within_the_municipality(page):
    rough = area(page.facts["area"])
    shape, ring = Polygon(rough.coords[0][0]), metres(rough).coords[0]
    outline = Polygon([*base().areas["outline"][0], base().areas["outline"][0][0]])
    assert shape.intersection(outline).area > 0.8 * shape.area
    assert 12 <= len(ring) <= 80
    turns = [
        abs(math.remainder(math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0]), math.tau))
        for (a, b), c in zip(pairwise(ring), ring[2:], strict=False)
    ]
    assert max(turns) < math.radians(60)


def test_ring_goes_around_its_middle():
    north, east, south, west = around((24.0, LATITUDE), 1000, 500, 1000, 500)
    assert [round(metres(Point(*point)).distance(metres(Point(24.0, LATITUDE)))) for point in (north, east)] == [
        1000,
        500,
    ]
    assert north[1] > LATITUDE > south[1] and east[0] > 24.0 > west[0]


@pytest.mark.parametrize("page", [page for page in LISTED if "point" in page.facts], ids=lambda page: page.key)
def test_point_is_near_its_settlement_and_dry(page):
    point = metres(Point(*page.facts["point"]))
    if place := WHERE[page.facts["settlement"]]:
        assert point.distance(metres(place)) < 1000
    for name, half, line in rivers():
        assert line.distance(point) > half, name


def test_points_are_not_on_one_another():
    points = [page.facts["point"] for page in LISTED if "point" in page.facts]
    assert len(set(points)) == len(points) >= 8


def test_kinds_of_the_list_are_all_used():
    models = {"CommunityPage": Kind.COMMUNITY, "OrganisationPage": Kind.ORGANISATION, "VenuePage": Kind.VENUE}
    assert {models[page.model] for page in LISTED} == set(IN_DIRECTORY)
