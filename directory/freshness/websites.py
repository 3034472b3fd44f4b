"""Whether the websites of profiles answer. Asked by the guarded client (home/http_client.py), a few at a time.

A site that answers is asked again after a month. One that does not is asked again after one, three and seven days, and
is a sign from the fourth failure on; then every other week, so that a site that comes back is noticed.
"""

import datetime
import logging
import time

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from directory.freshness.signs import DEAD_AFTER
from directory.models import Listing, ProfilePage, WebsiteCheck
from directory.vocabulary import PROFILES
from home.http_client import OutboundError, RefusedError, UnwantedError, fetch

logger = logging.getLogger(__name__)

AT_ONCE = 20
PAUSE = 1.0  # seconds between two sites
SECONDS, MOST_BYTES, REDIRECTS = 10, 512 * 1024, 5
MONTH = datetime.timedelta(days=30)
AGAIN = (datetime.timedelta(days=1), datetime.timedelta(days=3), datetime.timedelta(days=7))
SELDOM = datetime.timedelta(days=14)
# How long a process that was killed keeps a site from the next.
CLAIM = datetime.timedelta(hours=6)
GONE = {404, 410}


def after(failures: int) -> datetime.timedelta:
    """How long to wait after so many failures in a row."""
    if not failures:
        return MONTH
    return AGAIN[failures - 1] if failures < DEAD_AFTER else SELDOM


def answers(url: str) -> bool | None:
    """Whether a reader would get a page; ``None`` where we do not ask (an address that is not public)."""
    headers = {"User-Agent": f"Link check of {settings.SITE_URL}"}
    try:
        found = fetch(url, seconds=SECONDS, most_bytes=MOST_BYTES, redirects=REDIRECTS, headers=headers)
    except UnwantedError:
        return True  # more than we wanted to read is there
    except RefusedError:
        return None
    except OutboundError:
        return False
    # Whoever does not let programs in (401, 403, 429 …) is there.
    return not (found.status in GONE or found.status >= 500)


def follow_pages() -> None:
    """A row for each website that readers see; none for those that are gone. Another address begins anew."""
    listed = Listing.objects.filter(language=settings.LANGUAGE_CODE, kind__in=PROFILES).values("page")
    wanted = dict(
        ProfilePage.objects.filter(pk__in=listed).exclude(website="").values_list("translation_key", "website")
    )
    known = dict(WebsiteCheck.objects.values_list("profile", "url"))
    now = timezone.now()
    other = [key for key, url in known.items() if wanted.get(key) != url]
    WebsiteCheck.objects.filter(profile__in=other).delete()
    new = [key for key in wanted if known.get(key) != wanted[key]]
    WebsiteCheck.objects.bulk_create(
        [WebsiteCheck(profile_id=key, url=wanted[key], next_at=now) for key in new], batch_size=500
    )


def check_due(now: datetime.datetime | None = None, pause: float = PAUSE) -> dict[str, int]:
    """Ask the sites that are due, each claimed first: two workers never ask the same."""
    due = list(WebsiteCheck.objects.filter(next_at__lte=now or timezone.now()).order_by("next_at")[:AT_ONCE])
    counts = {"asked": 0, "failed": 0}
    for row in due:
        begun = now or timezone.now()
        claimed = WebsiteCheck.objects.filter(pk=row.pk, next_at=row.next_at, url=row.url)
        if not claimed.update(next_at=begun + CLAIM):
            continue
        if counts["asked"]:
            time.sleep(pause)
        is_there = answers(row.url)
        counts["asked"] += 1
        counts["failed"] += is_there is False
        _write(row, is_there, begun)
    return counts


def _write(row: WebsiteCheck, is_there: bool | None, now: datetime.datetime) -> None:
    failures = min(row.failures + 1, 999) if is_there is False else 0
    WebsiteCheck.objects.filter(pk=row.pk, url=row.url).update(
        failures=failures,
        failing_since=(row.failing_since or now) if failures else None,
        next_at=now + after(failures),
    )


@task()
def check_websites() -> None:
    """In the queue's process: sites that are slow must not hold up the worker's ticks."""
    counts = check_due()
    if counts["asked"]:
        logger.info("websites asked", extra=counts)


def enqueue_due() -> None:
    if WebsiteCheck.objects.filter(next_at__lte=timezone.now()).exists():
        check_websites.enqueue()
