"""Whoever changes what readers see holds the version before any other row, by whatever door; all of it stands or falls; and
who had to wait does not write what is out of date.

Two who take the same locks in another order wait for each other, and one of them loses what was written.
"""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, TranslationContext, TranslationSource
from wagtail_localize.operations import translate_object

from home import publishing, turns, versions
from home.models import SearchEntry, SiteSettings, StandardPage
from tests.factories.members import moderator
from tests.factories.site import standard_page
from tests.home.turns import DEEDS, VERSION, Deeds, fault_of, is_hold


@pytest.mark.django_db(transaction=True)
def test_the_version_is_held_before_any_other_row(site):
    deeds, faults = Deeds(site), {}
    for name in DEEDS:
        deed = getattr(deeds, name)()
        with CaptureQueriesContext(connection) as queries:
            deed()
        if fault := fault_of([query["sql"] for query in queries], name):
            faults[name] = fault
    assert faults == {}


def test_every_way_is_a_turn_once():
    for owner, name, _read_anew in turns.WAYS:
        way = getattr(owner, name)
        assert way.is_turn, name
        assert not hasattr(way.__wrapped__, "is_turn"), name


@pytest.mark.django_db
def test_one_turn_asks_for_the_version_once(site):
    with CaptureQueriesContext(connection) as queries, versions.turn():
        versions.hold()
        with versions.turn():
            versions.bump()
    of_version = [query["sql"] for query in queries if VERSION in query["sql"]]
    assert len(of_version) == 2
    assert is_hold(of_version[0])
    assert of_version[1].startswith("UPDATE")
    with CaptureQueriesContext(connection) as queries:
        versions.hold()
    assert len(queries) == 1


def broken(pages):
    """A read model that cannot be written."""
    raise RuntimeError("disk full")


@pytest.mark.django_db(transaction=True)
def test_screens_of_the_admin_do_all_of_it_or_nothing(site, client, monkeypatch):
    page = standard_page(site.home, "Lapa", slug="lapa")
    section = standard_page(site.home, "Nodaļa", slug="nodala")
    client.force_login(moderator(is_superuser=True))
    before, count = Page.objects.get(pk=page.pk), Page.objects.count()
    monkeypatch.setattr(publishing, "_read_models", [*publishing._read_models, ("broken", broken, dict)])
    copied = {"new_title": "Lapa", "new_slug": "lapa-2", "new_parent_page": site.home.pk, "publish_copies": "on"}
    for screen, arguments, data in (
        ("unpublish", [page.pk], {}),
        ("move_confirm", [page.pk, section.pk], {}),
        ("delete", [page.pk], {}),
        ("copy", [page.pk], copied),
    ):
        with pytest.raises(RuntimeError, match="disk full"):
            client.post(reverse(f"wagtailadmin_pages:{screen}", args=arguments), data)
        after = Page.objects.get(pk=page.pk)
        assert (after.live, after.path, after.url_path) == (True, before.path, before.url_path), screen
        assert SearchEntry.objects.filter(page_id=page.pk).exists()
        assert Page.objects.count() == count


@pytest.mark.django_db(transaction=True)
def test_the_copy_of_a_closed_page_is_closed_before_anybody_sees_it(site, monkeypatch):
    page = standard_page(site.home, "Slēgta", slug="slegta")
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    def fail(*args, **kwargs):
        raise RuntimeError("gone")

    monkeypatch.setattr(PageViewRestriction, "save", fail)
    with pytest.raises(RuntimeError, match="gone"):
        CopyPageAction(page, update_attrs={"slug": "kopija"}, keep_live=True).execute()
    assert not Page.objects.filter(slug="kopija").exists()


def tree_faults() -> list:
    return [fault for faults in Page.find_problems() for fault in faults]


def move(page, target):
    MovePageAction(Page.objects.get(pk=page.pk), Page.objects.get(pk=target.pk), pos="last-child").execute()


def rename(page, slug):
    page = StandardPage.objects.get(pk=page.pk)
    page.slug = slug
    page.save_revision().publish()


def addresses(*pages) -> list[str]:
    return [Page.objects.get(pk=page.pk).url_path.removeprefix("/home/") for page in pages]


@pytest.fixture
def tree(site):
    """Two sections, and in the first of them a page with a child."""
    one, two = (standard_page(site.home, name, slug=name) for name in ("a", "b"))
    page = standard_page(one, "Lapa", slug="lapa")
    return one, two, page, standard_page(page, "Bērns", slug="berns")


@pytest.mark.django_db
@pytest.mark.parametrize("moved", ["page", "section"])
def test_who_waited_while_the_page_was_moved_publishes_it_where_it_is(tree, moved):
    one, two, page, child = tree
    page = StandardPage.objects.get(pk=page.pk)
    page.slug, page.title = "cita", "Cita"
    waiting = PublishPageRevisionAction(page.save_revision())  # has the page in hand
    move(page if moved == "page" else one, two)
    waiting.execute()
    above = "b/" if moved == "page" else "b/a/"
    assert addresses(page, child) == [f"{above}cita/", f"{above}cita/berns/"]
    assert tree_faults() == []


