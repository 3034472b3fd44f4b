"""Seats as a state machine: every verb in any order and at any hour, beside a model that counts with lists.

The model says what the rules of ADR 20 come to for each step; after it the tables have to say the same.
"""

import datetime

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from events.actions import change, change_session, lapse
from events.actions.register import Person, register
from events.actions.seats import Refused
from events.models import Event, Registration, Session
from events.vocabulary import TAKING, Mode, State, Status
from home.models import User
from tests.factories.events import event, session

HOUR = datetime.timedelta(hours=1)
PEOPLE = st.integers(1, 4)
WHO = st.integers(0, 11)
SEATS = st.one_of(st.none(), st.integers(0, 8))
MODES = st.sampled_from([Mode.ROOM, Mode.ONLINE])


class Seats(RuleBasedStateMachine):
    """``steps`` counts those of all runs."""

    steps = 0

    @initialize(
        room=SEATS, online=SEATS, both=st.booleans(), first=st.booleans(), has_list=st.booleans(),
        limit=st.one_of(st.none(), st.integers(0, 3)), days=st.integers(1, 12),
    )  # fmt: skip
    def begin(self, room, online, both, first, has_list, limit, days):
        self.now = timezone.now().replace(microsecond=0)
        self.staff, _new = User.objects.get_or_create(email="birojs@platforma.test")
        of = event(confirm_first=first, hold_hours=3, offer_hours=12)
        self.of = session(
            of, room=room, seats_online=online, format="both" if both else "in-person", group_limit=3, days=days,
            has_waiting_list=has_list, waiting_limit=limit,
        )  # fmt: skip
        self.seats = {Mode.ROOM: room, Mode.ONLINE: online}
        self.modes = [Mode.ROOM, Mode.ONLINE] if both else [Mode.ROOM]
        self.status = Status.CONFIRMED
        self.rows: list[dict] = []  # in the order in which they came
        self.over = {Mode.ROOM: 0, Mode.ONLINE: 0}

    # The model.

    @property
    def is_open(self) -> bool:
        return self.status == Status.CONFIRMED and self.now < self.of.starts

    @property
    def is_off(self) -> bool:
        return self.status in (Status.CANCELLED, Status.POSTPONED)

    def taken(self, mode) -> int:
        return sum(row["people"] for row in self.rows if row["mode"] == mode and row["state"] in TAKING)

    def fits(self, mode, people) -> bool:
        return self.seats[mode] is None or people <= max(0, self.seats[mode] - self.taken(mode))

    def queue(self, mode) -> list[dict]:
        rows = [row for row in self.rows if row["mode"] == mode and row["state"] == State.WAITING]
        return sorted(rows, key=lambda row: (row["queued"], row["pk"]))

    def leave(self, row, state) -> None:
        if row["state"] in TAKING:
            self.over[row["mode"]] -= min(self.over[row["mode"]], row["people"])
        row["state"], row["until"] = state, None

    def let_in(self) -> None:
        if not self.is_open:
            return
        for mode in self.modes:
            for row in self.queue(mode):
                if not self.fits(mode, row["people"]):
                    break
                row["state"], row["until"] = State.OFFERED, min(self.now + 12 * HOUR, self.of.starts)

    def active(self, who) -> dict | None:
        return next((row for row in self.rows if row["who"] == who and row["state"] in (*TAKING, State.WAITING)), None)

    def attempt(self, refused: bool, act) -> object:
        """Do it; the model and the code have to agree on whether it can be done."""
        try:
            done = act()
        except Refused as no:
            assert refused, (no.code, self.__dict__)
            return None
        assert not refused, self.__dict__
        return done

    # The verbs.

    @rule(who=WHO, people=PEOPLE, mode=MODES, by_staff=st.booleans(), beyond=st.booleans())
    def sign_up(self, who, people, mode, by_staff, beyond):
        known = self.active(who)
        beyond = beyond and by_staff
        waiting = len(self.queue(mode))
        has_seat = beyond or (not waiting and self.fits(mode, people))
        limit = self.of.waiting_limit
        may_wait = self.of.has_waiting_list and (limit is None or waiting < limit)
        refused = known is None and (
            self.is_off or mode not in self.modes or (not by_staff and (not self.is_open or people > 3))
            or not (has_seat or may_wait)
        )  # fmt: skip
        person = Person(name="P", email=f"p{who}@paraugs.test")
        by = self.staff if by_staff else None
        outcome = self.attempt(
            refused,
            lambda: register(self.of.pk, person, mode=mode, people=people, by=by, beyond=beyond, now=self.now),
        )
        if known is not None:
            assert not outcome.is_new and outcome.registration.pk == known["pk"]
        elif outcome is not None:
            held = self.of.event.confirm_first and not by_staff
            row = {
                "who": who,
                "people": people,
                "mode": mode,
                "pk": outcome.registration.pk,
                "queued": None,
                "until": None,
            }
            if has_seat and beyond and not self.fits(mode, people):
                self.over[mode] += people - max(0, self.seats[mode] - self.taken(mode))
            if has_seat:
                row["state"] = State.HELD if held else State.BOOKED
                row["until"] = min(self.now + 3 * HOUR, self.of.starts) if held else None
            else:
                row["state"], row["queued"] = State.WAITING, self.now
            self.rows.append(row)

    def one(self, number) -> tuple[dict, Registration] | None:
        if not self.rows:
            return None
        row = self.rows[number % len(self.rows)]
        return row, Registration.objects.select_related("session").get(pk=row["pk"])

    @rule(number=st.integers(0, 999), by_staff=st.booleans())
    def give_up(self, number, by_staff):
        if found := self.one(number):
            row, registration = found
            change.give_up(registration, by=self.staff if by_staff else None, now=self.now)
            if row["state"] in (*TAKING, State.WAITING):
                self.leave(row, State.CANCELLED if by_staff else State.GIVEN_UP)
                self.let_in()

    @rule(number=st.integers(0, 999))
    def confirm(self, number):
        if found := self.one(number):
            row, registration = found
            is_kept = row["state"] in (State.HELD, State.OFFERED)
            fine = row["state"] == State.BOOKED or (is_kept and not self.is_off and row["until"] > self.now)
            self.attempt(not fine, lambda: change.confirm(registration, now=self.now))
            if fine:
                row["state"], row["until"] = State.BOOKED, None

    @rule(number=st.integers(0, 999), people=PEOPLE, by_staff=st.booleans())
    def change_people(self, number, people, by_staff):
        if not (found := self.one(number)):
            return
        row, registration = found
        more = people - row["people"]
        takes = row["state"] in TAKING
        fine = (
            (takes or row["state"] == State.WAITING)
            and (by_staff or people <= 3)
            and (by_staff or more <= 0 or self.is_open)
            and (not takes or more <= 0 or (not self.queue(row["mode"]) and self.fits(row["mode"], more)))
        )
        self.attempt(
            not fine,
            lambda: change.change_people(registration, people, self.now, by=self.staff if by_staff else None),
        )
        if fine:
            if takes and more < 0:
                self.over[row["mode"]] -= min(self.over[row["mode"]], -more)
            row["people"] = people
            if more < 0:
                self.let_in()

    @rule(number=st.integers(0, 999), mode=MODES)
    def change_mode(self, number, mode):
        if not (found := self.one(number)):
            return
        row, registration = found
        is_active = row["state"] in (*TAKING, State.WAITING)
        fine = is_active and mode in self.modes
        moves = fine and mode != row["mode"]
        if moves:
            fine = self.is_open and not self.queue(mode) and self.fits(mode, row["people"])
        self.attempt(not fine, lambda: change.change_mode(registration, mode, self.now))
        if moves and fine:
            state, until = row["state"], row["until"]
            self.leave(row, state)
            row["mode"], row["state"], row["until"] = mode, State.BOOKED, None
            if state == State.HELD:
                row["state"], row["until"] = state, until
            else:
                row["queued"] = None
            self.let_in()

    @rule(room=SEATS, online=SEATS)
    def change_seats(self, room, online):
        wanted = {Mode.ROOM: room, Mode.ONLINE: online}
        refused = any(
            seats is not None and self.taken(mode) > seats + self.over[mode] for mode, seats in wanted.items()
        )
        self.attempt(refused, lambda: change_session.change_seats(self.of.pk, room=room, online=online, now=self.now))
        if not refused:
            self.seats = wanted
            for mode, seats in wanted.items():
                self.over[mode] = 0 if seats is None else max(0, self.taken(mode) - seats)
            self.let_in()

    @rule(verb=st.sampled_from(["cancel_session", "postpone_session", "confirm_session", "confirm_session"]))
    def decide(self, verb):
        getattr(change_session, verb)(self.of.pk, now=self.now)
        self.status = {"cancel_session": Status.CANCELLED, "postpone_session": Status.POSTPONED}.get(
            verb, Status.CONFIRMED
        )
        if self.status == Status.CONFIRMED:
            self.let_in()

    @rule(hours=st.integers(0, 40))
    def time_passes(self, hours):
        """And the worker comes by."""
        self.now += hours * HOUR
        lapse.lapse_due(self.now)
        late = [row for row in self.rows if row["until"] is not None and row["until"] <= self.now]
        for row in late:
            self.leave(row, State.LAPSED)
        if late:
            self.let_in()

    @rule(minutes=st.integers(1, 300))
    def time_passes_without_a_worker(self, minutes):
        self.now += datetime.timedelta(minutes=minutes)

    # What is always so.

    @invariant()
    def tables_say_the_same(self):
        Seats.steps += 1
        kept = Session.objects.get(pk=self.of.pk)
        for mode in Mode:
            assert kept.taken(mode) == self.taken(mode)
            assert kept.overbooked(mode) == self.over[mode]
            assert kept.seats(mode) is None or kept.taken(mode) <= kept.seats(mode) + kept.overbooked(mode)
            waiting = kept.registrations.waiting().filter(mode=mode)
            assert [row.pk for row in waiting] == [row["pk"] for row in self.queue(mode)]
        found = list(Registration.objects.filter(session=kept).order_by("pk"))
        told = sorted(self.rows, key=lambda row: row["pk"])
        assert [(row.pk, row.state, row.people, row.mode, row.held_until) for row in found] == [
            (row["pk"], row["state"], row["people"], row["mode"], row["until"]) for row in told
        ]
        active = [row.person for row in found if row.is_active]
        assert len(active) == len(set(active))

    def teardown(self):
        if hasattr(self, "of"):
            Registration.objects.filter(session=self.of).delete()
            Session.objects.filter(pk=self.of.pk).delete()
            Event.objects.filter(pk=self.of.event_id).delete()
