"""The machine of tests/events/seat_machine.py for a little while; `make soak` gives it five thousand steps."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.events.seat_machine import Seats

pytestmark = pytest.mark.django_db
SHORT = settings(
    max_examples=8, stateful_step_count=20, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def test_seats_follow_their_model(site):
    run_state_machine_as_test(Seats, settings=SHORT)
