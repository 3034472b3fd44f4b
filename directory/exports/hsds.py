"""Open Referral HSDS 3.0: a JSON array of organizations with their services, contacts, locations and topics.

Communities and organisations are there; rooms are not, the standard has no place for a room of nobody's. A member that
has nothing to say is left out. Identifiers of parts are made from the thing's own and stay the same.
"""

import json
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from directory.vocabulary import Kind

STATUS = {"forming": "active", "active": "active", "dormant": "inactive"}
SIGN = "sign"  # of the languages the one without a code of its own


def _part(thing: dict, *names: str) -> str:
    return str(uuid5(UUID(thing["id"]), "-".join(names)))


def _said(members: dict) -> dict:
    return {name: value for name, value in members.items() if value not in (None, "", [])}


def _phones(thing: dict, number: str, *place: str) -> list[dict]:
    return [{"id": _part(thing, "phone", *place), "number": number}] if number else []


def _contacts(thing: dict) -> list[dict]:
    return [
        _said(
            {
                "id": _part(thing, "contact", str(place)),
                "organization_id": thing["id"],
                "name": contact["name"],
                "title": contact["role"],
                "email": contact["email"],
                "phones": _phones(thing, contact["phone"], str(place)),
            }
        )
        for place, contact in enumerate(thing["contacts"])
    ]


def _locations(thing: dict) -> list[dict]:
    """The published position; that it is not exact is said in words, for the standard has no member for it."""
    if thing["longitude"] is None:
        return []
    is_exact = thing["position"] == "exact"
    location = {
        "id": _part(thing, "location"),
        "location_type": "physical",
        "organization_id": thing["id"],
        "name": thing["settlement_name"],
        "description": "" if is_exact else "Approximate: the position of the town or village.",
        "latitude": thing["latitude"],
        "longitude": thing["longitude"],
    }
    return [_said(location)]


def _service(thing: dict) -> dict:
    identity = _part(thing, "service")
    schedule = {
        "id": _part(thing, "schedule"),
        "service_id": identity,
        "freq": "WEEKLY" if thing["days"] else "",
        "byday": ",".join(day[:2].upper() for day in thing["days"]),
        "description": thing["meeting"],
    }
    languages = [
        _said(
            {
                "id": _part(thing, "language", code),
                "service_id": identity,
                "code": "" if code == SIGN else code,
                "name": "sign language" if code == SIGN else "",
            }
        )
        for code in thing["languages"]
    ]
    return _said(
        {
            "id": identity,
            "organization_id": thing["id"],
            "name": thing["name"],
            "description": thing["summary"],
            "url": thing["url"],
            "status": STATUS.get(thing["state"], "active"),
            "application_process": thing["joining"],
            "schedules": [_said(schedule)] if thing["days"] or thing["meeting"] else [],
            "languages": languages,
        }
    )


def _attributes(thing: dict) -> list[dict]:
    return [
        {
            "id": _part(thing, "topic", slug),
            "link_id": thing["id"],
            "link_entity": "organization",
            "link_type": "topic",
            "value": slug,
        }
        for slug in thing["topics"]
    ]


def _identifiers(thing: dict) -> list[dict]:
    if not thing["register_number"]:
        return []
    identifier = {
        "id": _part(thing, "identifier"),
        "organization_id": thing["id"],
        "identifier_type": f"{thing['country']} register number",
        "identifier": thing["register_number"],
    }
    return [identifier]


def organization(thing: dict) -> dict:
    contacts = _contacts(thing)
    return _said(
        {
            "id": thing["id"],
            "name": thing["name"],
            "description": thing["summary"] or thing["name"],
            "email": next((contact["email"] for contact in contacts if "email" in contact), ""),
            "website": next(iter(thing["links"]), ""),
            "uri": thing["url"],
            "year_incorporated": thing["founded"],
            "legal_status": thing["sort_name"],
            "contacts": contacts,
            "locations": _locations(thing),
            "services": [_service(thing)],
            "organization_identifiers": _identifiers(thing),
            "attributes": _attributes(thing),
        }
    )


def hsds_parts(things: Iterable[dict]) -> Iterator[bytes]:
    separator = "["
    for thing in things:
        if thing["kind"] != Kind.VENUE:
            yield f"{separator}\n{json.dumps(organization(thing), ensure_ascii=False, separators=(',', ':'))}".encode()
            separator = ","
    yield b"[]\n" if separator == "[" else b"\n]\n"
