"""Junk at every door of the admin as moderator and administrator, and at all others for longer."""

import os
import random

import pytest

from tests.cms.test_fuzz_every_door import attack, world  # noqa: F401 # a fixture
from tests.cms.test_permission_matrix import LEFT_OUT
from tests.cms.url_map import routes

pytestmark = [pytest.mark.django_db, pytest.mark.soak]


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
