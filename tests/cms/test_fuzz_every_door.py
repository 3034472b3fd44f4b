"""Junk at every door, as every role: nothing breaks, nothing is shown as it was typed, nobody is led away.

The doors come from the URL map, so a new one is tried by itself. The admin's are tried in `make soak`
(tests/soak/test_fuzz_admin.py).
"""

import random

import pytest
from django.db import transaction
from django.utils import translation

from tests.cms.test_permission_matrix import LEFT_OUT, build, values_of
from tests.cms.url_map import GAP, fill, routes
from tests.conftest import HOST, shared_site

pytestmark = pytest.mark.django_db
MARK = "fuzz7x"
JUNK = (
    f"<script>{MARK}</script>", f"\"'><img src=x onerror={MARK}>", f"{MARK}\0", f"{{{{{MARK}}}}}{{% {MARK} %}}", "%00",
    f"' OR 1=1 --{MARK}", "\ud7ff￿ Ā" * 3, f"../../{MARK}", "9" * 40, "-1", "", f"{MARK}\r\nX-Injected: 1", "{" * 60,
    "NaN", "1e999", "2026-99-99", f"javascript:{MARK}", "ā" * 5000,
)  # fmt: skip
AWAY = ("https://evil.test/", "//evil.test/", "/\\evil.test", "https:evil.test", "javascript:alert(1)")
FIELDS = (
    "q", "next", "kind", "place", "topic", "page", "sort", "view", "zoom", "name", "email", "opened", "homepage", "do",
    "role", "anyway", "settlement", "summary", "joining", "message", "phone", "person", "code", "login", "password",
    "month", "day", "from", "to", "lang", "token", "missed", "people", "mode", "id", "limit", "offset", "bbox",
)  # fmt: skip
ROLES = ("anonymous", "owner", "other")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with shared_site(django_db_blocker) as site, translation.override("lv"):
        made = build(site)
        for client in made.clients.values():
            client.raise_request_exception = False
        yield made


def faults_of(response, address: str) -> list[str]:
    """What is wrong with an answer to junk."""
    found = []
    if response.status_code >= 500 and address != "/readyz":  # no worker runs here, and it says so
        found.append(f"{response.status_code}")
    # Wagtail's own API leads to the site's whole address.
    where = response.headers.get("Location", "").removeprefix(f"http://{HOST}")
    if where and not (where.startswith("/") and not where.startswith(("//", "/\\"))):
        found.append(f"led to {where[:60]}")
    if "X-Injected" in response.headers:
        found.append("header")
    if not response.streaming and "html" in response.headers.get("Content-Type", ""):
        text = response.content.decode(errors="replace")
        for sign in (
            "Traceback (most recent",
            f"<script>{MARK}",
            f"<img src=x onerror={MARK}",
            f'href="javascript:{MARK}',
            f'action="javascript:{MARK}',
        ):
            if sign in text:
                found.append(f"shows {sign}")
    return [f"{address[:120]}: {fault}" for fault in found]


def ask(client, verb: str, address: str, *values, **options):
    """The answer. What breaks is taken back by itself: all of it stands in one transaction, which would be lost."""
    with transaction.atomic():
        response = getattr(client, verb)(address, *values, **options)
        if response.status_code >= 500:
            transaction.set_rollback(True)
    return response


def tries(route, world, chance: random.Random, count: int):
    """Addresses, queries and bodies: real ones with junk in one place after the other."""
    real = fill(route, values_of(route, "own", world))
    for _number in range(count):
        query = {name: chance.choice((*JUNK, *AWAY)) for name in chance.sample(FIELDS, 6)} | {
            "next": chance.choice(AWAY)
        }
        body = {name: chance.choice(JUNK) for name in chance.sample(FIELDS, 12)} | {"next": chance.choice(AWAY)}
        yield "get", real, query
        yield "post", real, body
    for junk in chance.sample(
        ("x", "0", "99999999999", "..", "%00", "<b>", "a" * 300, "00000000-0000-0000-0000-000000000000"), 3
    ):
        if route.gaps:
            yield "get", "/" + GAP.sub(junk, route.template), {}


def attack(world, chosen, roles, count: int, seed: int) -> list[str]:
    chance, faults = random.Random(seed), []
    for route in chosen:
        if route.name == "tile":  # asks another host; tests/directory/test_tiles.py has one that answers
            continue
        for role in roles:
            client = world.clients[role]
            for verb, address, values in tries(route, world, chance, count):
                if "logout" in route.name and verb == "post":
                    continue  # it would end the role
                response = ask(client, verb, address, values)
                faults += [f"{role} {verb} {fault}" for fault in faults_of(response, address)]
    return faults


def test_public_and_members_doors(world):
    chosen = [
        row
        for row in routes()
        if not row.is_admin and row.template not in LEFT_OUT and row.name != "portal_delete_account"
    ]
    assert attack(world, chosen, ROLES, count=1, seed=7) == []


def test_json_and_junk_bodies(world):
    faults = []
    for route in routes():
        if route.is_admin:
            continue
        address = fill(route, values_of(route, "own", world))
        for body in ('{"a":', "\x00\xff", "[]", "a=" + "b" * 9000):
            for kind in ("application/json", "multipart/form-data; boundary=x"):
                response = ask(world.clients["anonymous"], "post", address, body, content_type=kind)
                faults += faults_of(response, address)
    assert faults == []
