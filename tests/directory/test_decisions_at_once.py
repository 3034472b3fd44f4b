"""Several processes decide on the same things at the same moment, by our screens and by Wagtail's: each ends once."""

from collections import Counter

import pytest

pytestmark = pytest.mark.django_db
THINGS = 6

RACE = f"""
from functools import partial
from django.core.exceptions import PermissionDenied
from directory.actions.decide import CannotDecide, approve, return_for_correction
from directory.actions.submit import withdraw
from directory.models import Submission
from home.models import HomePage, OutboxMessage
from tests.conftest import build_site
from tests.factories.at_once import at_once
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.submissions import moderator, sent
from wagtail.models import WorkflowState

if not HomePage.objects.exists():
    build_site()
parent = directory_page(HomePage.objects.get(locale__language_code="lv"))
staff, things = moderator(), []
for number in range({THINGS}):
    page = community(parent, f"Kopiena {{number}}")
    things.append(sent(page, member(page), summary=f"Jauni vārdi {{number}}").pk)

def approves(row): approve(row, user=staff)
def returns(row): return_for_correction(row, user=staff, reason="Kāpēc?")
def takes_back(row): withdraw(row, user=row.sent_by)
def wagtails(row):
    state = row.page.specific.current_workflow_task_state
    if state is None: raise CannotDecide
    state.task.specific.on_action(state, staff, "approve")

def decide_all(act):
    results = []
    for pk in things:
        try:
            row = Submission.objects.get(pk=pk)
            if row.state != "waiting": raise CannotDecide
            act(row)
            results.append("done")
        except (CannotDecide, PermissionDenied):
            results.append("late")
        except Exception as error:
            results.append(repr(error))
    return results

results = at_once(*(partial(decide_all, act) for act in (approves, approves, returns, wagtails, takes_back)))
answer = [
    things,
    results,
    list(Submission.objects.order_by("pk").values_list("pk", "state")),
    sorted(OutboxMessage.objects.filter(occasion__startswith="submission-").values_list("occasion", flat=True)),
    WorkflowState.objects.active().count(),
]
"""


def test_each_thing_ends_once_whoever_decides_at_the_same_moment(installation):
    things, results, rows, mails, workflows = installation.ask(RACE)
    found = [result for of_one in results for result in of_one]
    assert len(found) == 5 * THINGS and set(found) <= {"done", "late"}, Counter(found)
    assert [pk for pk, _state in rows] == things and "waiting" not in {state for _pk, state in rows}
    told = [f"submission-{pk}-{state}" for pk, state in rows if state in ("approved", "returned")]
    assert mails == sorted(told) and workflows == 0
