"""What editors do with a page while people are signed up: nobody loses a place, and who has to know is told."""

import pytest
from django.urls import reverse
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import TranslationCreator

from events.actions.register import register
from events.links import manage_path
from events.models import Event, Registration, Session
from events.read_model import event_of
from events.vocabulary import Mode, State
from home import publishing
from home.models import OutboxMessage, User
from tests.factories.dated import calendar, event_page
from tests.factories.directory import directory_page, venue
from tests.factories.events import person, session
from tests.factories.shared import fresh
from tests.factories.site import translate

pytestmark = pytest.mark.django_db
HERE = {"headers": {"sec-fetch-site": "same-origin"}}


@pytest.fixture(scope="module")
def _page(site_of_file):
    parent = calendar(site_of_file.home)
    return event_page(parent, "Vakars", slug="vakars", place_name="Pie dzirnavām", address="Rīgas iela 1")


@pytest.fixture
def page(_page, db):
    return fresh(_page)


@pytest.fixture
def of(page):
    """Two who come, one of them online, and one who waits."""
    made = session(event_of(page), room=1, format="both", seats_online=5)
    made.rows = [register(made.pk, person(), mode=mode).registration for mode in (Mode.ROOM, Mode.ONLINE, Mode.ROOM)]
    OutboxMessage.objects.all().delete()
    return made


def publish(page, **changes):
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def states(of) -> list[str]:
    return list(Registration.objects.filter(session=of).order_by("pk").values_list("state", flat=True))


def told() -> list[tuple[str, str]]:
    rows = OutboxMessage.objects.order_by("pk").values_list("occasion", "subject")
    return [(occasion.split("-")[1], subject) for occasion, subject in rows]


def kept(of) -> None:
    """Everybody still has what they had, the numbers too, and can look at it and give it up."""
    assert states(of) == [State.BOOKED, State.BOOKED, State.WAITING]
    row = Session.objects.get(pk=of.pk)
    assert (row.taken_room, row.taken_online, row.event.key) == (1, 1, of.event_id)


def test_other_words_lose_nobody_and_tell_nobody(of, page):
    publish(page, title="Kopienu vakars", lead="Nāciet!", place_name="pie  dzirnavām!")
    kept(of)
    assert told() == [] and str(Event.objects.get().title) == "Kopienu vakars"
    assert Session.objects.get().sequence == 0


def test_another_place_is_told_to_who_means_to_be_there(of, page, client):
    publish(page, place_name="Tautas namā", address="Gaismas iela 19")
    kept(of)
    assert [int(pk) for pk, _subject in told()] == [of.rows[0].pk, of.rows[2].pk]
    mail = OutboxMessage.objects.order_by("pk").first()
    assert "Gaismas iela 19" in mail.text and Session.objects.get().sequence == 1
    publish(page)
    publishing.recount()
    assert len(told()) == 2  # nothing has changed since


def test_another_room_is_another_place(of, page, site):
    publish(page, venue=venue(directory_page(site.home), "Doles tautas nams"), place_name="", address="")
    kept(of)
    assert len(told()) == 2 and str(Event.objects.get().place) == "Doles tautas nams"


def test_place_of_what_is_called_off_is_told_to_nobody(of, page):
    Session.objects.update(status="cancelled")
    publish(page, place_name="Citur")
    assert told() == []


def test_draft_changes_nothing(of, page):
    draft = page.get_latest_revision_as_object()
    draft.place_name = "Citur"
    draft.save_revision()
    kept(of)
    assert told() == [] and str(Event.objects.get().place) == "Pie dzirnavām"


def test_older_revision_comes_back(of, page):
    first = page.get_latest_revision()
    publish(page, title="Cits nosaukums")
    first.publish()
    kept(of)
    assert str(Event.objects.get().title) == "Vakars" and told() == []


def test_translated_and_translated_again(of, page):
    """By wagtail-localize, which makes a translation's rows anew at each synchronisation."""
    english = Locale.objects.get(language_code="en")
    CopyPageForTranslationAction(page=page.get_parent().specific, locale=english).execute(skip_permission_checks=True)
    TranslationCreator(user=None, target_locales=[english]).create_translations(page)
    translation = page.get_translation(english)
    translation.get_latest_revision().publish()
    kept(of)
    publish(page, title="Kopienu vakars")
    source = TranslationSource.objects.get_for_instance(page)
    source.refresh_from_db()
    source.update_from_db()
    for each in source.translations.all():
        each.save_target(publish=True)
    kept(of)
    assert Event.objects.count() == 1 and Session.objects.count() == 1 and told() == []
    translation.refresh_from_db()
    translation.delete()
    kept(of)


def test_page_that_moves_takes_its_people_along(of, page, site, client):
    link = manage_path(of.rows[0], "lv")
    target = calendar(site.home, "Cits kalendārs", slug="cits")
    page.move(target, pos="last-child")
    kept(of)
    assert client.get("/cits/vakars/").status_code == 200 and client.get(link).status_code == 200
    assert client.get(link).content.count(b"/cits/vakars/") >= 1
    assert told() == []


def test_page_taken_off_and_published_again(of, page, site, client):
    translate(page, title="Evening", slug="evening")
    link = manage_path(of.rows[0], "lv")
    page.unpublish()
    kept(of)
    assert client.get(link).status_code == 200 and b"/kalendars/vakars/" not in client.get(link).content
    publish(page)
    kept(of)
    assert client.get("/kalendars/vakars/").status_code == 200
    assert client.post(link, {"do": "give-up"}, **HERE).status_code == 302
    assert states(of) == [State.GIVEN_UP, State.BOOKED, State.OFFERED]


def test_editor_who_takes_it_off_is_told_that_nobody_is(of, page, client):
    client.force_login(User.objects.create_superuser("vadiba@platforma.test", "x"))
    answer = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True)
    assert "patur savas vietas" in answer.content.decode()
    kept(of)
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert type(page).objects.filter(pk=page.pk).exists() and "Vispirms atceliet" in answer.content.decode()
    kept(of)
