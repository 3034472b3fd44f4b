"""Junk in the admin: what Wagtail's views would break on is answered, what breaks in our own code stays an error.

Nobody meets this by clicking, save whose form came in without its end. The views of Wagtail 8.0.1 take numbers and
fields out of a request without a look at them.
"""

import logging
import re

from django.contrib.admin.utils import unquote
from django.core.exceptions import SuspiciousOperation
from django.core.paginator import InvalidPage
from django.db import DataError
from django.http import Http404, HttpResponse, JsonResponse
from django.template import loader
from django.utils import translation
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext_lazy as _

from cms.middleware import route_roots, wants_json

logger = logging.getLogger("cms.admin_junk")

INCOMPLETE = _("The form arrived incomplete. Nothing was saved.")
NO_NUMBER = re.compile(
    r"Field '\w+' expected a number but got (.*)\.|invalid literal for int\(\) with base 10: (.*)", re.DOTALL
)
LONGEST = 200  # characters of the value that int() repeats
TOO_BIG = re.compile(r"Python int too large to convert to SQLite INTEGER|Exceeds the limit \(|.*out of range")
BIG = re.compile(r"-?\d{10,}")  # the smallest that PostgreSQL's integers cannot hold has ten digits
WAGTAIL = {"wagtail", "wagtail_localize"}
SERVANTS = {"django", "django_filters", "modelcluster", "psycopg", "rest_framework"}  # they do what was asked of them
NUL = "\0"  # no text of PostgreSQL's holds it


class AdminJunkMiddleware:
    """404 for an address that leads to nothing, 400 for a form without its fields; where Wagtail asked for them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        # Wagtail leads there when the work is done, and would break after it.
        if is_in_admin(request) and request.method == "POST" and any(map(is_no_address, values(request, "next"))):
            return incomplete(request)
        return None

    def process_exception(self, request, exception):
        if not is_in_admin(request) or asker(exception) not in WAGTAIL:
            return None
        faults = (is_no_number, is_too_big, is_no_text)
        if not (is_missing(exception) or any(is_fault(exception, request) for is_fault in faults)):
            return None
        if request.method != "POST":
            raise Http404 from exception
        logger.warning("form incomplete", exc_info=exception)
        return incomplete(request)


def is_in_admin(request) -> bool:
    return request.path_info.startswith(route_roots()["admin"])


def asker(exception) -> str:
    """Package of the innermost view, form or block: whoever asked Django for what cannot be."""
    found, step = "", exception.__traceback__
    while step is not None:
        package = step.tb_frame.f_globals["__name__"].partition(".")[0]
        found = found if package in SERVANTS else package
        step = step.tb_next
    return found


def values(request, *names: str) -> list[str]:
    """What the request brought, in its query and its body; under these names only, if there are any."""
    return [
        value for brought in (request.GET, request.POST) for name in names or brought for value in brought.getlist(name)
    ]


def brought_by(request) -> list[str]:
    """The same, and what its address says."""
    return [*map(str, request.resolver_match.kwargs.values()), *values(request)]


def is_no_address(value: str) -> bool:
    """Whether ``redirect()`` would take it for the name of a view."""
    return bool(value) and not {"/", "."} & set(value)


def is_missing(exception) -> bool:
    """Whether a field that every form brings, or a page of a list, is not there, or not as it was signed."""
    return type(exception) in (MultiValueDictKeyError, SuspiciousOperation) or isinstance(exception, InvalidPage)


def is_no_number(exception, request) -> bool:
    """Whether the request brought a word where a number belongs; a word from anywhere else is a fault of the code."""
    match = NO_NUMBER.fullmatch(str(exception)) if type(exception) is ValueError else None
    if match is None:
        return False
    shown = match[1] or match[2]
    return any(shown in (repr(value), repr(unquote(value)), repr(value)[:LONGEST]) for value in brought_by(request))


def is_too_big(exception, request) -> bool:
    """Whether the request brought a number that the database, or Python, has no room for."""
    if not isinstance(exception, OverflowError | DataError | ValueError) or not TOO_BIG.match(str(exception)):
        return False
    return any(map(BIG.fullmatch, values(request)))


def is_no_text(exception, request) -> bool:
    """Whether the request brought a sign that the database has no room for."""
    return (
        isinstance(exception, DataError | ValueError)
        and "NUL (0x00)" in str(exception)
        and any(NUL in value for value in brought_by(request))
    )


def incomplete(request):
    profile = getattr(request.user, "wagtail_userprofile", None)
    with translation.override(profile.get_preferred_language() if profile else translation.get_language()):
        if wants_json(request):
            return JsonResponse({"success": False, "error_message": str(INCOMPLETE)}, status=400)
        # Without the request: what surrounds a page would ask the database.
        return HttpResponse(loader.get_template("cms/form_incomplete.html").render(), status=400)
