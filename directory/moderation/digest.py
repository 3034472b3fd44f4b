"""The mail of the morning: what waits, for those who may decide; nothing when nothing waits.

On working days when something has waited longer than a day; else on Mondays. One mail a day at most, whoever asks.
"""

import datetime

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from directory.moderation.waiting import counts
from directory.permissions import may_moderate
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import SiteSettings, User

AT = datetime.time(7, 0)
LONG = datetime.timedelta(days=1)
MONDAY, SATURDAY = 0, 5


def send_digest(now: datetime.datetime | None = None) -> dict[str, int]:
    """Write the mails that are due; running it again on the same day writes none."""
    now = now or timezone.now()
    day = timezone.localdate(now)
    if day.weekday() >= SATURDAY:
        return {}
    written = sum(_write(user, address, day, now) for user, address in readers())
    return {"digests": written} if written else {}


def readers() -> list[tuple[User, str]]:
    """Who gets it, and at which address. Administrators count only where nobody else decides; where none of them has
    an address, the mail goes to the site's."""
    decide = Permission.objects.filter(content_type__app_label="directory", codename="change_submission")
    may = Q(is_superuser=True) | Q(user_permissions__in=decide) | Q(groups__permissions__in=decide)
    staff = User.objects.filter(may, is_active=True).distinct().order_by("pk")
    people = [user for user in staff if not user.is_superuser] or list(staff)
    found = [(user, user.email) for user in people if user.email and may_moderate(user)]
    if found or not people:
        return found
    address = SiteSettings.objects.order_by("pk").values_list("email", flat=True).first()
    return [(people[0], address)] if address else []


def _write(user: User, address: str, day: datetime.date, now: datetime.datetime) -> int:
    waits = [(source, count, _oldest(source, user)) for source, count in counts(user)]
    since = min((oldest for *_rest, oldest in waits if oldest), default=None)
    if since is None or (since > now - LONG and day.weekday() != MONDAY):
        return 0
    language = user.language_or()
    total = sum(count for _source, count, _oldest in waits)
    with override(language):
        subject = ngettext("%(count)s thing waits for you", "%(count)s things wait for you", total) % {"count": total}
        queue = settings.SITE_URL + reverse("waiting")
        rows = [(str(source.label), count, f"{queue}?kind={source.name}", oldest) for source, count, oldest in waits]
        text, html = render(
            "waiting", language=language, subject=subject, rows=rows, action=(_("Open the queue"), queue)
        )
    enqueue(
        occasion=f"waiting-{day:%Y-%m-%d}", recipient=address, subject=subject, text=text, html=html, language=language
    )
    return 1


def _oldest(source, user) -> datetime.datetime | None:
    """Items come by the promised day or by age: the oldest stands among the first."""
    return min((item.since for item in source.items(user)), default=None)
