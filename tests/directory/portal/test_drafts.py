"""What members type is kept: field by field, by several people and devices, and nobody's words are lost."""

import json
from types import SimpleNamespace

import pytest
from django.urls import reverse

from directory.models import Contact, Draft, FactChange, Submission
from home.models import SiteSettings
from tests.factories.directory import community, directory_page, settlement
from tests.factories.members import member, moderator, person
from tests.factories.shared import fresh

pytestmark = pytest.mark.django_db
PHONE = "+371 20 000 001"


@pytest.fixture(scope="module")
def _ours(site_of_file):
    page = community(
        directory_page(site_of_file.home), contact={"name": "Anna", "phone": PHONE, "phone_visibility": "public"}
    )
    return SimpleNamespace(page=page, user=member(page))


@pytest.fixture
def ours(_ours, site, client):
    """A community, and a member of it who is signed in."""
    vars(site).update(vars(fresh(_ours)), client=client)
    client.force_login(site.user)
    return site


def address(ours, name="1"):
    return reverse("portal_step", args=[ours.page.translation_key, name])


def draft(ours, language="lv"):
    return Draft.objects.filter(profile=ours.page.translation_key, language=language).first()


def form_of(ours, name="1"):
    """What a browser without a script would send back from a step."""
    from bs4 import BeautifulSoup
    from wagtail.test.utils.form_data import querydict_from_html

    html = ours.client.get(address(ours, name)).content.decode()
    data = querydict_from_html(html, form_id="step").copy()
    for box in BeautifulSoup(html, "html.parser").select("#step [type=checkbox][checked]:not([value])"):
        data[box["name"]] = "on"
    return data


def send_step(ours, name="1", go="next", data=None, **values):
    data = form_of(ours, name) if data is None else data.copy()
    for field, value in values.items():
        if value is None:
            data.pop(field, None)
        elif isinstance(value, list):
            data.setlist(field, value)
        else:
            data[field] = value
    data["go"] = go
    return ours.client.post(address(ours, name), data)


def autosave(ours, typed, was, known=0, device="telefons", moment=1, client=None):
    body = {"device": device, "known": known, "moment": moment, "was": was, "typed": typed}
    url = reverse("portal_draft", args=[ours.page.translation_key, "lv"])
    return (client or ours.client).post(url, json.dumps(body), content_type="application/json")


def look_over(ours):
    return reverse("portal_look_over", args=[ours.page.translation_key])


def send(ours, **values):
    form = ours.client.get(look_over(ours)).context["form"]
    data = {"version": form.initial["version"], "revision": form.initial["revision"] or "", **values}
    return ours.client.post(look_over(ours), data)


@pytest.mark.parametrize("name", ["1", "2", "3", "4", "5", "english", "english-more"])
def test_every_step_is_shown_and_sent_back_without_change(ours, name):
    response = send_step(ours, name, go="look-over")

    assert response.status_code in (302, 422), response.content.decode()[:500]
    kept = draft(ours, "en" if name.startswith("english") else "lv")
    assert kept is None or kept.values == {}


def test_step_saves_what_was_typed_and_leads_on(ours):
    response = send_step(ours, summary="Divi teikumi par krastu.")

    assert response.url == address(ours, "2")
    assert draft(ours).values == {"summary": "Divi teikumi par krastu."}
    ours.page.refresh_from_db()
    assert ours.page.summary == "Kaimiņi, kas kopj krastu."


def test_what_is_wrong_is_kept_and_said_at_the_field(ours):
    response = send_step(ours, title="", founded="pirms kara")

    assert response.status_code == 422
    assert draft(ours).values == {"title": "", "founded": "pirms kara"}
    assert sorted(response.context["form"].errors) == ["founded", "title"]
    assert 'value="pirms kara"' in ours.client.get(address(ours)).content.decode()


def test_back_to_the_page_s_words_is_no_change(ours):
    send_step(ours, summary="Citi vārdi.")
    send_step(ours, summary="Kaimiņi, kas kopj krastu.")

    assert draft(ours).values == {}


def test_script_saves_and_the_form_goes_on_from_there(ours):
    answer = autosave(ours, {"summary": "Rakstu"}, {"summary": "Kaimiņi, kas kopj krastu."}).json()
    again = autosave(ours, {"summary": "Rakstu tālāk"}, {"summary": "Rakstu"}, known=answer["version"], moment=2).json()

    assert (answer["conflicts"], again["conflicts"]) == ([], [])
    assert draft(ours).values == {"summary": "Rakstu tālāk"}


