"""Facts of low risk that a member changes go live at once: meeting times, links, contacts.

One transaction writes what readers see, the newest revision and the one that waits to be checked, so that no later
decision of staff brings the old fact back; each change is listed for staff to look over (``FactChange``).
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState

from directory.actions.submissions import hold
from directory.models import Contact, FactChange, Profile, ProfilePage, Submission
from directory.permissions import may_edit
from home import publishing, versions

VISIBILITIES = {"name_visibility", "phone_visibility", "email_visibility", "gets_messages"}


@transaction.atomic
def change_facts(*, profile: Profile, user, page: ProfilePage | None = None, facts: dict, contact: dict | None = None):
    """``facts``: field of the page → clean value; ``contact``: field of the first contact → clean value. What is the
    same already is left alone; returns the rows that were written for staff.

    Raises:
        PermissionDenied: this person does not belong to the profile.
    """
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    if page is not None:
        hold(page.pk)  # version, page, submission: the order of everybody who decides
    else:
        versions.hold()
    changes = _change_contact(profile, contact or {}, user)
    if page is not None and facts:
        changes += _change_page(page, profile, facts, user)
    return FactChange.objects.bulk_create(changes)


def _change_contact(profile: Profile, values: dict, user) -> list[FactChange]:
    Profile.objects.select_for_update().get(pk=profile.pk)
    old = Contact.objects.first_of(profile.pk)
    before = {name: getattr(old, name) if old else "" for name in values}
    changed = {name: value for name, value in values.items() if old is None or before[name] != value}
    if not any(changed.values()) and old is None:
        return []
    if changed:
        was = _public(old)
        Contact.objects.keep_first(profile.pk, profile.name, values)
        now = _public(Contact.objects.first_of(profile.pk))
        versions.bump()
        rows = {_of_contact(name) for name in changed}
        return [
            FactChange(profile=profile, field=f"contact_{name}", old=was[name], new=now[name], made_by=user)
            for name in ("name", "phone", "email")
            if name in rows
        ]
    return []


def _of_contact(name: str) -> str:
    return "email" if name == "gets_messages" else name.removesuffix("_visibility")


def _public(contact: Contact | None) -> dict[str, str]:
    """What of it everybody sees: no other value is written down anywhere but in its own row."""
    return {name: getattr(contact, f"public_{name}", "") for name in ("name", "phone", "email")}


def _change_page(page: ProfilePage, profile: Profile, facts: dict, user) -> list[FactChange]:
    live = type(page).objects.get(pk=page.pk)
    changed = {name: value for name, value in facts.items() if getattr(live, name) != value}
    _write_revisions(live, facts, user)
    if not changed:
        return []
    old = {name: getattr(live, name) for name in changed}
    for name, value in changed.items():
        setattr(live, name, value)
    live.save(update_fields=list(changed), clean=False)
    publishing.refresh([live, *publishing.translations_of(live)])
    log(live, "directory.change_facts", user=user, data={"fields": sorted(changed)})
    return [
        FactChange(profile=profile, field=name, old=_words(live, name, old[name]), new=_words(live, name, value), made_by=user)
        for name, value in changed.items()
    ]  # fmt: skip


def _words(page, name: str, value) -> str:
    field = page._meta.get_field(name)
    return ", ".join(map(str, field.labels(value))) if hasattr(field, "labels") else str(value or "")


def _write_revisions(live: ProfilePage, facts: dict, user) -> None:
    """The newest becomes a new one, so that an editor who has it open is told; what pointed at it follows."""
    newest = live.get_latest_revision()
    for revision in Revision.objects.filter(pk__in=_that_count(live) - {newest.pk if newest else None}):
        _set_in(revision, facts)
    if newest is None or not _differs(newest, facts):
        return
    draft = newest.as_object()
    for name, value in facts.items():
        setattr(draft, name, value)
    made = draft.save_revision(user=user, clean=False)
    made.approved_go_live_at = newest.approved_go_live_at
    made.save(update_fields=["approved_go_live_at"])
    TaskState.objects.filter(revision=newest, status=TaskState.STATUS_IN_PROGRESS).update(revision=made)
    Submission.objects.waiting().filter(revision=newest).update(revision=made)
    if live.live_revision_id == newest.pk:
        Page.objects.filter(pk=live.pk).update(live_revision=made, has_unpublished_changes=False)
    elif newest.approved_go_live_at:
        Revision.objects.filter(pk=newest.pk).update(approved_go_live_at=None)


def _that_count(live: ProfilePage) -> set[int]:
    """Revisions that are, or may yet be, what readers see: live, waiting, scheduled, and drafts that an end of the
    waiting puts back."""
    own = Revision.page_revisions.filter(object_id=str(live.pk))
    scheduled = own.exclude(approved_go_live_at=None).values_list("pk", flat=True)
    waiting = Submission.objects.waiting().filter(page=live.pk).values_list("revision", flat=True)
    in_workflow = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, revision__object_id=str(live.pk),
        revision__base_content_type=live.get_base_content_type(),
    ).values_list("revision", flat=True)  # fmt: skip
    drafts = own.filter(pk__gt=live.live_revision_id or 0).values_list("pk", flat=True)
    return {live.live_revision_id, *scheduled, *waiting, *in_workflow, *drafts} - {None}


def _differs(revision: Revision, facts: dict) -> bool:
    thing = revision.as_object()
    return any(getattr(thing, name) != value for name, value in facts.items())


def _set_in(revision: Revision, facts: dict) -> None:
    thing = revision.as_object()
    for name, value in facts.items():
        setattr(thing, name, value)
    data = thing.serializable_data()
    revision.content |= {name: data[name] for name in facts}
    revision.save(update_fields=["content"])
