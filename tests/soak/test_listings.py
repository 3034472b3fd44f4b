"""The model of tests/directory/test_listing_model.py, longer and from other seeds."""

import pytest
from django.conf import settings

from tests.directory.test_listing_model import TOGETHER, run, run_together

pytestmark = pytest.mark.soak
STEPS = 10_000


@pytest.mark.django_db(transaction=True)
def test_listings_and_cells_follow_ten_thousand_random_steps(site):
    run(site.home, 7, STEPS, every=500)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(settings.DATABASES["default"]["ENGINE"].endswith("spatialite"), reason="SQLite has one writer")
def test_ten_thousand_steps_at_once(site):
    run_together(site.home, 70, STEPS // TOGETHER)
