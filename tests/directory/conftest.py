"""A directory, and who edits it."""

import pytest

from home.groups import ensure_groups
from home.models import User
from tests.factories.directory import directory_page, settlement


@pytest.fixture
def desk(site, client):
    editors, moderators = ensure_groups()
    site.editor = User.objects.create_user("redaktore@platforma.test", "x")
    site.editor.groups.add(editors)
    site.moderator = User.objects.create_user("moderatore@platforma.test", "x")
    site.moderator.groups.add(moderators)
    site.directory = directory_page(site.home)
    site.place = settlement()
    site.client = client
    client.force_login(site.moderator)
    return site