def test_older_message_of_the_same_page_does_not_undo_a_newer(ours):
    was = {"summary": "Kaimiņi, kas kopj krastu."}
    autosave(ours, {"summary": "Rakstu tālāk"}, was, moment=2)
    autosave(ours, {"summary": "Rakstu"}, was, moment=1)

    assert draft(ours).values == {"summary": "Rakstu tālāk"}


def test_two_devices_write_two_fields(ours):
    autosave(ours, {"summary": "No telefona"}, {}, device="telefons")
    answer = autosave(ours, {"joining": "No datora"}, {}, device="dators").json()

    assert answer["conflicts"] == []
    assert draft(ours).values == {"summary": "No telefona", "joining": "No datora"}


def test_two_devices_write_one_field_and_both_texts_are_shown(ours):
    autosave(ours, {"summary": "No telefona"}, {}, device="telefons")
    answer = autosave(ours, {"summary": "No datora"}, {}, device="dators", known=0).json()
    html = ours.client.get(address(ours)).content.decode()

    assert answer["conflicts"] == ["summary"]
    assert "No telefona" in html and "No datora" in html
    assert send(ours).status_code == 409

    ours.client.post(address(ours), {"settle": "summary|dators"})

    assert draft(ours).values == {"summary": "No datora"}
    assert ours.client.get(address(ours)).context["both"] == []


def test_form_that_was_open_meanwhile_changes_only_what_its_writer_touched(ours):
    old = form_of(ours)
    autosave(ours, {"title": "Kažoku kopiena pie Misas"}, {}, device="cits")
    send_step(ours, data=old, summary="Divi teikumi.")

    assert draft(ours).values == {"title": "Kažoku kopiena pie Misas", "summary": "Divi teikumi."}


def test_session_is_over_and_signing_in_leads_back_with_everything(ours):
    data = form_of(ours)
    ours.client.logout()
    data["summary"] = "Rakstīju ilgi."
    response = ours.client.post(address(ours), data)

    assert response.status_code == 302 and "next=" in response.url
    assert draft(ours) is None or draft(ours).values == {}

    ours.client.force_login(ours.user)
    html = ours.client.get(address(ours)).content.decode()

    assert "Rakstīju ilgi." in html
    assert draft(ours).values == {"summary": "Rakstīju ilgi."}


def test_kept_typing_of_one_person_is_not_given_to_another(ours):
    data = form_of(ours)
    ours.client.logout()
    data["summary"] = "Rakstīju ilgi."
    ours.client.post(address(ours), data)
    ours.client.force_login(person("svesais@platforma.test"))

    assert ours.client.get(address(ours)).status_code == 404
    assert draft(ours) is None or draft(ours).values == {}


def test_script_is_told_that_nobody_is_signed_in(ours):
    ours.client.logout()

    assert autosave(ours, {"summary": "X"}, {}).status_code == 302


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"typed": 1, "was": {}}',
        '{"typed": {"summary": {"a": 1}}, "was": []}',
        '{"typed": {}, "was": {}, "known": -1}',
    ],
)
def test_junk_at_the_script_s_door(ours, body):
    url = reverse("portal_draft", args=[ours.page.translation_key, "lv"])
    answer = ours.client.post(url, body, content_type="application/json")

    assert answer.status_code in (200, 400)
    assert not (draft(ours) and draft(ours).values)


def test_strangers_and_members_of_others_find_nothing(ours, client):
    other = community(ours.page.get_parent().specific, "Citi")
    client.force_login(member(other, "cits@platforma.test"))
    key = ours.page.translation_key

    for name, args in [
        ("portal_step", [key, "1"]), ("portal_edit", [key]), ("portal_look_over", [key]), ("portal_preview", [key]),
    ]:  # fmt: skip
        assert client.get(reverse(name, args=args)).status_code == 404
    assert autosave(ours, {"summary": "Svešs"}, {}, client=client).status_code == 404
    assert draft(ours) is None


