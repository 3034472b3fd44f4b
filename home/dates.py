"""Dates, times and money as people of a language write them. Pure: values in, text out.

Spaces inside a date or an amount do not break. A language that is not listed is written the English way.
"""

import datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import get_language

NBSP = "\u00a0"
DASH = "–"

Day = datetime.date | datetime.datetime


def is_latvian() -> bool:
    return (get_language() or "").startswith("lv")


def local(value: Day) -> Day:
    """An aware moment in the site's time zone; anything else as it is."""
    return timezone.localtime(value) if isinstance(value, datetime.datetime) and timezone.is_aware(value) else value


def as_day(value: Day) -> datetime.date:
    value = local(value)
    return value.date() if isinstance(value, datetime.datetime) else value


def needs_year(*days: datetime.date) -> bool:
    return any(day.year != timezone.localdate().year for day in days)


def _written(day: datetime.date, *, year: bool, month: bool = True) -> str:
    name = str(MONTHS[day.month])
    if is_latvian():
        text = f"{day.day}." + (f"{NBSP}{name.lower()}" if month else "")
        return f"{day.year}.{NBSP}gada {text}" if year else text
    text = f"{day.day}" + (f"{NBSP}{name}" if month else "")
    return f"{text} {day.year}" if year else text


def date_text(value: Day, *, always_year: bool = False) -> str:
    """``15. decembris`` / ``15 December``; the year is said when it is not this one."""
    day = as_day(value)
    return _written(day, year=always_year or needs_year(day))


def by_text(value: Day) -> str:
    """The day as it stands after “by”: ``līdz`` asks for ``3. decembrim``, ``1. martam``; English asks for nothing."""
    text = date_text(value)
    if not is_latvian():
        return text
    stem, ending = (text[:-2], "im") if text.endswith("is") else (text[:-1], "am")
    return stem + ending


def clock_text(value: datetime.datetime) -> str:
    moment = local(value)
    return f"{moment.hour}.{moment:%M}" if is_latvian() else f"{moment:%H:%M}"


def time_text(value: datetime.datetime) -> str:
    """``plkst. 18.00`` / ``18:00``."""
    return f"plkst.{NBSP}{clock_text(value)}" if is_latvian() else clock_text(value)


def datetime_text(value: datetime.datetime) -> str:
    """``15. decembris, plkst. 18.00``. Midnight is how a day without an hour is stored: the day alone is written."""
    moment = local(value)
    if not isinstance(moment, datetime.datetime) or (moment.hour, moment.minute) == (0, 0):
        return date_text(moment)
    return f"{date_text(moment)}, {time_text(moment)}"


def range_text(first: Day, last: Day | None = None, *, always_year: bool = False) -> str:
    """``15.–17. decembris``, ``30. novembris – 2. decembris``; moments of one day get their hours.

    One day, or one moment, is never written as a range; the order of the two does not matter.
    """
    if last is None:
        return _alone(first, always_year)
    first, last = sorted((local(first), local(last)))
    begin, end = as_day(first), as_day(last)
    if begin == end:
        has_hours = isinstance(first, datetime.datetime) and first != last and (first.hour, first.minute) != (0, 0)
        return f"{datetime_text(first)}{DASH}{clock_text(last)}" if has_hours else _alone(first, always_year)
    year = always_year or needs_year(begin, end)
    if begin.year != end.year:
        return f"{_written(begin, year=True)} {DASH} {_written(end, year=True)}"
    # Latvian says the year first, English last: it is said once, at that end.
    opens, closes = (year, False) if is_latvian() else (False, year)
    if begin.month == end.month:
        return f"{_written(begin, year=opens, month=False)}{DASH}{_written(end, year=closes)}"
    return f"{_written(begin, year=opens)} {DASH} {_written(end, year=closes)}"


def _alone(value: Day, always_year: bool) -> str:
    if isinstance(value, datetime.datetime) and not always_year:
        return datetime_text(value)
    return date_text(value, always_year=always_year)


def money_text(amount: Decimal | float | str) -> str:
    """Euros: ``19 998,58 €`` / ``€19,998.58``; whole euros stay whole."""
    amount = Decimal(str(amount)).quantize(Decimal("0.01"))
    sign, size = ("-" if amount < 0 else ""), abs(amount)
    text = f"{size:,.0f}" if size == size.to_integral_value() else f"{size:,.2f}"
    if is_latvian():
        text = text.replace(",", NBSP).replace(".", ",")
        return f"{sign}{text}{NBSP}€"
    return f"{sign}€{text}"


# Latvian says “in March” and “since March” with other endings than “March”: closed lists, nothing is built of a name.
LOCATIVES = (
    "janvārī", "februārī", "martā", "aprīlī", "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī",
    "novembrī", "decembrī",
)  # fmt: skip
GENITIVES = (
    "janvāra", "februāra", "marta", "aprīļa", "maija", "jūnija", "jūlija", "augusta", "septembra", "oktobra",
    "novembra", "decembra",
)  # fmt: skip


def day_in(value: Day) -> str:
    """The day on which something happened, for the middle of a sentence: ``12. martā`` / ``12 March``."""
    day = as_day(value)
    if not is_latvian():
        return date_text(day)
    text = f"{day.day}.{NBSP}{LOCATIVES[day.month - 1]}"
    return f"{day.year}.{NBSP}gada {text}" if needs_year(day) else text


def month_since(value: Day) -> str:
    """The month since which: ``2025. gada marta`` / ``March 2025``."""
    day = as_day(value)
    if not is_latvian():
        return f"{MONTHS[day.month]}{NBSP}{day.year}"
    return f"{day.year}.{NBSP}gada {GENITIVES[day.month - 1]}"
