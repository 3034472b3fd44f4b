"""Seats: who gets one, who waits, and what becomes of one that is given up."""

import datetime

import pytest
from django.core import signing
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError, signals
from django.utils import timezone

from events.actions import anonymise, change, change_session, lapse
from events.actions import seats as seats_of
from events.actions.register import Person, register, register_for_series
from events.actions.seats import Refused
from events.links import registration_of, token_of
from events.models import Registration, Session
from events.vocabulary import Mode, State, Status
from home.models import OutboxMessage, User
from tests.factories.events import event, person, session

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def book(of: Session, count: int = 1, **options) -> list[Registration]:
    options.setdefault("mode", Mode.ROOM)
    return [register(of.pk, person(), **options).registration for _number in range(count)]


def states(of: Session) -> list[str]:
    return list(Registration.objects.filter(session=of).order_by("pk").values_list("state", flat=True))


def taken(of: Session, mode: str = "room") -> int:
    return getattr(Session.objects.get(pk=of.pk), f"taken_{mode}")


def mails(registration: Registration) -> list[str]:
    rows = OutboxMessage.objects.filter(occasion__startswith=f"registration-{registration.pk}-").order_by("pk")
    return [row.occasion.split("-", 2)[2].rpartition("-")[0] or row.occasion for row in rows]


def test_seats_go_in_order_and_then_the_list_begins(site):
    of = session(room=2)
    rows = book(of, 4)
    assert states(of) == [State.BOOKED, State.BOOKED, State.WAITING, State.WAITING]
    assert taken(of) == 2
    assert [mails(row) for row in rows] == [["booked"], ["booked"], ["waiting"], ["waiting"]]


def test_a_seat_given_up_is_offered_to_who_waits_longest(site):
    of = session(room=2)
    first, _second, third, fourth = book(of, 4)
    change.give_up(first)
    assert states(of) == [State.GIVEN_UP, State.BOOKED, State.OFFERED, State.WAITING]
    assert taken(of) == 2 and mails(third) == ["waiting", "offer"]
    change.confirm(third)
    change.confirm(third)  # twice is once
    assert states(of)[2] == State.BOOKED and mails(third) == ["waiting", "offer", "booked"]
    assert mails(fourth) == ["waiting"]
    with pytest.raises(Refused) as refused:
        change.confirm(fourth)
    assert refused.value.code == "waiting"


@pytest.mark.parametrize("waiting", [1, 30])
def test_however_many_wait_only_the_next_are_looked_at(site, waiting):
    """The date is locked meanwhile, and everybody else waits for the lock."""
    of = session(room=1)
    first, *_queue = book(of, 1 + waiting)
    read = []
    signals.post_init.connect(keep := lambda instance, **_options: read.append(instance), Registration)
    change.give_up(first)
    signals.post_init.disconnect(keep, Registration)
    assert len(read) == 2  # one's own and who is offered the place; then there is none


def test_an_offer_that_nobody_answers_goes_to_the_next(site):
    of = session(room=1)
    first, second, third = book(of, 3)
    change.give_up(first)
    later = timezone.now() + 2 * DAY
    assert lapse.lapse_due(later) == {"lapsed": 1}
    assert lapse.lapse_due(later) == {}
    assert states(of) == [State.GIVEN_UP, State.LAPSED, State.OFFERED] and taken(of) == 1
    with pytest.raises(Refused) as refused:
        change.confirm(second)
    assert refused.value.code == "late"
    assert Registration.objects.get(pk=third.pk).held_until > later


def test_an_offer_answered_too_late_is_refused(site):
    of = session(room=1)
    first, second = book(of, 2)
    change.give_up(first)
    with pytest.raises(Refused) as refused:
        change.confirm(second, now=timezone.now() + 2 * DAY)
    assert refused.value.code == "late"


def test_nobody_overtakes_a_group_that_waits(site):
    of = session(room=3, group_limit=3)
    (two,) = book(of, people=2)
    (one,) = book(of)
    (group,) = book(of, people=2)
    (single,) = book(of)
    change.give_up(one)
    assert [group.pk, single.pk] == list(of.registrations.waiting().values_list("pk", flat=True))
    assert taken(of) == 2
    change.give_up(two)
    assert states(of)[2:] == [State.OFFERED, State.OFFERED] and taken(of) == 3


def test_who_comes_when_a_seat_is_free_but_others_wait_waits_too(site):
    of = session(room=2, group_limit=2)
    first, _second = book(of, 2)
    book(of, people=2)
    change.give_up(first)
    (late,) = book(of)
    assert late.state == State.WAITING and taken(of) == 1


def test_nothing_is_promoted_after_the_window(site):
    of = session(room=1)
    first, second = book(of, 2)
    change.give_up(first, now=of.starts + datetime.timedelta(minutes=1))
    assert states(of) == [State.GIVEN_UP, State.WAITING] and mails(second) == ["waiting"]


