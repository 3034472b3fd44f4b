from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from events.models import CalendarPage, Registration, VisitsPage
from events.staff import urls
from events.viewsets import SuggestionViewSet
from events.vocabulary import Status
from home.dashboard import Task, register_task

register_snippet(SuggestionViewSet)


@hooks.register("register_admin_urls")
def staff_urls():
    return [path("", include(urls))]


@hooks.register("register_admin_menu_item")
def dates_and_people():
    return MenuItem(gettext_lazy("Dates and people"), reverse("event_overview"), icon_name="calendar", order=320)


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("events.export", gettext_lazy("List exported"), gettext_lazy("Exported the list of people"))
    actions.register_action(
        "events.message", gettext_lazy("Message sent"), gettext_lazy("Wrote to the people of a date")
    )
    actions.register_action("events.cancel", gettext_lazy("Date cancelled"), gettext_lazy("Cancelled a date"))
    actions.register_action("events.postpone", gettext_lazy("Date postponed"), gettext_lazy("Postponed a date"))
    actions.register_action("events.confirm", gettext_lazy("Date confirmed"), gettext_lazy("Confirmed a date"))


def _waiting_for(page) -> int:
    """People who count on a date that is announced on this page, its translations or below."""
    keys = Page.objects.filter(path__startswith=page.path).values("translation_key")
    rows = Registration.objects.active().filter(session__event__in=keys).exclude(session__status=Status.CANCELLED)
    # Of what was postponed a new day will be found, so its old one says nothing.
    return rows.filter(Q(session__ends__gt=timezone.now()) | Q(session__status=Status.POSTPONED)).count()


@hooks.register("before_delete_page")
def people_come_first(request, page):
    if request.method == "POST" and _waiting_for(page):
        messages.error(request, _("People have signed up for this. Cancel its dates first: then they are told."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
def people_come_first_in_bulk(request, action_type, objects, action_class_instance):
    if action_type == "delete" and any(isinstance(row, Page) and _waiting_for(row) for row in objects):
        messages.error(request, _("People have signed up for this. Cancel its dates first: then they are told."))
        return redirect(action_class_instance.next_url)
    return None


@hooks.register("before_unpublish_page")
def people_stay(request, page):
    if request.method == "POST" and _waiting_for(page):
        messages.warning(
            request, _("People have signed up for this and keep their places: taking the page off tells nobody.")
        )


def _add_event(request) -> str | None:
    calendar = CalendarPage.objects.live().filter(shows="").order_by("path").first()
    if calendar is None or not calendar.permissions_for_user(request.user).can_add_subpage():
        return None
    return reverse("wagtailadmin_pages:add", args=["events", "eventpage", calendar.pk])


register_task(Task(17, gettext_lazy("Announce an event"), "calendar", _add_event))


def _add_visit(request) -> str | None:
    visits = VisitsPage.objects.live().filter(shows="", locale__language_code=settings.LANGUAGE_CODE)
    page = visits.order_by("path").first()
    if page is None or not page.permissions_for_user(request.user).can_add_subpage():
        return None
    return reverse("wagtailadmin_pages:add", args=["events", "visitpage", page.pk])


register_task(Task(18, gettext_lazy("Announce a visit"), "group", _add_visit))
