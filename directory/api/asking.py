"""What may be asked, as forms; what an answer looks like."""

import hashlib
import json
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext_lazy as _

from directory.exports.about import about
from directory.open_data import open_to_all
from home.navigation import load_settings

PER_PAGE, MOST = 50, 200
LAST_PAGE = 1_000_000
PROBLEM = "application/problem+json"


class LanguageForm(forms.Form):
    """``lang`` is the language of the texts; ``language`` is taken, it is the facet of languages spoken."""

    lang = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    def __init__(self, data=None):
        super().__init__(data)
        self.is_valid()

    @property
    def language(self) -> str:
        return self.cleaned_data.get("lang") or settings.LANGUAGE_CODE


class PagesForm(LanguageForm):
    page = forms.IntegerField(min_value=1, max_value=LAST_PAGE, required=False)
    per_page = forms.IntegerField(min_value=1, max_value=MOST, required=False)


def is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def errors_of(request, *asked: forms.Form) -> dict[str, list[str]]:
    """Name of a parameter → what is wrong with it; a name that nobody knows is wrong too."""
    errors = {name: list(map(str, texts)) for form in asked for name, texts in form.errors.items()}
    known = {name for form in asked for name in form.fields}
    unknown = {name: [str(_("There is no such parameter."))] for name in request.GET if name not in known}
    return unknown | errors


def answer(request, body: dict, language: str, links: dict[str, str] | None = None) -> HttpResponse:
    """JSON with licence and source in it, an ETag, and 304 for who has it already. ``links``: relation → address."""
    body = {"about": about(str(load_settings(request))), **body}
    content = _json(body)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type="application/json")
    response = get_conditional_response(request, etag=etag, response=response)
    response["ETag"] = etag
    response["Content-Language"] = language
    relations = {**(links or {}), "license": settings.DATA_LICENCE_URL, "service-desc": absolute_root("openapi.json")}
    response["Link"] = ", ".join(f'<{url}>; rel="{relation}"' for relation, url in relations.items())
    return open_to_all(response)


def _json(body) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def problem(status: int, detail, errors: dict | None = None) -> HttpResponse:
    """RFC 9457, with ``errors`` by parameter."""
    body = {"type": "about:blank", "status": status, "detail": str(detail), **({"errors": errors} if errors else {})}
    return open_to_all(HttpResponse(_json(body), status=status, content_type=PROBLEM))


def absolute_root(path: str = "") -> str:
    return f"{settings.SITE_URL}/api/v1/{path}"
