"""Whether an organiser has gone quiet: a sign that its page may be an old one (directory/freshness/signs.py)."""

import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from directory.freshness.rules import later
from directory.freshness.signs import Sign
from events.models import Session
from home.dates import date_text

MONTHS = 12


def quiet(keys, now: datetime.datetime) -> dict:
    """Profiles that had events once, and none for a year nor any that is coming; with the day the year was over."""
    rows = Session.objects.filter(event__organiser__in=list(keys)).order_by().values("event__organiser")
    found = rows.annotate(last=Max("starts")).values_list("event__organiser", "last")
    return {key: later(last, MONTHS) for key, last in found if later(last, MONTHS) <= now}


def _words(row, found: datetime.datetime) -> str:
    last = Session.objects.filter(event__organiser=row.pk).aggregate(last=Max("starts"))["last"]
    return _("No event for a year; the last one was on %(day)s.") % {"day": date_text(last) if last else "–"}


sign = Sign("events", _words, quiet)
