"""The model of tests/home/test_publishing_model.py, longer and from other seeds."""

import pytest
from django.conf import settings

from tests.home.test_publishing_model import run

pytestmark = [pytest.mark.soak, pytest.mark.django_db]


# All of it is one transaction, because a flush would take the rights that migrations planted. PostgreSQL keeps every
# version of a row until it ends and reads them again with each question, so it takes a thousand steps at a time.
STEPS = 5000 if settings.DATABASES["default"]["ENGINE"].endswith("spatialite") else 1000


@pytest.mark.parametrize("seed", range(8))
def test_read_models_follow_thousands_of_random_steps(site, seed):
    run(site, seed, STEPS)
