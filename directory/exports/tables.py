"""CSV and XLSX: one line per thing, lists joined by semicolons."""

import csv
import io
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from directory.exports.rows import FIELDS
from directory.xml_text import writable

CONTACT = {"contact_name": "name", "contact_role": "role", "contact_phone": "phone", "contact_email": "email"}
COLUMNS = [*(name for name in FIELDS if name != "contacts"), *CONTACT]
# A cell that begins with one of these is worked out by spreadsheet programs (OWASP, “CSV injection”).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
IN_MEMORY = 1 << 20


def _cell(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else value


def line(thing: dict) -> list:
    """Texts and numbers in the order of ``COLUMNS``; of several contacts each column joins what they have."""
    cells = [_cell(thing[name]) for name in COLUMNS if name not in CONTACT]
    ways = [[contact[key] for contact in thing["contacts"] if contact[key]] for key in CONTACT.values()]
    return cells + [_cell(values) for values in ways]


def inert(value):
    """The text with an apostrophe before it where a spreadsheet would take it for a formula; numbers as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def csv_lines(things: Iterable[dict]) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 with a byte order mark, by which spreadsheet programs know the encoding."""
    out = io.StringIO()
    writer = csv.writer(out)
    yield b"\xef\xbb\xbf"
    writer.writerow(COLUMNS)
    for thing in things:
        writer.writerow([inert(value) for value in line(thing)])
        yield _taken(out)
    yield _taken(out)


def _taken(out: io.StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode()


def xlsx_file(things: Iterable[dict], about: dict[str, str]):
    """An open file at its beginning. ``about`` is a sheet of its own: where the data come from, what is allowed.

    Every text is written as a text: there are no formulas for a program to work out. Rows go to the disk as they come.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.freeze_panes = "A2"
    sheet.append(COLUMNS)
    for thing in things:
        sheet.append([_typed(sheet, value) for value in line(thing)])
    notes = book.create_sheet("About")
    for name, text in about.items():
        notes.append([_typed(notes, name), _typed(notes, text)])
    out = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 # handed on open, closed with the answer
    book.save(out)
    out.seek(0)
    return out


def _typed(sheet, value):
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, writable(value))
    cell.data_type = "s"
    return cell
