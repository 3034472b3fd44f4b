"""The worker's ticks: small, repeatable pieces of work over rows that are due.

Any app registers its own in ``AppConfig.ready()``; ``manage.py worker`` runs them. A tick may run twice, and may be cut
off half-way: it looks at rows, not at what was done last time. A lease in ``TickState`` keeps two workers apart, by one
conditional UPDATE that both engines decide alike. A tick that fails is held off for a while; the others go on.
"""

import datetime
import logging
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.db.models import Q
from django.utils import timezone

from home.models.worker_state import TickState

logger = logging.getLogger(__name__)

# How long a worker that was killed keeps a tick from the others: mail must not wait as long as a nightly recount may.
LEASE, LONG_LEASE = datetime.timedelta(minutes=2), datetime.timedelta(minutes=15)
HOLD_OFF = datetime.timedelta(minutes=5)
# A round that begins a moment early by one clock must not skip a tick by the other.
SLACK = datetime.timedelta(seconds=2)
HEARTBEAT = "worker"


@dataclass(frozen=True)
class Tick:
    name: str
    run: Callable[[], object]
    every: datetime.timedelta | None
    daily_at: datetime.time | None

    @property
    def lease(self) -> datetime.timedelta:
        return LONG_LEASE if self.every is None else LEASE

    def is_due(self, last_run: datetime.datetime | None, now: datetime.datetime) -> bool:
        if last_run is None:
            return True
        if self.every is not None:
            return last_run + self.every - SLACK <= now
        return last_run < self.latest_moment(now)

    def latest_moment(self, now: datetime.datetime) -> datetime.datetime:
        """The last time the site's clocks showed ``daily_at``, in UTC: local times compare by their figures alone."""
        zone = zoneinfo.ZoneInfo(settings.TIME_ZONE)
        today = now.astimezone(zone).date()
        moments = (
            datetime.datetime.combine(today - datetime.timedelta(days=back), self.daily_at, zone).astimezone(
                datetime.UTC
            )
            for back in (0, 1)
        )
        return next(
            moment for moment in (*moments, datetime.datetime.min.replace(tzinfo=datetime.UTC)) if moment <= now
        )


_ticks: dict[str, Tick] = {}


def register_tick(
    name: str,
    run: Callable[[], object],
    *,
    every: datetime.timedelta | None = None,
    daily_at: datetime.time | None = None,
) -> None:
    """Have ``run()`` called ``every`` so often (no finer than the worker's 30 seconds), or daily at a local time.

    Raises:
        ValueError: neither or both of the rhythms are given, or the name is taken by another function.
    """
    if (every is None) == (daily_at is None):
        raise ValueError("A tick comes every so often, or daily at some time.")
    known = _ticks.get(name)
    if name == HEARTBEAT or (known and known.run is not run):
        raise ValueError(f"There is a tick {name} already.")
    _ticks[name] = Tick(name, run, every, daily_at)


def registered_ticks() -> list[Tick]:
    return list(_ticks.values())


def run_due(now: datetime.datetime | None = None, ticks: list[Tick] | None = None) -> dict[str, bool]:
    """Run what is due, one after the other; returns per tick that ran whether it came to its end."""
    now = now or timezone.now()
    known = dict(TickState.objects.values_list("name", "last_run"))
    ran = {}
    for tick in registered_ticks() if ticks is None else ticks:
        if tick.is_due(known.get(tick.name), now) and _take(tick, known.get(tick.name), now):
            ran[tick.name] = _run(tick, now)
    TickState.objects.update_or_create(name=HEARTBEAT, defaults={"last_run": timezone.now()})
    return ran


def _take(tick: Tick, last_run: datetime.datetime | None, now: datetime.datetime) -> bool:
    """Lease the tick, unless somebody has it or has run it since we looked."""
    if last_run is None:
        TickState.objects.get_or_create(name=tick.name)
    free = TickState.objects.filter(Q(leased_until=None) | Q(leased_until__lte=now), name=tick.name, last_run=last_run)
    return bool(free.update(leased_until=now + tick.lease))


def _run(tick: Tick, now: datetime.datetime) -> bool:
    state = TickState.objects.filter(name=tick.name)
    try:
        result = tick.run()
    except Exception as error:
        logger.exception("tick failed", extra={"tick": tick.name})
        if isinstance(error, DatabaseError):
            # The next tick shall not inherit a broken connection.
            close_old_connections()
        words = type(error).__name__
        wait = HOLD_OFF if tick.every is None else min(HOLD_OFF, tick.every)
        _forgiving(lambda: state.update(leased_until=timezone.now() + wait, last_error=words))
        return False
    state.update(last_run=now, leased_until=None, last_error="")
    if result:
        logger.info("tick", extra={"tick": tick.name, "result": str(result)})
    return True


def _forgiving(write: Callable[[], object]) -> None:
    """A database that is away must not hide why the tick failed; the lease then runs out by itself."""
    try:
        write()
    except DatabaseError:
        logger.warning("tick state not written")