def test_deadline_of_an_offer_is_never_after_the_window(site):
    of = session(room=1, days=0.5)
    first, second = book(of, 2)
    change.give_up(first)
    assert Registration.objects.get(pk=second.pk).held_until == of.closes


@pytest.mark.parametrize("limit", [0, 1])
def test_waiting_list_has_an_end(site, limit):
    of = session(room=1, waiting_limit=limit)
    book(of, 1 + limit)
    with pytest.raises(Refused) as refused:
        book(of)
    assert refused.value.code == "full" and len(states(of)) == 1 + limit


def test_without_a_waiting_list_full_is_full(site):
    of = session(room=1, has_waiting_list=False)
    book(of)
    with pytest.raises(Refused):
        book(of)


def test_room_and_online_are_counted_apart(site):
    of = session(room=1, seats_online=1, format="both")
    book(of)
    assert book(of)[0].state == State.WAITING
    assert book(of, mode=Mode.ONLINE)[0].state == State.BOOKED
    assert (taken(of), taken(of, "online")) == (1, 1)


def test_who_waits_for_the_room_may_go_online(site):
    of = session(room=1, seats_online=5, format="both")
    _first, second = book(of, 2)
    change.change_mode(second, Mode.ONLINE)
    second.refresh_from_db()
    assert (second.mode, second.state, second.queued_at) == (Mode.ONLINE, State.BOOKED, None)


def test_no_end_of_seats(site):
    of = session(room=None)
    assert {row.state for row in book(of, 5)} == {State.BOOKED}
    assert of.free(Mode.ROOM) is None and taken(of) == 5


def test_one_place_for_each_person(site):
    of = session(room=3)
    anna = person("Anna", email="Anna@Paraugs.test ")
    first = register(of.pk, anna, mode=Mode.ROOM)
    again = register(of.pk, Person(name="Anna B.", email="anna@paraugs.test"), mode=Mode.ROOM)
    assert first.is_new and not again.is_new and again.registration.pk == first.registration.pk
    assert taken(of) == 1 and mails(first.registration) == ["booked"]
    change.give_up(first.registration)
    assert register(of.pk, anna, mode=Mode.ROOM).is_new


def test_table_refuses_a_second_place_and_a_seat_too_many(site):
    of = session(room=1)
    (row,) = book(of)
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.create(session=of, person=row.person, state=State.BOOKED)
    with pytest.raises(IntegrityError), transaction.atomic():
        seats_of.change_taken(of, Mode.ROOM, 1)


def test_session_with_people_cannot_be_deleted(site):
    of = session()
    book(of)
    with pytest.raises(ProtectedError):
        of.delete()
    with pytest.raises(ProtectedError):
        of.event.delete()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"opens_at": timezone.now() + DAY}, "closed"),
        ({"closes_at": timezone.now() - DAY}, "closed"),
        ({"status": Status.CANCELLED}, "closed"),
        ({"format": "online"}, "mode"),
        ({"group_limit": 1}, "group"),
    ],
)
def test_what_cannot_be_is_said(site, fields, code):
    of = session(**fields)
    with pytest.raises(Refused) as refused:
        register(of.pk, person(), mode=Mode.ROOM, people=2)
    assert refused.value.code == code and str(refused.value)
    assert taken(of) == 0 and not OutboxMessage.objects.exists()


def test_confirmation_by_mail_holds_a_seat_for_a_while(site):
    of = session(event(confirm_first=True, hold_hours=2), room=1)
    (row,) = book(of)
    assert row.state == State.HELD and taken(of) == 1 and mails(row) == ["confirm"]
    change.confirm(row)
    assert states(of) == [State.BOOKED]


def test_held_seat_lapses(site):
    of = session(event(confirm_first=True, hold_hours=2), room=1)
    book(of)
    assert lapse.lapse_due(timezone.now() + datetime.timedelta(hours=3)) == {"lapsed": 1}
    assert taken(of) == 0


def test_office_enters_by_phone_and_lets_in_beyond(site, caplog):
    staff = User.objects.create_user("dace@platforma.test", "x")
    of = session(room=1, closes_at=timezone.now() - DAY)
    call = Person(name="Vilis", phone="+371 20 000 001")
    assert register(of.pk, call, mode=Mode.ROOM, by=staff).registration.state == State.BOOKED
    late = Person(name="Velta", phone="20000002")
    row = register(of.pk, late, mode=Mode.ROOM, by=staff, beyond=True).registration
    of.refresh_from_db()
    assert (row.state, of.taken_room, of.overbooked_room) == (State.BOOKED, 2, 1)
    assert "beyond" in caplog.text
    assert not register(of.pk, Person(name="V.", phone="+371 20000002"), mode=Mode.ROOM, by=staff).is_new
    change.give_up(row, by=staff)
    of.refresh_from_db()
    assert (of.taken_room, of.overbooked_room) == (1, 0)  # what was overbooked never becomes a free seat


