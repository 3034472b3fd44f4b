"""The Register of Enterprises' open file → ``RegisterEntry``: read as a stream, compared, written where it differs.

Source: the register's own CSV (``;``, UTF-8 with its mark, doubled quotes). Key: the register number. Only associations
and foundations are kept. What the file has no longer is marked and reported, never deleted. What changes about an entry
that has a profile becomes a proposal, and a person decides: no profile is touched here.
"""

import csv
import datetime
import hashlib
import io
from collections.abc import Iterator
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.imports.profiles import Result
from directory.imports.reading import ReadError, Table, cell_text
from directory.models import ImportRow, ImportRun, RegisterEntry, RegisterProposal
from directory.register_number import clean_register_number

REGISTER, SORTS = "B", set(RegisterEntry.Sort.values)
KEPT = ("regcode", "name", "type", "registered", "terminated", "closed", "address", "index", "atvk")
NEEDED = ("regtype", *KEPT)
BATCH = 500
MOST_ROWS = 200_000
MOST_LINE = 20_000  # characters; the longest real line has some hundreds
SMALLEST_SHARE = 0.5
COMPARED = ("name", "sort", "registered", "terminated", "closed", "address", "postcode", "atvk")
WRITTEN = (*COMPARED, "fingerprint", "missing_since")

Outcome, What, Proposal = ImportRow.Outcome, RegisterProposal.What, RegisterProposal.State


def read_register(file: BinaryIO) -> Table:
    """The associations and foundations of the register's file, in the columns that are kept.

    Raises:
        ReadError: it is not the register's file, it breaks off in the middle, or nobody we look for is in it.
    """
    table = Table(list(KEPT))
    for line, row in _rows(file):
        if row["regtype"] == REGISTER and row["type"] in SORTS:
            if len(table.rows) == MOST_ROWS:
                raise ReadError(_("The file has more than %(most)s rows.") % {"most": MOST_ROWS})
            table.rows.append((line, [row[name] for name in KEPT]))
    if not table.rows:
        raise ReadError(_("There is no association and no foundation in this file."))
    return table


def _lines(file) -> Iterator[str]:
    """Lines of bounded length: a file without line ends is not taken into memory."""
    number = 0
    while text := file.readline(MOST_LINE + 1):
        number += 1
        if len(text) > MOST_LINE:
            raise ReadError(_("Line %(line)s is longer than any line of the register.") % {"line": number})
        yield text


def _rows(binary: BinaryIO) -> Iterator[tuple[int, dict[str, str]]]:
    """Where each row begins, and the columns we need."""
    line, file = 1, io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")
    try:
        reader = csv.reader(_lines(file), delimiter=";", strict=True)
        headers = [cell_text(cell).lower() for cell in next(reader, [])]
        if missing := [name for name in NEEDED if name not in headers]:
            words = {"names": ", ".join(missing)}
            raise ReadError(_("This is not the register's file: it has no column %(names)s.") % words)
        places = {name: headers.index(name) for name in NEEDED}
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield line, {name: cell_text(cells[at]) if at < len(cells) else "" for name, at in places.items()}
            line = reader.line_num + 1
    except UnicodeDecodeError:
        raise ReadError(_("The file is not in UTF-8 after line %(line)s.") % {"line": line}) from None
    except csv.Error:
        raise ReadError(_("Line %(line)s cannot be read: a quotation mark may be missing.") % {"line": line}) from None
    finally:
        file.detach()  # whoever opened it closes it


def entry_of(row: dict[str, str]) -> RegisterEntry:
    """
    Raises:
        ValidationError: number or name cannot be used, or a date is none.
    """
    number = clean_register_number(row["regcode"])
    if not row["name"]:
        raise ValidationError(_("There is no name in this row."))
    entry = RegisterEntry(
        number=number,
        name=_cut(row["name"], 255),
        sort=row["type"],
        registered=_date(row["registered"]),
        terminated=_date(row["terminated"]),
        closed=row["closed"][:1],
        address=_cut(row["address"], 255),
        postcode=row["index"][:8],
        atvk=row["atvk"][:7],
    )
    said = "\n".join(str(getattr(entry, name)) for name in COMPARED)
    entry.fingerprint = hashlib.sha256(said.encode()).hexdigest()[:32]
    return entry


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise ValidationError(_("“%(text)s” is not a date.") % {"text": text[:40]}) from None


