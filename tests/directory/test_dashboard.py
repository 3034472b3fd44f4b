"""Big buttons of the dashboard that lead to the directory."""

import pytest
from django.urls import reverse

from home.groups import ensure_groups
from home.models import User
from tests.factories.directory import directory_page
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _editor(site_of_file):
    editors, _moderators = ensure_groups()
    user = User.objects.create_user("redaktore@platforma.test", "x")
    user.groups.add(editors)
    return user


@pytest.fixture
def editor(_editor, db):
    return fresh(_editor)


def buttons(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("model", ["communitypage", "organisationpage"])
def test_editor_adds_by_a_button(site, client, editor, model):
    directory = directory_page(site.home)
    address = f"/admin/pages/add/directory/{model}/{directory.pk}/"
    assert f'class="tasks__button" href="{address}"' in buttons(client, editor)
    assert client.get(address).status_code == 200


def test_there_is_no_button_without_a_directory(site, client, editor):
    directory_page(site.home, publish=False)
    html = buttons(client, editor)
    assert "tasks__button" in html and "/add/directory/" not in html


def test_there_is_no_button_for_who_may_not(site, client, editor):
    directory_page(site.home)
    for permission in editor.groups.get().page_permissions.all():
        permission.delete()
    html = buttons(client, editor)
    assert "tasks__button" in html and "/add/directory/" not in html
