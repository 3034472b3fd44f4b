"""What speaks against a page without anybody saying so: a registry that any app may fill in ``AppConfig.ready()``.

A sign is kept on the row with the moment when it was found. It brings the next question forward and is told to staff
in words; nothing is ever archived because of one.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.freshness import rows
from directory.models import Contact, Freshness, Membership, RegisterEntry, WebsiteCheck
from home.dates import date_text, day_in
from home.mail import bounces

Found = dict[object, datetime.datetime]


@dataclass(frozen=True)
class Sign:
    """``words(row, found)`` say it to staff. ``find(keys, now)`` returns the profiles of which it is true now, with since
    when; ``None`` where something else writes it (a mail that came back, a member's word)."""

    name: str
    words: Callable[[Freshness, datetime.datetime], str]
    find: Callable[[Iterable, datetime.datetime], Found] | None = None


_signs: dict[str, Sign] = {}


def register_sign(sign: Sign) -> None:
    _signs[sign.name] = sign


def signs_of(row: Freshness) -> list[str]:
    """Everything that speaks against the page, in words, in the active language."""
    return [
        _signs[name].words(row, datetime.datetime.fromisoformat(found))
        for name, found in sorted(row.evidence.items(), key=lambda item: item[1])
        if name in _signs
    ]


def look_for_signs(now=None) -> dict[str, int]:
    """For the worker, each night: what is true now is written down, what is not true any more goes."""
    now = now or timezone.now()
    living = Freshness.objects.exclude(stage=Freshness.Stage.ARCHIVED)
    known = {row.pk: row for row in living}
    changed: set = set()
    for sign in [sign for sign in _signs.values() if sign.find]:
        found = sign.find(list(known), now)
        for key, row in known.items():
            if (key in found) == (sign.name in row.evidence):
                continue
            if key in found:
                row.evidence[sign.name] = found[key].isoformat()
            else:
                del row.evidence[sign.name]
            changed.add(key)
    for key in changed:
        Freshness.objects.filter(pk=key).update(evidence=known[key].evidence)
    if changed:
        rows.write(changed, {})
    return {"changed": len(changed)} if changed else {}


def mark(keys: Iterable, name: str, now: datetime.datetime) -> int:
    """Write a sign that nothing finds by looking; an older one of the same name stays. Returns on how many rows."""
    marked = [row for row in Freshness.objects.filter(pk__in=list(keys)) if name not in row.evidence]
    for row in marked:
        Freshness.objects.filter(pk=row.pk).update(evidence={**row.evidence, name: now.isoformat()})
    if marked:
        rows.write({row.pk for row in marked}, {})
    return len(marked)


def mail_came_back(address: str) -> None:
    """For ``home.mail.bounces``: whoever is asked at this address cannot be reached by it."""
    members = Membership.objects.filter(user__email__iexact=address, user__is_active=True).values_list(
        "profile", flat=True
    )
    contacts = Contact.objects.reachable().filter(email__iexact=address).values_list("profile", flat=True)
    mark({*members, *contacts}, "bounced", timezone.now())


def _closed(keys, now) -> Found:
    entries = RegisterEntry.objects.adopted().filter(thing__in=keys)
    return {entry.thing: now for entry in entries if entry.is_closed or entry.missing_since}


def _dead(keys, now) -> Found:
    checks = WebsiteCheck.objects.filter(profile__in=keys, failures__gte=DEAD_AFTER)
    return {check.profile_id: now for check in checks}


# Fourth failure in a row: about twelve days after the first (directory/freshness/websites.py).
DEAD_AFTER = 4


def _website_words(row: Freshness, found) -> str:
    check = WebsiteCheck.objects.filter(profile=row.pk).first()
    since = check.failing_since if check and check.failing_since else found
    return _("The website %(url)s has not answered since %(day)s.") % {
        "url": check.url if check else "", "day": day_in(since)
    }  # fmt: skip


def register_own() -> None:
    bounces.on_bounce(mail_came_back)
    register_sign(Sign("website", _website_words, _dead))
    register_sign(
        Sign("register", lambda row, found: _("The register says that it is closed, or no longer names it."), _closed)
    )
    register_sign(Sign("bounced", lambda row, found: _("Mail to it came back (%(day)s).") % {"day": date_text(found)}))
    register_sign(
        Sign(
            "gone",
            lambda row, found: _("Its members say that it no longer exists (%(day)s).") % {"day": date_text(found)},
        )
    )
