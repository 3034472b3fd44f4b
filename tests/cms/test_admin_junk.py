"""Junk at the doors of Wagtail's that broke on it: each has an answer, and a fault of our own stays an error.

All doors, with all sorts of junk: tests/soak/test_fuzz_admin.py.
"""

from types import FunctionType

import pytest
from django.core.exceptions import SuspiciousOperation, TooManyFieldsSent
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.http import Http404, QueryDict
from django.test import Client, RequestFactory
from django.urls import ResolverMatch, reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site, Workflow
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation, TranslationSource

from cms.admin_junk import AdminJunkMiddleware
from home.models import Image, Person, User
from home.viewsets.rows import PersonViewSet
from tests.factories.site import picture, standard_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
HUGE = "9" * 40
INCOMPLETE = "Veidlapa saņemta nepilnīga"


@pytest.fixture
def desk(site):
    """Signed in as administrator; a view that breaks fails the test."""
    client = Client()
    client.force_login(User.objects.create_superuser("vadiba@platforma.test", "x"))
    return client


# --- what is no number ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "/admin/snippets/choose/home/person/chosen/x/",
        "/admin/snippets/choose/home/person/chosen/_3Cb_3E/",  # Wagtail reads it as “<b>”
        "/admin/snippets/choose/news/category/chosen/00000000-0000-0000-0000-000000000000/",
        "/admin/snippets/choose/home/person/chosen-multiple/?id=x",
        f"/admin/snippets/choose/home/person/chosen-multiple/?id={HUGE}",
        "/admin/images/chooser/chosen/%00/",
        "/admin/images/chooser/chosen-multiple/?id=1&id=%3Cb%3E",
        "/admin/documents/chooser/chosen/x/",
        f"/admin/documents/chooser/chosen-multiple/?id={'ā' * 500}",
        "/admin/choose-page/chosen-multiple/?id=x",
        f"/admin/choose-page/chosen-multiple/?id={HUGE}",
        "/admin/api/main/documents/find/?id=x",
        "/admin/api/main/images/find/?id=",
        "/admin/api/main/pages/find/?id=//evil.test/",
        f"/admin/pages/?owner={HUGE}",
    ],
)
def test_address_without_a_number_leads_nowhere(desk, address):
    assert desk.get(address).status_code == 404


def test_root_of_all_pages_is_not_chosen(desk):
    address = reverse("wagtailadmin_choose_page_chosen_multiple")
    page = Page.objects.get(depth=2, slug="home")

    assert desk.get(address, {"id": Page.objects.get(depth=1).pk}).status_code == 404
    assert [row["id"] for row in desk.get(address, {"id": page.pk}).json()["result"]] == [page.pk]


# --- forms that lack fields -----------------------------------------------------------------------------------


@pytest.mark.parametrize("door", ["wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit"])
def test_page_without_its_text_is_not_saved(desk, site, door):
    page = standard_page(site.home, "Par mums", slug="par-mums")
    address = reverse(door, args=[page.pk])

    for fields in (
        {"title": "Īsi"},
        {"title": "Īsi", "slug": "isi", "body-count": "x"},
        {"title": "Īsi", "slug": "isi", "body-count": "1"},
    ):
        response = desk.post(address, fields)
        assert (response.status_code, INCOMPLETE in response.content.decode()) == (400, True), fields

    page.refresh_from_db()
    assert (page.title, page.revisions.count()) == ("Par mums", page.revisions.exclude(object_str="Īsi").count())


def test_who_edits_in_english_is_told_in_english(desk, site):
    UserProfile.objects.create(user=User.objects.get(), preferred_language="en")

    response = desk.post(reverse("wagtailadmin_pages:edit", args=[site.home.pk]), {"title": "Short"})

    html = response.content.decode()
    assert '<html lang="en">' in html and "The form arrived incomplete" in html and "Nothing was saved" in html


def test_scripts_are_told_in_json(desk, site):
    response = desk.post(
        reverse("wagtailadmin_pages:edit", args=[site.home.pk]), {}, headers={"Accept": "application/json"}
    )

    assert response.status_code == 400
    assert response.json() == {"success": False, "error_message": "Veidlapa saņemta nepilnīga. Nekas netika saglabāts."}


