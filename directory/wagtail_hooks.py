from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from directory.imports.viewsets import Data
from directory.models import DirectoryPage
from directory.viewsets import PlacesAndTopics
from home.dashboard import Task, register_task

register_snippet(PlacesAndTopics)


@hooks.register("register_admin_viewset")
def data():
    return Data()


def _add(model: str):
    def url(request) -> str | None:
        directory = DirectoryPage.objects.live().order_by("path").first()
        if directory is None or not directory.permissions_for_user(request.user).can_add_subpage():
            return None
        return reverse("wagtailadmin_pages:add", args=["directory", model, directory.pk])

    return url


register_task(Task(24, _("Add a community"), "group", _add("communitypage")))
register_task(Task(26, _("Add an organisation"), "site", _add("organisationpage")))
