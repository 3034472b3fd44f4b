"""The calendar: what is on, day by day or as a month, narrowed and counted in a constant number of queries."""

import calendar as months
import datetime
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Value
from django.utils import timezone
from django.utils.translation import get_language

from directory.browse import Group, open_labels
from directory.browse import Value as Choice
from directory.models import Listing
from events.cards import SessionCard, session_cards
from events.filters import NAMES, CalendarFilter
from events.models import Event, Session
from events.vocabulary import EventKind, Format

# A page of the agenda: whole days, until this many dates are shown.
FULL = 30
MOST = 300
# Further than so many months nobody's calendar leads, and no robot's.
FURTHEST = 24


@dataclass
class Day:
    date: datetime.date
    cards: list[SessionCard] = field(default_factory=list)
    url: str = ""
    is_here: bool = True  # of the month that is shown

    @property
    def is_today(self) -> bool:
        return self.date == timezone.localdate()


@dataclass
class Month:
    """A month of an agenda: its days with something on."""

    first: datetime.date
    days: list[Day]
    count: int


def calendar_of(request, shows: str = "") -> dict:
    """Context of a calendar page: ``form``, ``groups``, and ``months`` (agenda) or ``weeks`` (month)."""
    form = CalendarFilter(request.GET)
    everything = Session.objects.published()
    narrowed = form.narrow(everything)
    is_month = shows == "month" or bool(form.value("month"))
    if is_month:
        found = _month(request, form, narrowed.for_month())
    elif form.value("before"):
        found = _past(request, form, narrowed.for_cards())
    elif shows == "week":
        found = _week(request, narrowed.for_cards())
    else:
        found = _agenda(request, form, narrowed.for_cards())
    first, last = found["period"]
    counted = everything.filter(ends__gt=first, **({"starts__lt": last} if last else {}))
    groups = _groups(request, form, counted)
    return {
        **found,
        "form": form,
        "kinds": next((group for group in groups if group.name == "kind"), None),
        "groups": [group for group in groups if group.name != "kind"],
        "is_narrowed": bool(form.chosen),
        "all_url": _url(request, **dict.fromkeys(NAMES)),
        "feed_query": urlencode(form.chosen),
        "is_month": is_month,
    }


def _url(request, **changes) -> str:
    """The same page with some parameters changed; ``None`` takes one away."""
    known = (*NAMES, "since", "before", "month")
    kept = {name: request.GET[name] for name in known if request.GET.get(name)} | changes
    pairs = [(name, value) for name, value in kept.items() if value]
    return f"{request.path}?{urlencode(pairs)}" if pairs else request.path


