"""Tables into profiles: who is who, what is written, what is left to people."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from directory.imports.fields import guess
from directory.imports.profiles import ProfileImporter
from directory.imports.reading import Table, read_table
from directory.imports.running import BATCHES, stage, start, take_batch, tidy, work_on
from directory.models import CommunityPage, Contact, ImportedProfile, ImportRun, Listing, OrganisationPage
from directory.models.profile_page import ProfilePage
from home import publishing
from tests.factories.directory import community, directory_page, organisation, settlement, topic
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data" / "imports"
NUMBER, OTHER = "40008526017", "40008815904"
State = ImportRun.State


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def _directory(site_of_file):
    settlement("Ķekava")
    settlement("Baldone", point=(24.39398, 56.74031))
    topic("daba", "Daba", "Nature")
    return directory_page(site_of_file.home, slug="kopienas")


@pytest.fixture
def directory(_directory, site):
    site.directory = fresh(_directory)
    return site


def bring(text, check=False, source="tests", **options):
    """A CSV text through the whole importer; the run, with ``got``: (line, outcome, name) of each row."""
    table = text if isinstance(text, Table) else read_table(text if isinstance(text, bytes) else text.encode())
    run = stage(ImportRun(file_name="x.csv", source=source, mapping=guess(table.headers), **options), table)
    start(run, State.CHECKING if check else State.RUNNING)
    work_on(run)
    run.got = list(run.rows.values_list("line", "outcome", "name"))
    return run


def notes(run, line):
    return run.rows.get(line=line).note


class Writes:
    """Which tables of content are written to."""

    def __init__(self):
        self.tables = []

    def __call__(self, execute, sql, params, many, context):
        table = sql.split('"')[1] if sql.startswith(("INSERT", "UPDATE", "DELETE")) else ""
        if table and not table.startswith(("directory_importrun", "directory_importrow")):
            self.tables.append(table)
        return execute(sql, params, many, context)


def test_a_file_becomes_drafts_with_what_it_says(directory):
    run = bring((DATA / "profiles.csv").read_bytes())
    assert run.got == [
        (2, "created", "Ūdensmalas"),
        (3, "created", "Kažoku kopiena"),
        (4, "skipped", ""),
        (5, "created", "Tālā biedrība"),
    ]
    page = OrganisationPage.objects.get(title="Ūdensmalas")
    assert (page.live, page.settlement.name, page.point.coords) == (False, "Ķekava", (24.2355, 56.8264))
    assert [row.slug for row in page.topics.all()] == ["daba"] and page.open_to_members
    contact = Contact.objects.get(profile=page.translation_key)
    assert (contact.phone, contact.phone_visibility, contact.name_visibility) == (
        "+371 20 000 000",
        "private",
        "private",
    )
    swapped = CommunityPage.objects.get(title="Kažoku kopiena")
    assert swapped.point.coords == (24.39398, 56.74031) and "swapped" in notes(run, 3)
    assert "no name" in notes(run, 4)
    far = OrganisationPage.objects.get(title="Tālā biedrība")
    assert far.point is None and far.settlement is None
    assert "outside" in notes(run, 5) and "Nekurciems" in notes(run, 5)
    assert not Listing.objects.exists()


def test_published_when_asked_and_read_models_are_true(directory):
    bring((DATA / "profiles.csv").read_bytes(), publish=True)
    titles = Listing.objects.filter(language="lv").values_list("title", flat=True)
    assert set(titles) == {"Ūdensmalas", "Kažoku kopiena", "Tālā biedrība"}
    assert not any(any(report.values()) for report in publishing.recount().values())


def test_a_check_writes_nothing_and_says_the_same(directory):
    watch = Writes()
    with connection.execute_wrapper(watch):
        run = bring((DATA / "profiles.csv").read_bytes(), check=True)
    assert run.state == State.CHECKED
    assert run.counts() == {"created": 3, "skipped": 1}
    assert set(watch.tables) <= {"home_sitesettings"} and not ProfilePage.objects.exists()


@pytest.mark.parametrize("name", ["profiles.csv", "profiles.geojson"])
@pytest.mark.parametrize("publish", [True, False])
def test_the_same_file_again_writes_nothing(directory, name, publish):
    first = bring((DATA / name).read_bytes(), publish=publish)
    watch = Writes()
    with connection.execute_wrapper(watch):
        again = bring((DATA / name).read_bytes(), publish=publish)
    assert watch.tables == []
    assert again.counts()["unchanged"] == first.counts()["created"]


def test_an_area_and_a_formula_come_as_they_are(directory):
    bring((DATA / "profiles.geojson").read_bytes())
    assert CommunityPage.objects.get(title="Sausā Daugava").area.num_coords == 4
    assert OrganisationPage.objects.filter(title='=HYPERLINK("x")').exists()


def test_an_update_writes_what_changed_and_publishes_only_what_was_live(directory):
    bring("ID;Nosaukums;Apraksts\n1;Pirmie;Vecs\n", publish=True)
    bring("ID;Nosaukums;Apraksts\n2;Otrie;Vecs\n", source="other")
    run = bring("ID;Nosaukums;Apraksts\n1;Pirmie;Jauns\n")
    assert run.got == [(2, "updated", "Pirmie")] and "sentences" in notes(run, 2)
    assert Listing.objects.get(language="lv", title="Pirmie").summary == "Jauns"
    bring("ID;Nosaukums;Apraksts\n2;Otrie;Jauns\n", source="other")
    draft = OrganisationPage.objects.get(title="Otrie")
    assert not draft.live and draft.get_latest_revision_as_object().summary == "Jauns"


def test_a_draft_in_the_making_is_not_published(directory):
    bring("ID;Nosaukums;Apraksts;Kā pievienoties\n1;Pirmie;Vecs;Nāc\n", publish=True)
    page = OrganisationPage.objects.get()
    page.joining = "Vēl domājam"
    page.save_revision()
    run = bring("ID;Nosaukums;Apraksts;Kā pievienoties\n1;Pirmie;Jauns;Nāc\n")
    assert run.counts() == {"updated": 1}
    page = OrganisationPage.objects.get()
    assert (page.summary, page.has_unpublished_changes) == ("Vecs", True)
    draft = page.get_latest_revision_as_object()
    assert (draft.summary, draft.joining) == ("Jauns", "Vēl domājam")


def test_what_people_changed_since_is_a_conflict_and_stays(directory):
    bring("ID;Nosaukums;Apraksts;Tālrunis\n1;Pirmie;Vecs;+371 20 000 000\n", publish=True)
    page = OrganisationPage.objects.get()
    page.summary = "Mūsu pašu vārdi"
    page.save_revision().publish()
    Contact.objects.update(phone="+371 21 111 111")
    same = bring("ID;Nosaukums;Apraksts;Tālrunis\n1;Pirmie;Vecs;+371 20 000 000\n")
    assert same.counts() == {"unchanged": 1}
    for _time in range(2):
        run = bring("ID;Nosaukums;Apraksts;Tālrunis\n1;Pirmie;Jauns;+371 22 222 222\n")
        assert run.got == [(2, "conflict", "Pirmie")]
        assert "Mūsu pašu vārdi" in notes(run, 2) and "21 111" not in notes(run, 2)
    assert OrganisationPage.objects.get().summary == "Mūsu pašu vārdi"
    assert Contact.objects.get().phone == "+371 21 111 111"


def test_no_telephone_stands_in_what_is_remembered(directory):
    bring("ID;Nosaukums;Tālrunis;E-pasts\n010203-12345;Pirmie;+371 20 000 000;a@platforma.test\n")
    kept = ImportedProfile.objects.get()
    assert "20 000" not in str(kept.values) and "platforma.test" not in str(kept.values)
    assert "010203" not in kept.key
    assert list(ImportRun.objects.get().rows.values_list("cells", flat=True)) == [[]]


def test_known_by_its_register_number_only_empty_fields_are_filled(directory):
    page = organisation(directory.directory, "Pavisam citādi", register_number=NUMBER, website="")
    run = bring(f"Nosaukums;Reģ. nr.;Mājaslapa\nŪdensmalas;{NUMBER};udensmalas.lv\n")
    assert run.got == [(2, "conflict", "Pavisam citādi")] and run.rows.get().page_id == page.pk
    page = OrganisationPage.objects.get()
    assert (page.title, page.website) == ("Pavisam citādi", "https://udensmalas.lv")


@pytest.mark.parametrize(
    ("name", "place", "where", "outcome"),
    [
        ("Biedrība “Ūdensmalas”", "Ķekava", ";", "skipped"),
        ("Ūdensmala", "Ķekava", ";", "skipped"),
        ("Ūdensmalas", "", "56,8269;24,2355", "skipped"),
        ("Ūdensmalas", "Baldone", "56,8364;24,2355", "created"),
        ("Ūdensmalas 2", "Ķekava", ";", "created"),
        ("Kalnmalas", "Ķekava", ";", "created"),
    ],
)
def test_what_looks_alike_is_for_a_person_to_decide(directory, name, place, where, outcome):
    from django.contrib.gis.geos import Point

    organisation(directory.directory, "Ūdensmalas", point=Point(24.2355, 56.8264), publish=False)
    run = bring(f"Nosaukums;Vieta;Platums;Garums\n{name};{place};{where}\n")
    assert run.got == [(2, outcome, name)]
    assert ("Looks like “Ūdensmalas”" in notes(run, 2)) == (outcome == "skipped")


def test_two_register_numbers_are_two_bodies(directory):
    organisation(directory.directory, "Ūdensmalas", register_number=NUMBER)
    assert bring(f"Nosaukums;Vieta;Reģ. nr.\nŪdensmalas;Ķekava;{OTHER}\n").counts() == {"created": 1}


def test_the_same_row_twice_in_a_file(directory):
    run = bring("ID;Nosaukums\n1;Pirmie\n1;Pirmie\n2;Pirmie\n")
    assert [outcome for _line, outcome, _name in run.got] == ["created", "skipped", "skipped"]
    assert "line 2" in notes(run, 3) and "Looks like" in notes(run, 4)


def test_what_vanished_is_reported_and_stays(directory):
    bring("ID;Nosaukums\n1;Pirmie\n2;Otrie kaimiņi\n", publish=True)
    run = bring("ID;Nosaukums\n1;Pirmie\n")
    assert run.got == [(2, "unchanged", "Pirmie"), (0, "vanished", "Otrie kaimiņi")]
    assert OrganisationPage.objects.live().count() == 2


def test_what_was_deleted_here_does_not_come_back(directory):
    bring("ID;Nosaukums\n1;Pirmie\n")
    OrganisationPage.objects.get().delete()
    run = bring("ID;Nosaukums\n1;Pirmie\n")
    assert run.counts() == {"skipped": 1} and "deleted" in notes(run, 2)


def test_a_locked_page_is_left_alone(directory):
    bring("ID;Nosaukums;Apraksts\n1;Pirmie;Vecs\n")
    OrganisationPage.objects.update(locked=True)
    assert "locked" in notes(bring("ID;Nosaukums;Apraksts\n1;Pirmie;Jauns\n"), 2)
    assert OrganisationPage.objects.get().get_latest_revision_as_object().summary == "Vecs"


def test_values_that_cannot_be_are_left_out_with_a_note(directory):
    run = bring(
        "Nosaukums;Reģ. nr.;Mājaslapa;Dibināta;Tēma;E-pasts\nPirmie;010203-12345;nav;nezinu;Lidošana;nav\n"
        f"Otrie;{NUMBER[:-1]}9;;;;\n"
    )
    assert run.counts() == {"created": 2}
    assert len(notes(run, 2).splitlines()) == 5 and "010203" not in notes(run, 2)
    assert not OrganisationPage.objects.exclude(register_number="").exists()


def test_long_texts_are_cut_at_a_word(directory):
    run = bring(f"Nosaukums;Apraksts\nPirmie;{'vārds ' * 80}\n")
    summary = OrganisationPage.objects.get().summary
    assert len(summary) <= 300 and summary.endswith("vārds…") and "shortened" in notes(run, 2)


def test_facts_reach_the_translation(directory):
    home = directory.directory
    page = community(home, "Kažoku kopiena", website="")
    english = translate(page, title="Kažoki community")
    ImportedProfile.objects.create(source="tests", key="id:1", thing=page.translation_key)
    run = bring("ID;Nosaukums;Mājaslapa\n1;Kažoku kopiena;kazoki.lv\n")
    assert run.counts() == {"updated": 1}
    english.refresh_from_db()
    assert (english.title, english.website) == ("Kažoki community", "https://kazoki.lv")


def many(count):
    return "ID;Nosaukums\n" + "".join(f"{n};Kopiena {n}\n" for n in range(count))


def test_a_run_that_was_cut_off_goes_on_without_doubles(directory, monkeypatch):
    """Killed inside of the second batch: what the first wrote stays, of the second nothing."""
    monkeypatch.setitem(BATCHES, ImportRun.Importer.PROFILES, 4)
    table = read_table((many(9) + "3;Kopiena 3\n").encode())
    run = stage(ImportRun(file_name="x.csv", source="tests", mapping=guess(table.headers), publish=True), table)
    start(run, State.RUNNING)
    importer = ProfileImporter(run)
    real = importer._take

    def killed(row, write):
        if row.line == 8:
            raise KeyboardInterrupt
        return real(row, write)

    importer._take = killed
    take_batch(run, importer)
    with pytest.raises(KeyboardInterrupt):
        take_batch(run, importer)
    assert OrganisationPage.objects.count() == 4 == Listing.objects.filter(language="lv").count()
    run = ImportRun.objects.get()
    work_on(run)
    assert (run.state, run.position) == (State.DONE, 10)
    assert run.counts() == {"created": 9, "skipped": 1}
    assert OrganisationPage.objects.count() == 9 == Listing.objects.filter(language="lv").count()


def test_a_second_worker_does_not_do_a_batch_again(directory, monkeypatch):
    monkeypatch.setitem(BATCHES, ImportRun.Importer.PROFILES, 4)
    table = read_table(many(6).encode())
    run = stage(ImportRun(file_name="x.csv", source="tests", mapping=guess(table.headers)), table)
    start(run, State.RUNNING)
    late = ImportRun.objects.get()
    take_batch(run, ProfileImporter(run))
    assert not take_batch(late, ProfileImporter(late))
    assert OrganisationPage.objects.count() == 4


def test_files_that_nobody_went_on_with_are_forgotten(directory):
    import datetime

    from django.utils import timezone

    bring(many(1), check=True)
    bring(many(1))
    ImportRun.objects.update(created_at=timezone.now() - datetime.timedelta(days=31))
    tidy()
    assert [run.state for run in ImportRun.objects.all()] == [State.DONE]


def test_command_checks_imports_and_reports(directory, tmp_path, capsys):
    file = DATA / "profiles.csv"
    call_command("import_profiles", file, dry_run=True)
    assert "created: 3, skipped: 1" in capsys.readouterr().out
    assert not ImportRun.objects.exists() and not ProfilePage.objects.exists()
    call_command("import_profiles", file, mapping='{"Apraksts": "title"}', report=tmp_path / "r.csv", verbosity=2)
    assert "created: 4" in capsys.readouterr().out and OrganisationPage.objects.count() == 4
    report = (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()
    assert len(report) == 5 and report[0] == "Line;Outcome;Name;Note"


@pytest.mark.parametrize(
    "options",
    [{"mapping": "{"}, {"mapping": '{"Nav": "title"}'}, {"mapping": '{"ID": "key"}'}, {"file": "/nowhere.csv"}],
)
def test_command_says_what_is_wrong(directory, options):
    with pytest.raises(CommandError):
        call_command("import_profiles", options.pop("file", DATA / "profiles.csv"), **options)
