from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from directory import freshness_screen, way_screen
from directory.imports.viewsets import Data
from directory.models import DirectoryPage, ProfilePage, RoutesPage, StoriesPage
from directory.moderation import people_screens, residents
from directory.permissions import may_moderate
from directory.viewsets import PlacesAndTopics
from home.dashboard import Task, register_task

register_snippet(PlacesAndTopics)
register_snippet(residents.ResidentViewSet)


@hooks.register("register_admin_viewset")
def data():
    return Data()


@hooks.register("register_admin_urls")
def way_urls():
    return [path("directory/way/<int:pk>/", way_screen.upload, name="way_upload")]


@hooks.register("register_admin_urls")
def freshness_urls():
    return [
        path("directory/freshness/<uuid:key>/", freshness_screen.freshness_item, name="freshness_item"),
        path("directory/report/<int:pk>/", freshness_screen.report_item, name="report_item"),
    ]


@hooks.register("register_log_actions")
def log_freshness(actions):
    actions.register_action("directory.confirm", _("Confirmed"), _("Confirmed that all is right"))
    actions.register_action("directory.gone", _("Said to be gone"), _("Said that it no longer exists"))
    actions.register_action("directory.archive", _("Archived"), _("Took the page off the site: nobody confirms it"))
    actions.register_action("directory.restore", _("Restored"), _("Brought the page back"))


@hooks.register("register_admin_urls")
def people_urls():
    return [
        path("directory/people/<uuid:key>/", people_screens.people, name="profile_people"),
        path("directory/people/<uuid:key>/change/", people_screens.change, name="profile_people_change"),
        path("directory/claim/<int:pk>/", people_screens.claim, name="claim_decision"),
        *residents.urls,
    ]


@hooks.register("register_page_header_buttons")
def members_of_page(page, user, view_name, next_url=None):
    if isinstance(page.specific, ProfilePage) and may_moderate(user):
        url = reverse("profile_people", args=[page.translation_key])
        yield Button(_("Members"), url=url, icon_name="group", priority=35)


def _add(model: str, below=DirectoryPage):
    def url(request) -> str | None:
        parent = below.objects.live().order_by("path").first()
        if parent is None or not parent.permissions_for_user(request.user).can_add_subpage():
            return None
        return reverse("wagtailadmin_pages:add", args=["directory", model, parent.pk])

    return url


register_task(Task(24, _("Add a community"), "group", _add("communitypage")))
register_task(Task(26, _("Add an organisation"), "site", _add("organisationpage")))
register_task(Task(34, _("Add an excursion"), "globe", _add("excursionpage", RoutesPage)))
register_task(Task(36, _("Add a placemaking story"), "edit", _add("storypage", StoriesPage)))


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("directory.submit", _("Sent to be checked"), _("Sent a change to be checked"))
    actions.register_action("directory.withdraw", _("Taken back"), _("Took a change back"))
    actions.register_action("directory.return", _("Returned for correction"), _("Returned a change for correction"))
    actions.register_action("directory.join", _("New member"), _("Became a member"))
    actions.register_action("directory.invite", _("Invitation"), _("Invited somebody"))
    actions.register_action("directory.revoke", _("Invitation taken back"), _("Took an invitation back"))
    actions.register_action("directory.role", _("Another role"), _("Changed a member's role"))
    actions.register_action("directory.leave", _("Member gone"), _("Ended a membership"))
    actions.register_action("directory.claim_granted", _("Claim granted"), _("Granted a claim"))
    actions.register_action("directory.claim_refused", _("Claim refused"), _("Refused a claim"))
    actions.register_action(
        "directory.residents_file", _("List of residents"), _("Took out the list of active residents")
    )
