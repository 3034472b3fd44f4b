"""What members type, kept at every moment: field by field, by several people and devices, and nobody's words lost."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory.models import Draft, Profile, Submission
from directory.permissions import may_edit

LONGEST = 20_000  # characters of one field; what is longer is refused by the form's own limit as well
MOST_RIVALS = 5


@dataclass(frozen=True)
class Saved:
    """``conflicts``: field → what another device had written there meanwhile. Both are kept until somebody chooses."""

    draft: Draft
    conflicts: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Device:
    """Who types: a name made up for one open page, its own clock, and the version of the draft that it knows."""

    name: str
    moment: int
    known: int


@transaction.atomic
def save_draft(
    *, profile: Profile, language: str, user, typed: dict, was: dict, latest: dict, device: Device, revision_id=None
) -> Saved:
    """Keep what was typed. ``typed``, ``was``, ``latest``: field → text or list of texts; what it is now, what the
    device showed before, and what the page says. Fields that nobody touched are not written.

    Raises:
        PermissionDenied: this person does not belong to the profile.
    """
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    draft = lock(profile, language)
    if not draft.values:
        draft.begun_on_id = revision_id
    conflicts, version = {}, draft.version + 1
    for name, text in typed.items():
        if name not in latest or text == was.get(name, latest[name]):
            continue
        mark = draft.marks.get(name, {})
        if text == draft.values.get(name, latest[name]):
            continue
        if mark.get("by") == device.name and mark.get("seq", 0) > device.moment:
            continue  # an older message of the same page that took longer
        if mark.get("by") != device.name and mark.get("v", 0) > device.known:
            conflicts[name] = draft.values.get(name, latest[name])
            _keep_rival(mark, device, text)
        else:
            base = mark.get("base", was.get(name, latest[name]))
            mark = {"base": base, "v": version, "by": device.name, "seq": device.moment, "rivals": {}}
            _put(draft, name, text, latest)
        draft.marks[name] = mark
        draft.version = version
    if draft.version == version:
        _store(draft, user)
    return Saved(draft, conflicts)


def lock(profile: Profile, language: str) -> Draft:
    """The profile's draft in that language, held until the transaction ends; made where there is none."""
    Draft.objects.get_or_create(profile=profile, language=language)
    return Draft.objects.select_for_update().get(profile=profile, language=language)


@transaction.atomic
def settle(*, profile: Profile, language: str, user, name: str, text, latest: dict) -> Draft:
    """Somebody has seen both and says which it is: what the others wrote there is let go."""
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    draft = lock(profile, language)
    if name in latest:
        draft.version += 1
        draft.marks[name] = {"base": latest[name], "v": draft.version, "by": "", "seq": 0, "rivals": {}}
        _put(draft, name, text, latest)
        _store(draft, user)
    return draft


@transaction.atomic
def put(*, profile: Profile, language: str, user, values: dict, latest: dict, revision_id=None) -> Draft:
    """Values that the site itself found for the member: an uploaded picture. Never from a form as they are."""
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    draft = lock(profile, language)
    if not draft.values:
        draft.begun_on_id = revision_id
    draft.version += 1
    for name, text in values.items():
        base = draft.marks.get(name, {}).get("base", latest.get(name, ""))
        draft.marks[name] = {"base": base, "v": draft.version, "by": "", "seq": 0, "rivals": {}}
        _put(draft, name, text, latest)
    _store(draft, user)
    return draft


@transaction.atomic
def restore(*, profile: Profile, language: str, user, submission: Submission, sent: dict, latest: dict) -> Draft:
    """What was returned, or taken back, is there to be corrected: its words are the draft's again, once. What somebody
    has typed since stays."""
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    draft = lock(profile, language)
    if draft.taken_back_id and draft.taken_back_id >= submission.pk:
        return draft
    draft.taken_back = submission
    draft.version += 1
    for name, text in sent.items():
        if name in draft.values or text == latest[name]:
            continue
        draft.marks[name] = {"base": latest[name], "v": draft.version, "by": "", "seq": 0, "rivals": {}}
        _put(draft, name, text, latest)
    _store(draft, user)
    return draft


@transaction.atomic
def discard(*, profile: Profile, language: str, user) -> dict:
    """Let go of all that was typed; returns it. The version goes on growing, so that no old page brings it back."""
    if not may_edit(user, profile.pk):
        raise PermissionDenied
    draft = lock(profile, language)
    values = draft.values
    empty(draft, user)
    return values


def empty(draft: Draft, user) -> None:
    draft.values, draft.marks, draft.begun_on = {}, {}, None
    draft.version += 1
    _store(draft, user)


def _put(draft: Draft, name: str, text, latest: dict) -> None:
    if text == latest.get(name, ""):
        draft.values.pop(name, None)
    else:
        draft.values[name] = text


def _keep_rival(mark: dict, device: Device, text) -> None:
    rivals = mark.setdefault("rivals", {})
    rivals[device.name] = {"typed": text, "at": timezone.now().isoformat(timespec="seconds")}
    for name in list(rivals)[:-MOST_RIVALS]:
        del rivals[name]


def _store(draft: Draft, user) -> None:
    draft.changed_by, draft.changed_at = user, timezone.now()
    draft.save()
