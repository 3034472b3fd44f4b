"""What people suggest: made a draft of the page that fits, or declined."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events.actions.suggest import parent_for, take
from events.models import Suggestion


def decide(request, pk: int, verb: str) -> HttpResponse:
    """Looking asks, sending does.

    Raises:
        Http404: there is no such suggestion, or nothing of the kind can be done.
        PermissionDenied: this person may not read suggestions, or may not add a page of the kind.
    """
    suggestion = get_object_or_404(Suggestion, pk=pk)
    if not request.user.has_perm("events.change_suggestion"):
        raise PermissionDenied
    if verb not in ("take", "decline"):
        raise Http404
    parent = parent_for(suggestion.kind, request.user) if verb == "take" else None
    if verb == "take" and parent is None:
        raise PermissionDenied
    if request.method == "POST" and suggestion.state == Suggestion.State.NEW:
        if verb == "take":
            page = take(suggestion, parent, request.user)
            messages.success(
                request, _("A draft is beneath “%(page)s”. Complete it and publish it.") % {"page": parent}
            )
            return redirect("wagtailadmin_pages:edit", page.pk)
        suggestion.state = Suggestion.State.DECLINED
        suggestion.save(update_fields=["state"])
        messages.success(request, _("The suggestion is declined."))
        return redirect("wagtailsnippets_events_suggestion:list")
    title = _("Make a draft of it") if verb == "take" else _("Decline")
    context = {"suggestion": suggestion, "verb": verb, "page_title": title, "is_new": suggestion.state == "new"}
    return TemplateResponse(request, "events/admin/suggestion.html", context)
