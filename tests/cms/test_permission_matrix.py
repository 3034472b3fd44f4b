"""Who gets what answer from every address of the site: permission_matrix.csv states it, and this asks for it.

Addresses that only forms may ask for are sent an empty one. A new address fails until its answers are stated. ``UPDATE_PERMISSION_MATRIX=1`` writes the table anew; read the
difference before you commit it. Answers: a status; ``sign-in`` and ``portal`` are redirects there.
"""

import csv
import os
import uuid
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction, Site

from directory.models import Claim, Invitation, Listing, Membership, Resident
from home.groups import ensure_groups
from home.models import User
from tests.cms.url_map import PAGE_GAPS, fill, routes
from tests.conftest import shared_site
from tests.factories.directory import community, directory_page, organisation
from tests.factories.members import EDITOR, OWNER, person

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).with_name("permission_matrix.csv")
ROLES = ("anonymous", "member", "owner", "other", "editor", "moderator", "admin")
STAFF = ("editor", "moderator", "admin")
OBJECTS = ("own", "foreign", "draft", "private", "deleted")
# Raises on purpose, so that its page can be looked at.
LEFT_OUT = {"admin/failwhale/"}
SECRETS = {"draft": "Melnraksta noslēpums", "private": "Slēgtā noslēpums", "deleted": "Dzēstā noslēpums"}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with shared_site(django_db_blocker) as site, translation.override("lv"):
        yield build(site)


def build(site) -> SimpleNamespace:
    """Five pages, of which four are of one NGO; seven people; a row of each kind that has doors of its own."""
    index = directory_page(site.home)
    pages = {
        "own": community(index, "Sava kopiena", slug="sava"),
        "foreign": organisation(index, "Sveša biedrība", slug="svesa"),
        "draft": community(index, SECRETS["draft"], publish=False, slug="melnraksts", summary=SECRETS["draft"]),
        "private": community(index, SECRETS["private"], slug="slegta", summary=SECRETS["private"]),
        "deleted": community(index, SECRETS["deleted"], slug="dzesta", summary=SECRETS["deleted"]),
    }
    PageViewRestriction.objects.create(page=pages["private"], restriction_type="password", password="x")
    for page in pages.values():
        page.save_revision()
    people = {
        "member": person("biedrs@paraugs.test"),
        "owner": person("ipasnieks@paraugs.test"),
        "other": person("cits@paraugs.test"),
    }
    for name, page in pages.items():
        if name == "foreign":
            Membership.objects.create(profile=page.profile, user=people["other"], role=OWNER)
        else:
            Membership.objects.create(profile=page.profile, user=people["owner"], role=OWNER)
            Membership.objects.create(profile=page.profile, user=people["member"], role=EDITOR)
    editors, moderators = ensure_groups()
    for name, group in (("editor", editors), ("moderator", moderators)):
        people[name] = User.objects.create_user(f"{name}@platforma.test")
        people[name].groups.add(group)
    people["admin"] = User.objects.create_superuser("admin@platforma.test", "x")
    claim = Claim.objects.create(profile=pages["own"].profile, user=people["other"], message="Mēs")
    invitation = Invitation.objects.create(profile=pages["own"].profile, email="kads@paraugs.test")
    Resident.objects.create(name="Jana", email="jana@paraugs.test", confirmed_at=claim.created_at)
    facts = {
        name: {"key": page.translation_key, "pk": page.pk, "path": page.url_path, "revision": page.latest_revision_id}
        for name, page in pages.items()
    }
    root = Site.objects.get(is_default_site=True).root_page.url_path
    for row in facts.values():
        row["page_path"] = row["path"].removeprefix(root)
    pages["deleted"].delete()
    clients = {"anonymous": Client()}
    for name, user in people.items():
        clients[name] = Client()
        clients[name].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    listing = Listing.objects.get(thing=facts["own"]["key"], language="en")  # the addresses are English readers'
    return SimpleNamespace(facts=facts, clients=clients, claim=claim, invitation=invitation, listing=listing)


def values_of(route, name: str, world) -> dict:
    facts = world.facts[name]
    values = {gap: facts["pk"] for gap in PAGE_GAPS}
    values |= {"key": facts["key"], "page_path": facts["page_path"], "page_view_restriction_id": 1}
    values |= {"revision_id": facts["revision"], "revision_id_a": "earliest", "revision_id_b": "latest"}
    values |= {"content_type_app_name": "directory", "content_type_model_name": "communitypage"}
    values |= {"app_label": "directory", "model_name": "communitypage", "app_name": "directory"}
    values |= {"suffix": "csv", "z": 1, "x": 1, "y": 1, "object_id": facts["pk"], "action": "delete", "preset": "x"}
    if route.has_object() and "pk" in route.gaps and "pages/" in route.template:
        values["pk"] = facts["pk"]
    elif "pk" in route.gaps:
        model = route.model()
        if isinstance(model, type) and hasattr(model, "_default_manager"):
            first = model._default_manager.order_by("pk").values_list("pk", flat=True).first()
            values["pk"] = first or 1
        rows = {"claim_decision": world.claim.pk, "portal_revoke": world.invitation.pk, "map_item": world.listing.pk}
        values["pk"] = rows.get(route.name, values.get("pk", 1))
    return values


