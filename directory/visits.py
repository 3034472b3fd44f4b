"""How often profiles are looked at: numbers by day, without a cookie and without anything of who looked.

A request writes nothing into the database. It takes the next number of the running minute from the cache and leaves
the profile's key under it; the worker adds up the minutes that are over. With a cache that counts in one step (Redis)
nothing is lost; with the cache of files two requests in the same instant may count as one, and what lay in a cache
that was emptied is gone. A worker that is cut off half-way loses a minute rather than counting it twice.
"""

import datetime
import re
import uuid
from collections import Counter

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from directory.models import Profile, ProfileViews

# By what programs say of themselves; who says nothing is one.
PROGRAMS = re.compile(
    r"bot|crawl|spider|slurp|curl|wget|python|java/|go-http|httpclient|headless|lighthouse|monitor|preview|scan|fetch|"
    r"facebookexternalhit|whatsapp|telegram|feed|validator",
    re.IGNORECASE,
)
MINUTES = 120
KEPT_DAYS = 400


def count(request, key: uuid.UUID, now: datetime.datetime | None = None) -> None:
    """One more look at a profile, if it was a person's."""
    if request.method != "GET" or getattr(request, "is_preview", False) or is_program(request):
        return
    minute = _minute(now or timezone.now())
    cache.add(f"visits:{minute}", 0, MINUTES * 60)
    try:
        number = cache.incr(f"visits:{minute}")
    except ValueError:  # it went in this very moment
        return
    cache.set(f"visits:{minute}:{number}", key.hex, MINUTES * 60)


def is_program(request) -> bool:
    agent = request.headers.get("User-Agent", "")
    is_ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    return not agent or is_ahead or bool(PROGRAMS.search(agent))


def _minute(moment: datetime.datetime) -> int:
    return int(moment.timestamp()) // 60


def add_up(now: datetime.datetime | None = None) -> dict[str, int]:
    """For the worker: the minutes that are over go from the cache into the days' numbers."""
    now = now or timezone.now()
    this = _minute(now)
    counters = cache.get_many([f"visits:{minute}" for minute in range(this - MINUTES, this)])
    seen: Counter = Counter()
    for name, number in counters.items():
        minute = int(name.rpartition(":")[2])
        day = timezone.localdate(datetime.datetime.fromtimestamp(minute * 60, datetime.UTC))
        names = [f"{name}:{n}" for n in range(1, number + 1)]
        found = cache.get_many(names)
        cache.delete_many([name, *names])
        seen.update((key, day) for key in found.values())
    _write(seen)
    return {"visits": seen.total()} if seen else {}


@transaction.atomic
def _write(seen: Counter) -> None:
    there = set(Profile.objects.filter(pk__in={key for key, _day in seen}).values_list("pk", flat=True))
    for (key, day), number in sorted(seen.items()):
        if uuid.UUID(hex=key) in there:
            row, _created = ProfileViews.objects.get_or_create(profile_id=uuid.UUID(hex=key), day=day)
            ProfileViews.objects.filter(pk=row.pk).update(count=F("count") + number)


def forget(now: datetime.datetime | None = None) -> dict[str, int]:
    """Numbers older than a year and a month are of no use to anybody."""
    day = timezone.localdate(now or timezone.now()) - datetime.timedelta(days=KEPT_DAYS)
    gone, _rows = ProfileViews.objects.filter(day__lt=day).delete()
    return {"forgotten": gone} if gone else {}
