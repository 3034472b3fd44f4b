"""Many processes at one session, on a real copy of the database: nothing oversold, nobody doubled, the list in order.

And the other way round: the same without the lock, to show that these processes would oversell if they could.
"""

from collections import Counter
from textwrap import indent

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db
PROCESSES, EACH, SEATS = 4, 15, 10

# One process until Django is loaded and the date is planted; then so many that begin at the same moment, each with a
# connection of its own; then one again, which looks at what they have left.
RACE = f"""
import datetime, multiprocessing, time, uuid
from django.db import DatabaseError, connection
from django.utils import timezone
from events.actions import register as module
from events.actions.register import Person, register
from events.models import Event, Session
starts = timezone.now() + datetime.timedelta(days=9)
def planted():
    return Session.objects.create(event=Event.objects.create(key=uuid.uuid4(), title={{"lv": "Vakars"}}), starts=starts,
                                  ends=starts + datetime.timedelta(hours=2), seats_room={SEATS}, minimum=0)
made = planted()
of = made.pk
register(planted().pk, Person(name="P", email="p@paraugs.test"), mode="room")  # what is loaded by the first is there
connection.close()

def act(number, begin, answers):
    connection.ensure_connection()
%(before)s
    begin.wait()
    results = []
    for turn in range({EACH}):
        try:
            results.append(%(act)s)
        except DatabaseError as error:
            results.append(type(error).__name__)
    answers.put(results)

fork = multiprocessing.get_context("fork")
begin, answers = fork.Barrier({PROCESSES}), fork.Queue()
processes = [fork.Process(target=act, args=(number, begin, answers)) for number in range({PROCESSES})]
for process in processes:
    process.start()
found = [result for process in processes for result in answers.get()]
for process in processes:
    process.join()
made.refresh_from_db()
people = made.registrations
answer = {{
    "found": found, "taken": made.taken_room, "booked": people.filter(state="booked").count(),
    "people": len(set(people.values_list("person", flat=True))),
    "queue": list(people.waiting().values_list("pk", flat=True)),
    "came": sorted(people.filter(state="waiting").values_list("pk", flat=True)),
}}
"""
REAL = 'register(of, Person(name="P", email=f"p{number}-{turn}@paraugs.test"), mode="room").registration.state'
# Looks, waits, writes: what a form without a lock does.
NAIVE = f"""(lambda seen: (time.sleep(0.02), Session.objects.filter(pk=of).update(minimum=seen + 1), "booked")[2]
           if seen < {SEATS} else "full")(Session.objects.values_list("minimum", flat=True).get(pk=of))"""
UNLOCKED = """connection.transaction_mode = None
def unlocked(pk):
    session = Session.objects.select_related("event").get(pk=pk)
    time.sleep(0.02)
    return session
module.lock = unlocked
"""


def race(installation, act: str, before: str = "") -> dict:
    return installation.ask(RACE % {"act": act, "before": indent(before, "    ")})


def test_exactly_the_seats_there_are(installation):
    kept = race(installation, REAL)
    assert Counter(kept["found"]) == {"booked": SEATS, "waiting": PROCESSES * EACH - SEATS}
    assert (kept["taken"], kept["booked"], kept["people"]) == (SEATS, SEATS, PROCESSES * EACH)
    assert kept["queue"] == kept["came"]


def test_without_a_lock_it_would_be_oversold(installation):
    assert race(installation, NAIVE)["found"].count("booked") > SEATS


def test_a_lock_that_is_missed_is_an_error_and_never_a_seat_too_many(installation):
    kept = race(installation, REAL, before=UNLOCKED)
    found = kept["found"]
    assert kept["taken"] <= SEATS and found.count("booked") <= SEATS
    assert {"IntegrityError", "OperationalError"} & set(found), found


def test_sqlite_takes_its_turn_at_the_beginning():
    options = settings.DATABASES["default"].get("OPTIONS", {})
    if settings.DATABASES["default"]["ENGINE"].endswith("spatialite"):
        assert options["transaction_mode"] == "IMMEDIATE"
    else:
        assert "transaction_mode" not in options
