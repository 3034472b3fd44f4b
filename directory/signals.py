"""Rows that listings are made of: when a settlement moves or a topic is renamed, what stands on them follows at once;
and profiles whose last owner goes with an account."""

import contextlib

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page

from directory.actions.confirm import confirm
from directory.actions.leave import mark_without_owner
from directory.freshness import rows
from directory.listings import page_types
from directory.models import Contact, Freshness, Membership, ProfilePage, Settlement, Submission, Topic
from home import publishing, versions
from home.models.outbox import OutboxMessage, recipient_key


def _refresh(in_profiles: Q, in_all: Q) -> None:
    """Of the pages that meet a condition, profiles and all of them: found when nobody else is publishing any more."""
    with transaction.atomic():
        versions.hold()
        found = set()
        for model in page_types():
            condition = in_profiles if issubclass(model, ProfilePage) else in_all
            found.update(model.objects.filter(condition).order_by().values_list("pk", flat=True).distinct())
        publishing.refresh(Page.objects.filter(pk__in=found))


NOBODY = Q(pk__in=[])


def _about(topic: Topic) -> Q:
    return Q(topics__in=[topic.pk, *topic.children.values_list("pk", flat=True)])


@receiver(post_save, sender=Settlement, dispatch_uid="directory_settlement_saved")
def on_settlement_saved(instance, created, raw=False, **kwargs):
    if not created and not raw:
        here = Q(settlement=instance)
        _refresh(here | Q(covers=instance), here)


@receiver(post_save, sender=Topic, dispatch_uid="directory_topic_saved")
def on_topic_saved(instance, created, raw=False, **kwargs):
    if not created and not raw:
        _refresh(_about(instance), NOBODY)


@receiver(pre_delete, sender=Topic, dispatch_uid="directory_topic_goes")
def on_topic_goes(instance, **kwargs):
    instance._pages_that_lose_it = list(ProfilePage.objects.filter(_about(instance)).values_list("pk", flat=True))


@receiver(post_delete, sender=Topic, dispatch_uid="directory_topic_gone")
def on_topic_gone(instance, **kwargs):
    _refresh(Q(pk__in=instance._pages_that_lose_it), NOBODY)


@receiver([post_save, post_delete], sender=Contact, dispatch_uid="directory_contact_changed")
def on_contact_changed(instance, raw=False, **kwargs):
    """Contacts are rows beside the page; readers see them on it."""
    if raw:
        return
    if publishing.is_together():  # with all that an import changes
        publishing.refresh(ProfilePage.objects.filter(translation_key=instance.profile_id).only("pk"))
    else:
        rows.write({instance.profile_id}, {})


@receiver(post_delete, sender=Membership, dispatch_uid="directory_member_gone")
def on_member_gone(instance, **kwargs):
    """Who has left is not asked any more, not even by a mail that is on its way."""
    waiting = OutboxMessage.objects.unsent().filter(recipient_key=recipient_key(instance.user.email))
    waiting.filter(
        Q(occasion__startswith=f"freshness-{instance.profile_id}-")
        | Q(occasion__startswith=f"report-{instance.profile_id}-")
    ).delete()


@receiver(post_save, sender=Submission, dispatch_uid="directory_submission_confirms")
def on_submission_saved(instance, raw=False, **kwargs):
    """Who corrects a page, and has it published, has looked at all of it."""
    if raw or instance.state != Submission.State.APPROVED or not (instance.profile_id and instance.sent_by_id):
        return
    with contextlib.suppress(PermissionDenied):  # who sent it is no member any more
        confirm(profile=instance.profile, how=Freshness.How.PORTAL, user=instance.sent_by)


@receiver(post_delete, sender=Membership, dispatch_uid="directory_owner_gone")
def on_membership_gone(instance, **kwargs):
    """However it ended: an account that staff delete takes its memberships along."""
    mark_without_owner([instance.profile_id])


@receiver(post_save, sender=settings.AUTH_USER_MODEL, dispatch_uid="directory_account_closed")
def on_account_closed(instance, **kwargs):
    if not instance.is_active:
        owned = Membership.objects.filter(user=instance, role=Membership.Role.OWNER)
        mark_without_owner(owned.values_list("profile", flat=True))
