"""What every screen stands in: the way back, and the clock of the municipality."""

from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Session


def show(request, name: str, title: str, context: dict, *, crumbs=(), status: int = 200) -> TemplateResponse:
    first = {"url": reverse("event_overview"), "label": _("Dates and people")}
    items = [first, *crumbs, {"url": "", "label": title}]
    return TemplateResponse(
        request,
        f"events/admin/{name}.html",
        {"page_title": title, "header_title": title, "breadcrumbs_items": items, **context},
        status=status,
    )


def crumbs_of(session: Session) -> list[dict]:
    return [{"url": reverse("event_people", args=[session.pk]), "label": f"{session.event.title}, {session.when}"}]


def on_local_time(view):
    """The view, and all that it shows and mails, in the site's time zone.

    An editor may have chosen another one for the admin: 18:00 typed here is six in the evening where it takes place.
    """

    @wraps(view)
    def screen(request, *args, **kwargs) -> HttpResponse:
        with timezone.override(settings.TIME_ZONE):
            response = view(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    return screen