@pytest.mark.django_db
def test_who_waited_does_not_take_a_neighbours_address(tree):
    _one, two, page, _child = tree
    standard_page(Page.objects.get(pk=two.pk), "Cita", slug="cita")
    page = StandardPage.objects.get(pk=page.pk)
    page.slug = "cita"
    waiting = PublishPageRevisionAction(page.save_revision())
    move(page, two)
    with pytest.raises(ValidationError):
        waiting.execute()
    assert Page.objects.filter(url_path=f"{two.url_path}cita/").count() == 1


@pytest.mark.django_db
def test_a_draft_saved_while_somebody_waited_stays_the_latest(tree):
    _one, _two, page, _child = tree
    waiting = PublishPageRevisionAction(StandardPage.objects.get(pk=page.pk).save_revision())
    colleagues = StandardPage.objects.get(pk=page.pk)
    colleagues.title = "Kolēģes melnraksts"
    draft = colleagues.save_revision()
    waiting.execute()
    after = StandardPage.objects.get(pk=page.pk)
    assert (after.latest_revision_id, after.draft_title, after.title) == (draft.pk, "Kolēģes melnraksts", "Lapa")
    assert after.has_unpublished_changes


@pytest.mark.django_db
def test_words_published_while_somebody_waited_are_taken_back_with_the_page_and_not_lost(tree):
    _one, _two, page, _child = tree
    waiting = UnpublishPageAction(StandardPage.objects.get(pk=page.pk))
    other = StandardPage.objects.get(pk=page.pk)
    other.title = "Jauna"
    revision = other.save_revision()
    revision.publish()
    waiting.execute()
    after = StandardPage.objects.get(pk=page.pk)
    assert (after.live, after.title, after.latest_revision_id) == (False, "Jauna", revision.pk)


@pytest.mark.django_db
def test_what_comes_beneath_a_page_that_was_moved_or_renamed_has_its_address(tree):
    one, two, page, child = tree
    section, copied = Page.objects.get(pk=two.pk), Page.objects.get(pk=two.pk)
    beside = CopyPageAction(StandardPage.objects.get(pk=child.pk), update_attrs={"slug": "kopija"}, keep_live=True)
    rename(two, "jauns")
    move(child, one)
    new = section.add_child(instance=StandardPage(title="Jauna", slug="jauna", locale=two.locale))
    into = CopyPageAction(page, to=copied, update_attrs={"slug": "lapa-2"}, keep_live=True).execute()
    assert addresses(new, into, beside.execute()) == ["jauns/jauna/", "jauns/lapa-2/", "a/kopija/"]
    assert tree_faults() == []


@pytest.mark.django_db
def test_what_goes_beneath_a_page_that_was_renamed_has_its_address(tree):
    _one, two, page, child = tree
    waiting = MovePageAction(Page.objects.get(pk=page.pk), Page.objects.get(pk=two.pk), pos="last-child")
    rename(two, "jauns")
    waiting.execute()
    assert addresses(page, child) == ["jauns/lapa/", "jauns/lapa/berns/"]


@pytest.mark.django_db
def test_an_alias_made_after_its_section_was_moved_stands_beside_its_page(tree):
    one, two, page, _child = tree
    waiting = CreatePageAliasAction(StandardPage.objects.get(pk=page.pk), update_slug="aizstajejs")
    move(one, two)
    assert addresses(waiting.execute()) == ["b/a/aizstajejs/"]
    assert tree_faults() == []


@pytest.mark.django_db
@pytest.mark.parametrize("meanwhile", ["unpublished", "closed", "changed"])
def test_an_alias_that_becomes_a_page_is_found_as_it_is_by_now(tree, meanwhile):
    one, _two, page, _child = tree
    alias = CreatePageAliasAction(page, update_slug="aizstajejs").execute()
    waiting = ConvertAliasPageAction(StandardPage.objects.get(pk=alias.pk))
    if meanwhile == "unpublished":
        StandardPage.objects.get(pk=page.pk).unpublish()
    elif meanwhile == "closed":
        PageViewRestriction.objects.create(page=Page.objects.get(pk=one.pk), restriction_type="login")
    else:
        other = StandardPage.objects.get(pk=page.pk)
        other.title = "Jauna"
        other.save_revision().publish()
    waiting.execute()
    found = [entry.title for entry in SearchEntry.objects.published().filter(page_id=alias.pk)]
    assert found == (["Jauna"] if meanwhile == "changed" else [])
    assert Page.objects.get(pk=alias.pk).latest_revision.content["title"] == (
        "Jauna" if meanwhile == "changed" else "Lapa"
    )