def test_incomplete_form_is_in_the_log(desk, site, caplog):
    desk.post(reverse("wagtailadmin_pages:edit", args=[site.home.pk]), {})

    (record,) = [row for row in caplog.records if row.name == "cms.admin_junk"]
    assert (record.levelname, record.exc_info[0].__name__) == ("WARNING", "MultiValueDictKeyError")


def test_chooser_without_a_form_has_no_door_for_it(desk):
    address = reverse(PersonViewSet().chooser_viewset.get_url_name("create"))

    assert (desk.get(address).status_code, desk.post(address, {"name": "Ilze"}).status_code) == (404, 404)


def test_external_link_without_an_address_is_asked_for_it(desk):
    address = reverse("wagtailadmin_choose_page_external_link")

    refused = desk.post(address, {"link_text": "Upe"})
    taken = desk.post(address, {"external-link-chooser-url": "/upe/", "external-link-chooser-link_text": "Upe"})

    assert refused.json()["step"] == "external_link" and "error-message" in refused.json()["html"]
    assert taken.json() == {
        "step": "external_link_chosen",
        "result": {"url": "/upe/", "title": "Upe", "prefer_this_title_as_link_text": True},
    }


@pytest.mark.parametrize("number,kept", [("x", False), ("", False), ("7", True)])
def test_link_choosers_remember_numbers_alone(desk, number, kept):
    response = desk.get(reverse("wagtailadmin_choose_page_anchor_link"), {"parent_page_id": number})

    assert response.status_code == 200
    assert (reverse("wagtailadmin_choose_page_child", args=[7]) in response.json()["html"]) == kept


@pytest.mark.parametrize("fields", [{}, {"import_file_name": "x"}, {"import_file_name": "x", "input_format": "0"}])
def test_redirects_are_not_imported_from_a_form_that_is_not_ours(desk, fields):
    response = desk.post(reverse("wagtailredirects:process_import"), fields)

    assert (response.status_code, INCOMPLETE in response.content.decode()) == (400, True)


def test_redirects_are_imported_once(desk):
    file = SimpleUploadedFile("adreses.csv", b"no,uz\n/vecais/,https://novads.test/\n", content_type="text/csv")
    form = desk.post(reverse("wagtailredirects:start_import"), {"import_file": file}).context["form"]
    fields = {name: form[name].value() for name in ("import_file_name", "input_format")}
    fields |= {"from_index": "0", "to_index": "1"}

    answers = [desk.post(reverse("wagtailredirects:process_import"), fields) for _again in range(2)]

    assert [response.status_code for response in answers] == [302, 400]
    assert [(row.old_path, row.link) for row in Redirect.objects.all()] == [("/vecais", "https://novads.test/")]


@pytest.mark.parametrize("way", ["x", "wagtailadmin_home", "\0"])
def test_nothing_is_done_where_the_way_back_leads_nowhere(desk, site, way):
    page = standard_page(site.home, "Par mums", slug="par-mums")

    response = desk.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"next": way})

    assert response.status_code == 400
    assert Page.objects.filter(pk=page.pk).exists()


def test_rows_are_deleted_by_the_form_alone(desk):
    row = Person.objects.create(name="Ilze Kalna")
    address = reverse(PersonViewSet().get_url_name("delete"), args=[row.pk])

    assert desk.delete(address).status_code == 405
    assert Person.objects.filter(pk=row.pk).exists()
    assert desk.post(address).status_code == 302
    assert not Person.objects.filter(pk=row.pk).exists()


# --- lists ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "door", ["wagtail_localize:translations_report", "wagtail_localize:translations_report_results"]
)
def test_report_of_translations_is_in_order(desk, site, door):
    for title in ("Ūdens", "Avots"):
        source, _created = TranslationSource.get_or_create_from_instance(standard_page(site.home, title))
        Translation.objects.create(source=source, target_locale=site.home_en.locale)

    response = desk.get(reverse(door), {"source_locale": "x", "page": "x"})

    assert [str(row.source.object_repr) for row in response.context["object_list"]] == ["Avots", "Ūdens"]


