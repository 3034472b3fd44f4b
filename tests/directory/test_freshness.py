"""The three dates of a profile, kept apart, and the sentence that readers get of them."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation
from wagtail.models import PageLogEntry

from directory.actions.confirm import confirm
from directory.freshness import rows
from directory.freshness.words import sentence
from directory.models import Contact, Freshness, Listing, Membership, Profile
from directory.vocabulary import Kind
from home import publishing
from home.models import User
from tests.factories.directory import community, directory_page, organisation
from tests.factories.shared import fresh
from tests.factories.site import translate

How, Stage = Freshness.How, Freshness.Stage
LONG_AGO = timezone.make_aware(datetime.datetime(2025, 3, 12, 12))


@pytest.fixture(scope="module")
def _page(site_of_file):
    return community(directory_page(site_of_file.home))


@pytest.fixture
def page(_page, db):
    return fresh(_page)


def age(row: Freshness, moment=LONG_AGO) -> None:
    """As if nothing had happened since then."""
    Freshness.objects.filter(pk=row.pk).update(changed_at=moment, confirmed_at=moment, stage_since=moment)


def dates(page) -> tuple:
    row = Freshness.objects.get(profile=page.translation_key)
    return row.changed_at, row.confirmed_at, row.checked_at


def test_first_publication_counts_as_confirmation(page):
    row = Freshness.objects.get(profile=page.translation_key)
    assert (row.stage, row.confirmed_how, row.checked_at) == (Stage.FRESH, How.NEW, None)
    assert row.confirmed_at == row.changed_at == page.first_published_at


def test_a_draft_has_no_row(page):
    page = community(page.get_parent(), publish=False)
    assert not Freshness.objects.filter(profile=page.translation_key).exists()


def test_empty_save_moves_nothing(page):
    age(page.profile.freshness)
    page.save_revision().publish()
    assert dates(page) == (LONG_AGO, LONG_AGO, None)


@pytest.mark.parametrize(
    "name, value", [("summary", "Citi vārdi."), ("website", "https://pie.example"), ("title", "Cits")]
)
def test_other_words_or_facts_move_changed_alone(page, name, value):
    age(page.profile.freshness)
    setattr(page, name, value)
    page.save_revision().publish()
    changed, *others = dates(page)
    assert changed > LONG_AGO
    assert others == [LONG_AGO, None]


def test_other_words_of_a_translation_move_changed(page):
    english = translate(page, title="Neighbours", slug="neighbours")
    age(page.profile.freshness)
    english.summary = "Other words."
    english.save_revision().publish()
    assert dates(page)[0] > LONG_AGO


def test_a_draft_moves_nothing(page):
    age(page.profile.freshness)
    page.summary = "Tikai melnraksts."
    page.save_revision()
    publishing.refresh([page.__class__.objects.get(pk=page.pk)])
    assert dates(page)[0] == LONG_AGO


def test_a_public_phone_moves_changed_and_a_private_one_does_not(page):
    contact = Contact.objects.create(profile=page.profile, name="Anna", phone="20000001")
    age(page.profile.freshness)
    contact.phone = "20000002"
    contact.save()
    assert dates(page)[0] == LONG_AGO
    contact.phone_visibility = "public"
    contact.save()
    assert dates(page)[0] > LONG_AGO


def test_a_page_that_goes_is_not_asked_and_one_that_comes_back_is(page):
    age(page.profile.freshness)
    page.unpublish()
    row = Freshness.objects.get(profile=page.translation_key)
    assert (row.stage, row.due_at) == (Stage.FRESH, None)
    page.get_latest_revision().publish()
    row.refresh_from_db()
    assert row.confirmed_at == LONG_AGO
    assert row.due_at == LONG_AGO.replace(year=2026)


def test_recount_makes_what_is_missing_and_takes_strays(page):
    Freshness.objects.all().delete()
    stray = Profile.objects.create(key="7f9a4f0e-0000-4000-8000-000000000001", name="Nav")
    Freshness.objects.create(profile=stray, confirmed_at=LONG_AGO)
    assert rows.rebuild() == {"added": 1, "changed": 0, "removed": 1}
    assert rows.rebuild() == {"added": 0, "changed": 0, "removed": 0}
    assert dates(page)[1] == page.first_published_at


def test_members_confirm_and_strangers_may_not(page):
    age(page.profile.freshness)
    member = User.objects.create_user("biedre@platforma.test")
    other = User.objects.create_user("cita@platforma.test")
    Membership.objects.create(profile=page.profile, user=member)
    for how, user in ((How.PORTAL, other), (How.PHONE, member), (How.STAFF, member), (How.PORTAL, None)):
        with pytest.raises(PermissionDenied):
            confirm(profile=page.profile, how=how, user=user)
    assert dates(page)[1] == LONG_AGO
    row = confirm(profile=page.profile, how=How.PORTAL, user=member)
    assert row.confirmed_at > LONG_AGO
    assert dates(page)[0] == LONG_AGO
    assert (row.confirmed_how, row.checked_at) == (How.PORTAL, None)


def test_staff_by_phone_confirms_and_staff_who_looked_checks(page):
    age(page.profile.freshness)
    chief = User.objects.create_superuser("vadiba@platforma.test", "x")
    row = confirm(profile=page.profile, how=How.STAFF, user=chief)
    assert row.confirmed_at == LONG_AGO
    assert row.checked_at > LONG_AGO
    row = confirm(profile=page.profile, how=How.PHONE, user=chief)
    assert row.confirmed_at > row.checked_at
    written = PageLogEntry.objects.filter(page=page.pk, action="directory.confirm").order_by("pk")
    assert [(entry.user, entry.data) for entry in written] == [(chief, {"how": "staff"}), (chief, {"how": "phone"})]


SENTENCES = [
    (How.LINK, Kind.COMMUNITY, None, Stage.FRESH, "Kopiena šīs ziņas apstiprināja 2025. gada 12. martā.", "The community confirmed this on 12 March 2025."),
    (How.PHONE, Kind.ORGANISATION, None, Stage.FRESH, "Organizācija šīs ziņas apstiprināja 2025. gada 12. martā.", "The organisation confirmed this on 12 March 2025."),
    (How.NEW, Kind.COMMUNITY, None, Stage.FRESH, "Ziņas publicētas 2025. gada 12. martā.", "Published on 12 March 2025."),
    (How.LINK, Kind.COMMUNITY, LONG_AGO, Stage.FRESH, "Ziņas pārbaudītas 2025. gada 12. martā.", "Checked by our staff on 12 March 2025."),
    (How.LINK, Kind.COMMUNITY, None, Stage.STALE, "Ziņas nav apstiprinātas kopš 2025. gada marta.", "Nobody has confirmed this since March 2025."),
]  # fmt: skip


@pytest.mark.parametrize("how, kind, checked, stage, latvian, english", SENTENCES)
def test_one_sentence(how, kind, checked, stage, latvian, english):
    row = Freshness(stage=stage, confirmed_how=how, confirmed_at=LONG_AGO, checked_at=checked)
    for language, words in (("lv", latvian), ("en", english)):
        with translation.override(language):
            assert sentence(row, kind).replace("\u00a0", " ") == words


def test_the_page_says_it_and_the_card_of_a_stale_one(page, client):
    page = organisation(page.get_parent())
    assert "fresh--stale" not in client.get(page.url).content.decode()
    Freshness.objects.update(stage=Stage.STALE, confirmed_at=LONG_AGO)
    publishing.refresh([page])
    assert Listing.objects.get(thing=page.translation_key, language="lv").is_stale
    body = client.get(page.url).content.decode().replace("\u00a0", " ")
    assert "kopš 2025. gada marta." in body
    assert "state--stale" in client.get(page.get_parent().url).content.decode()
