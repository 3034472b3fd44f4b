"""A directory, and who edits it."""

from types import SimpleNamespace

import pytest

from home.groups import ensure_groups
from home.models import User
from tests.factories.directory import directory_page, settlement
from tests.factories.shared import fresh


@pytest.fixture(scope="module")
def _desk(site_of_file):
    editors, moderators = ensure_groups()
    desk = SimpleNamespace(directory=directory_page(site_of_file.home), place=settlement())
    desk.editor = User.objects.create_user("redaktore@platforma.test", "x")
    desk.editor.groups.add(editors)
    desk.moderator = User.objects.create_user("moderatore@platforma.test", "x")
    desk.moderator.groups.add(moderators)
    return desk


@pytest.fixture
def desk(_desk, site, client):
    vars(site).update(vars(fresh(_desk)), client=client)
    client.force_login(site.moderator)
    return site
