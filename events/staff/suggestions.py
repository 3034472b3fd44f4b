"""What people suggest: made a draft of the calendar, or declined."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events.actions.suggest import take
from events.models import CalendarPage, Suggestion


def calendar_for(user) -> CalendarPage | None:
    """The first calendar of the main language under which this person may add a page."""
    for page in CalendarPage.objects.filter(shows="").order_by("path"):
        if page.locale.is_default and page.permissions_for_user(user).can_add_subpage():
            return page
    return None


def decide(request, pk: int, verb: str) -> HttpResponse:
    """Looking asks, sending does.

    Raises:
        Http404: there is no such suggestion, or nothing of the kind can be done.
        PermissionDenied: this person may not add to the calendar.
    """
    suggestion = get_object_or_404(Suggestion, pk=pk)
    calendar = calendar_for(request.user)
    if calendar is None or not request.user.has_perm("events.change_suggestion"):
        raise PermissionDenied
    if verb not in ("take", "decline"):
        raise Http404
    if request.method == "POST" and suggestion.state == Suggestion.State.NEW:
        if verb == "take":
            page = take(suggestion, calendar, request.user)
            messages.success(request, _("A draft is in the calendar. Complete it and publish it."))
            return redirect("wagtailadmin_pages:edit", page.pk)
        suggestion.state = Suggestion.State.DECLINED
        suggestion.save(update_fields=["state"])
        messages.success(request, _("The suggestion is declined."))
        return redirect("wagtailsnippets_events_suggestion:list")
    title = _("Take into the calendar") if verb == "take" else _("Decline")
    context = {"suggestion": suggestion, "verb": verb, "page_title": title, "is_new": suggestion.state == "new"}
    return TemplateResponse(request, "events/admin/suggestion.html", context)
