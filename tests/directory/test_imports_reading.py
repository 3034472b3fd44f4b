"""Bytes into tables: every kind of file that people have, and everything else refused in words."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from directory.imports import reading
from directory.imports.fields import guess, position
from directory.imports.reading import ReadError, read_table

DATA = Path(__file__).parents[1] / "data" / "imports"
TEXT = "Nosaukums;Vieta\nŪdensmalas;Ķekava\n"


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def xlsx(*rows) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_encoding_and_delimiter_are_found(encoding, delimiter):
    table = read_table(TEXT.replace(";", delimiter).encode(encoding))
    assert (table.headers, table.rows) == (["Nosaukums", "Vieta"], [(2, ["Ūdensmalas", "Ķekava"])])


def test_quotes_lines_and_blanks_in_csv():
    table = read_table('A;B\n\n"viens ""divi""\ntrīs";x;liekais\n;\ny\n'.encode())
    assert table.rows == [(3, ['viens "divi" trīs', "x"]), (6, ["y", ""])]


def test_xlsx_gives_text_and_leaves_formulas_as_they_are_written():
    table = read_table(xlsx(["A", "B", "C"], ["=1+1", 40008234596.0, True], [None, None, None], ["x", 1.5, None]))
    assert table.rows == [(2, ["=1+1", "40008234596", "1"]), (4, ["x", "1.5", ""])]


def test_geojson_gives_properties_points_and_areas():
    table = read_table((DATA / "profiles.geojson").read_bytes())
    rows = [dict(zip(table.headers, cells, strict=True)) for _line, cells in table.rows]
    assert (rows[0]["name"], rows[0]["id"]) == ("Sausā Daugava", "a")
    assert json.loads(rows[0]["area"])["type"] == "Polygon"
    assert (rows[1]["longitude"], rows[1]["latitude"]) == ("24.2355", "56.8264")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no rows"),
        (b"Nosaukums;Vieta\n", "no rows"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 50, "old Excel"),
        (b"PK\x03\x04nothing", "damaged"),
        (b"\x00\x01\x02\x00\xff\x81\x8d", "not a table"),
        (b'{"type": "Feature"}', "GeoJSON"),
        (b'{"features": [' * 50_000, "GeoJSON"),
        (b"A;B\n" + b"x;y\n" * (reading.MOST_ROWS + 1), "more than 10000 rows"),
        (b";".join([b"x"] * 101) + b"\nx\n", "more than 100 columns"),
        (b"A;B\n" + b'"' + b"x" * 200_000, "Line 2"),
        (b"x" * (reading.MOST_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_what_cannot_be_read_is_said(data, words):
    with pytest.raises(ReadError, match=words):
        read_table(data)


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * (reading.MOST_UNPACKED + 1))
    assert len(out.getvalue()) < 100_000
    with pytest.raises(ReadError, match="unpacks to more"):
        read_table(out.getvalue())


good = xlsx(["Nosaukums", "Vieta"], ["Ūdensmalas", "Ķekava"])


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(str.encode),
        st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(
                    st.sampled_from(["type", "features", "properties", "geometry", "coordinates", "id"]), inner
                )
            ),
            max_leaves=20,
        ).map(lambda value: json.dumps({"features": value}).encode()),
        st.tuples(st.integers(0, len(good) - 1), st.binary(min_size=1, max_size=12)).map(
            lambda change: good[: change[0]] + change[1] + good[change[0] + len(change[1]) :]
        ),
    )
)
def test_any_bytes_are_a_table_or_a_message(data):
    try:
        table = read_table(data)
    except ReadError as error:
        assert str(error)
    else:
        assert table.rows and all(len(cells) == len(table.headers) for _line, cells in table.rows)


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("ID|Nosaukums|Reģ. nr.|E-pasts|Vieta|Mājaslapa|Cits", "key|title|register_number|contact_email|settlement|website|"),
        ("Code|Name|Place|Phone|Latitude|Longitude", "key|title|settlement|contact_phone|latitude|longitude"),
        ("Nr.|Biedrības nosaukums|Kontaktpersona|Tālruņa nr.", "key|title|contact_name|"),
        ("Nosaukums|Nosaukums angliski", "title|"),
    ],
)  # fmt: skip
def test_columns_are_guessed_in_both_languages(headers, fields):
    found = guess(headers.split("|"))
    assert "|".join(found.get(str(number), "") for number in range(len(headers.split("|")))) == fields


def test_swapped_coordinates_are_put_right_and_far_ones_left_out():
    latvia = (20.5, 55.4, 28.6, 58.3)
    assert position(56.8, 24.2, latvia)[0].coords == (24.2, 56.8)
    point, note = position(24.2, 56.8, latvia)
    assert point.coords == (24.2, 56.8) and "swapped" in note
    point, note = position(48.8, 2.3, latvia)
    assert point is None and "outside" in note
