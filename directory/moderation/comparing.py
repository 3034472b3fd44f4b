"""A page as it is and as it would be: what differs, field by field, for eyes and ears."""

from dataclasses import dataclass, field

from django.db import models
from wagtail.models import Page, Revision

from directory.actions.submissions import draft_after, draft_before, fields_of_draft
from directory.models import Submission
from directory.moderation.labels import field_label
from directory.moderation.marking import Piece, marked
from directory.moderation.places import FIELDS as PLACES
from directory.moderation.places import Maps, maps
from directory.moderation.reading import Reading, read
from directory.page_content import content_of, differing
from home.models import Image

# The order in which a visitor reads them; the others follow as they come.
FIRST = ("title", "summary", "joining", "meeting", "lead_image", "lead_image_alt", "body")
# Says the same as another row, or nothing to a reader.
LEFT_OUT = {"slug", "show_in_menus", "is_sample", "country", "track"}


@dataclass(frozen=True)
class Change:
    """One field. ``author``: who of staff, and not the sender, brought this in."""

    name: str
    label: str
    old: list[Piece]
    new: list[Piece]
    old_pictures: list[Image] = field(default_factory=list)
    new_pictures: list[Image] = field(default_factory=list)
    author: str = ""
    text: str | None = None  # that can be corrected on the spot
    is_long: bool = False

    @property
    def is_choice(self) -> bool:
        return "\n" in "".join(piece.text for piece in (*self.old, *self.new))


@dataclass(frozen=True)
class Comparison:
    changes: list[Change]
    maps: Maps | None
    is_new: bool
    revision: Revision
    before: Revision | None
    after: Revision | None

    @property
    def staff_draft(self) -> Revision | None:
        return self.after or self.before


def compare(submission: Submission) -> Comparison:
    """The live page beside its latest revision: that is what would be published, with all that staff have added."""
    page = submission.page.specific
    revision = page.latest_revision
    before, after = draft_before(page, submission), draft_after(page, submission)
    is_new = not page.live
    live = content_of(page) if page.live else {}
    new = page.with_content_json(revision.content)
    authors = _authors(page, live, submission, before, after)
    names = [name for name in differing(live, revision.content) if name not in LEFT_OUT]
    names.sort(key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    changes = [_change(name, None if is_new else page, new, authors.get(name, "")) for name in names]
    moved = set(names) & set(PLACES)
    return Comparison(
        changes=[row for row in changes if row is not None],
        maps=maps(None if is_new else page, new) if moved else None,
        is_new=is_new, revision=revision, before=before, after=after,
    )  # fmt: skip


def _authors(page: Page, live: dict, submission: Submission, before, after) -> dict[str, str]:
    found = {}
    if before is not None:
        sent = submission.revision.content
        names = fields_of_draft(page, live, before)
        names = [name for name in names if not differing({name: sent.get(name)}, {name: before.content[name]})]
        found |= dict.fromkeys(names, str(before.user or ""))
    if after is not None:
        found |= dict.fromkeys(differing(submission.revision.content, after.content), str(after.user or ""))
    return found


def _change(name: str, old: Page | None, new: Page, author: str) -> Change | None:
    if name in ("point", "area"):
        return None  # drawn
    try:
        before, now = read(old, name) if old is not None else Reading(), read(new, name)
    except AttributeError:
        return None  # a field that the page has no longer
    if (before.text, before.pictures) == (now.text, now.pictures) or (old is None and not now.text):
        return None
    left, right = marked(before.text, now.text) if old is not None else ([], [Piece("same", now.text)])
    is_text, is_long = _correctable(new, name)
    return Change(
        name, field_label(name, type(new)), left, right, before.pictures, now.pictures, author,
        getattr(new, name) if is_text else None, is_long,
    )  # fmt: skip


def _correctable(page: Page, name: str) -> tuple[bool, bool]:
    """Whether these are plain words that staff may correct on the screen, and whether they have lines."""
    words = {row.field_name for row in getattr(page, "translatable_fields", ())}
    model_field = next((row for row in page._meta.get_fields() if row.name == name), None)
    is_plain = name in words and type(model_field) in (models.CharField, models.TextField)
    return is_plain, type(model_field) is models.TextField
