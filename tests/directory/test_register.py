"""The Register of Enterprises' file: what is kept, compared, reported; a profile is never touched."""

import csv
import io
import uuid
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from directory.imports import running
from directory.imports.reading import ReadError
from directory.imports.register import read_register
from directory.models import ImportRun, RegisterEntry, RegisterProposal
from tests.factories.sql import writes

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parents[1] / "data" / "register" / "register.csv"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "register_sample_real.csv"
HEADER = DATA.read_text(encoding="utf-8-sig").splitlines()[0]
ONE, TWO, THREE = "40008234596", "40008000009", "40008000013"


def row(number=ONE, name='"Ūdensmalas"', **cells) -> list[str]:
    values = {
        "regcode": number,
        "name": name,
        "regtype": "B",
        "type": "BDR",
        "registered": "2015-03-02",
        "closed": " ",
        "address": "Ķekavas nov., Ķekava, Liepu iela 1",
        "index": "2123",
        "atvk": "0042210",
        **cells,
    }
    return [values.get(column, "") for column in HEADER.split(";")]


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "register.csv"

    def write(*rows, data: bytes | None = None) -> Path:
        if data is None:
            out = io.StringIO()
            writer = csv.writer(out, delimiter=";")
            writer.writerow(HEADER.split(";"))
            writer.writerows(rows)
            data = out.getvalue().encode("utf-8-sig")
        path.write_bytes(data)
        return path

    return write


def take(path) -> tuple[dict[str, int], list[tuple[int, str, str]]]:
    """Counts by outcome, and ``(line, name, note)`` of what was said."""
    call_command("import_register", path, verbosity=0, stdout=io.StringIO())
    run = ImportRun.objects.order_by("pk").last()
    return run.counts(), list(run.rows.exclude(note="").values_list("line", "name", "note"))


def adopt(number=ONE) -> RegisterEntry:
    RegisterEntry.objects.filter(number=number).update(thing=uuid.uuid4())
    return RegisterEntry.objects.get(number=number)


def test_real_row_is_kept_as_it_stands():
    assert take(DATA) == ({"created": 1}, [])
    entry = RegisterEntry.objects.get()
    assert (entry.number, entry.name, entry.sort) == ("40008234596", '"House of Glory"', "BDR")
    assert (entry.registered, entry.terminated, entry.closed) == (date(2015, 3, 2), None, "")
    assert (entry.address, entry.postcode, entry.atvk) == ("Rīga, Latgales iela 180 - 5", "1019", "")
    assert not entry.is_closed


@pytest.mark.skipif(not SHARED.exists(), reason="the shared sample is not here")
def test_shared_sample_keeps_associations_alone():
    assert take(SHARED) == ({"created": 1}, [])
    assert list(RegisterEntry.objects.values_list("sort", flat=True)) == ["BDR"]


def test_second_run_writes_nothing(file, monkeypatch):
    monkeypatch.setitem(running.BATCHES, ImportRun.Importer.REGISTER, 2)
    path = file(row(ONE), row(TWO, terminated="2024-01-15", closed="L"), row(THREE, type="NOD"))
    assert take(path)[0] == {"created": 3}
    with writes() as seen:
        assert take(path)[0] == {"unchanged": 3}
    assert [sql for sql in seen if "directory_import" not in sql] == []
    assert RegisterEntry.objects.get(number=TWO).is_closed


def test_dry_run_says_and_leaves(file, capsys):
    take(file(row(ONE)))
    call_command("import_register", file(row(ONE, name="Cits"), row(TWO)), dry_run=True)
    assert "created: 1, updated: 1" in capsys.readouterr().out
    assert list(RegisterEntry.objects.values_list("name", flat=True)) == ['"Ūdensmalas"']
    assert ImportRun.objects.count() == 1


def test_only_what_differs_is_written(file):
    take(file(row(ONE), row(TWO)))
    assert take(file(row(ONE), row(TWO, name="Jaunais vārds"))) == ({"updated": 1, "unchanged": 1}, [])
    assert RegisterEntry.objects.get(number=TWO).name == "Jaunais vārds"
    assert not RegisterProposal.objects.exists()


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"number": "40008234597"}, "slip"),
        ({"number": "12058012345"}, "personal identity code"),
        ({"name": " "}, "no name"),
        ({"registered": "pērn"}, "not a date"),
    ],
)
def test_bad_row_is_skipped_with_line_and_reason(file, cells, reason):
    with override("en"):
        counts, [(line, _name, note)] = take(file(row(TWO), row(**cells), row(THREE)))
    assert counts == {"created": 2, "skipped": 1}
    assert line == 3 and reason in note


def test_second_row_of_a_number_is_skipped(file):
    counts, said = take(file(row(ONE, name="Pirmā"), row(ONE, name="Otrā")))
    assert (counts["skipped"], said[0][0], said[0][1]) == (1, 3, "Otrā")
    assert RegisterEntry.objects.get().name == "Pirmā"


def test_other_registers_are_left_out(file):
    assert take(file(row(ONE), row(TWO, regtype="K", type="SIA"), row(THREE, type="REL")))[0] == {"created": 1}