def test_sending_makes_a_submission_and_leaves_the_live_page(ours):
    send_step(ours, summary="Divi jauni teikumi.", body="Pirmā rindkopa.\n\n- viens\n- divi")
    response = send(ours, note="Lūdzu, ātri.")
    row = Submission.objects.get()

    assert response.status_code == 302
    assert (row.state, row.kind, row.note, row.profile_id) == (
        "waiting",
        "change",
        "Lūdzu, ātri.",
        ours.page.translation_key,
    )
    content = row.revision.as_object()
    assert content.summary == "Divi jauni teikumi."
    assert [block.value.source for block in content.body] == [
        "<p>Pirmā rindkopa.</p><ul><li>viens</li><li>divi</li></ul>"
    ]
    ours.page.refresh_from_db()
    assert ours.page.summary == "Kaimiņi, kas kopj krastu."
    assert draft(ours).values == {}
    html = ours.client.get(reverse("portal_profile", args=[ours.page.translation_key])).content.decode()
    assert "Gaida pārbaudi" in html or "Waits to be checked" in html


def test_facts_go_live_at_once_and_are_listed(ours):
    send_step(ours, "3", contact_phone="+371 20 000 002", website="kopiena.example.org")
    send_step(ours, "2", meeting="Otrdienās plkst. 18.00", meets=["tue-evening"])
    send(ours)
    ours.page.refresh_from_db()

    assert Submission.objects.count() == 0
    assert (ours.page.website, ours.page.meeting, ours.page.meets) == (
        "https://kopiena.example.org", "Otrdienās plkst. 18.00", ["tue-evening"],
    )  # fmt: skip
    assert Contact.objects.get(profile=ours.page.translation_key).phone == "+371 20 000 002"
    assert {(row.field, row.old, row.new) for row in FactChange.objects.all()} == {
        ("contact_phone", PHONE, "+371 20 000 002"),
        ("website", "", "https://kopiena.example.org"),
        ("meeting", "", "Otrdienās plkst. 18.00"),
        ("meets", "", "otrdienās vakarā"),
    } or FactChange.objects.filter(field="meets").exists()
    assert ours.page.get_latest_revision_as_object().website == "https://kopiena.example.org"


def test_private_phone_is_not_written_down_in_the_list_of_changes(ours):
    send_step(ours, "3", contact_phone="+371 20 000 003", contact_phone_shown=None)
    send(ours)

    assert [(row.field, row.old, row.new) for row in FactChange.objects.all()] == [("contact_phone", PHONE, "")]


def test_facts_wait_where_staff_want_to_see_them_first(ours):
    SiteSettings.objects.update(facts_at_once=False)
    send_step(ours, "3", website="https://kopiena.example.org", contact_phone="+371 20 000 004")
    send(ours)
    ours.page.refresh_from_db()

    assert ours.page.website == ""
    assert Submission.objects.get().revision.as_object().website == "https://kopiena.example.org"
    assert Contact.objects.get(profile=ours.page.translation_key).phone == "+371 20 000 004"


def test_fact_reaches_the_page_the_newest_revision_and_what_waits(ours):
    send_step(ours, summary="Gaida pārbaudi.")
    send(ours)
    ours.page.refresh_from_db()
    staffs = ours.page.get_latest_revision_as_object()
    staffs.joining = "Redakcijas melnraksts."
    staffs.save_revision(user=moderator())
    send_step(ours, "3", website="https://kopiena.example.org")
    send(ours)
    ours.page.refresh_from_db()
    row = Submission.objects.get()

    assert (ours.page.website, ours.page.summary) == ("https://kopiena.example.org", "Kaimiņi, kas kopj krastu.")
    newest = ours.page.get_latest_revision_as_object()
    assert (newest.website, newest.summary, newest.joining) == (
        "https://kopiena.example.org", "Gaida pārbaudi.", "Redakcijas melnraksts.",
    )  # fmt: skip
    assert row.state == "waiting" and row.revision.as_object().website == "https://kopiena.example.org"
    assert row.revision.as_object().joining == "Atnāciet uz talku."


