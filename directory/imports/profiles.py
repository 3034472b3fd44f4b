"""The importer of profiles, declared: where a row comes from, who it is, what becomes of it.

Source: a table that staff upload under the name of its source. Key: the source's own number of a row, else the register
number, else name and place. Rows that vanish from the source are reported and nothing happens to them. An empty cell
says nothing. Nobody's freshness is touched: an import is not a confirmation.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from directory.imports.fields import BY_NAME, CONTACT
from directory.imports.matching import Index, Known, Lists
from directory.imports.rows import CONTACT_FIELDS, MANY, Junk, Wanted, fingerprint, of_page, read_row
from directory.models import Contact, DirectoryPage, ImportedProfile, ImportRow, ImportRun, ProfilePage
from home import publishing

Outcome = ImportRow.Outcome


@dataclass
class Result:
    outcome: str
    name: str = ""
    notes: list[str] = field(default_factory=list)
    page_id: int | None = None
    line: int = 0

    def put(self, row: ImportRow) -> ImportRow:
        row.outcome, row.name, row.note = self.outcome, self.name[:255], "\n".join(self.notes)
        row.page_id = self.page_id
        return row


@dataclass
class Changes:
    """What an update would write, and what people have changed since the last import and is left alone."""

    page: dict = field(default_factory=dict)
    contact: dict = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)
    said: dict = field(default_factory=dict)


def directory_page() -> DirectoryPage | None:
    """Where profiles are made: the directory in the site's main language."""
    pages = DirectoryPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return pages.order_by("-live", "path").first()


class ProfileImporter:
    """One run. ``take(rows, write)`` decides of rows and, where it may, does it."""

    def __init__(self, run: ImportRun):
        self.run = run
        self.lists = Lists()
        self.index = Index(run.source)
        self.first_lines: dict[str, int] = {}
        self.touched: dict[object, int] = {}
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Which line has each key first, and whom the rows behind us were: a run that was cut off goes on alike."""
        things = {known.page_id: thing for thing, known in self.index.by_thing.items()}
        for row in self.run.rows.filter(line__gt=0).iterator(chunk_size=500):
            wanted = self._read(row)
            if isinstance(wanted, Wanted):
                self.first_lines.setdefault(wanted.key, row.line)
            if row.number <= self.run.position and row.page_id in things:
                self.touched[things[row.page_id]] = row.line

    def _read(self, row: ImportRow) -> Wanted | Junk:
        try:
            return read_row(row.cells, self.run.mapping, self.lists, self.run.default_kind)
        except Junk as junk:
            return junk

    def take(self, rows: list[ImportRow], write: bool) -> list[ImportRow]:
        self.parent = directory_page()
        return [self._taken(row, write) for row in rows]

    def _taken(self, row: ImportRow, write: bool) -> ImportRow:
        """Done or left whole: a row that the page's own rules refuse does not hold up the others."""
        try:
            with transaction.atomic():
                return self._take(row, write)
        except ValidationError as error:
            self.parent = directory_page()
            publishing.forget_queued()
            return Result(Outcome.SKIPPED, row.name, [" ".join(error.messages)]).put(row)

    def _take(self, row: ImportRow, write: bool) -> ImportRow:
        wanted = self._read(row)
        if isinstance(wanted, Junk):
            return Result(Outcome.SKIPPED, notes=[str(wanted)]).put(row)
        result = self._decide(wanted, row, write)
        result.name = result.name or wanted.title
        result.notes += wanted.notes
        return result.put(row)

    def _decide(self, wanted: Wanted, row: ImportRow, write: bool) -> Result:
        first = self.first_lines.get(wanted.key, row.line)
        if first != row.line:
            return _skipped(_("The same as line %(line)s.") % {"line": first})
        known, reason = self._who(wanted)
        if reason:
            return _skipped(reason, known)
        if known is None:
            return self._create(wanted, row, write)
        if known.thing in self.touched:
            return _skipped(_("The same profile as line %(line)s.") % {"line": self.touched[known.thing]}, known)
        self.touched[known.thing] = row.line
        return self._update(wanted, known, write)

    def _who(self, wanted: Wanted) -> tuple[Known | None, str]:
        """The profile that the row is, or why that is for a person to decide."""
        if wanted.key in self.index.keys:
            known = self.index.by_thing.get(self.index.keys[wanted.key])
            return known, "" if known else _("The profile that was made of this row has been deleted here.")
        numbered = self.index.by_number.get(wanted.register_number, []) if wanted.register_number else []
        if len(numbered) > 1:
            return numbered[0], _("Several profiles have this register number.")
        if numbered:
            return numbered[0], ""
        like = self.index.lookalike(wanted.name, wanted.settlement_id, wanted.point, wanted.register_number)
        return like, _("Looks like “%(name)s”. Decide by hand.") % {"name": like.title} if like else ""

    # What is new

    def _create(self, wanted: Wanted, row: ImportRow, write: bool) -> Result:
        page = self._written(wanted) if write else None
        known = Known(
            page_id=page.pk if page else None,
            thing=page.translation_key if page else ("row", row.number),
            name=wanted.name,
            title=wanted.title,
            settlement_id=wanted.settlement_id,
            points=[wanted.point] if wanted.point else [],
            register_number=wanted.register_number,
        )
        self.index.add(known)
        self.touched[known.thing] = row.line
        return Result(Outcome.CREATED, page_id=known.page_id)

    def _written(self, wanted: Wanted) -> ProfilePage:
        page = wanted.model(live=False, locale=self.parent.locale, owner=self.run.user)
        put(page, wanted.values)
        self.parent.add_child(instance=page)
        revision = page.save_revision(user=self.run.user, clean=False)
        if wanted.contact:
            _save_contact(page, wanted.contact)
        ImportedProfile.objects.create(
            source=self.run.source, key=wanted.key, thing=page.translation_key, values=wanted.said()
        )
        self.index.keys[wanted.key] = page.translation_key
        if self.run.publish and may_publish(self.run.user, page):
            revision.publish(user=self.run.user)
        return page

    # What is known

    def _update(self, wanted: Wanted, known: Known, write: bool) -> Result:
        live = ProfilePage.objects.get(pk=known.page_id).specific
        page = live.get_latest_revision_as_object() if live.has_unpublished_changes or not live.live else live
        last = ImportedProfile.objects.filter(source=self.run.source, key=wanted.key).first()
        changes = differences(page, wanted, last.values if last else {})
        result = Result(Outcome.UNCHANGED, live.draft_title or live.title, page_id=live.pk)
        result.notes += changes.conflicts
        if changes.page or changes.contact:
            if live.locked or live.current_workflow_state:
                return _skipped(_("Somebody is at work on this page: it is locked or waits for checking."), known)
            result.outcome = Outcome.UPDATED
            labels = [str(BY_NAME[name].label) if name in BY_NAME else _("position") for name in changes.page]
            labels += [str(BY_NAME[name].label) for name in changes.contact]
            result.notes.insert(0, _("New: %(fields)s.") % {"fields": ", ".join(labels)})
            if write:
                self._write_update(live, page, changes)
        if changes.conflicts:
            result.outcome = Outcome.CONFLICT
        if write and (last is None or last.values != changes.said):
            self._remember(wanted, known.thing, changes.said)
        return result

    def _write_update(self, live: ProfilePage, page: ProfilePage, changes: Changes) -> None:
        if changes.page:
            # A draft that somebody has begun is not ours to publish. Asked before there is one of our own.
            is_ours = live.live and not live.has_unpublished_changes and may_publish(self.run.user, live)
            put(page, changes.page)
            revision = page.save_revision(user=self.run.user, log_action=True)
            if is_ours:
                revision.publish(user=self.run.user)
        if changes.contact:
            _save_contact(live, changes.contact)

    def _remember(self, wanted: Wanted, thing, said: dict) -> None:
        ImportedProfile.objects.update_or_create(
            source=self.run.source, key=wanted.key, defaults={"thing": thing, "values": said}
        )
        self.index.keys[wanted.key] = thing

    def vanished(self, write: bool):
        """Results for what this source brought once and has no longer."""
        for key, thing in sorted(self.index.keys.items()):
            known = self.index.by_thing.get(thing)
            if key not in self.first_lines and known and known.page_id:
                yield Result(Outcome.VANISHED, known.title, page_id=known.page_id)