def test_nobody_but_staff_goes_beyond(site):
    of = session(room=1)
    book(of)
    assert book(of, beyond=True)[0].state == State.WAITING


def test_groups_grow_and_shrink(site):
    of = session(room=4, group_limit=4)
    (row,) = book(of, people=2)
    change.change_people(row, 4)
    (waiting,) = book(of)
    with pytest.raises(Refused):
        change.change_people(row, 5)
    change.change_people(row, 3)
    assert taken(of) == 4 and Registration.objects.get(pk=waiting.pk).state == State.OFFERED
    with pytest.raises(Refused) as refused:
        change.change_people(row, 4)
    assert refused.value.code == "full" and Registration.objects.get(pk=row.pk).people == 3


def test_seats_are_raised_and_lowered(site):
    of = session(room=2)
    rows = book(of, 4)
    with pytest.raises(Refused) as refused:
        change_session.change_seats(of.pk, room=1, online=None)
    assert "2" in str(refused.value)
    change_session.change_seats(of.pk, room=3, online=None)
    assert states(of) == [State.BOOKED, State.BOOKED, State.OFFERED, State.WAITING] and mails(rows[2])[-1] == "offer"


def test_cancelled_is_told_once_and_keeps_the_entry_right(site):
    of = session(room=1)
    booked, waiting = book(of, 2)
    assert change_session.cancel_session(of.pk, {"lv": "Plūdi."}) == 2
    assert change_session.cancel_session(of.pk) == 0
    of.refresh_from_db()
    assert of.sequence == 1 and mails(booked) == ["booked", "cancelled"] and mails(waiting)[-1] == "cancelled"
    mail = OutboxMessage.objects.get(occasion__contains=f"registration-{booked.pk}-cancelled")
    assert "Plūdi." in mail.text and mail.attachments[0]["type"].startswith("text/calendar; method=CANCEL")
    with pytest.raises(Refused):
        book(of)


def test_moved_is_told_and_a_change_that_matters_to_nobody_is_not(site):
    of = session(room=1)
    (row,) = book(of)
    assert not change_session.reschedule(of.pk, {"minimum": 3})
    assert change_session.reschedule(of.pk, {"starts": of.starts + DAY, "ends": of.ends + DAY})
    assert mails(row) == ["booked", "moved"] and Session.objects.get(pk=of.pk).sequence == 1


def test_series_in_one_go(site):
    of = event()
    dates = [session(of, room=1, days=number) for number in (1, 2, 3)]
    book(dates[1])
    dates[1].has_waiting_list = False
    dates[1].save()
    found = register_for_series([row.pk for row in reversed(dates)], person(), mode=Mode.ROOM)
    assert [type(found[row.pk]).__name__ for row in dates] == ["Outcome", "Refused", "Outcome"]
    assert [taken(row) for row in dates] == [1, 1, 1]


def test_link_is_signed(site):
    (row,) = book(session())
    token = token_of(row)
    assert registration_of(token).pk == row.pk
    tampered = [
        token[:-1] + ("0" if token[-1] != "0" else "1"),
        token.replace("-", "", 1),
        "",
        "-",
        "1-",
        "²-x",
        signing.dumps(1),
    ]
    assert [registration_of(text) for text in tampered] == [None] * len(tampered)
    Registration.objects.filter(pk=row.pk).update(secret="another")
    assert registration_of(token) is None


def test_after_its_time_nobody_is_known(site):
    name, address = "Zelma Zvaigznīte", "zelma@paraugs.test"
    of = session(event(retention_days=10), room=1)
    row = register(of.pk, Person(name=name, email=address, phone="20000003"), mode=Mode.ROOM).registration
    change.give_up(row)
    assert anonymise.anonymise_due(of.ends + 9 * DAY) == {}
    assert anonymise.anonymise_due(of.ends + 11 * DAY) == {"anonymised": 1}
    assert anonymise.anonymise_due(of.ends + 12 * DAY) == {}
    assert traces(name) == [] and traces(address) == [] and traces("20000003") == []
    row.refresh_from_db()
    assert row.state == State.GIVEN_UP and row.people == 1


def traces(text: str) -> list[str]:
    """Tables that hold the text anywhere."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            try:
                with transaction.atomic():
                    cursor.execute(f'SELECT * FROM "{table}"')
                    rows = cursor.fetchall()
            except Exception:  # a virtual table of the database's own
                continue
            if any(text in str(value) for row in rows for value in row):
                found.append(table)
    return found
