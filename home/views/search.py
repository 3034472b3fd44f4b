"""The doors of the search: the page, the suggestions, and “where do you live?”."""

from collections import Counter
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from home.addresses import fallback_path, path_of
from home.models import SearchEntry
from home.navigation import frame_for
from home.pagination import paginate
from home.search.kinds import KINDS
from home.search.places import find_place
from home.search.query import Query, corrections, excerpt, find
from home.search.query import suggest as suggested

PER_PAGE = 10
SHOWN = ("kind", "language", "title", "text", "date", "page__url_path")


class SearchForm(forms.Form):
    q = forms.CharField(
        max_length=100,
        required=False,
        error_messages={"max_length": gettext_lazy("Please use at most 100 characters.")},
    )
    kind = forms.ChoiceField(choices=lambda: [("", ""), *KINDS.items()], required=False)


class WhereForm(forms.Form):
    place = forms.CharField(max_length=80, required=False)


class Result:
    """What is shown of an entry; made of the values of ``SHOWN``, because pages are dear to make for their address alone."""

    def __init__(self, shown: tuple, language: str):
        self.kind, self.language, self.title, self.text, self.date, self.url_path = shown
        self.is_fallback = self.language != language
        self.url = fallback_path(self, language) if self.is_fallback else path_of(self)
        self.kind_label = KINDS.get(self.kind, KINDS["page"])


def _results(keys: list[int], query: Query) -> list[Result]:
    """In the order of ``keys``; those that have gone meanwhile are left out."""
    rows = SearchEntry.objects.filter(pk__in=keys).values_list("pk", *SHOWN)
    results = {pk: Result(shown, query.language) for pk, *shown in rows}
    for result in results.values():
        result.excerpt_html = excerpt(result, query)
    return [results[key] for key in keys if key in results]


def search(request, message: str = "", suggestions=None):
    """Search page; noindex. A bad parameter gets a message beside the field."""
    language = get_language()
    form = SearchForm(request.GET)
    valid = form.is_valid()
    # What was not understood is shown again in the field, but for NUL, which no HTML may hold.
    typed = request.GET.get("q", "")[:100].replace("\0", "")
    text = form.cleaned_data.get("q", "") if valid or "q" in form.cleaned_data else typed
    query = Query(text, language) if "q" not in form.errors else Query("", language)
    kind = form.cleaned_data.get("kind", "")
    found, is_loose = find(query)
    counts = Counter(kind for _pk, kind in found)
    shown = [pk for pk, found_kind in found if kind in ("", found_kind)]
    total = len(shown)
    page = paginate(shown, request, PER_PAGE)
    base = request.path
    kinds = [
        {
            "value": "",
            "label": _("Everything"),
            "count": sum(counts.values()),
            "url": f"{base}?{urlencode({'q': text})}",
            "current": not kind,
        }
    ]
    kinds += [
        {
            "value": value,
            "label": label,
            "count": counts[value],
            "url": f"{base}?{urlencode({'q': text, 'kind': value})}",
            "current": kind == value,
        }
        for value, label in KINDS.items()
        if counts.get(value)
    ]
    context = {
        "form": form,
        "query": text,
        "message": message,
        "results": _results(page.object_list, query),
        "kinds": kinds if len(kinds) > 2 else [],
        "total": total,
        "is_loose": is_loose,
        "page_obj": page,
        "corrections": []
        if total
        else [{"text": word, "url": f"{base}?{urlencode({'q': word})}"} for word in corrections(query)],
        "suggestions": [] if total else (suggestions or _starting_points(request)),
        "noindex": True,
    }
    response = render(request, "home/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _starting_points(request) -> list[dict]:
    return [{"title": item.title, "url": item.url} for item in frame_for(request).menu[:5]]


def suggest(request):
    """``[{title, url, kind, language}]`` for what is typed so far; at most eight."""
    language = get_language()
    form = SearchForm(request.GET)
    form.is_valid()
    entries = suggested(form.cleaned_data.get("q", ""), language).values_list(*SHOWN)
    rows = [
        {"title": row.title, "url": row.url, "kind": str(row.kind_label), "language": row.language}
        for row in (Result(shown, language) for shown in entries)
    ]
    response = JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False})
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, no_cache=True)
    return response


def where(request):
    """“Where do you live?”: to the news of that place, else to the search with a word of help."""
    form = WhereForm(request.GET)
    place = form.cleaned_data.get("place", "") if form.is_valid() else ""
    answer = find_place(place) if place else None
    if answer is not None and answer.url:
        return HttpResponseRedirect(answer.url)
    if answer is not None:
        return search(request, answer.message, [{"title": title, "url": url} for title, url in answer.suggestions])
    if place:
        return HttpResponseRedirect(f"{reverse('search')}?{urlencode({'q': place})}")
    return search(request, _("Write the name of your village or town, for example Kažoki."))
