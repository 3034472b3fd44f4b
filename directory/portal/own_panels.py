"""What a profile's page in the portal says of the page itself: how it stands, how to change it, who looked at it."""

import datetime

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import Draft, FactChange, Profile, ProfileViews, Submission
from directory.permissions import profile_pages, source_page
from directory.portal.panels import Panel
from directory.portal.steps import STEPS

DAYS = 30
FACTS_SHOWN_DAYS = 7
MAIN = settings.LANGUAGE_CODE


def waiting_panel(profile: Profile, user) -> Panel | None:
    """What waits to be checked, what came back, what is begun and not sent."""
    pages = list(profile_pages(profile.pk).select_related("locale"))
    latest = {}
    for row in Submission.objects.filter(page__in=[page.pk for page in pages]).order_by("sent_at", "pk"):
        latest[row.page_id] = row
    drafts = {row.language: row for row in Draft.objects.filter(profile=profile)}
    rows = []
    for page in pages:
        row, draft = latest.get(page.pk), drafts.pop(page.locale.language_code, None)
        has_words = bool(draft and draft.values)
        returned = row if row and row.state == Submission.State.RETURNED and _still(draft, row) else None
        waiting = row if row and row.state == Submission.State.WAITING else None
        if waiting or returned or has_words:
            rows.append(_row(page.locale.language_code, waiting, returned, draft if has_words else None))
    rows += [_row(language, None, None, draft) for language, draft in drafts.items() if draft.values]
    if not rows:
        return None
    loud = any(row["returned"] or row["draft"] for row in rows)
    return Panel("waiting", _("What is under way"), "portal/panels/waiting.html", {"rows": rows}, loud=loud)


def _still(draft: Draft | None, submission: Submission) -> bool:
    """Whether what came back is still to be corrected: its words have not been let go of since."""
    return draft is None or draft.taken_back_id != submission.pk or bool(draft.values)


def _row(language: str, waiting, returned, draft) -> dict:
    return {
        "language": language,
        "is_english": language != MAIN,
        "waiting": waiting,
        "returned": returned,
        "draft": draft,
    }


def editing_panel(profile: Profile, user) -> Panel | None:
    """The way in: each step, and English beside it."""
    page = source_page(profile.pk)
    if page is None:
        return None
    since = timezone.now() - datetime.timedelta(days=FACTS_SHOWN_DAYS)
    facts = FactChange.objects.filter(profile=profile, made_at__gte=since).order_by("-made_at")[:1]
    context = {"steps": STEPS, "english": _english(profile, page), "last_fact": next(iter(facts), None)}
    return Panel("edit", _("Change the page"), "portal/panels/edit.html", context)


def _english(profile: Profile, source) -> dict:
    """How the English words stand: none, there, or older than the original."""
    if MAIN not in dict(settings.LANGUAGES) or len(settings.LANGUAGES) < 2:
        return {}
    page = profile_pages(profile.pk).exclude(locale__language_code=source.language).first()
    is_older = bool(
        page and page.live and source.last_published_at and page.last_published_at
        and page.last_published_at + datetime.timedelta(minutes=1) < source.last_published_at
    )  # fmt: skip
    return {"there": bool(page and page.live), "is_older": is_older, "changed": source.last_published_at}


def views_panel(profile: Profile, user) -> Panel | None:
    """How often the page was looked at, day by day; nothing until there is something to show."""
    today = timezone.localdate()
    first = today - datetime.timedelta(days=DAYS - 1)
    rows = ProfileViews.objects.filter(profile=profile, day__gte=first, day__lte=today)
    counts = dict(rows.values_list("day").annotate(n=Sum("count")).values_list("day", "n"))
    total = sum(counts.values())
    if not total:
        return None
    most = max(counts.values())
    days = [first + datetime.timedelta(days=number) for number in range(DAYS)]
    bars = [{"day": day, "count": counts.get(day, 0), "height": _height(counts.get(day, 0), most)} for day in days]
    return Panel(
        "views", _("Visits in 30 days"), "portal/panels/views.html", {"total": total, "bars": bars, "width": DAYS * 10}
    )


def _height(count: int, most: int) -> int:
    return round(60 * count / most) if most else 0