@pytest.mark.django_db
def test_who_waited_while_a_child_came_keeps_it(site):
    section = standard_page(site.home, "Nodaļa", slug="nodala")
    waiting = PublishPageRevisionAction(section.save_revision())
    stale = StandardPage.objects.get(pk=section.pk)
    child = standard_page(Page.objects.get(pk=section.pk), "Lapa", slug="lapa")
    waiting.execute()
    stale.save()
    assert [page.pk for page in Page.objects.get(pk=section.pk).get_children()] == [child.pk]
    assert tree_faults() == []


@pytest.mark.django_db
def test_who_waited_while_the_target_was_moved_moves_the_page_there(site):
    one, two, page = (standard_page(site.home, name, slug=name) for name in ("a", "b", "c"))
    waiting = MovePageAction(page, Page.objects.get(pk=two.pk), pos="last-child")
    MovePageAction(two, Page.objects.get(pk=one.pk), pos="last-child").execute()
    waiting.execute()
    assert Page.objects.get(pk=page.pk).url_path == f"{one.url_path}b/c/"
    assert tree_faults() == []


@pytest.mark.django_db
def test_who_waited_while_the_page_was_deleted_brings_nothing_back(site):
    page = standard_page(site.home, "Lapa", slug="lapa")
    stale = StandardPage.objects.get(pk=page.pk)
    Page.objects.get(pk=page.pk).delete()
    with pytest.raises(Page.DoesNotExist):  # at once, not when Wagtail comes to look for its old slug
        stale.save()
    assert not Page.objects.filter(pk=page.pk).exists()


@pytest.mark.django_db
def test_what_the_recount_repairs_is_seen_at_once(site):
    before = SiteSettings.objects.get().version
    assert not any(any(report.values()) for report in publishing.recount().values())
    assert SiteSettings.objects.get().version == before
    SearchEntry.objects.update(title="Cits")
    assert publishing.recount()["search"]["changed"] > 0
    assert SiteSettings.objects.get().version == before + 1


@pytest.mark.django_db
def test_what_a_translator_is_told_of_a_refused_string_stays(site, django_capture_on_commit_callbacks):
    page, english = (
        standard_page(site.home, "Talka", slug="talka", seo_title="Talka"),
        Locale.objects.get(language_code="en"),
    )
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [english])
    source = TranslationSource.objects.get(object_id=page.translation_key)
    context = TranslationContext.objects.get(object=source.object, path="seo_title")
    row = StringTranslation.objects.create(
        translation_of=source.stringsegment_set.get(context=context).string,
        context=context,
        locale=english,
        data="x" * 300,
    )
    with pytest.raises(ValidationError):
        source.create_or_update_translation(english, fallback=True)
    row.refresh_from_db()
    assert row.has_error
    assert row.field_error


@pytest.mark.django_db
def test_saving_the_settings_takes_no_version_back(site):
    open_form = SiteSettings.objects.get()
    for _ in range(3):
        versions.bump()
    before = SiteSettings.objects.get().version
    open_form.save()
    assert SiteSettings.objects.get().version == before + 1


@pytest.mark.django_db
def test_who_becomes_a_page_of_its_own_is_found(site):
    page = standard_page(site.home, "Talka", slug="talka")
    alias = CreatePageAliasAction(page, update_slug="talka-2").execute()
    assert not SearchEntry.objects.filter(page_id=alias.pk).exists()
    ConvertAliasPageAction(alias).execute()
    assert SearchEntry.objects.filter(page_id=alias.pk).exists()


@pytest.mark.django_db
def test_what_a_translation_shows_is_found(site, django_capture_on_commit_callbacks):
    """wagtail-localize writes the live row even where it saves a draft: the search says what the page says."""
    page, english = standard_page(site.home, "Talka", slug="talka"), Locale.objects.get(language_code="en")
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [english])
    page.title = "Cita talka"
    page.save_revision().publish()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    source.update_from_db()
    source.create_or_update_translation(english, publish=False, fallback=True)
    shown = page.get_translation(english)
    assert shown.live
    assert SearchEntry.objects.get(page_id=shown.pk).title == shown.title


@pytest.mark.django_db
def test_who_waited_while_the_target_lost_its_only_child_moves_the_page_there(site):
    target, page = (standard_page(site.home, name, slug=name) for name in ("a", "b"))
    child = standard_page(Page.objects.get(pk=target.pk), "Lapa", slug="lapa")
    waiting = MovePageAction(page, Page.objects.get(pk=target.pk), pos="last-child")
    Page.objects.get(pk=child.pk).delete()
    waiting.execute()
    assert [one.pk for one in Page.objects.get(pk=target.pk).get_children()] == [page.pk]
    assert tree_faults() == []


@pytest.mark.django_db
def test_who_opens_an_open_door_is_not_told_off(site):
    page = standard_page(site.home, "Lapa", slug="lapa")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    again = PageViewRestriction.objects.get(pk=restriction.pk)
    restriction.delete()
    assert again.delete() == (0, {})
    assert SearchEntry.objects.published().filter(page_id=page.pk).exists()