def _skipped(reason: str, known: Known | None = None) -> Result:
    return Result(Outcome.SKIPPED, notes=[reason], page_id=known.page_id if known else None)


def may_publish(user, page) -> bool:
    """A command has no user and may; a person may what they may in the editor."""
    return user is None or page.permissions_for_user(user).can_publish()


def put(page: ProfilePage, values: dict) -> None:
    for name, value in values.items():
        if name in MANY:
            model = page._meta.get_field(name).related_model
            setattr(page, name, list(model.objects.filter(pk__in=value)))
        else:
            setattr(page, page._meta.get_field(name).attname, value)
    if "title" in values:
        page.draft_title = values["title"]


def differences(page: ProfilePage, wanted: Wanted, last: dict) -> Changes:
    """Row against profile, field by field; ``last`` is what the source said the last time."""
    changes = Changes(said=dict(last))
    contact = Contact.objects.first_of(page.translation_key)
    said = wanted.said()
    for name, new in said.items():
        if name in CONTACT:
            shown = getattr(contact, CONTACT_FIELDS[name]) if contact else ""
            now = fingerprint(shown) if shown else ""
        elif not any(row.name == name for row in page._meta.get_fields()):
            continue  # the row takes it for another kind of profile than it is
        else:
            now = of_page(page, name)
        if now == new:
            changes.said[name] = new
        elif now == last[name] if name in last else _is_empty(page, name, now):
            (changes.contact if name in CONTACT else changes.page)[name] = (
                wanted.contact[name] if name in CONTACT else wanted.values[name]
            )
            changes.said[name] = new
        elif last.get(name) != new:
            changes.conflicts.append(_conflict(name, page, wanted))
    return changes


def _is_empty(page: ProfilePage, name: str, now) -> bool:
    """Nobody has said anything here: the field stands as a new profile has it."""
    return now in ("", None, []) or (name not in CONTACT and now == page._meta.get_field(name).get_default())


def _conflict(name: str, page: ProfilePage, wanted: Wanted) -> str:
    label = BY_NAME[name].label if name in BY_NAME else _("position")
    here, there = (getattr(page, name), wanted.values[name]) if name in wanted.values else (None, None)
    if isinstance(here, str) and isinstance(there, str) and len(here) + len(there) < 200:
        words = _("%(field)s: the profile says “%(here)s”, the file “%(there)s”; left as it is.")
        return words % {"field": label, "here": here, "there": there}
    return _("%(field)s: the profile has been changed here; left as it is.") % {"field": label}


def _save_contact(page: ProfilePage, values: dict[str, str]) -> None:
    """The first contact; what an import brings is shown to nobody until somebody chooses to."""
    private = Contact.Visibility.PRIVATE
    contact = Contact.objects.first_of(page.translation_key) or Contact(
        profile=page.profile, name_visibility=private, phone_visibility=private, email_visibility=private
    )
    for name, value in values.items():
        setattr(contact, CONTACT_FIELDS[name], value)
    contact.save()
