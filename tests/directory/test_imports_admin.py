"""The screens of an import: who may open them, and the way from a file to its report."""

import io
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.imports.running import stage
from directory.models import ImportMapping, ImportRow, ImportRun, OrganisationPage
from home.groups import ensure_groups, names
from home.models import User
from tests.directory.test_imports_reading import xlsx
from tests.factories.directory import directory_page, settlement
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
State = ImportRun.State
TEXT = "Nosaukums;Ciems;Kas\nŪdensmalas;Ķekava;Kopjam krastu\n;;\n=1+1 biedrība;Nekur;\n;Ķekava;x\n"


@pytest.fixture(scope="module")
def _office(site_of_file):
    ensure_groups()
    office = SimpleNamespace(directory=directory_page(site_of_file.home, slug="kopienas"))
    settlement("Ķekava")
    for role, group in {"editor": "editors", "moderator": "moderators"}.items():
        user = User.objects.create_user(f"{role}@platforma.test", "x")
        user.groups.add(Group.objects.get(name=names()[group]))
        setattr(office, role, user)
    return office


@pytest.fixture
def office(_office, site, client, django_capture_on_commit_callbacks):
    vars(site).update(vars(fresh(_office)))
    site.editor.wagtail_userprofile = site.moderator.wagtail_userprofile = None
    client.force_login(site.moderator)
    client.post = pressing(client.post, django_capture_on_commit_callbacks)
    with translation.override("en"):
        yield site


def pressing(post, capture):
    """``client.post``, after which the worker has been there."""

    def press(*args, **kwargs):
        with capture(execute=True):
            return post(*args, **kwargs)

    return press


def upload(client, data, name="saraksts.csv", to="imports:add"):
    return client.post(reverse(to), {"file": SimpleUploadedFile(name, data)})


def columns(run, **more):
    return {"source": "saraksts", "default_kind": "organisation", "column-0": "title", "column-1": "settlement", **more}


def test_from_a_file_to_its_report(office, client):
    answer = upload(client, TEXT.encode())
    run = ImportRun.objects.get()
    assert answer.url == reverse("imports:columns", args=[run.pk])
    page = client.get(answer.url).content.decode()
    assert "Ciems" in page and "Ķekava" in page

    answer = client.post(answer.url, columns(run, **{"column-2": "summary"}))
    assert answer.url == reverse("imports:run", args=[run.pk])
    run.refresh_from_db()
    assert run.state == State.CHECKED and not OrganisationPage.objects.exists()
    checked = client.get(answer.url).content.decode()
    assert "Ūdensmalas" in checked and "Nekur" in checked

    client.post(answer.url, {"do": "import"})
    run.refresh_from_db()
    assert (run.state, run.counts()) == (State.DONE, {"created": 2, "skipped": 1})
    page = OrganisationPage.objects.get(title="Ūdensmalas")
    assert (page.live, page.owner) == (False, office.moderator)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in client.get(answer.url).content.decode()

    report = client.get(reverse("imports:report", args=[run.pk]))
    lines = report.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 4 and "'=1+1 biedrība" in lines[2]
    assert "attachment" in report["Content-Disposition"]


def test_columns_are_remembered_by_their_headers(office, client):
    upload(client, TEXT.encode())
    first = ImportRun.objects.get()
    client.post(
        reverse("imports:columns", args=[first.pk]), columns(first, **{"column-2": "joining", "source": "Mūsu"})
    )
    upload(client, xlsx(["NOSAUKUMS", "ciems", "Kas"], ["Otrie", "", "y"]), "cits.xlsx")
    second = ImportRun.objects.exclude(pk=first.pk).get()
    form = client.get(reverse("imports:columns", args=[second.pk])).context["form"]
    assert [field.value() for field, _values in form.columns] == ["title", "settlement", "joining"]
    assert form["source"].value() == "Mūsu" and ImportMapping.objects.count() == 1


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"column-0": "", "column-1": ""}, "kurā kolonnā ir nosaukums"),
        ({"column-0": "title", "column-1": "title"}, "vienā laukā"),
        ({"column-0": "password"}, ""),
        ({"source": ""}, ""),
    ],
)
def test_columns_that_cannot_be_are_said(office, client, chosen, words):
    upload(client, TEXT.encode())
    run = ImportRun.objects.get()
    answer = client.post(reverse("imports:columns", args=[run.pk]), columns(run) | chosen)
    assert answer.status_code == 200 and words in answer.content.decode()
    run.refresh_from_db()
    assert run.state == State.COLUMNS


