"""Wagtail's signals, wired to home.publishing. All of them arrive inside the transaction of the change (home/turns.py)."""

from django.db import connection, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from home import publishing, versions
from home.models import BasePage, Image


@receiver(page_published, dispatch_uid="home_published")
def on_published(instance, **kwargs):
    publishing.after_publish(instance)


@receiver(page_unpublished, dispatch_uid="home_unpublished")
def on_unpublished(instance, **kwargs):
    publishing.after_unpublish(instance)


@receiver(post_page_move, dispatch_uid="home_moved")
def on_moved(instance, **kwargs):
    publishing.after_tree_change(instance)


@receiver(pre_delete, sender=PageViewRestriction, dispatch_uid="home_opening")
def on_opening(**kwargs):
    versions.hold()


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="home_restricted")
def on_restricted(instance, **kwargs):
    publishing.after_tree_change(instance.page)
    publishing.mirror_restriction(instance)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through, dispatch_uid="home_restricted_groups")
def on_restricted_groups(instance, action, **kwargs):
    if action.startswith("pre_") and connection.in_atomic_block:
        versions.hold()
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        publishing.mirror_restriction(instance)


@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="home_opened")
def on_opened(instance, origin=None, **kwargs):
    if PageViewRestriction not in (type(origin), getattr(origin, "model", None)):
        return  # it goes with its page: nothing has been opened to anybody
    publishing.after_tree_change(instance.page)
    publishing.drop_restriction(instance)


APPS = {"home", "directory", "news", "wagtaildocs"}
# Columns of a page that saving a draft writes: readers see nothing of them.
OF_DRAFTS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"}
OF_ALIASES = {"alias_of", "alias_of_id"}
QUIET = {
    "listing",
    "listingvalue",
    "mapslice",
    "mappoint",
    "mapcell",
    "outboxmessage",
    "tickstate",
    "searchentry",
    "searchterm",
    "user",
    "secondfactorpause",
    "rendition",
    "importrun",
    "importrow",
    "importmapping",
    "importedprofile",
    "registerentry",
    "registerproposal",
    "membership",
    "invitation",
    "claim",
    "resident",
    "draft",
    "submission",
    "arrival",
    "factchange",
    "report",
    "profileviews",
    "freshness",
    "websitecheck",
}


def _is_seen(model, update_fields) -> bool:
    """Whether readers see something of what is saved or deleted."""
    if set(update_fields or ["all"]) <= OF_DRAFTS:
        return False
    return model._meta.app_label in APPS and model._meta.model_name not in QUIET


@receiver([pre_save, pre_delete], dispatch_uid="home_content_changes")
def on_content_changes(sender, update_fields=None, **kwargs):
    """The version is held before the row: the admin saves rows in transactions, and whoever publishes may need them."""
    if connection.in_atomic_block and _is_seen(sender, update_fields):
        versions.hold()


@receiver([post_save, post_delete], dispatch_uid="home_content_changed")
def on_content_changed(sender, instance, update_fields=None, **kwargs):
    """Whatever row of ours changes, what was kept of the old one is not shown again."""
    if _is_seen(sender, update_fields):
        versions.bump()
    if isinstance(instance, BasePage) and OF_ALIASES & set(update_fields or ()):
        publishing.refresh(Page.objects.filter(pk=instance.pk))  # a page of its own from now on, or the other way round


@receiver(post_save, dispatch_uid="home_created")
def on_created(instance, created, raw=False, **kwargs):
    """Pages that are born live without a revision, by a copy or a script, send no signal of their own."""
    if created and not raw and isinstance(instance, BasePage) and instance.live:
        publishing.refresh([instance])


@receiver(post_save, sender=Image, dispatch_uid="home_image_saved")
def on_image_saved(instance, update_fields=None, **kwargs):
    """New or changed pictures are encoded by the worker at once, before any page shows them."""
    from home.pictures import prepare_image

    transaction.on_commit(lambda: prepare_image.enqueue(instance.pk))
