"""Rows that listings are made of: when a settlement moves or a topic is renamed, what stands on them follows at once;
and profiles whose last owner goes with an account."""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from directory.actions.leave import mark_without_owner
from directory.listings import page_types
from directory.models import Membership, ProfilePage, Settlement, Topic
from home import publishing, versions


def _refresh(in_profiles: Q, in_all: Q) -> None:
    """Of the pages that meet a condition, profiles and all of them: found when nobody else is publishing any more."""
    with transaction.atomic():
        versions.hold()
        found = {}
        for model in page_types():
            condition = in_profiles if issubclass(model, ProfilePage) else in_all
            found |= {page.pk: page for page in model.objects.filter(condition).distinct()}
        publishing.refresh(found.values())


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


@receiver(post_delete, sender=Membership, dispatch_uid="directory_owner_gone")
def on_membership_gone(instance, **kwargs):
    """However it ended: an account that staff delete takes its memberships along."""
    mark_without_owner([instance.profile_id])


@receiver(post_save, sender=settings.AUTH_USER_MODEL, dispatch_uid="directory_account_closed")
def on_account_closed(instance, **kwargs):
    if not instance.is_active:
        owned = Membership.objects.filter(user=instance, role=Membership.Role.OWNER)
        mark_without_owner(owned.values_list("profile", flat=True))
