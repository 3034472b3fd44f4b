"""What somebody suggests: kept for the editors, told to them, and made a draft of the right page by one click."""

import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page
from wagtail.rich_text import RichText

from directory.models import ExcursionPage, PlacePage, PlacesPage, RoutesPage
from directory.vocabulary import Precision
from events.models import CalendarPage, EventPage, Session, Suggestion, VisitPage, VisitsPage
from events.models.suggestion import KEPT_DAYS
from events.read_model import event_of
from events.vocabulary import Status
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import SiteSettings

HOURS = 2
VISIT_HOURS = 4
Kind = Suggestion.Kind
# Kind → beneath which page of the main language its draft is made.
PARENTS = {
    Kind.EVENT: CalendarPage.objects.filter(shows=""),
    Kind.VISIT: VisitsPage.objects.filter(shows=""),
    Kind.EXCURSION: RoutesPage.objects.all(),
    Kind.PLACE: PlacesPage.objects.all(),
}


def parent_for(kind: str, user) -> Page | None:
    """The first page of the main language beneath which this person may add a page of that kind."""
    pages = PARENTS[Kind(kind)].filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
    return next((page for page in pages.all() if page.permissions_for_user(user).can_add_subpage()), None)


@transaction.atomic
def send_suggestion(suggestion: Suggestion) -> Suggestion:
    """Keep it and tell the editors, in the site's main language."""
    suggestion.save()
    config = SiteSettings.objects.order_by("pk").first()
    if config is None or not config.email:
        return suggestion
    with override(settings.LANGUAGE_CODE):
        words = {"title": suggestion.title, "what": suggestion.get_kind_display()}
        is_event = suggestion.kind == Kind.EVENT
        subject = (_("Suggested event: %(title)s") if is_event else _("Suggested, %(what)s: %(title)s")) % words
        heading = _("Somebody suggests an event") if is_event else _("Somebody suggests %(what)s") % words
        text, html = render(
            "event", language=settings.LANGUAGE_CODE, subject=subject, heading=heading,
            sentences=[suggestion.title, suggestion.place, suggestion.text],
            action=(_("Look at it"), settings.SITE_URL + reverse("wagtailsnippets_events_suggestion:list")),
            facts=[], phone="", manage="",
        )  # fmt: skip
    enqueue(
        occasion=f"suggestion-{suggestion.pk}", recipient=config.email, subject=subject, text=text, html=html,
        language=settings.LANGUAGE_CODE, confidential=True,
    )  # fmt: skip
    return suggestion


@transaction.atomic
def take(suggestion: Suggestion, parent: Page, user) -> Page:
    """A draft of the page that fits, with its date where it has one; nothing of who sent it."""
    page = _draft(suggestion)
    page.live, page.locale, page.owner = False, parent.locale, user
    parent.add_child(instance=page)
    page.save_revision(user=user)
    if suggestion.starts and isinstance(page, EventPage | VisitPage):
        _date(suggestion, page)
    suggestion.state, suggestion.page = Suggestion.State.TAKEN, page
    suggestion.save(update_fields=["state", "page"])
    return page


def _draft(suggestion: Suggestion) -> Page:
    title, text, place = suggestion.title, suggestion.text, suggestion.place
    if suggestion.kind == Kind.EXCURSION:
        return ExcursionPage(title=title, meeting_place=place[:160], point=suggestion.point, **_words(text, "summary"))
    if suggestion.kind == Kind.PLACE:
        facts = {"point": suggestion.point, "precision": Precision.EXACT if suggestion.point else Precision.SETTLEMENT}
        return PlacePage(title=title, access_note=place, **facts, **_words(text, "summary"))
    model = VisitPage if suggestion.kind == Kind.VISIT else EventPage
    return model(title=title, place_name=place[:160], point=suggestion.point, **_words(text, "lead"))


def _words(text: str, field: str) -> dict:
    """What somebody wrote, as the lead of a page; the whole of it stands in the body where it is longer than that."""
    most = {"lead": 400, "summary": 300}[field]
    if len(text) <= most:
        return {field: text}
    paragraphs = [part.strip() for part in text.splitlines() if part.strip()]
    html = format_html_join("", "<p>{}</p>", ((part,) for part in paragraphs))
    return {field: Truncator(text).chars(most), "body": [("text", RichText(html))]}


def _date(suggestion: Suggestion, page: EventPage | VisitPage) -> None:
    is_event = isinstance(page, EventPage)
    hours = HOURS if is_event else VISIT_HOURS
    event = event_of(page)
    event.takes_registrations = not is_event
    event.save(update_fields=["takes_registrations"])
    ends = suggestion.ends or suggestion.starts + datetime.timedelta(hours=hours)
    status = Status.CONFIRMED if is_event else Status.PLANNED
    Session.objects.create(event=event, starts=suggestion.starts, ends=ends, status=status)


def forget_due(now=None) -> dict[str, int]:
    """What was decided or lay too long goes, and with it who sent it."""
    before = (now or timezone.now()) - datetime.timedelta(days=KEPT_DAYS)
    count, _rows = Suggestion.objects.filter(created_at__lt=before).delete()
    return {"forgotten": count} if count else {}
