"""Sample communities in every state of freshness, counted from the day of loading; reports that wait, and visits.

Those that are being asked have got their mails by the actions of the site itself, so that the links in them work.
"""

import datetime

from django.utils import timezone

from cms.demo.profiles import SECTION, ProfileEntry
from directory.actions.archive import archive
from directory.actions.keep_fresh import take_step
from directory.actions.report import report
from directory.freshness import rows
from directory.freshness.signs import mark
from directory.models import Freshness, Listing, Profile, ProfileViews, Report
from home.models import OutboxMessage

How, Stage = Freshness.How, Freshness.Stage
YEAR = 366
# Slug → days ago of (the confirmation, a check by staff), and how it was confirmed.
CONFIRMED = {
    "kazoku-kopiena": (96, None, How.LINK),
    "balozu-dziedataji": (41, None, How.PORTAL),
    "daugmales-rokdarbnieces": (63, None, How.PHONE),
    "titurgas-makskernieki": (300, 20, How.LINK),
    "daugmales-pilskalna-sargi": (152, None, How.LINK),
}
# Slug → on which days ago the steps of its course were taken, the first of them the asking.
COURSES = {
    "katlakalna-kaimini": (3,),
    "ramavas-parka-draugi": (20, 6),
    "vimbukroga-laudis": (95, 81, 67, 53),
    "pulkarnes-ciems": (140, 126, 112, 98),
}
ARCHIVED, ARCHIVED_COURSE = "plakanciema-pastaigas", (260, 246, 232, 218, 12)
GONE = "pulkarnes-ciems"
REPORTS = (
    ("kazoku-kopiena", "Šosestdien atnācu plkst. 10.00, bet sapulce bija jau beigusies. Varbūt laiks ir cits?", 2),
    ("gramatu-skapja-saimnieki", "Skapis tagad stāv otrā ielas pusē, kartē vēl vecajā vietā.", 9),
)
VISITED_DAYS = 35


def load_freshness(entries: list[ProfileEntry]) -> None:
    now = _morning(timezone.now())
    keys = {entry.key.removeprefix(f"{SECTION}/"): entry.translation_key for entry in entries}
    for slug, (confirmed, checked, how) in CONFIRMED.items():
        _say(keys[slug], now, confirmed, checked, how)
    for slug, days in {**COURSES, ARCHIVED: ARCHIVED_COURSE}.items():
        _play(keys[slug], now, days)
    mark([keys[GONE]], "gone", now - datetime.timedelta(days=1))
    _reports(keys, now)
    _visits(entries, timezone.localdate())
    rows.write({keys[slug] for slug in CONFIRMED}, {})


def _morning(moment: datetime.datetime) -> datetime.datetime:
    """Today at twelve past nine, or yesterday while that is still to come: nobody reports anything in the night.

    In UTC: two weeks before a day are two weeks, over a change of the clock too.
    """
    nine = timezone.localtime(moment).replace(hour=9, minute=12, second=0, microsecond=0)
    return (nine if nine <= moment else nine - datetime.timedelta(days=1)).astimezone(datetime.UTC)


def _say(key, now, confirmed: int, checked: int | None, how: str) -> None:
    moment = now - datetime.timedelta(days=confirmed)
    looked = now - datetime.timedelta(days=checked) if checked else None
    Freshness.objects.filter(pk=key).update(
        confirmed_at=moment, confirmed_how=how, changed_at=moment, checked_at=looked, stage_since=looked or moment
    )


def _play(key, now, days: tuple[int, ...]) -> None:
    """Confirmed more than a year before it was asked, then step by step as the clock would have it."""
    _say(key, now, days[0] + YEAR, None, How.LINK)
    for ago in days:
        moment = now - datetime.timedelta(days=ago)
        Freshness.objects.filter(pk=key).update(due_at=moment)
        if Freshness.objects.get(pk=key).stage == Stage.STALE:
            archive(profile=Profile.objects.get(pk=key), now=moment)
        else:
            take_step(key, moment)


def _reports(keys: dict, now) -> None:
    for slug, text, ago in REPORTS:
        listing = Listing.objects.get(thing=keys[slug], language="lv")
        row = report(listing=listing, text=text, language="lv", now=now - datetime.timedelta(days=ago))
        if row.for_staff_at and row.for_staff_at <= now:
            row.state = Report.State.STAFF
            row.save()


def _visits(entries: list[ProfileEntry], today: datetime.date) -> None:
    """A number a day that looks like people: more on some days, few at night and in the middle of the week."""
    ProfileViews.objects.bulk_create(
        ProfileViews(
            profile_id=entry.translation_key,
            day=today - datetime.timedelta(days=ago),
            count=3 + (ago * 7 + len(entry.key) * 5) % 11 + 4 * (ago % 7 in (1, 2)),
        )
        for entry in entries
        if entry.facts.get("is_sample")
        for ago in range(1, VISITED_DAYS)
    )


def unload_freshness(keys: list) -> None:
    """The mails of the demo's courses; the rows go with their profiles."""
    for key in keys:
        for what in ("freshness-", "freshness-staff-", "report-"):
            OutboxMessage.objects.filter(occasion__startswith=f"{what}{key}-").delete()
