"""The HSDS export against the standard's own published schemas (tests/data/hsds)."""

import hashlib
import json
import re
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.contrib.gis.geos import Point
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.urls import reverse

from tests.factories.directory import community, directory_page, organisation, topic, venue
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
SCHEMAS = Path(settings.BASE_DIR, "tests", "data", "hsds")
KINDS = {"string": str, "number": (int, float), "array": list, "object": dict}
FORMATS = {"uuid": UUID, "uri": URLValidator(), "email": validate_email}


def faults(value: dict, name: str, path: str = "") -> list[str]:
    """What is wrong with ``value`` by a schema of the standard: required, type, enum, format, and names it has not."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    found = [f"{path}.{key} is missing" for key in schema.get("required", []) if key not in value]
    for key, part in value.items():
        rule = schema["properties"].get(key)
        place = f"{path}.{key}"
        if rule is None and (name, key) == ("organization", "services"):  # the compiled schema has it
            found += [fault for row in part for fault in faults(row, "service", place)]
        elif rule is None:
            found.append(f"{place} is unknown")
        else:
            found += _faults_of_part(part, rule, place)
    return found


def _faults_of_part(part, rule: dict, place: str) -> list[str]:
    if "$ref" in rule:
        return faults(part, rule["$ref"].removesuffix(".json"), place)
    if not isinstance(part, KINDS[rule["type"]]) or isinstance(part, bool):
        return [f"{place} is no {rule['type']}"]
    if "enum" in rule and part not in rule["enum"]:
        return [f"{place}: {part}"]
    if rule.get("format") in FORMATS:
        try:
            FORMATS[rule["format"]](part)
        except (ValueError, ValidationError):
            return [f"{place} is no {rule['format']}: {part}"]
    if rule["type"] == "array":
        name = rule["items"]["$ref"].removesuffix(".json")
        return [fault for row in part for fault in faults(row, name, place)]
    return []


@pytest.fixture(scope="module")
def _directory(site_of_file):
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, db):
    return fresh(_directory)


def rows(client, query: str = "") -> list[dict]:
    response = client.get(f"{reverse('directory_export', args=['hsds.json'])}?{query}")
    assert response["Content-Type"] == "application/json"
    return json.loads(b"".join(response.streaming_content))


def test_everything_filled_in_is_valid(directory, client):
    organisation(
        directory, "Čiekuri", slug="ciekuri", register_number="40008123407", founded=1999, topics=[topic()],
        website="https://ciekuri.test/", meets=["thu-evening", "mon-day"], languages=["lv", "sign"], state="dormant",
        contact={"name": "Ilze", "phone": "67000000", "phone_visibility": "public", "email": "i@org.test",
                 "email_visibility": "public", "role": {"lv": "vadītāja"}},
    )  # fmt: skip
    (row,) = rows(client)
    assert [*faults(row, "organization")] == []
    assert row["organization_identifiers"][0]["identifier"] == "40008123407" and row["year_incorporated"] == 1999
    (service,) = row["services"]
    assert service["status"] == "inactive" and service["schedules"][0]["byday"] == "MO,TH"
    assert [language.get("code") for language in service["languages"]] == ["lv", None]
    (contact,) = row["contacts"]
    assert (contact["title"], contact["phones"][0]["number"], row["email"]) == ("vadītāja", "67000000", "i@org.test")
    assert row["attributes"][0]["value"] == "daba" and "Approximate" in row["locations"][0]["description"]


def test_bare_profile_is_valid(directory, client):
    community(directory, "Bites", slug="bites", summary="", joining="", settlement=None)
    (row,) = rows(client)
    assert faults(row, "organization") == [] and row["description"] == "Bites" and "locations" not in row


def test_rooms_are_no_organizations(directory, client):
    venue(directory, "Zāle", slug="zale")
    assert rows(client) == []


def test_identifiers_stay(directory, client):
    community(directory, "Āboli", slug="aboli", contact={"name": "Ilze"}, point=Point(24.2, 56.8), precision="exact")
    first = rows(client)
    assert first == rows(client, "kind=community") and "description" not in first[0]["locations"][0]


def test_checker_finds_faults():
    row = {"id": "no-uuid", "name": 5, "website": "nowhere", "colour": "blue", "services": [{"status": "gone"}]}
    told = " ".join(faults(row, "organization"))
    for fault in (".description is missing", ".id is no uuid", ".name is no string", ".website is no uri"):
        assert fault in told
    assert ".colour is unknown" in told and ".services.status: gone" in told and ".services.id is missing" in told


def test_schemas_are_those_that_were_published():
    told = dict(re.findall(r"`(\w+\.json)` \| `([0-9a-f]{64})`", (SCHEMAS / "README.md").read_text()))
    here = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SCHEMAS.glob("*.json")}
    assert told == here
