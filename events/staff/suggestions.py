"""What people suggest: made a draft of the page that fits, or declined."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from directory.queue import Item, Source, register_source
from events.actions.suggest import parent_for, take
from events.models import Suggestion
from home.dashboard import way_back
from home.dates import datetime_text

MOST = 100


def suggestions(user):
    """What nobody has decided on yet; nothing for those who may not."""
    may = user.is_active and user.has_perm("events.change_suggestion")
    return Suggestion.objects.filter(state=Suggestion.State.NEW) if may else Suggestion.objects.none()


def items(user):
    """Of the queue, oldest first."""
    for row in suggestions(user).order_by("created_at", "pk")[:MOST]:
        note = ", ".join(filter(None, [datetime_text(row.starts) if row.starts else "", row.place]))
        url = reverse("event_suggestion", args=[row.pk, "look"])
        yield Item("suggestions", str(row.pk), row.title, url, row.created_at, note=note)


def register() -> None:
    count = lambda user: suggestions(user).count()  # noqa: E731
    register_source(Source("suggestions", gettext_lazy("Suggested events"), 40, count, items))


def decide(request, pk: int, verb: str) -> HttpResponse:
    """Looking asks, sending does. ``look`` offers both; ``take`` and ``decline`` ask about one.

    Raises:
        Http404: there is no such suggestion, or nothing of the kind can be done.
        PermissionDenied: this person may not read suggestions, or may not add a page of the kind.
    """
    suggestion = get_object_or_404(Suggestion, pk=pk)
    parent = parent_for(suggestion.kind, request.user)
    if not request.user.has_perm("events.change_suggestion") or (parent is None and verb == "take"):
        raise PermissionDenied
    if verb not in ("look", "take", "decline"):
        raise Http404
    wishes = ("take", "decline") if parent else ("decline",)
    wish = request.POST.get("do") if verb == "look" else verb
    if request.method == "POST" and suggestion.state == Suggestion.State.NEW and wish in wishes:
        if wish == "take":
            page = take(suggestion, parent, request.user)
            messages.success(
                request, _("A draft is beneath “%(page)s”. Complete it and publish it.") % {"page": parent}
            )
            edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
            if verb == "look":  # from the queue: the draft is completed when the queue is empty
                messages.info(
                    request,
                    _("The draft: %(title)s") % {"title": page.title},
                    buttons=[messages.button(edit, _("Complete it"))],
                )
                return redirect(way_back(request, reverse("wagtailsnippets_events_suggestion:list")))
            return redirect(edit)
        suggestion.state = Suggestion.State.DECLINED
        suggestion.save(update_fields=["state"])
        messages.success(request, _("The suggestion is declined."))
        return redirect(way_back(request, reverse("wagtailsnippets_events_suggestion:list")))
    titles = {"look": _("Suggested"), "take": _("Make a draft of it"), "decline": _("Decline")}
    verbs = wishes if verb == "look" else (verb,)
    context = {
        "suggestion": suggestion,
        "buttons": [(name, titles[name]) for name in verbs],
        "page_title": titles[verb],
        "header_title": titles[verb],
        "is_new": suggestion.state == "new",
        "back": way_back(request, reverse("wagtailsnippets_events_suggestion:list")),
    }
    return TemplateResponse(request, "events/admin/suggestion.html", context)