def _moment(day: datetime.date) -> datetime.datetime:
    """Its first moment where the site is."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _day(moment: datetime.datetime) -> datetime.date:
    return timezone.localtime(moment).date()


def _agenda(request, form, sessions) -> dict:
    """From now, or from a day, on: whole days until the page is full."""
    today = timezone.localdate()
    since = form.value("since")
    start = max(timezone.now(), _moment(since)) if since and since >= today else timezone.now()
    rows = list(sessions.coming(start)[: FULL + 1])
    later = None
    if len(rows) > FULL:
        later = _day(rows[FULL].starts)
        whole = [row for row in rows if _day(row.starts) < later]
        if not whole:  # more on one day than a page holds: that day is shown all the same
            later += datetime.timedelta(days=1)
            whole = list(sessions.coming(start).filter(starts__lt=_moment(later))[:MOST])
        rows = whole
    return {
        "months": _months(rows, since=max(since or today, today)),
        "later_url": _url(request, since=later, before=None, month=None) if later else "",
        "earlier_url": _url(request, before=(since if since and since < today else today), since=None, month=None),
        "period": (start, None),
        "mini": _mini(request, sessions, max(since or today, today)),
    }


def _past(request, form, sessions) -> dict:
    """What was on before a day, the latest first."""
    end = min(_moment(form.value("before")), timezone.now())
    rows = list(sessions.past(end)[: FULL + 1])
    earlier = None
    if len(rows) > FULL:
        earlier = _day(rows[FULL].starts) + datetime.timedelta(days=1)
        rows = [row for row in rows if _day(row.starts) >= earlier] or rows[:FULL]
    return {
        "months": _months(rows, reverse=True),
        "earlier_url": _url(request, before=earlier) if earlier else "",
        "later_url": _url(request, before=None),
        "is_past": True,
        "period": (_moment(datetime.date(2000, 1, 1)), end),
        "mini": None,
    }


def _week(request, sessions) -> dict:
    """What is still on until Sunday."""
    today = timezone.localdate()
    end = _moment(today + datetime.timedelta(days=7 - today.weekday()))
    rows = list(sessions.coming().filter(starts__lt=end)[:MOST])
    return {
        "months": _months(rows, since=today),
        "period": (timezone.now(), end),
        "is_week": True,
        "mini": _mini(request, sessions, today),
    }


def _months(rows: list[Session], *, since: datetime.date | None = None, reverse: bool = False) -> list[Month]:
    """Rows by month and day. What began before ``since`` and still lasts stands on that day."""
    cards = session_cards(rows, get_language())

    def day_of(card: SessionCard) -> datetime.date:
        day = _day(card.session.starts)
        return max(day, since) if since else day

    found = []
    ordered = sorted(cards, key=lambda card: (day_of(card), card.session.starts), reverse=reverse)
    for first, in_month in groupby(ordered, key=lambda card: day_of(card).replace(day=1)):
        days = [Day(day, list(group)) for day, group in groupby(in_month, key=day_of)]
        found.append(Month(first, days, sum(len(day.cards) for day in days)))
    return found


def _weeks(first: datetime.date) -> list[list[datetime.date]]:
    return months.Calendar().monthdatescalendar(first.year, first.month)


def _next(first: datetime.date, step: int = 1) -> datetime.date:
    number = first.year * 12 + first.month - 1 + step
    return datetime.date(number // 12, number % 12 + 1, 1)


def _month(request, form, sessions) -> dict:
    today = timezone.localdate()
    first = form.value("month") or today.replace(day=1)
    weeks = _weeks(first)
    start, end = _moment(weeks[0][0]), _moment(weeks[-1][-1] + datetime.timedelta(days=1))
    rows = session_cards(sessions.between(start, end)[:MOST], get_language())
    by_day: dict[datetime.date, list[SessionCard]] = {}
    for card in rows:
        day, last = _day(card.session.starts), _day(card.session.ends - datetime.timedelta(seconds=1))
        while day <= last:
            by_day.setdefault(day, []).append(card)
            day += datetime.timedelta(days=1)
    distance = (first.year - today.year) * 12 + first.month - today.month
    before, after = _next(first, -1), _next(first)
    return {
        "first": first,
        "weeks": [[Day(day, by_day.get(day, []), is_here=day.month == first.month) for day in week] for week in weeks],
        "month_count": sum(len(cards) for day, cards in by_day.items() if day.month == first.month),
        "earlier": before if distance > -FURTHEST else None,
        "later": after if distance < FURTHEST else None,
        "earlier_url": _url(request, month=f"{before:%Y-%m}", since=None, before=None),
        "later_url": _url(request, month=f"{after:%Y-%m}", since=None, before=None),
        "agenda_url": _url(request, month=None),
        "period": (_moment(first), _moment(after)),
        "mini": None,
    }


def _mini(request, sessions, day: datetime.date) -> dict:
    """The month around a day, small: the days with something on lead there."""
    first = day.replace(day=1)
    weeks = _weeks(first)
    start, end = max(_moment(first), timezone.now()), _moment(_next(first))
    used = {_day(starts) for starts in sessions.between(start, end).values_list("starts", flat=True)[:MOST]}
    return {
        "first": first,
        "weeks": [
            [
                Day(
                    day,
                    url=_url(request, since=day, before=None) if day in used else "",
                    is_here=day.month == first.month,
                )
                for day in week
            ]
            for week in weeks
        ],
        "url": _url(request, month=f"{first:%Y-%m}", since=None, before=None),
    }


def _counts(form: CalendarFilter, sessions) -> dict[str, Counter]:
    """Facet → value → how many dates, each facet under the choice of the others; in three queries."""
    # What is not chosen is counted among the same dates: they are asked once, and once more for each choice.
    asked = ["", *(name for name in NAMES if form.value(name))]
    facts = ("event", "event__kind", "event__settlement__slug", "format")
    first, *others = (
        form.narrow(sessions, without=name).order_by().values_list(Value(name), *facts).annotate(n=Count("pk"))
        for name in asked
    )
    dates: dict[str, list[tuple]] = {name: [] for name in asked}
    for name, *row in first.union(*others, all=True) if others else first:
        dates[name].append(tuple(row))
    events = {event for rows in dates.values() for event, *_facts in rows}
    topics, hosts = _topics(events), _hosts(events)
    values = {
        "kind": lambda event, kind, place, held: [kind],
        "place": lambda event, kind, place, held: [place],
        "topic": lambda event, kind, place, held: topics.get(event, ()),
        "organiser": lambda event, kind, place, held: hosts.get(event, ()),
        "format": lambda event, kind, place, held: [Format.IN_PERSON, Format.ONLINE] if held == Format.BOTH else [held],
    }
    found = {name: Counter() for name in NAMES}
    for name, values_of in values.items():
        for *row, n in dates.get(name, dates[""]):
            for value in values_of(*row):
                found[name][value] += n
    return found


def _topics(events: set) -> dict[Any, set[str]]:
    """Event → its topics; a part of a topic counts under the topic too."""
    found: dict = {}
    rows = Event.topics.through.objects.filter(event__in=events)
    for event, *own_and_parent in rows.values_list("event", "topic__slug", "topic__parent__slug"):
        found.setdefault(event, set()).update(filter(None, own_and_parent))
    return found


def _hosts(events: set) -> dict[Any, set[str]]:
    found: dict = {}
    for event, profile in Event.hosts.through.objects.filter(event__in=events).values_list("event", "profile"):
        found.setdefault(event, set()).add(str(profile))
    return found


def _groups(request, form: CalendarFilter, sessions) -> list[Group]:
    """Facets with two values or more that lead somewhere."""
    counts, labels = _counts(form, sessions), open_labels(request)
    words = {
        "kind": {value: str(label) for value, label in EventKind.choices},
        "place": labels["place"],
        "topic": labels["topic"],
        "organiser": _organisers(counts["organiser"]),
        "format": {value: str(label) for value, label in Format.choices[:2]},
    }
    groups = []
    for name, title in NAMES.items():
        chosen = form.chosen.get(name, "")
        values = [
            Choice(value, text, counts[name].get(value, 0), _url(request, **{name: value}), value == chosen)
            for value, text in words[name].items()
            if counts[name].get(value) or value == chosen
        ]
        if len(values) >= 2 or any(value.current for value in values):
            groups.append(Group(name, str(title), values, _url(request, **{name: None})))
    return groups


def _organisers(keys) -> dict[str, str]:
    """Names of those organisers whose own page is open, in their order."""
    listings = Listing.objects.for_readers_of(get_language()).published().filter(thing__in=list(keys)).by_name()
    return {str(thing): title for thing, title in listings.values_list("thing", "title")}
