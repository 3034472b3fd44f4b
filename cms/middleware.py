"""What goes around every request: a line in the log, the security policy of its class, the second factor of staff."""

import contextvars
import functools
import logging
import re
import time
import uuid

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template import loader
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from cms.security_policy import PDF, class_of, is_shown_inline, policies
from home.uploads import NO_ROOM, is_disk_full

logger = logging.getLogger("cms.request")

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="")
FOREIGN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
# Wagtail's own doors for signing in know no second factor: allauth's serve instead.
SIDE_DOORS = {
    "wagtailadmin_login": "account_login",
    "wagtailadmin_password_reset": "account_reset_password",
    "wagtailadmin_password_reset_done": "account_reset_password",
    "wagtailadmin_password_reset_confirm": "account_reset_password",
    "wagtailadmin_password_reset_complete": "account_login",
}


class RequestLogMiddleware:
    """One line per answer: route, method, status, milliseconds. Never a path, a query, an address or a name."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "")
        identity = given if FOREIGN_ID.fullmatch(given) else uuid.uuid4().hex
        token = request_id.set(identity)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = identity
            milliseconds = round((time.perf_counter() - started) * 1000, 1)
            match = request.resolver_match
            if match is not None:
                logger.info(
                    "request",
                    extra={
                        "route": match.view_name or "",
                        "method": request.method,
                        "status": response.status_code,
                        "ms": milliseconds,
                    },
                )
            return response
        finally:
            request_id.reset(token)


class SecurityPolicyMiddleware:
    """Writes the headers of the address's class over whatever the view or other middleware chose."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        name = class_of(request.path_info, match.view_name or "" if match else "", route_roots())
        if name in ("document", "media"):
            name = guard_file(response, name)
        policy = policies()[name]
        for header, value in policy.headers().items():
            if value:
                response[header] = value
            else:
                del response[header]
        if settings.SECURE_SSL_REDIRECT:
            response["Content-Security-Policy"] += "; upgrade-insecure-requests"
        if settings.DEBUG and response.status_code in (404, 500):
            # Django's page for developers is all inline styles and scripts.
            del response["Content-Security-Policy"]
        if policy.cache and not response.has_header("Cache-Control"):
            response["Cache-Control"] = policy.cache
        return response


class FullDiskMiddleware:
    """No room left, for an upload, a page or a session: said in words, with 507, and written in the log.

    An upload is read here already; in Django's own place, the check for forged forms, nobody could answer for it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            if request.method == "POST" and request.content_type == "multipart/form-data":
                request.POST  # noqa: B018 # reading it is the point
        except OSError as error:
            if is_disk_full(error):
                for handler in request.upload_handlers:
                    handler.upload_interrupted()  # gives its room back
                return no_room(request)
        return self.get_response(request)

    def process_exception(self, request, exception):
        return no_room(request) if is_disk_full(exception) else None


def no_room(request):
    logger.critical("disk full", exc_info=True)
    if wants_json(request):
        return JsonResponse({"success": False, "error_message": str(NO_ROOM)}, status=507)
    # Without the request: what surrounds a page would ask the database.
    return HttpResponse(loader.get_template("cms/disk_full.html").render(), status=507)


def wants_json(request) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest" or "json" in request.headers.get("Accept", "")


def guard_file(response, name: str) -> str:
    """Have a file downloaded unless it can hold no script; returns the class it then belongs to."""
    content_type = response.get("Content-Type", "")
    disposition = response.get("Content-Disposition", "")
    if response.status_code == 200 and not is_shown_inline(content_type) and not disposition.startswith("attachment"):
        response["Content-Disposition"] = disposition.replace("inline", "attachment", 1) or "attachment"
    return "document-pdf" if name == "document" and content_type.startswith(PDF) else name


@functools.cache
def route_roots() -> dict[str, tuple[str, ...]]:
    """Class of address by the beginning of its path, in every language."""
    account = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            account.append(account_root())
    return {
        "admin": (reverse("wagtailadmin_home"),),
        "account": tuple(account),
        "document": (reverse("wagtaildocs_serve", args=[0, "x"]).removesuffix("0/x"),),
        "static": (settings.STATIC_URL,),
        "media": (settings.MEDIA_URL,),
        "machine": tuple(reverse(name) for name in ("healthz", "readyz", "robots", "sitemap")),
    }


def account_root() -> str:
    """Where allauth's pages begin in the active language."""
    return reverse("account_change_password").removesuffix("password/change/")


class SecondFactorMiddleware:
    """Nobody reaches the admin on a password alone, where ``REQUIRE_SECOND_FACTOR`` says so; members never do.

    Members are led to their own page, whatever they asked the admin for. Of staff, who has none is sent to set one up, who has one to show it; ``manage.py break_glass`` opens for a while.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(route_roots()["admin"]):
            return self.get_response(request)
        return self._door(request) or self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        door = SIDE_DOORS.get(request.resolver_match.view_name)
        return redirect(with_return(request, door)) if door else None

    def _door(self, request):
        if not request.user.is_authenticated or request.path_info == reverse("wagtailadmin_logout"):
            return None
        # Imported late: accounts loads models, and settings name this module before they are there.
        from home.accounts import may_see_admin, second_factor_state

        if not may_see_admin(request.user):
            if wants_json(request) or request.method not in ("GET", "HEAD"):
                return JsonResponse({"error": "members_have_no_admin"}, status=403)
            return redirect(settings.MEMBER_REDIRECT_URL)
        if not settings.REQUIRE_SECOND_FACTOR:
            return None
        state = second_factor_state(request)
        if state in ("passed", "paused"):
            return None
        where = with_return(request, "mfa_activate_totp" if state == "missing" else "mfa_reauthenticate")
        if wants_json(request):
            return JsonResponse({"error": "second_factor", "location": where}, status=403)
        return redirect(where)


def with_return(request, view_name: str) -> str:
    """Address of the view with ``next``: back to where the person wanted to go, if that is a page to look at."""
    wanted = request.GET.get("next", "") if request.resolver_match else request.get_full_path()
    home = reverse("wagtailadmin_home")
    target = wanted if wanted.startswith(home) and request.method == "GET" else home
    return f"{reverse(view_name)}?{urlencode({'next': target})}"
