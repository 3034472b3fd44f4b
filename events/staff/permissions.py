"""Who may: whoever may edit the page that announces an event may see and change its dates and its people."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from events.excursions import as_dated
from events.models import Event, Session


def page_of(event: Event) -> Page | None:
    """The source page, published or not."""
    pages = Page.objects.filter(translation_key=event.pk).select_related("locale")
    found = {page.locale.language_code: page for page in pages}
    page = found.get(settings.LANGUAGE_CODE) or next(iter(found.values()), None)
    return page.specific if page else None


def may_change(user, event: Event) -> bool:
    page = page_of(event)
    return page is not None and page.permissions_for_user(user).can_edit()


def session_for(request, pk: int) -> Session:
    """
    Raises:
        Http404: there is no such date.
        PermissionDenied: this person may not edit the page that announces it.
    """
    session = Session.objects.select_related("event__settlement").filter(pk=pk).first()
    if session is None:
        raise Http404
    if not may_change(request.user, session.event):
        raise PermissionDenied
    return session


def page_for(request, pk: int) -> Page:
    """The source page of a page that announces something with dates; raises as ``session_for``."""
    page = Page.objects.filter(pk=pk).first()
    page = page.specific if page else None
    if page is None or as_dated(page) is None:
        raise Http404
    if not page.source.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page.source


def sessions_of(user):
    """Dates of every event whose source page this person may edit: the rule of ``may_change`` for all at once."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change").filter(depth__gt=1)
    main = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    sources = pages.filter(Q(locale__language_code=settings.LANGUAGE_CODE) | ~Exists(main))
    return Session.objects.filter(event__in=sources.order_by().values("translation_key"))
