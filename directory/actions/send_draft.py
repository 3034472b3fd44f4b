"""A draft is sent: facts of low risk go live, the rest becomes a revision of the page that staff decide on."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Locale
from wagtail_localize.models import Translation

from directory.actions.change_facts import change_facts
from directory.actions.save_draft import empty, lock
from directory.actions.submissions import hold
from directory.actions.submit import submit
from directory.models import FactChange, Profile, ProfilePage, Submission
from directory.permissions import may_edit, source_page


class Overtaken(Exception):
    """The draft or the page is not what the member looked at any more: it has to be looked at again."""


@dataclass(frozen=True)
class Sent:
    facts: list[FactChange]
    submission: Submission | None


@dataclass(frozen=True)
class Seen:
    """What stood on the screen from which it is sent: the draft's version and the page's newest revision."""

    version: int
    revision_id: int | None


@transaction.atomic
def send_draft(
    *, profile: Profile, user, language: str, seen: Seen, facts: dict, contact: dict, apply, note: str = ""
) -> Sent:
    """``facts`` and ``contact`` as in ``change_facts``; ``apply(page)`` writes the words that staff decide on, and is
    ``None`` when there are none.

    Raises:
        Overtaken: somebody wrote in between; nothing was sent.
        PermissionDenied: this person does not belong to the profile.
    """
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    page = _page(profile, language)
    if page is not None:
        page = hold(page.pk).page
    draft = lock(profile, language)
    if draft.version != seen.version or (page.latest_revision_id if page else None) != seen.revision_id:
        raise Overtaken
    done = change_facts(profile=profile, user=user, page=page, facts=facts, contact=contact)
    submission = _submit(profile, page, language, user, apply, note) if apply is not None else None
    empty(draft, user)
    return Sent(done, submission)


def _page(profile: Profile, language: str) -> ProfilePage | None:
    source = source_page(profile.pk)
    if source.locale.language_code == language:
        return source
    found = type(source).objects.filter(translation_key=profile.pk, locale__language_code=language).first()
    return found


def _submit(profile, page, language, user, apply, note) -> Submission:
    if page is None:
        page = _translation(profile, language)
    else:
        page.refresh_from_db(fields=["latest_revision"])  # facts may just have made another
    page = page.get_latest_revision_as_object()
    apply(page)
    if page.locale.language_code != settings.LANGUAGE_CODE:
        # Words of their own: from now on nobody's synchronisation writes over them.
        Translation.objects.filter(
            source__object_id=profile.pk, target_locale__language_code=language, enabled=True
        ).update(enabled=False)
    page.save_revision(user=user, log_action=True)
    return submit(page=type(page).objects.get(pk=page.pk), user=user, profile=profile, note=note)


def _translation(profile: Profile, language: str) -> ProfilePage:
    """A page of its own in that language, not published, with the facts and without the words of its source."""
    source = source_page(profile.pk)
    made = source.copy_for_translation(Locale.objects.get(language_code=language), copy_parents=True)
    for field in source.translatable_fields:
        if field.field_name not in ("title", "slug"):
            setattr(made, field.field_name, [] if field.field_name == "body" else "")
    made.save_revision()
    return made
