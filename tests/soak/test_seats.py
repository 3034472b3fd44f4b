"""The machine of seats, five thousand steps on."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.events.seat_machine import Seats

pytestmark = [pytest.mark.soak, pytest.mark.django_db]
STEPS, EACH = 5_000, 50
LONG = settings(
    max_examples=STEPS // EACH,
    stateful_step_count=EACH,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_five_thousand_steps(site):
    begun = Seats.steps
    while Seats.steps - begun < STEPS:  # a run may end early
        run_state_machine_as_test(Seats, settings=LONG)
    print(f"{Seats.steps - begun:,} steps")