class RegisterImporter:
    """One run. ``take(rows, write)`` says of each row what it is, and writes what is new or differs."""

    def __init__(self, run: ImportRun):
        self.headers = run.headers
        self.first_lines: dict[str, int] = {}
        for row in run.rows.filter(line__gt=0).iterator(chunk_size=500):
            try:
                self.first_lines.setdefault(clean_register_number(self._cells(row)["regcode"]), row.line)
            except ValidationError:
                continue  # said when its turn comes

    def _cells(self, row: ImportRow) -> dict[str, str]:
        return dict(zip(self.headers, row.cells, strict=False))

    def take(self, rows: list[ImportRow], write: bool) -> list[ImportRow]:
        entries = {row.number: self._entry(row) for row in rows}
        good = [entry for entry in entries.values() if isinstance(entry, RegisterEntry)]
        known = RegisterEntry.objects.in_bulk([entry.number for entry in good], field_name="number")
        new = [entry for entry in good if entry.number not in known]
        changed = [entry for entry in good if entry.number in known and _differs(known[entry.number], entry)]
        for entry in changed:
            entry.pk = known[entry.number].pk
        results = {row.number: self._result(entries[row.number], known) for row in rows}
        if write:
            for entry in changed:
                _propose(known[entry.number], entry)
            RegisterEntry.objects.bulk_create(new, batch_size=BATCH)
            # The profile is not among the columns: what was adopted stays adopted.
            RegisterEntry.objects.bulk_update(changed, WRITTEN, batch_size=100)
        return [results[row.number].put(row) for row in rows]

    def _entry(self, row: ImportRow) -> RegisterEntry | Result:
        cells = self._cells(row)
        try:
            entry = entry_of(cells)
        except ValidationError as error:
            return Result(Outcome.SKIPPED, cells["name"], list(error.messages))
        first = self.first_lines[entry.number]
        if first != row.line:
            return Result(
                Outcome.SKIPPED, entry.name, [_("The same register number as line %(line)s.") % {"line": first}]
            )
        return entry

    def _result(self, entry: RegisterEntry | Result, known: dict[str, RegisterEntry]) -> Result:
        if isinstance(entry, Result):
            return entry
        old = known.get(entry.number)
        if old is None:
            return Result(Outcome.CREATED, entry.name)
        if not _differs(old, entry):
            return Result(Outcome.UNCHANGED, entry.name)
        notes = (
            [_("It has a profile: the change waits for somebody to decide.")] if old.thing and _news(old, entry) else []
        )
        return Result(Outcome.UPDATED, entry.name, notes)

    def vanished(self, write: bool) -> list[Result]:
        """What the file has no longer. A file that lacks most of what we know was cut off: then nothing is marked."""
        known = dict(RegisterEntry.objects.filter(missing_since=None).values_list("number", "pk"))
        gone = [pk for number, pk in sorted(known.items()) if number not in self.first_lines]
        is_cut_off = len(known) - len(gone) < SMALLEST_SHARE * len(known)
        notes = [_("Most entries are not in this file: it looks cut off, and none was marked.")] if is_cut_off else []
        results = []
        for start in range(0, len(gone), BATCH):
            entries = RegisterEntry.objects.filter(pk__in=gone[start : start + BATCH])
            results += [Result(Outcome.VANISHED, entry.name, [entry.number, *notes]) for entry in entries]
            if write and not is_cut_off:
                for entry in entries.adopted():
                    _open(entry, What.MISSING, "", timezone.localdate().isoformat())
                entries.update(missing_since=timezone.localdate())
        return results


def _differs(old: RegisterEntry, new: RegisterEntry) -> bool:
    return old.fingerprint != new.fingerprint or old.missing_since is not None


def _news(old: RegisterEntry, new: RegisterEntry) -> list[tuple[str, str, str]]:
    words = [
        (What.NAME, old.name, new.name),
        (What.SORT, old.sort, new.sort),
        (What.ADDRESS, old.address, new.address),
        (What.CLOSED, _ended(old), _ended(new)),
    ]
    return [(what, before, now) for what, before, now in words if before != now]


def _propose(old: RegisterEntry, new: RegisterEntry) -> None:
    """What a person has to look at, for an entry that has a profile."""
    if old.thing is None:
        return
    old.proposals.filter(what=What.MISSING, state=Proposal.OPEN).delete()
    for what, before, now in _news(old, new):
        _open(old, what, before, now)


def _ended(entry: RegisterEntry) -> str:
    """When and how it ended, as the file says it; blank while it goes on."""
    return " ".join(filter(None, [str(entry.terminated or ""), entry.closed]))


def _open(entry: RegisterEntry, what: str, before: str, now: str) -> None:
    """One open proposal for each thing: a further change goes into it, a change back takes it away."""
    waiting = entry.proposals.filter(what=what, state=Proposal.OPEN).first()
    if waiting is None:
        entry.proposals.create(what=what, old=before, new=now)
    elif waiting.old == now:
        waiting.delete()
    else:
        waiting.new = now
        waiting.save(update_fields=["new"])
