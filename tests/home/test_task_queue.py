"""The queue as the site has it: rows in the database, and an import that asks for each thing once."""

from collections import Counter

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from home import publishing
from home.models import StandardPage
from home.task_queue import ONCE

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "home.task_queue.TaskQueue"}}


def made(site, title="Lapa") -> StandardPage:
    """As the editor makes it; the factories spare their tasks."""
    home = type(site.home).objects.get(pk=site.home.pk)
    page = home.add_child(instance=StandardPage(title=title, locale=home.locale, live=False))
    page.save_revision().publish()
    return page


def asked_for(page) -> Counter:
    rows = DBTaskResult.objects.filter(task_path__in=ONCE)
    return Counter(row.task_path for row in rows if row.args_kwargs["args"][-1] == str(page.pk))


def test_a_page_by_itself_asks_with_every_save(site, queue):
    page = made(site)
    assert all(count > 1 for count in asked_for(page).values())
    assert asked_for(page).keys() == ONCE


def test_together_each_page_asks_once(site, queue):
    with publishing.together():
        pages = [made(site, f"Lapa {number}") for number in range(2)]
        pages[0].save_revision().publish()
    for page in pages:
        assert asked_for(page) == dict.fromkeys(ONCE, 1)


def test_what_a_savepoint_took_back_is_asked_for_again(site, queue):
    with publishing.together():
        page = made(site)
        DBTaskResult.objects.all().delete()
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            other = made(site, "Cita")
            raise ZeroDivisionError
        publishing.forget_queued()
        page.save_revision().publish()
    assert asked_for(page) == dict.fromkeys(ONCE, 1)
    assert not asked_for(other)
