"""English words of members, and what they look for and offer."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import Translation, TranslationSource

from directory.models import CommunityPage, FactChange, Notice, Submission
from tests.directory.portal.test_drafts import _ours, draft, ours, send_step  # noqa: F401 # a fixture
from tests.factories.directory import community
from tests.factories.site import translate

pytestmark = pytest.mark.django_db


def send_english(ours):  # noqa: F811
    url = reverse("portal_look_over_english", args=[ours.page.translation_key])
    form = ours.client.get(url).context["form"]
    data = {"version": form.initial["version"], "revision": form.initial["revision"] or ""}
    return ours.client.post(url, data)


def english(ours):  # noqa: F811
    return CommunityPage.objects.get(translation_key=ours.page.translation_key, locale__language_code="en")


def test_first_english_words_make_a_page_that_waits(ours, client):  # noqa: F811
    translate(ours.page.get_parent().specific, title="Communities", slug="communities")
    send_step(ours, "english", title="Kažoki community", summary="Neighbours.", joining="Come and help.")

    assert not draft(ours) or draft(ours).values == {}
    assert send_english(ours).status_code == 302
    page, row = english(ours), Submission.objects.get()
    sent = row.revision.as_object()
    assert (page.live, row.page_id, row.kind, row.profile_id) == (False, page.pk, "new", ours.page.translation_key)
    assert (sent.title, sent.summary, sent.meeting) == ("Kažoki community", "Neighbours.", "")
    ours.page.refresh_from_db()
    assert ours.page.summary == "Kaimiņi, kas kopj krastu."


def test_words_of_their_own_are_not_synchronised_any_more(ours):  # noqa: F811
    page = translate(ours.page, title="Community", summary="Old words.", joining="Come.")
    source, _made = TranslationSource.update_or_create_from_instance(ours.page)
    work = Translation.objects.create(source=source, target_locale=page.locale)
    send_step(ours, "english", summary="Our own words.")
    send_english(ours)
    work.refresh_from_db()

    assert work.enabled is False
    assert Submission.objects.get().revision.as_object().summary == "Our own words."


def test_older_than_the_original_is_said(ours):  # noqa: F811
    page = translate(ours.page, title="Community", summary="Old words.")
    CommunityPage.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - datetime.timedelta(days=9))
    html = ours.client.get(reverse("portal_profile", args=[ours.page.translation_key])).content.decode()

    assert "Older than your own words" in html or "Vecāks par latviešu tekstu" in html


def add_notice(ours, **values):  # noqa: F811
    day = timezone.localdate() + datetime.timedelta(days=30)
    sent = {"kind": "wanted", "text": "Meklējam dēļus.", "english": "", "expires_on": day.isoformat()} | values
    return ours.client.post(reverse("portal_new_notice", args=[ours.page.translation_key]), sent)


def test_notice_is_live_at_once_listed_and_ended(ours, client):  # noqa: F811
    add_notice(ours, english="We need planks.")
    row = Notice.objects.get()
    address = reverse("portal_notice", args=[ours.page.translation_key, row.pk])

    assert "Meklējam dēļus." in client.get(ours.page.url).content.decode()
    assert dict(row.text) == {"lv": "Meklējam dēļus.", "en": "We need planks."}

    ours.client.post(address, {"end": "1"})

    assert "Meklējam dēļus." not in client.get(ours.page.url).content.decode()
    assert [(change.field, change.old, change.new) for change in FactChange.objects.all()] == [
        ("notice", "", "Meklējam dēļus."), ("notice", "Meklējam dēļus.", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["2020-01-01", "2099-01-01", "x", ""])
def test_day_of_a_notice_is_asked_for(ours, day):  # noqa: F811
    assert add_notice(ours, expires_on=day).status_code == 422
    assert not Notice.objects.exists()


def test_notices_of_others_are_not_theirs_to_change(ours):  # noqa: F811
    other = community(ours.page.get_parent().specific, "Citi")
    row = Notice.objects.create(profile=other.profile, kind="wanted", text={"lv": "X"}, expires_on=timezone.localdate())
    for key in (ours.page.translation_key, other.translation_key):
        answer = ours.client.post(reverse("portal_notice", args=[key, row.pk]), {"end": "1"})
        assert answer.status_code == 404
    row.refresh_from_db()
    assert row.expires_on == timezone.localdate()
