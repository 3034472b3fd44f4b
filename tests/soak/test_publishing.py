"""The model of tests/home/test_publishing_model.py, longer and from other seeds."""

import pytest

from tests.home.test_publishing_model import run

pytestmark = [pytest.mark.soak, pytest.mark.django_db]


# All of it is one transaction, because a flush would take the rights that migrations planted. On PostGIS that takes hours.
@pytest.mark.parametrize("seed", range(8))
def test_read_models_follow_five_thousand_random_steps(site, seed):
    run(site, seed, 5000)
