"""The directory's doors beside its pages: what the map asks for, and messages."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from directory.actions.relay_message import can_be_written_to, relay_message
from directory.cards import card, kind_label
from directory.filters import BoxField, DirectoryFilter
from directory.forms import MessageForm
from directory.map_data import answer
from directory.map_rows import Thing
from directory.models import Listing
from home.navigation import frame_for
from home.public_forms import is_from_here, may_send

MESSAGES_AN_HOUR = 5


class MapForm(forms.Form):
    view = BoxField(max_length=120)
    zoom = forms.IntegerField(min_value=0, max_value=22)


def map_data(request) -> HttpResponse:
    """What the map shows of ``view`` (west,south,east,north) at ``zoom``, under the filters of the list.

    ``{"n": all in view, "b": whether counts may be too high, "c": [[longitude, latitude, count], …],
    "p": [[longitude, latitude, kind, id, title, path, kind in words, exact, language], …]}``; all of a point after its
    id is missing while there are too many to name them, the language where it is the reader's. A kind ends with ``~``
    where nobody has confirmed the thing for long. A bad ``view`` gets 400
    and a message.
    """
    form, filters, language = MapForm(request.GET), DirectoryFilter(request.GET), get_language()
    if not form.is_valid():
        return JsonResponse({"error": _("This is not a place on the map.")}, status=400)
    found = answer(filters, language, form.cleaned_data["view"], form.cleaned_data["zoom"])
    points = [_spot(row) for row in found.unnamed]
    words = {sort: kind_label(*sort) for sort in {(row.kind, row.sort) for row in found.named}}
    for row in found.named:
        named = [row.title, row.path(language), words[row.kind, row.sort], row.is_exact]
        points.append([*_spot(row), *named, *([row.language] if row.language != language else [])])
    clusters = [[round(c.longitude, 5), round(c.latitude, 5), c.count] for c in found.clusters]
    body = {"n": found.total, "b": found.is_bound, "c": clusters, "p": points}
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
    patch_cache_control(response, public=True, no_cache=True)
    response["X-Robots-Tag"] = "noindex"
    return response


def _spot(row: Thing) -> list:
    return [row.longitude, row.latitude, f"{row.kind}~" if row.is_stale else row.kind, row.pk]


def map_item(request, pk: int) -> HttpResponse:
    """One point of the map for its popup: ``{"title", "url", "kind", "place", "summary", "exact", "stale", "language", "picture"}``.

    ``picture`` is the address of a thumbnail, or empty.
    """
    language = get_language()
    listing = Listing.objects.for_readers_of(language).published().for_cards().filter(pk=pk).first()
    if listing is None:
        raise Http404
    shown = card(listing, language)
    body = {
        "title": listing.title,
        "url": shown.url,
        "kind": shown.kind_label,
        "place": str(listing.settlement or ""),
        "summary": listing.summary,
        "exact": listing.is_exact,
        "stale": listing.is_stale,
        "language": listing.page_language,
        "picture": thumb(listing.image),
    }
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, no_cache=True)
    response["X-Robots-Tag"] = "noindex"
    return response


def thumb(image) -> str:
    """Address of the small picture; until the worker has made it, of the upload itself."""
    if image is None:
        return ""
    rows = image.variants.get("thumb", {}).get("webp")
    return settings.MEDIA_URL + rows[-1][2] if rows else image.file.url


@csrf_exempt  # there is no cookie to protect; is_from_here() and the form's own token are asked instead
def write(request, key) -> HttpResponse:
    """A message to a profile: the form, and its sending. The address it goes to is in no answer."""
    language = get_language()
    listing = Listing.objects.for_readers_of(language).published().for_cards().filter(thing=key).first()
    if listing is None or not can_be_written_to(key):
        raise Http404
    form, sent = MessageForm(request.POST or None), False
    if request.method == "POST" and form.is_valid():
        if not is_from_here(request):
            form.add_error(None, _("This form was sent from another site. Please send it from here."))
        elif not may_send(request, "message", MESSAGES_AN_HOUR, 3600):
            form.add_error(None, _("You have written several messages already. Please try again in an hour."))
        else:
            values = {name: form.cleaned_data[name] for name in ("name", "email", "text")}
            relay_message(listing=listing, **values)
            sent = True
    context = {
        "form": form,
        "card": card(listing, language),
        "sent": sent,
        "noindex": True,
        "frame": frame_for(request),
    }
    response = render(request, "directory/write.html", context, status=200 if sent or not form.errors else 422)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response
