"""The map field through Wagtail's own doors: text in, geometry kept, and what was typed is never lost."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from directory.models import Settlement
from tests.directory.editing import edit_address, post, sent
from tests.factories.directory import community, settlement, venue
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db

HERE = "56.8264, 24.2355"
AREA = "56.82, 24.22\n56.82, 24.25\n56.84, 24.25"


def saved(desk, page, **changes):
    """The page's latest draft after its editor sent these changes, and the answer."""
    address = edit_address(page)
    answer = post(desk, address, sent(desk, address, **changes))
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object(), answer


def shown(desk, page, name):
    """The field as the editor's screen has it."""
    html = desk.client.get(edit_address(page)).content.decode()
    return BeautifulSoup(html, "html.parser").find(attrs={"name": name})


@pytest.fixture(scope="module")
def _page(_desk):
    return community(_desk.directory, contact={"name": "Ilze", "phone": "26123456"})


@pytest.fixture
def page(_page, db):
    return fresh(_page)


def test_place_is_typed_and_stands_there_again(desk, page):
    draft, _answer = saved(desk, page, point="24,2355 56,8264")
    assert draft.point.coords == (24.2355, 56.8264) and draft.point.srid == 4326
    assert shown(desk, page, "point")["value"] == HERE


def test_name_of_a_settlement_is_a_place(desk, page):
    settlement("Baldone", point=(24.4, 56.74))
    draft, _answer = saved(desk, page, point="baldone")
    assert draft.point.coords == (24.4, 56.74)


def test_area_is_typed_and_stands_there_again(desk, page):
    draft, _answer = saved(desk, page, area=AREA.replace("\n", "\r\n"))
    assert draft.area.geom_type == "MultiPolygon" and draft.area.valid
    assert shown(desk, page, "area").text.strip() == AREA


def test_place_is_taken_away(desk, page):
    saved(desk, page, point=HERE)
    draft, _answer = saved(desk, page, point=" ")
    assert draft.point is None


@pytest.mark.parametrize(
    ("name", "text"), [("point", "pie upes"), ("point", "52.5, 13.4"), ("area", "56.8, 24.2\n<b>")]
)
def test_what_was_typed_stays_beside_the_message(desk, page, name, text):
    _draft, answer = saved(desk, page, **{name: text})
    html = BeautifulSoup(answer.content, "html.parser")
    field = html.find(attrs={"name": name})
    assert (field["value"] if field.name == "input" else field.text).strip() == text
    assert field["aria-invalid"] == "true"
    message = answer.context["form"].errors[name][0]
    assert any(message in html.find(id=part).get_text() for part in field["aria-describedby"].split())


def test_everything_that_describes_the_field_is_there(desk, page):
    html = BeautifulSoup(desk.client.get(edit_address(page)).content, "html.parser")
    for name in ("point", "area"):
        field = html.find(attrs={"name": name})
        assert field["aria-describedby"] and all(html.find(id=part) for part in field["aria-describedby"].split())
        assert html.find("label", attrs={"for": field["id"]})
        assert "geom_type" not in field.attrs and "style" not in str(field.parent)


def test_untouched_field_changes_nothing(desk, page):
    saved(desk, page, point="56.8264004, 24.2355004", area=AREA)
    page.refresh_from_db()
    before = page.latest_revision
    form_class = page.edit_handler.bind_to_model(type(page)).get_form_class()
    address = edit_address(page)
    data = sent(desk, address)
    form = form_class(data, instance=before.as_object(), for_user=desk.moderator)
    assert form.is_valid(), form.errors
    assert not {"point", "area"} & set(form.changed_data)


def test_warning_beyond_the_municipality(desk, page):
    saved(desk, page, point="57.5, 27.3")
    assert shown(desk, page, "point").find_parent("geo-field").find(attrs={"data-outside": True})
    saved(desk, page, point=HERE)
    assert not shown(desk, page, "point").find_parent("geo-field").find(attrs={"data-outside": True})


def test_room_has_a_place(desk):
    room = venue(desk.directory)
    draft, _answer = saved(desk, room, point=HERE)
    assert draft.point.coords == (24.2355, 56.8264)


def test_settlement_is_placed_by_its_form(desk):
    row = settlement("Baldone", point=None)
    address = reverse("wagtailsnippets_directory_settlement:edit", args=[row.pk])
    data = {"name": row.name, "slug": row.slug, "kind": "village", "point": "N 56°49'35.04\" E 24°14'7.8\""}
    assert desk.client.post(address, {**data, "point": "nekur"}).status_code == 200
    assert Settlement.objects.get(pk=row.pk).point is None
    assert desk.client.post(address, data).status_code == 302
    assert Settlement.objects.get(pk=row.pk).point.coords == pytest.approx((24.2355, 56.8264), abs=1e-6)


def test_editor_asks_no_other_host_for_its_map(desk, page):
    html = desk.client.get(edit_address(page)).content.decode()
    assert "openlayers" not in html.lower() and "cdn" not in html.lower()


def test_models_are_as_the_migrations_have_them():
    call_command("makemigrations", "directory", check=True, dry_run=True, verbosity=0)