@pytest.mark.parametrize("page", ["x", "0", "99", HUGE])
def test_workflow_has_no_such_page_of_pages(desk, site, page):
    workflow = Workflow.objects.create(name="Pārbaude")
    address = reverse("wagtailadmin_workflows:edit", args=[workflow.pk])

    assert (desk.get(address).status_code, desk.get(address, {"p": page}).status_code) == (200, 404)


def test_pictures_of_a_tag_are_searched(desk):
    wanted, other = picture("Upe rītā"), picture("Upe vakarā")
    wanted.tags.add("daba")
    other.tags.add("pilsēta")

    response = desk.get(reverse("wagtailimages_chooser:choose_results"), {"tag": "daba", "q": "upe"})

    assert [row.pk for row in response.context["results"]] == [wanted.pk]
    assert Image.objects.count() == 2


def test_nothing_is_found_where_no_site_is(desk):
    Site.objects.all().delete()

    assert desk.get("/admin/images/chooser/chosen/x/").status_code == 404


# --- faults of our own ----------------------------------------------------------------------------------------


def raised_in(package: str, act):
    """The error as a view of this package lets it out."""
    view = FunctionType(act.__code__, {**act.__globals__, "__name__": f"{package}.views"})
    with pytest.raises(Exception) as caught:
        view()
    return caught.value


def answer(error, address="/admin/x/", method="get", values=None, **gaps):
    """Status of the middleware's answer to the error, or ``None`` where it stays an error."""
    request = getattr(RequestFactory(), method)(address, values)
    request.user = User()
    request.resolver_match = ResolverMatch(None, (), gaps)
    try:
        response = AdminJunkMiddleware(None).process_exception(request, error)
    except Http404:
        return 404
    return response and response.status_code


def no_number():
    return Page.objects.get(pk="x")


def no_field():
    return QueryDict("")["body-count"]


def no_form():
    raise SuspiciousOperation("Invalid management form")


def too_many_fields():
    raise TooManyFieldsSent("1001")


def no_word():
    return {}["x"]


def no_room():
    raise DataError("bigint out of range")


def too_many_digits():
    return int("9" * 5000)


@pytest.mark.parametrize("act", [no_number, no_field, no_form, no_word, no_room])
@pytest.mark.parametrize("package", ["cms", "directory", "events", "home", "news"])
def test_fault_of_our_own_stays_an_error(package, act):
    error = raised_in(package, act)

    assert answer(error, values={"id": "x"}, pk="x") is None
    assert answer(error, method="post", values={"id": HUGE, "pk": "x"}) is None


@pytest.mark.parametrize("act", [no_word, too_many_fields])
def test_other_faults_of_wagtail_stay_errors(act):
    assert answer(raised_in("wagtail", act), values={"id": "x"}) is None


@pytest.mark.parametrize("package", ["wagtail", "wagtail_localize"])
def test_word_that_the_request_brought_is_junk_and_any_other_a_fault(package):
    error = raised_in(package, no_number)

    assert answer(error, pk="x") == answer(error, values={"id": ["1", "x"]}) == 404
    assert answer(error, method="post", values={"id": "x"}) == 400
    assert answer(error, values={"id": "y"}, pk="1") is None
    assert answer(error, "/x/", values={"id": "x"}) is None


@pytest.mark.parametrize("act", [no_room, too_many_digits])
def test_number_that_nothing_has_room_for(act):
    error = raised_in("wagtail", act)

    assert answer(error, values={"id": HUGE}) == answer(error, values={"id": "-2147483649"}) == 404
    assert answer(error, values={"id": "7"}) is None


def test_our_own_method_behind_a_view_of_wagtails_stays_an_error(desk, monkeypatch):
    chosen = Person.objects.create(name="Ilze Kalna")
    monkeypatch.setattr(Person, "__str__", lambda person: Person.objects.get(pk="x").name)

    with pytest.raises(ValueError, match="expected a number but got 'x'"):
        desk.get(f"/admin/snippets/choose/home/person/chosen/{chosen.pk}/", {"multiple": "x"})
