"""“Add your community or organisation”: five things, no account needed beforehand."""

from django import forms
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from directory.actions.add_profile import FiveThings, add_profile
from directory.actions.arrive import announce
from directory.imports.profiles import directory_page
from directory.lookalikes import alike, known
from directory.models import Arrival
from directory.portal.doors import show
from directory.portal.forms import AddForm
from directory.portal.public import is_allowed, status_of
from directory.vocabulary import PROFILES, choices_of

PAGES_AN_HOUR = 5


class KnownForm(forms.Form):
    q = forms.CharField(max_length=120, required=False)


@csrf_exempt  # is_allowed() asks where the form came from
def add(request):
    """The form; whether there is such a page already; then a mail, or for members the page at once."""
    parent = directory_page()
    if parent is None or not parent.live:
        raise Http404
    form = AddForm(request.POST if request.method == "POST" else None, initial=_initial(request))
    user = request.user if request.user.is_authenticated else None
    like = []
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        like = [] if values["anyway"] else alike(values["name"], values["settlement"].pk, get_language())
        if not like and is_allowed(request, form, "add-profile", PAGES_AN_HOUR):
            things = FiveThings(
                kind=values["kind"], name=values["name"], settlement=values["settlement"].pk,
                summary=values["summary"], joining=values["joining"], email=values["email"],
            )  # fmt: skip
            if user is not None:
                submission = add_profile(things, parent=parent, user=user)
                return redirect("portal_profile", key=submission.profile_id)
            announce(Arrival.What.ADD, email=things.email, values=vars(things), name=things.name)
            return show(request, "portal/mail_sent.html", {"email": things.email})
    kind = form["kind"].value() or PROFILES[0].value
    context = {"form": form, "like": like, "kind": kind, "kinds": choices_of(PROFILES), "is_public": True}
    return show(request, "portal/add.html", context, status=422 if like else status_of(form))


def _initial(request) -> dict:
    asked = request.GET.get("kind", "")
    return {
        "kind": asked if asked in dict(choices_of(PROFILES)) else PROFILES[0].value,
        "name": request.GET.get("name", "")[:120].replace("\0", ""),
    }


@require_safe
def known_names(request):
    """``[{title, url, kind, place, language}]`` of published profiles called like ``?q=``; for the form, while typing."""
    form = KnownForm(request.GET)
    rows = known(form.cleaned_data["q"], get_language()) if form.is_valid() else []
    answer = [
        {
            "title": row.title,
            "url": row.url,
            "kind": str(row.kind_label),
            "place": str(row.listing.settlement or ""),
            "language": row.listing.page_language,
        }
        for row in rows
    ]
    response = JsonResponse(answer, safe=False, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, private=True, no_cache=True)
    response["X-Robots-Tag"] = "noindex"
    return response