def word_for(response) -> str:
    if response.status_code in (301, 302):
        where = response["Location"]
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                if where.startswith(reverse("account_login")):
                    return "sign-in"
                if where.startswith(reverse(settings.MEMBER_REDIRECT_URL)):
                    return "portal"
    return str(response.status_code)


def objects_of(route) -> tuple:
    return OBJECTS if route.has_object() else ("-",)


def asked(world) -> dict[tuple[str, str], dict[str, str]]:
    """``{(address, object): {role: answer}}``, and nothing of what is kept from a role in its answer."""
    answers: dict = {}
    for route in routes():
        if route.template in LEFT_OUT:
            continue
        for name in objects_of(route):
            address = fill(route, values_of(route, "own" if name == "-" else name, world))
            row = answers[route.label, name] = {}
            for role in ROLES:
                if as_before := not_asked(route, name, role):
                    row[role] = as_before
                    continue
                client = world.clients[role]
                client.raise_request_exception = False
                response = client.get(address)
                if response.status_code == 405 and not route.is_admin:
                    response = client.post(address)
                row[role] = word_for(response)
                if role not in STAFF:
                    keeps_secrets(response, role, name, address)
    return answers


def not_asked(route, name: str, role: str) -> str:
    """What need not be asked, for the time it takes: the door turns people away before it looks at the object, staff's
    rights are of all pages, and outside the admin staff are readers."""
    if route.is_admin and name not in ("own", "-"):
        return "" if role == "editor" and name in ("draft", "deleted") else "as own"
    if not route.is_admin and role in ("editor", "admin"):
        return "as moderator"
    return ""


def keeps_secrets(response, role: str, name: str, address: str) -> None:
    if response.streaming:
        return
    text = response.content.decode(errors="replace")
    for kind, secret in SECRETS.items():
        if secret in text:
            # Members see what is their own in the portal, and nothing of it anywhere else.
            assert (role in ("member", "owner") and "/musu-lapa/" in address) or "/our-page/" in address, (
                address,
                role,
            )
            assert role in ("member", "owner"), (address, role, kind)


def stated() -> dict[tuple[str, str], dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return {(row.pop("address"), row.pop("object")): row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def answers(world):
    """Asked once. What staff see is not drawn: here only whether they do."""
    with pytest.MonkeyPatch.context() as patch:
        drawn = SimpleTemplateResponse.rendered_content

        def content(self):
            user = getattr(getattr(self, "_request", None), "user", None)
            return "" if user is not None and user.has_perm("wagtailadmin.access_admin") else drawn.fget(self)

        patch.setattr(SimpleTemplateResponse, "rendered_content", property(content))
        found = asked(world)
    if os.environ.get("UPDATE_PERMISSION_MATRIX"):
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["address", "object", *ROLES])
            writer.writerows([address, name, *(row[role] for role in ROLES)] for (address, name), row in found.items())
    return found


def test_every_address_has_stated_answers_and_gives_them(answers):
    expected = stated()
    assert sorted(set(answers) - set(expected)) == [], "addresses without a stated answer"
    assert sorted(set(expected) - set(answers)) == [], "stated addresses that are gone"
    wrong = {key: (expected[key], row) for key, row in answers.items() if row != expected[key]}
    assert wrong == {}


def test_nothing_breaks(answers):
    """``/readyz`` says 503 rightly: no worker runs here."""
    broken = [key for key, row in answers.items() if any(word.startswith("5") for word in row.values())]
    assert broken == [("readyz", "-")]


def test_nobody_outside_the_staff_sees_anything_of_the_admin(answers):
    for (address, name), row in answers.items():
        if address.startswith("admin/") and name in ("own", "-"):
            assert row["anonymous"] in {"sign-in", "302", "200"} and (
                row["anonymous"] != "200" or address in {"admin/jsi18n/", "admin/sprite/", "admin/localize/jsi18n/"}
            ), (address, row)
            for role in ("member", "owner", "other"):
                expected = "sign-in" if address == "admin/logout/" else "portal"
                assert row[role] == expected, (address, role, row[role])


def test_the_portal_is_its_members_alone(answers):
    doors = [key for key in answers if key[0].startswith("en/our-page/<uuid:key>")]
    assert doors
    for address, name in doors:
        row = answers[address, name]
        assert row["anonymous"] == "sign-in", (address, row)
        strangers = ("member", "owner") if name == "foreign" else ("other",)
        for role in (*strangers, "moderator"):
            assert row[role] == "404", (address, name, role, row)


def test_an_address_nobody_has_thought_of_would_fail(answers):
    assert ("nowhere/<uuid:key>/", "own") not in stated()
    assert uuid.UUID(int=7) not in {row for row in answers}
