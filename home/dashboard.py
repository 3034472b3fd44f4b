"""The first thing staff see: big buttons for what they do most, then what waits."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from home.models import Image


@dataclass(frozen=True)
class Task:
    """A button. ``url(request)`` gives ``None`` to those who may not."""

    order: int
    label: str | Promise
    icon: str
    url: Callable[[object], str | None]


_tasks: list[Task] = []


def register_task(task: Task) -> None:
    """Apps above add their own, in ``wagtail_hooks``."""
    _tasks.append(task)


def _add_images(request) -> str | None:
    allowed = policy_registry.get_by_type(Image).user_has_permission(request.user, "add")
    return reverse("wagtailimages:add_multiple") if allowed else None


register_task(Task(30, _("Upload pictures"), "image", _add_images))


class TasksPanel(Component):
    """Buttons for what the person who looks may do."""

    name = "tasks"
    template_name = "home/admin/tasks_panel.html"
    order = 10

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        buttons = [
            {"label": task.label, "icon": task.icon, "url": url}
            for task in sorted(_tasks, key=lambda task: task.order)
            if (url := task.url(request))
        ]
        return {"buttons": buttons}


def way_back(request, otherwise: str) -> str:
    """Where a screen leads when its work is done: the queue sends people along with ``next``, a page of this site."""
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and is_ours else otherwise