def test_publishing_is_for_those_who_may(office, client):
    """The tick alone publishes nothing for somebody who may import but not publish."""
    for user, is_live in ((office.moderator, True), (office.editor, False)):
        run = ImportRun(file_name="x", source=user.email, mapping={"0": "title"}, publish=True, user=user)
        run.state = State.CHECKED
        stage(run, type("T", (), {"headers": ["a"], "rows": [(2, [f"Biedrība {user.email}"])]}))
        client.post(reverse("imports:run", args=[run.pk]), {"do": "import"})
        assert OrganisationPage.objects.get(title__contains=user.email).live == is_live


def test_a_file_can_be_thrown_away_before_it_is_imported(office, client):
    upload(client, TEXT.encode())
    run = ImportRun.objects.get()
    address = reverse("imports:run", args=[run.pk])
    assert client.get(address).url == reverse("imports:columns", args=[run.pk])
    client.post(reverse("imports:columns", args=[run.pk]), columns(run))
    client.post(address, {"do": "discard"})
    assert not ImportRun.objects.exists() and not ImportRow.objects.exists()


def test_progress_without_and_with_a_script(office, client):
    upload(client, TEXT.encode())
    run = ImportRun.objects.get()
    ImportRun.objects.update(state=State.RUNNING, position=2, mapping={"0": "title"})
    page = client.get(reverse("imports:run", args=[run.pk])).content.decode()
    assert '<progress value="2" max="3">' in page and "import-progress.js" in page
    answer = client.get(reverse("imports:progress", args=[run.pk]))
    assert answer.json() == {"state": "running", "done": 2, "total": 3}
    client.post(reverse("imports:run", args=[run.pk]), {"do": "go-on"})
    run.refresh_from_db()
    assert run.state == State.DONE


def test_what_is_done_cannot_be_done_again(office, client):
    upload(client, TEXT.encode())
    run = ImportRun.objects.get()
    client.post(reverse("imports:columns", args=[run.pk]), columns(run))
    for _time in range(2):
        client.post(reverse("imports:run", args=[run.pk]), {"do": "import"})
    assert OrganisationPage.objects.count() == 2
    columns_again = reverse("imports:columns", args=[run.pk])
    assert client.get(columns_again).url == client.post(columns_again).url == reverse("imports:run", args=[run.pk])


def test_the_doors_are_for_moderators(office, client):
    run = stage(ImportRun(file_name="x"), type("T", (), {"headers": ["a"], "rows": [(2, ["b"])]}))
    doors = [reverse(f"imports:{name}") for name in ("index", "index_results", "add", "register")]
    doors += [reverse(f"imports:{name}", args=[run.pk]) for name in ("run", "columns", "progress", "report")]
    for door in doors:
        assert client.get(door).status_code in (200, 302), door
    for user, status in ((office.editor, 302), (None, 302)):
        client.force_login(user) if user else client.logout()
        for door in doors:
            for ask in (client.get, client.post):
                answer = ask(door)
                assert (answer.status_code, run.headers) == (status, ["a"]), door
                assert "imports" not in answer.url.split("?")[0], door
    menu = reverse("imports:index")
    client.force_login(office.editor)
    assert menu not in client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(office.moderator)
    assert menu in client.get(reverse("wagtailadmin_home")).content.decode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: ("a;b\n" + text).encode())))
@pytest.mark.parametrize("door", ["imports:add", "imports:register"])
def test_any_upload_is_an_import_or_a_message(office, client, door, data):
    answer = upload(client, data, to=door)
    if answer.status_code == 302:
        run = ImportRun.objects.latest("pk")
        client.post(reverse("imports:columns", args=[run.pk]), columns(run) | {"column-1": "latitude"})
        client.post(reverse("imports:run", args=[run.pk]), {"do": "import"})
        run.refresh_from_db()
        assert run.state == State.DONE or len(run.headers) < 2
    else:
        assert answer.status_code == 200 and answer.context["form"].errors["file"]


def test_a_huge_file_is_refused_before_it_is_read(office, client):
    answer = upload(client, b"x" * (10 * 1024 * 1024 + 1))
    assert "lielāks par 10 MB" in answer.content.decode() and not ImportRun.objects.exists()


def test_the_screens_speak_latvian_too(office, client):
    out = io.BytesIO(TEXT.encode())
    upload(client, out.getvalue())
    run = ImportRun.objects.get()
    with translation.override("lv"):
        assert client.get(reverse("imports:columns", args=[run.pk])).status_code == 200
