"""Several processes decide on the same things at the same moment, by our screens and by Wagtail's: each ends once."""

import json
from collections import Counter

import pytest

from tests.factories.installation import PATIENCE

pytestmark = pytest.mark.django_db
THINGS = 6

PLANT = f"""
from tests.conftest import build_site
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.submissions import moderator, sent
from home.models import HomePage
if not HomePage.objects.exists():
    build_site()
home = HomePage.objects.get(locale__language_code="lv")
parent = directory_page(home)
user = moderator()
answer = []
for number in range({THINGS}):
    page = community(parent, f"Kopiena {{number}}")
    answer.append(sent(page, member(page), summary=f"Jauni vārdi {{number}}").pk)
"""
RACE = """
import json, sys, django
django.setup()
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from directory.actions.decide import CannotDecide, approve, return_for_correction
from directory.actions.submit import withdraw
from directory.models import Submission
from home.models import User
staff = User.objects.get(email="moderatore@platforma.test")
def approves(row): approve(row, user=staff)
def returns(row): return_for_correction(row, user=staff, reason="Kāpēc?")
def takes_back(row): withdraw(row, user=row.sent_by)
def wagtails(row):
    state = row.page.specific.current_workflow_task_state
    if state is None: raise CannotDecide
    state.task.specific.on_action(state, staff, "approve")
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
results = []
for pk in %(things)s:
    try:
        row = Submission.objects.get(pk=pk)
        if row.state != "waiting": raise CannotDecide
        %(act)s(row)
        results.append("done")
    except (CannotDecide, PermissionDenied):
        results.append("late")
    except Exception as error:
        results.append(repr(error))
print(json.dumps(results))
"""


def test_each_thing_ends_once_whoever_decides_at_the_same_moment(installation):
    things = installation.ask(PLANT)
    acts = ("approves", "approves", "returns", "wagtails", "takes_back")
    processes = [installation.start("-c", RACE % {"things": things, "act": act}, stdin=-1, stdout=-1) for act in acts]
    for process in processes:
        while (line := process.stdout.readline()).strip() != b"ready":
            assert line, process.wait(PATIENCE)
    for process in processes:
        process.stdin.write(b"go\n")
        process.stdin.flush()
    found = []
    for process in processes:
        out = process.communicate(timeout=PATIENCE)[0].decode()
        assert process.returncode == 0, out
        found += json.loads(out.splitlines()[-1])
    assert set(found) <= {"done", "late"}, Counter(found)
    rows, mails, workflows = installation.ask(
        "from directory.models import Submission\nfrom home.models import OutboxMessage\n"
        "from wagtail.models import WorkflowState\n"
        "answer = [list(Submission.objects.order_by('pk').values_list('pk', 'state')),"
        " sorted(OutboxMessage.objects.filter(occasion__startswith='submission-').values_list('occasion', flat=True)),"
        " WorkflowState.objects.active().count()]"
    )
    assert [pk for pk, _state in rows] == things and "waiting" not in {state for _pk, state in rows}
    told = [f"submission-{pk}-{state}" for pk, state in rows if state in ("approved", "returned")]
    assert mails == sorted(told) and workflows == 0
