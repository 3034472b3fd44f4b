"""What several tests begin with, published once for all of them."""

import contextlib
from types import SimpleNamespace

from django.contrib.gis.db.models import Model
from django.db import transaction
from wagtail.models import Site


@contextlib.contextmanager
def world():
    """What is made within is taken back at the end: for a fixture of a file that makes one world after another."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def fresh(value, known=None):
    """``value`` with every row in it read anew, so that no test sees what another has done to the objects.

    Goes into namespaces, dicts, lists and tuples, and into what a fixture has set on the site. To be used with a fixture of a file (``site_of_file``), whose rows
    the tests change in transactions of their own.
    """
    known = {} if known is None else known
    if id(value) in known:
        return known[id(value)]
    if isinstance(value, Site):
        from tests.conftest import read_site

        found = read_site()
        for name, each in vars(value).items():
            if name not in vars(found):
                setattr(found, name, fresh(each, known))
    elif isinstance(value, Model):
        found = type(value)._base_manager.get(pk=value.pk)
    elif isinstance(value, SimpleNamespace):
        found = SimpleNamespace(**{name: fresh(each, known) for name, each in vars(value).items()})
    elif isinstance(value, dict):
        found = {name: fresh(each, known) for name, each in value.items()}
    elif isinstance(value, list | tuple):
        found = type(value)(fresh(each, known) for each in value)
    else:
        found = value
    known[id(value)] = found
    return found
