"""Files that come in: stored while the form can still say that there was no room, and never by half."""

import contextlib
import errno
import sqlite3
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext_lazy as _

NO_ROOM = _("There is no room left on the server. Nothing was saved; tell those who look after the site.")
FULL = {errno.ENOSPC, errno.EDQUOT}
FULL_POSTGRES = "53100"


def is_disk_full(error: BaseException | None) -> bool:
    """Whether the file system, SQLite or PostgreSQL had no room left, anywhere in the chain of causes."""
    if error is None:
        return False
    return (
        (isinstance(error, OSError) and error.errno in FULL)
        or getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        or getattr(error, "sqlstate", None) == FULL_POSTGRES
        or is_disk_full(error.__cause__ or error.__context__)
    )


def discard(storage, name: str) -> None:
    """Take away the file, and its folder where that was its own."""
    for path in (name, str(PurePath(name).parent)):
        with contextlib.suppress(OSError):
            storage.delete(path)


def store(file) -> None:
    """Write the upload that a model's file field holds; where that fails, what was written of it is taken away."""
    field, storage = file.field, file.storage
    wanted = field.generate_filename(file.instance, file.name)
    name = storage.get_available_name(wanted, max_length=field.max_length)
    try:
        name = storage.save(name, file.file, max_length=field.max_length)
    except OSError:
        discard(storage, name)
        raise
    setattr(file.instance, field.attname, name)
    getattr(file.instance, field.attname)._committed = True


class StoredUpload:
    """For the forms of Wagtail's library. A full disk is an answer beside the field, with all that was typed."""

    def _post_clean(self):
        super()._post_clean()
        if "file" not in self.changed_data:
            return
        try:
            if not self.errors:
                store(self.instance.file)
        except OSError as error:
            if not is_disk_full(error):
                raise
            self.add_error("file", NO_ROOM)
        if self.errors:
            # The form is shown again, with a thumbnail of what is there and not of what was refused.
            self.instance.file = self.original_file

    def save(self, commit=True):
        # Wagtail throws the old file away before, or although, saving the new one fails.
        replaced, self.original_file = self.original_file, None
        changed = "file" in self.changed_data
        try:
            with transaction.atomic():
                saved = super().save(commit)
                if commit and changed and replaced:
                    self.forget_copies()
        except Exception:
            if changed:
                discard(self.instance.file.storage, self.instance.file.name)
            raise
        if changed:
            self.instance.file.close()  # Wagtail reads it for its hash and leaves it open
        if commit and changed and replaced:
            replaced.storage.delete(replaced.name)
        return saved

    def forget_copies(self):
        """What was made of the old file."""
