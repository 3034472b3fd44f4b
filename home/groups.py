"""Who may do what in the admin. The same on every installation; a person's rights are the groups they are in."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext, override
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

ADMIN = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"


@dataclass(frozen=True)
class Rights:
    pages: tuple[str, ...]
    collections: tuple[str, ...]
    models: tuple[str, ...]


def _all(*models: str, verbs=("add", "change", "delete", "view")) -> tuple[str, ...]:
    return tuple(f"{model.split('.')[0]}.{verb}_{model.split('.')[1]}" for model in models for verb in verbs)


FILES = (
    "home.add_image",
    "home.change_image",
    "home.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)

# Looking into the register and making draft profiles of its entries.
REGISTER = ("directory.view_registerentry", "directory.adopt_registerentry")

EDITORS = Rights(
    pages=("add_page", "change_page"),
    collections=FILES,
    models=(
        ADMIN,
        TRANSLATE,
        *_all("home.person", "directory.contact", "directory.notice", verbs=("add", "change", "view")),
        *_all("events.suggestion", verbs=("change", "view")),
        "directory.view_submission",
        *REGISTER,
    ),
)
MODERATORS = Rights(
    pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
    collections=(*FILES, "home.delete_image", "wagtaildocs.delete_document"),
    models=(
        ADMIN,
        TRANSLATE,
        *_all("home.person", "home.funder", "home.project", "directory.topic", "directory.settlement", "news.category"),
        *_all("directory.contact", "directory.notice", "wagtailredirects.redirect"),
        *_all("events.suggestion", verbs=("change", "delete", "view")),
        *REGISTER,
        "directory.add_importrun",
        "directory.change_registerproposal",
        *_all("directory.submission", verbs=("change", "view")),
        "directory.change_freshnessrules",
        *_all("directory.resident", verbs=("delete", "view")),
        "home.change_sitesettings",
        "home.view_outboxmessage",
        "home.change_outboxmessage",
    ),
)


def names() -> dict[str, str]:
    """``{"editors": ..., "moderators": ..., "workflow": ..., "task": ...}`` in the main language of the site."""
    with override(settings.LANGUAGE_CODE):
        return {
            "editors": gettext("Editors"),
            "moderators": gettext("Moderators"),
            "workflow": gettext("Check before publishing"),
            "task": gettext("Moderator checks"),
        }


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _group(name: str, wagtails_name: str, rights: Rights) -> Group:
    group = Group.objects.filter(name=name).first() or Group.objects.filter(name=wagtails_name).first()
    if group is None:
        group = Group.objects.create(name=name)
    elif group.name != name:
        group.name = name
        group.save()
    group.permissions.set(map(_permission, rights.models))
    root = Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).delete()
    for codename in rights.pages:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    library = Collection.get_first_root_node()
    GroupCollectionPermission.objects.filter(group=group).delete()
    for name_ in rights.collections:
        GroupCollectionPermission.objects.create(group=group, collection=library, permission=_permission(name_))
    return group


def ensure_groups() -> tuple[Group, Group]:
    """Editors, moderators and the check between them, as written above; safe to run again after an upgrade."""
    label = names()
    editors = _group(label["editors"], "Editors", EDITORS)
    moderators = _group(label["moderators"], "Moderators", MODERATORS)
    task = GroupApprovalTask.objects.first() or GroupApprovalTask(name=label["task"])
    task.name, task.active = label["task"], True
    task.save()
    task.groups.set([moderators])
    workflow = Workflow.objects.first() or Workflow(name=label["workflow"])
    workflow.name, workflow.active = label["workflow"], True
    workflow.save()
    WorkflowTask.objects.update_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    return editors, moderators
