"""A directory with two profiles, and who acts for them."""

from types import SimpleNamespace

import pytest
from django.test import Client

from home.public_forms import opened_now
from tests.factories.directory import community, directory_page, organisation
from tests.factories.members import EDITOR, member, moderator
from tests.factories.shared import fresh

HERE = {"headers": {"sec-fetch-site": "same-origin"}}


@pytest.fixture(scope="module")
def _town(site_of_file):
    index = directory_page(site_of_file.home)
    town = SimpleNamespace(site=site_of_file, index=index)
    town.page = community(index, slug="kazoki", contact={"email": "kopiena@paraugs.test"})
    town.other_page = organisation(index, slug="udensmalas")
    town.owner = member(town.page, "ipasnieks@paraugs.test", first_name="Ilze", last_name="Īpašniece")
    town.editor = member(town.page, "redaktors@paraugs.test", EDITOR)
    town.stranger = member(town.other_page, "cits@paraugs.test")
    town.moderator = moderator()
    town.key = town.page.translation_key
    return town


@pytest.fixture
def town(_town, db):
    return fresh(_town)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def sent(client, address, **values):
    """A public form, as a browser sends it a while after it was opened."""
    return client.post(address, {"opened": opened_now(10), **values}, **HERE)
