"""What stands in the frame: a map or a list without menu and footer. Its links open in the window around it."""

from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from directory.cards import cards
from directory.embed.lines import LIST, SHOWS
from directory.filters import DirectoryFilter
from directory.finding import narrow, ordered
from home.navigation import frame_for
from home.pagination import paginate

PER_PAGE = 12


class EmbedForm(forms.Form):
    """Which of the two is shown; everything else of the query is the list's filter."""

    show = forms.ChoiceField(choices=SHOWS, required=False)

    def __init__(self, data=None):
        super().__init__(data)
        self.is_valid()

    @property
    def is_list(self) -> bool:
        return self.cleaned_data.get("show") == LIST


@require_safe
def embed(request) -> HttpResponse:
    wanted, form, language = EmbedForm(request.GET), DirectoryFilter(request.GET), get_language()
    found = narrow(form, language)
    total, page = found.count(), None
    if wanted.is_list:
        page = paginate(ordered(found, form).for_cards(), request, PER_PAGE, count=total)
        page.object_list = cards(page.object_list, language)
    context = {
        "frame": frame_for(request),
        "list": {"form": form, "total": total, "listings": page},
        "has_errors": bool(form.errors or wanted.errors),
        "query": query_of_list(request.GET),
    }
    response = render(request, "directory/embed.html", context)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, no_cache=True)
    return response


def query_of_list(asked) -> str:
    """The query with which the list shows what the frame shows."""
    pairs = [(name, value) for name, values in asked.lists() for value in values]
    return urlencode([(name, value) for name, value in pairs if value and name not in ("show", "page")])