def test_staff_change_the_same_field_and_the_member_is_shown_both(ours):
    send_step(ours, summary="Biedru vārdi.")
    staffs = ours.page.get_latest_revision_as_object()
    staffs.summary, staffs.joining = "Redakcijas vārdi.", "Redakcija te arī."
    staffs.save_revision().publish()
    html = ours.client.get(address(ours)).content.decode()

    assert "Biedru vārdi." in html and "Redakcijas vārdi." in html
    assert send(ours).status_code == 409 and not Submission.objects.exists()
    assert draft(ours).values == {"summary": "Biedru vārdi."}

    ours.client.post(address(ours), {"settle": "summary|ours"})
    send(ours)
    sent = Submission.objects.get().revision.as_object()

    assert (sent.summary, sent.joining) == ("Biedru vārdi.", "Redakcija te arī.")


def test_member_takes_the_words_of_staff(ours):
    send_step(ours, summary="Biedru vārdi.")
    staffs = ours.page.get_latest_revision_as_object()
    staffs.summary = "Redakcijas vārdi."
    staffs.save_revision().publish()
    ours.client.post(address(ours), {"settle": "summary|theirs"})

    assert draft(ours).values == {}


def test_page_changes_between_looking_and_sending(ours):
    send_step(ours, summary="Biedru vārdi.")
    form = ours.client.get(look_over(ours)).context["form"]
    staffs = ours.page.get_latest_revision_as_object()
    staffs.joining = "Redakcija."
    staffs.save_revision()
    seen = {"version": form.initial["version"], "revision": form.initial["revision"]}

    assert ours.client.post(look_over(ours), seen).status_code == 409
    assert not Submission.objects.exists()
    assert send(ours).status_code == 302


def test_returned_words_are_in_the_draft_again(ours):
    from directory.actions.decide import return_for_correction

    send_step(ours, summary="Biedru vārdi.")
    send(ours)
    return_for_correction(Submission.objects.get(), user=moderator(), reason="Lūdzu, īsāk.")
    page = ours.client.get(reverse("portal_profile", args=[ours.page.translation_key])).content.decode()
    html = ours.client.get(address(ours)).content.decode()

    assert "Lūdzu, īsāk." in page
    assert "Biedru vārdi." in html
    assert draft(ours).values == {"summary": "Biedru vārdi."}

    ours.client.post(reverse("portal_throw_away", args=[ours.page.translation_key, "lv"]))

    assert "Biedru vārdi." not in ours.client.get(address(ours)).content.decode()


def test_taken_back_words_are_in_the_draft_again(ours):
    send_step(ours, summary="Biedru vārdi.")
    send(ours)
    ours.client.post(reverse("portal_take_back", args=[ours.page.translation_key, Submission.objects.get().pk]))

    assert Submission.objects.get().state == "withdrawn"
    assert "Biedru vārdi." in ours.client.get(address(ours)).content.decode()


def test_second_sending_takes_the_place_of_the_first(ours):
    send_step(ours, summary="Pirmie vārdi.")
    send(ours)
    send_step(ours, joining="Otrie vārdi.")
    send(ours)
    row = Submission.objects.get(state="waiting")

    assert (row.revision.as_object().summary, row.revision.as_object().joining) == ("Pirmie vārdi.", "Otrie vārdi.")


def test_nothing_with_a_fault_is_sent(ours):
    send_step(ours, summary="Īsi.", founded="1500")

    assert send(ours).status_code == 409
    assert not Submission.objects.exists()
    assert draft(ours).values == {"summary": "Īsi.", "founded": "1500"}


def test_preview_shows_the_draft_to_members_alone(ours, client):
    send_step(ours, summary="Priekšskata vārdi.")
    url = reverse("portal_preview", args=[ours.page.translation_key])
    response = ours.client.get(url)

    assert "Priekšskata vārdi." in response.content.decode()
    assert "no-store" in response["Cache-Control"] and "noindex" in response["X-Robots-Tag"]
    client.logout()
    assert client.get(url).status_code == 302
    assert "Priekšskata vārdi." not in client.get(ours.page.url).content.decode()


def test_settlement_and_point_and_topics_reach_the_revision(ours):
    baldone = settlement("Baldone", point=(24.4, 56.74))
    send_step(ours, "2", settlement=str(baldone.pk), point="56.74, 24.39", precision="exact", covers=[str(baldone.pk)])
    send(ours)
    sent = Submission.objects.get().revision.as_object()

    assert (sent.settlement_id, sent.precision, sent.point.coords) == (baldone.pk, "exact", (24.39, 56.74))
    assert [row.pk for row in sent.covers.all()] == [baldone.pk]
