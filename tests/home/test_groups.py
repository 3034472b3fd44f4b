"""What editors and moderators may do: exactly what home/groups.py says, tried at the admin's doors."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from home.groups import ensure_groups
from home.models import User
from tests.factories.site import article, news_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom(site):
    editors, moderators = ensure_groups()
    site.editor = User.objects.create_user("redaktore@platforma.test", "x")
    site.editor.groups.add(editors)
    site.moderator = User.objects.create_user("moderatore@platforma.test", "x")
    site.moderator.groups.add(moderators)
    site.nobody = User.objects.create_user("lasitaja@platforma.test", "x")
    site.index = news_index(site.home, slug="jaunumi")
    site.article = article(site.index, slug="raksts")
    return site


def test_groups_are_the_same_after_a_second_run(newsroom):
    before = [(g.name, sorted(g.permissions.values_list("codename", flat=True))) for g in ensure_groups()]
    after = [(g.name, sorted(g.permissions.values_list("codename", flat=True))) for g in ensure_groups()]
    assert before == after


def test_editor_writes_but_does_not_publish(newsroom):
    rights = newsroom.article.permissions_for_user(newsroom.editor)
    assert rights.can_edit() and rights.can_submit_for_moderation()
    assert not rights.can_publish() and not rights.can_unpublish() and not rights.can_delete()
    assert newsroom.index.permissions_for_user(newsroom.editor).can_add_subpage()


def test_moderator_publishes(newsroom):
    rights = newsroom.article.permissions_for_user(newsroom.moderator)
    assert rights.can_publish() and rights.can_unpublish() and rights.can_delete()


@pytest.mark.parametrize(
    "door,editor,moderator",
    [
        ("wagtailadmin_home", 200, 200),
        ("wagtailimages:index", 200, 200),
        ("wagtailsnippets_home_person:list", 200, 200),
        ("wagtailsnippets_home_person:add", 200, 200),
        ("wagtailsnippets_home_project:add", 302, 200),
        ("wagtailsnippets_news_category:add", 302, 200),
        ("wagtailsnippets_directory_topic:add", 302, 200),
        ("wagtailredirects:index", 302, 200),
        ("wagtailusers_users:index", 302, 302),
        ("wagtailusers_groups:index", 302, 302),
        ("wagtailsites:index", 302, 302),
    ],
)
def test_doors_of_the_admin(newsroom, client, door, editor, moderator):
    for user, expected in ((newsroom.editor, editor), (newsroom.moderator, moderator), (newsroom.nobody, 302)):
        client.force_login(user)
        assert client.get(reverse(door)).status_code == expected, (door, str(user))


def test_work_goes_from_editor_to_moderator(newsroom):
    page = newsroom.article
    page.title = "Labots virsraksts"
    page.save_revision(user=newsroom.editor)
    page.get_workflow().start(page, newsroom.editor)
    assert Page.objects.get(pk=page.pk).title != "Labots virsraksts"
    state = page.current_workflow_task_state
    assert state.task.specific.user_can_access_editor(page, newsroom.moderator)
    assert not state.task.specific.get_actions(page, newsroom.editor)
    state.specific.approve(user=newsroom.moderator)
    assert Page.objects.get(pk=page.pk).title == "Labots virsraksts"


def test_dashboard_begins_with_what_staff_do_most(newsroom, client):
    client.force_login(newsroom.editor)
    body = client.get(reverse("wagtailadmin_home")).content.decode()
    assert body.count("tasks__button") >= 3
    assert f"/admin/pages/add/news/articlepage/{newsroom.index.pk}/" in body
