"""The demo municipality in the database: loaded once for this folder, tests undo only their own changes."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Locale, Page

from cms.demo.content import PAGES
from cms.demo.load import home_of_demo
from home.models import HomePage

OLDER = "Vecais paraugs"


@pytest.fixture(scope="package")
def accounts_file(tmp_path_factory):
    return tmp_path_factory.mktemp("demo") / "accounts.txt"


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker, accounts_file):
    """Loaded over what is left of an older demo, the way ``make demo`` does it."""
    with django_db_blocker.unblock(), transaction.atomic():
        HomePage.objects.all().delete()
        older = HomePage(title=OLDER, slug="home", translation_key=PAGES[0].translation_key, live=False)
        older.locale = Locale.objects.get(language_code="lv")
        Page.objects.get(depth=1).add_child(instance=older)
        call_command("load_demo", reset=True, accounts=accounts_file)
        connection.check_constraints()  # once and for all: what is still to be checked is checked after every test
        if connection.vendor == "postgresql":  # nobody else sees these rows, so its own counting passes them over
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    return home_of_demo()


@pytest.fixture(scope="package")
def _answers():
    return {}


@pytest.fixture
def answer(demo, _answers):
    """``answer(path)`` as the demo gives it today; asked once for the whole folder, so not for tests that change it."""

    def ask(path):
        if path not in _answers:
            _answers[path] = Client(HTTP_HOST="localhost").get(path)
        return _answers[path]

    return ask