def test_line_of_a_row_is_where_it_begins(file):
    _counts, said = take(file(row(TWO, address="Liepu iela 1,\nĶekava"), row(name="")))
    assert said[0][0] == 4
    assert RegisterEntry.objects.get().address == "Liepu iela 1, Ķekava"


def test_vanished_is_reported_and_kept_and_comes_back(file):
    take(file(row(ONE), row(TWO)))
    counts, said = take(file(row(ONE)))
    assert (counts, said[0][2]) == ({"unchanged": 1, "vanished": 1}, TWO)
    assert RegisterEntry.objects.get(number=TWO).missing_since == timezone.localdate()
    assert take(file(row(ONE)))[0] == {"unchanged": 1}
    assert take(file(row(ONE), row(TWO)))[0] == {"updated": 1, "unchanged": 1}
    assert RegisterEntry.objects.get(number=TWO).missing_since is None


def test_row_that_cannot_be_used_has_not_vanished(file):
    take(file(row(ONE), row(TWO)))
    assert take(file(row(ONE), row(TWO, registered="pērn")))[0] == {"unchanged": 1, "skipped": 1}


def test_file_that_was_cut_off_marks_nobody(file):
    take(file(row(ONE), row(TWO), row(THREE)))
    assert take(file(row(ONE)))[0] == {"unchanged": 1, "vanished": 2}
    assert not RegisterEntry.objects.exclude(missing_since=None).exists()


def test_change_of_an_adopted_entry_is_one_open_proposal(file):
    take(file(row(ONE), row(TWO)))
    entry = adopt()
    take(file(row(ONE, name="B"), row(TWO, name="B")))
    take(file(row(ONE, name="C"), row(TWO, name="B")))
    proposals = RegisterProposal.objects.values_list("entry", "what", "old", "new", "state")
    assert list(proposals) == [(entry.pk, "name", '"Ūdensmalas"', "C", "open")]
    take(file(row(ONE), row(TWO, name="B")))
    assert not RegisterProposal.objects.exists()
    assert RegisterEntry.objects.get(number=ONE).thing == entry.thing


def test_liquidation_and_absence_of_an_adopted_entry_are_proposals(file):
    take(file(row(ONE), row(TWO)))
    entry = adopt()
    take(file(row(ONE, terminated="2026-01-15", closed="L"), row(TWO)))
    assert list(entry.proposals.values_list("what", "old", "new")) == [("closed", "", "2026-01-15 L")]
    take(file(row(TWO)))
    assert set(entry.proposals.values_list("what", flat=True)) == {"closed", "missing"}
    take(file(row(ONE, terminated="2026-01-15", closed="L"), row(TWO)))
    assert set(entry.proposals.values_list("what", flat=True)) == {"closed"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no column"),
        (b"a;b\n1;2\n", "no column"),
        (HEADER.encode() + b"\n", "no association"),
        (HEADER.encode() + b'\n"open', "quotation mark"),
        (HEADER.encode() + b"\n\xff\xfe;\n", "UTF-8"),
        (HEADER.encode() + b"\n" + b"x" * 30_000, "longer than"),
    ],
)
def test_what_is_no_register_is_told(file, data, message):
    with override("en"), pytest.raises(CommandError, match=message):
        call_command("import_register", file(data=data))


def test_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.csv"):
        call_command("import_register", tmp_path / "nowhere.csv")


parts = st.one_of(
    st.sampled_from([";", '"', "\n", "\r", "\0", ONE, TWO, "B", "BDR", "2015-03-02", "Ķ", "\ufeff", "L"]).map(
        str.encode
    ),
    st.binary(max_size=12),
    st.builds(
        lambda number, name, day: ";".join(row(number, name, registered=day)).encode() + b"\n",
        st.sampled_from([ONE, TWO, THREE, "1"]),
        st.text(alphabet="aĶ\0\x85\u2028'", max_size=400),
        st.sampled_from(["", "2015-03-02", "20150302", "9999-12-31", "2015-W01-1", "x"]),
    ),
)


@hypothesis_settings(max_examples=100, deadline=None)
@given(st.booleans(), st.lists(parts, max_size=30))
def test_any_bytes_are_taken_or_told(has_header, pieces):
    """Nothing but a clear message, or a run that ends and whose numbers add up."""
    before = RegisterEntry.objects.count()
    data = (HEADER.encode() + b"\n") * has_header + b"".join(pieces)
    try:
        table = read_register(io.BytesIO(data))
    except ReadError as error:
        assert str(error)
        return
    run = running.stage(ImportRun(importer=ImportRun.Importer.REGISTER, file_name="x"), table)
    running.start(run, ImportRun.State.RUNNING)
    assert running.work_on(run)
    assert run.state == ImportRun.State.DONE
    counts = run.counts()
    assert RegisterEntry.objects.count() == before + counts.get("created", 0)
    assert sum(counts.values()) - counts.get("vanished", 0) == len(table.rows)
    assert not any("\0" in entry.name for entry in RegisterEntry.objects.all())
