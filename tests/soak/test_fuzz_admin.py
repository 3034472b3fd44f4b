"""Junk at every door of the admin as moderator and administrator, and at all others for longer; last the junk that
Wagtail's own views ask for by name."""

import os
import random

import pytest

from tests.cms.test_fuzz_every_door import ask, attack, faults_of, world  # noqa: F401 # a fixture
from tests.cms.test_permission_matrix import LEFT_OUT, values_of
from tests.cms.url_map import fill, routes

pytestmark = [pytest.mark.django_db, pytest.mark.soak]
# What the views of Wagtail and wagtail-localize read from a request.
NAMES = (
    "id", "p", "page", "ordering", "order", "position", "next", "q", "search", "tag", "collection", "collection_id",
    "locale", "select_locale", "locales", "content_type", "page_type", "type", "model", "create_model", "owner", "user",
    "group", "site", "target", "target_pages[]", "user_perms", "multiple", "export", "mode", "destination", "depth",
    "parent_page_id", "new_parent_page", "new_title", "new_slug", "title", "slug", "value", "file", "url", "html_path",
    "fields", "limit", "offset", "child_of", "descendant_of", "translation_of", "has_children", "body-count",
    "body-0-deleted", "body-0-type", "body-0-order", "comments-TOTAL_FORMS", "comments-INITIAL_FORMS",
    "external-link-chooser-url", "import_file_name", "input_format", "overwrite_revision_id", "loaded_revision_id",
    "action-publish", "action-workflow-action", "workflow_action_name", "action", "workflow", "task",
)  # fmt: skip
VALUES = ("", "x", "0", "1", "-1", "9" * 40, "1,x", "\0", "[]")
BODIES = ('{"a":', "null", "\x00\xff", "a=" + "b" * 9000)


def test_junk_in_the_admin(world):  # noqa: F811
    seed = int(os.environ.get("FUZZ_SEED", random.randrange(10**6)))
    chosen = [row for row in routes() if row.is_admin and row.template not in LEFT_OUT]
    assert attack(world, chosen, ("moderator", "admin"), count=2, seed=seed) == [], f"FUZZ_SEED={seed}"


def test_junk_everywhere_else_for_longer(world):  # noqa: F811
    seed = int(os.environ.get("FUZZ_SEED", random.randrange(10**6)))
    chosen = [row for row in routes() if not row.is_admin]
    assert attack(world, chosen, ("anonymous", "member", "owner", "other"), count=12, seed=seed) == [], (
        f"FUZZ_SEED={seed}"
    )


def test_junk_that_wagtail_asks_for(world):  # noqa: F811
    """Last, because it deletes what can be deleted."""
    client, faults = world.clients["admin"], []
    for route in routes():
        if not route.is_admin or route.template in LEFT_OUT or "logout" in route.name:
            continue
        address = fill(route, values_of(route, "own", world))
        answers = []
        for value in VALUES:
            answers.append(ask(client, "get", address, dict.fromkeys(NAMES, value)))
            answers.append(ask(client, "post", address, dict.fromkeys(NAMES, value)))
        for body in BODIES:
            for kind in ("application/json", "multipart/form-data; boundary=x"):
                answers.append(ask(client, "post", address, body, content_type=kind))
        answers += [ask(client, verb, address) for verb in ("put", "patch", "delete", "options", "head")]
        faults += [
            f"{response.request['REQUEST_METHOD']} {fault}"
            for response in answers
            for fault in faults_of(response, address)
        ]
    assert faults == []
    assert client.get("/admin/").status_code == 200  # it was an administrator to the end
