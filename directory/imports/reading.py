"""Bytes of an upload → a table: CSV, XLSX or GeoJSON, told apart by what is inside and not by the file's name."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 500
MOST_ROWS = 10_000
MOST_COLUMNS = 100
MOST_LETTERS = 5_000
DELIMITERS = ";,\t|"
LATITUDE, LONGITUDE, AREA = "latitude", "longitude", "area"


class ReadError(ValueError):
    """The file cannot be taken in; the message is for the person who brought it."""


@dataclass
class Table:
    """``rows``: the line in the file, and as many cells of text as there are headers."""

    headers: list[str]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def read_table(data: bytes) -> Table:
    """The table in a file.

    Raises:
        ReadError: it is none of the three kinds, broken, empty or too large.
    """
    if len(data) > MOST_BYTES:
        raise ReadError(_("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024 // 1024})
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise ReadError(_("This is an old Excel file (XLS). Save it as XLSX or CSV and try again."))
    if data[:2] == b"PK":
        lines = _xlsx(data)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _geojson(data)
    else:
        lines = _csv(data)
    return _table(lines)


def _table(lines: Iterator[tuple[int, list[str]]]) -> Table:
    """The first line that is not blank heads the columns; blank lines are no rows."""
    table = None
    for line, cells in lines:
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if table is None:
            if len(cells) > MOST_COLUMNS:
                raise ReadError(_("The table has more than %(most)s columns.") % {"most": MOST_COLUMNS})
            table = Table(cells)
            continue
        if len(table.rows) == MOST_ROWS:
            raise _too_many_rows()
        width = len(table.headers)
        table.rows.append((line, [*cells[:width], *[""] * (width - len(cells))]))
    if table is None or not table.rows:
        raise ReadError(_("There are no rows in this file beneath the headers."))
    return table


def _too_many_rows() -> ReadError:
    return ReadError(_("The file has more than %(most)s rows. Divide it and import the parts.") % {"most": MOST_ROWS})


def cell_text(value) -> str:
    """One line of text of a cell, formulas as they are written; whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    text = "".join(character if character.isprintable() else " " for character in str(value)[:MOST_LETTERS])
    return " ".join(text.split())


def decoded(data: bytes) -> str:
    """Text of a file in UTF-8, UTF-16 with its mark, or Windows-1257.

    Raises:
        ReadError: it is none of them.
    """
    has_mark = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if has_mark else ("utf-8-sig", "cp1257"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ReadError(_("This is not a table: save it as CSV (UTF-8), XLSX or GeoJSON."))


def _csv(data: bytes) -> Iterator[tuple[int, list[str]]]:
    text = decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    line = 1
    try:
        for cells in reader:
            yield line, [cell_text(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        raise ReadError(_("Line %(line)s cannot be read: a quotation mark may be missing.") % {"line": line}) from None


def delimiter_of(text: str) -> str:
    """What parts the header into the most cells, outside of quotation marks."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


def _xlsx(data: bytes) -> Iterator[tuple[int, list[str]]]:
    _refuse_bomb(data)
    # Here and not above: the library takes its time, and only uploads need it.
    from openpyxl import load_workbook

    try:
        # Formulas as text, never what somebody's program made of them.
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for line, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1), 1):
            yield line, [cell_text(cell) for cell in cells]
    except ReadError:
        raise
    except Exception:
        # Broken parts surface as whatever the library stumbled over.
        raise ReadError(_("This Excel file is damaged. Open it, save it anew as XLSX, and try again.")) from None


def _refuse_bomb(data: bytes) -> None:
    """What a workbook says it unpacks to; the reader gives no part more than that."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ReadError(_("This Excel file is damaged. Open it, save it anew as XLSX, and try again.")) from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ReadError(_("This Excel file unpacks to more than we take in. Keep one sheet with plain rows."))


def _geojson(data: bytes) -> Table:
    """Properties are columns; the geometry is three more: a point's coordinates, an area as JSON."""
    broken = ReadError(_("This GeoJSON file cannot be read: it has to be a collection of features."))
    try:
        found = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise error if isinstance(error, ReadError) else broken from None
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise broken
    if len(features) > MOST_ROWS:
        raise _too_many_rows()
    rows = [_feature(feature) for feature in features]
    headers = list(dict.fromkeys(name for row in rows for name in row))
    if not headers:
        raise ReadError(_("There are no rows in this file beneath the headers."))
    if len(headers) > MOST_COLUMNS:
        raise ReadError(_("The table has more than %(most)s columns.") % {"most": MOST_COLUMNS})
    return Table(headers, [(n, [row.get(name, "") for name in headers]) for n, row in enumerate(rows, 1)])


def _feature(feature) -> dict[str, str]:
    feature = feature if isinstance(feature, dict) else {}
    properties = feature.get("properties")
    row = {cell_text(k): _property(v) for k, v in properties.items()} if isinstance(properties, dict) else {}
    if isinstance(feature.get("id"), str | int):
        row.setdefault("id", cell_text(feature["id"]))
    geometry = feature.get("geometry")
    if isinstance(geometry, dict):
        coordinates = geometry.get("coordinates")
        if geometry.get("type") == "Point" and isinstance(coordinates, list) and len(coordinates) >= 2:
            row[LONGITUDE], row[LATITUDE] = cell_text(coordinates[0]), cell_text(coordinates[1])
        elif geometry.get("type") in ("Polygon", "MultiPolygon"):
            row[AREA] = json.dumps({"type": geometry["type"], "coordinates": coordinates})
    return row


def _property(value) -> str:
    if isinstance(value, list):
        value = ", ".join(cell_text(part) for part in value)
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    return cell_text(value)
