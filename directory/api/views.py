"""The doors of the API. A bad question gets 400 and words, by parameter; nothing here sets a cookie."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from directory.api.asking import PER_PAGE, LanguageForm, PagesForm, absolute_root, answer, errors_of, is_uuid, problem
from directory.api.document import document
from directory.exports import rows
from directory.exports.geo import geometry
from directory.filters import DirectoryFilter
from directory.finding import narrow, ordered
from directory.models import Listing
from directory.open_data import open_to_all


def door(form_class: type[LanguageForm]) -> Callable:
    """For reading alone. The view gets the request, its own arguments and the clean form, in the form's language."""

    def decorate(view):
        @csrf_exempt  # there is nothing to write: whatever is no GET is refused here
        @wraps(view)
        def opened(request, **kwargs):
            if request.method == "OPTIONS":
                return _preflight()
            if request.method not in ("GET", "HEAD"):
                response = problem(405, _("This can only be read: GET."))
                response["Allow"] = "GET, HEAD, OPTIONS"
                return response
            form = form_class(request.GET)
            with override(form.language if form.is_valid() else "en"):
                return view(request, form=form, **kwargs)

        return opened

    return decorate


def _preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response["Access-Control-Allow-Headers"] = "If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return open_to_all(response)


def refused(errors: dict) -> HttpResponse:
    return problem(400, _("Part of the question was not understood."), errors)


@door(LanguageForm)
def start(request, form) -> HttpResponse:
    if errors := errors_of(request, form):
        return refused(errors)
    names = ("listings", "settlements", "topics", "openapi.json")
    return answer(request, {name.partition(".")[0]: absolute_root(name) for name in names}, form.language)


@door(PagesForm)
def listings(request, form) -> HttpResponse:
    """A page of what the list's filter lets through, in the list's order."""
    filters = DirectoryFilter(request.GET)
    if errors := errors_of(request, form, filters):
        return refused(errors)
    per_page, number = form.cleaned_data["per_page"] or PER_PAGE, form.cleaned_data["page"] or 1
    found = narrow(filters, form.language)
    total = found.count()
    pages = max(1, -(-total // per_page))
    if number > pages:
        return problem(404, _("There are only %(pages)s pages.") % {"pages": pages})
    first = (number - 1) * per_page
    shown = rows.things(ordered(found, filters)[first : first + per_page], form.language)
    body = {"total": total, "page": number, "pages": pages, "items": [_item(thing) for thing in shown]}
    return answer(request, body, form.language, _page_links(request, number, pages))


def _page_links(request, number: int, pages: int) -> dict[str, str]:
    wanted = {"first": 1, "prev": number - 1, "next": number + 1, "last": pages}
    rest = [(name, value) for name, values in request.GET.lists() for value in values if name != "page"]
    return {
        relation: f"{absolute_root('listings')}?{urlencode([*rest, ('page', page)])}"
        for relation, page in wanted.items()
        if 1 <= page <= pages
    }


def _item(thing: dict) -> dict:
    return {
        **thing,
        "area": geometry(thing) if thing["area"] else None,
        "self": absolute_root(f"listings/{thing['id']}"),
    }


@door(LanguageForm)
def listing(request, form, key: str) -> HttpResponse:
    if errors := errors_of(request, form):
        return refused(errors)
    if is_uuid(key):
        found = Listing.objects.for_readers_of(form.language).published().in_directory().filter(thing=key)
        for thing in rows.things(found, form.language):
            return answer(request, {"item": _item(thing)}, form.language)
    return not_found()


@door(LanguageForm)
def settlements(request, form) -> HttpResponse:
    return _whole(request, form, rows.settlements)


@door(LanguageForm)
def topics(request, form) -> HttpResponse:
    return _whole(request, form, rows.topics)


def _whole(request, form, read: Callable[[], list[dict]]) -> HttpResponse:
    """A list that is short enough to be given at once."""
    if errors := errors_of(request, form):
        return refused(errors)
    items = read()
    return answer(request, {"total": len(items), "items": items}, form.language)


@door(LanguageForm)
def openapi(request, form) -> HttpResponse:
    response = JsonResponse(document(), json_dumps_params={"ensure_ascii": False})
    response["Content-Type"] = "application/vnd.oai.openapi+json;version=3.1"
    return open_to_all(response)


def not_found() -> HttpResponse:
    return problem(404, _("There is nothing here."))


@door(LanguageForm)
def nothing(request, form, rest: str) -> HttpResponse:
    return not_found()
