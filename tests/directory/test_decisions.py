"""A change is sent, taken back, published or returned: the row, the page, the workflow, the mail, each alone and at once."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, WorkflowState
from wagtail.users.models import UserProfile

from directory.actions.decide import (
    AlreadyDecided,
    ChangedMeanwhile,
    StaffDraft,
    Staffs,
    approve,
    may_decide,
    return_for_correction,
)
from directory.actions.submit import promised_day, submit, withdraw
from directory.models import CommunityPage, FactChange, Membership, Submission
from home.models import OutboxMessage, SiteSettings, User
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.shared import fresh
from tests.factories.submissions import changed, editor, moderator, sent

pytestmark = pytest.mark.django_db
OLD, NEW = "Kaimiņi, kas kopj krastu.", "Kaimiņi, kas kopj krastu un dzied."


@pytest.fixture(scope="module")
def _office(site_of_file):
    page = community(directory_page(site_of_file.home))
    return SimpleNamespace(page=page, anita=member(page), staff=moderator())


@pytest.fixture
def office(_office, db):
    return fresh(_office)


@pytest.fixture
def page(office):
    return office.page


@pytest.fixture
def anita(office):
    return office.anita


@pytest.fixture
def staff(office):
    return office.staff


@pytest.fixture(scope="module")
def _new_page(_office):
    return community(_office.page.get_parent(), "Jauna kopiena", publish=False)


@pytest.fixture
def new_page(_new_page, db):
    """Nobody has published it yet."""
    return fresh(_new_page)


def live(page) -> CommunityPage:
    return CommunityPage.objects.get(pk=page.pk)


def mails() -> list[OutboxMessage]:
    return list(OutboxMessage.objects.order_by("pk"))


def workflows(page) -> list[str]:
    return list(WorkflowState.objects.for_instance(page).order_by("pk").values_list("status", flat=True))


def test_sent_change_waits_and_the_live_page_stays(page, anita):
    submission = sent(page, anita, summary=NEW, note="Esam sākuši dziedāt.")
    assert (submission.state, submission.kind, submission.note) == ("waiting", "change", "Esam sākuši dziedāt.")
    assert submission.promised_on == promised_day() and submission.revision == live(page).latest_revision
    assert live(page).summary == OLD and live(page).live
    assert workflows(page) == ["in_progress"] and mails() == []
    assert PageLogEntry.objects.filter(action="directory.submit", user=anita).count() == 1


@pytest.mark.parametrize(
    ("start", "days", "promised"),
    [("2026-11-25", 2, "2026-11-27"), ("2026-11-26", 2, "2026-11-30"), ("2026-11-28", 2, "2026-12-01"), ("2026-11-27", 5, "2026-12-04")],
)  # fmt: skip
def test_promise_counts_working_days(site, start, days, promised):
    SiteSettings.objects.update(answer_days=days)
    assert promised_day(datetime.date.fromisoformat(start)).isoformat() == promised


def test_approved_change_is_live_and_the_sender_is_told_once(page, anita, staff):
    submission = approve(sent(page, anita, summary=NEW), user=staff)
    assert (submission.state, submission.was_edited, submission.decided_by) == ("approved", False, staff)
    assert live(page).summary == NEW and not live(page).has_unpublished_changes
    assert workflows(page) == ["approved"]
    (mail,) = mails()
    assert (mail.recipient, mail.language) == (anita.email, "lv")
    assert live(page).full_url in mail.text and mail.text.count("http") == 2
    with pytest.raises(AlreadyDecided):
        approve(submission, user=staff)
    assert len(mails()) == 1


def test_new_page_is_published_by_whoever_may(new_page, staff):
    page = new_page
    submission = sent(page, member(page), summary=NEW)
    assert submission.kind == "new"
    approve(submission, user=staff)
    assert live(page).live and live(page).summary == NEW


def test_page_without_profile_is_sent_by_its_owner_alone(page, staff):
    owner, other = User.objects.create_user("a@paraugs.test"), User.objects.create_user("b@paraugs.test")
    page = community(page.get_parent(), "Jauna kopiena", publish=False, owner=owner)
    with pytest.raises(PermissionDenied):
        submit(page=page, user=other)
    assert submit(page=page, user=owner).sent_by == owner


def test_returned_change_leaves_the_page_and_keeps_the_words(page, anita, staff):
    submission = return_for_correction(sent(page, anita, summary=NEW), user=staff, reason=" Kurā krastā? ")
    assert (submission.state, submission.reason) == ("returned", "Kurā krastā?")
    page = live(page)
    assert (page.summary, page.get_latest_revision_as_object().summary) == (OLD, OLD)
    assert not page.has_unpublished_changes and workflows(page) == ["cancelled"]
    assert Revision.objects.get(pk=submission.revision_id).content["summary"] == NEW
    (mail,) = mails()
    assert "Kurā krastā?" in mail.text and mail.text.count("http") == 2
    assert PageLogEntry.objects.filter(action="directory.return", user=staff).count() == 1
    again = sent(page, anita, summary=NEW)
    assert again.pk != submission.pk and workflows(page) == ["cancelled", "in_progress"]


def test_return_needs_a_reason(page, anita, staff):
    submission = sent(page, anita, summary=NEW)
    with pytest.raises(ValueError, match="correct"):
        return_for_correction(submission, user=staff, reason=" ")
    assert Submission.objects.get().state == "waiting" and mails() == []


def test_taken_back_by_another_member_and_nothing_is_mailed(page, anita):
    submission = sent(page, anita, summary=NEW)
    withdraw(submission, user=member(page, "juris@paraugs.test", Membership.Role.EDITOR))
    assert Submission.objects.get().state == "withdrawn" and mails() == []
    assert live(page).get_latest_revision_as_object().summary == OLD and workflows(page) == ["cancelled"]


def test_sent_again_while_it_waits_is_one_submission_and_keeps_its_promise(page, anita, staff):
    first = sent(page, anita, summary=NEW)
    Submission.objects.update(promised_on=datetime.date(2026, 1, 5))
    second = sent(page, anita, summary="Citi vārdi.")
    assert second.pk == first.pk and second.promised_on == datetime.date(2026, 1, 5)
    assert workflows(page) == ["cancelled", "in_progress"] and mails() == []
    with pytest.raises(ChangedMeanwhile):
        approve(first, user=staff)  # whoever decides has looked at the older words
    approve(second, user=staff)
    assert live(page).summary == "Citi vārdi."


def test_nobody_else_may(page, anita, staff):
    submission = sent(page, anita, summary=NEW)
    other = member(community(page.get_parent(), "Cita"), "cita@paraugs.test")
    sleeping = moderator("guloss@platforma.test", is_active=False)
    for user in (anita, other, editor(), sleeping):
        assert not may_decide(user, page)
        for act in (lambda user: approve(submission, user=user), lambda user: return_for_correction(submission, user=user, reason="x")):  # fmt: skip
            with pytest.raises(PermissionDenied):
                act(user)
    for user in (other, sleeping):
        with pytest.raises(PermissionDenied):
            withdraw(submission, user=user)
        with pytest.raises(PermissionDenied):
            submit(page=page, user=user, profile=page.profile)
    with pytest.raises(PermissionDenied):
        submit(page=page, user=other, profile=Membership.objects.get(user=other).profile)
    assert Submission.objects.get().state == "waiting" and mails() == []


def test_one_waits_for_a_page_whoever_writes_the_row(page, anita):
    submission = sent(page, anita, summary=NEW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.create(page=submission.page, promised_on=submission.promised_on)


def test_draft_of_staff_from_before_is_neither_published_nor_lost(page, anita, staff):
    changed(page, staff, joining="Zvaniet.")
    submission = sent(page, anita, summary=NEW)  # on top of the draft, which is the page's latest revision
    with pytest.raises(StaffDraft) as refused:
        approve(submission, user=staff)
    assert refused.value.before.user == staff and refused.value.after is None
    assert Submission.objects.get().state == "waiting" and live(page).summary == OLD
    approve(submission, user=staff, staffs=Staffs.KEEP)
    page = live(page)
    assert (page.summary, page.joining) == (NEW, "Atnāciet uz talku.")
    draft = page.get_latest_revision_as_object()
    assert (draft.summary, draft.joining, page.has_unpublished_changes) == (NEW, "Zvaniet.", True)
    assert Submission.objects.get().was_edited is False


def test_fact_that_a_member_changed_since_is_not_the_drafts(page, anita, staff):
    """The draft of staff is older than the fact: neither choice brings the old fact back."""
    changed(page, staff, joining="Zvaniet.")
    newer = live(page)
    newer.website = "https://krasts.example.org/"
    newer.save()
    FactChange.objects.create(profile=page.profile, field="website", new=newer.website, made_by=anita)
    approve(sent(page, anita, summary=NEW, website=newer.website), user=staff, staffs=Staffs.KEEP)
    assert (live(page).website, live(page).joining) == (newer.website, "Atnāciet uz talku.")
    draft = live(page).get_latest_revision_as_object()
    assert (draft.website, draft.joining) == (newer.website, "Zvaniet.")


def test_draft_of_staff_is_published_with_it_when_they_say_so(page, anita, staff):
    changed(page, staff, joining="Zvaniet.")
    revision = live(page)  # the member's words stand on the live page, not on the draft
    revision.summary = NEW
    revision.save_revision(user=anita)
    submission = submit(page=page, user=anita, profile=page.profile)
    approve(submission, user=staff, staffs=Staffs.INCLUDE)
    page = live(page)
    assert (page.summary, page.joining, page.has_unpublished_changes) == (NEW, "Zvaniet.", False)
    assert Submission.objects.get().was_edited and workflows(page)[-1] in ("approved", "cancelled")


@pytest.mark.parametrize(
    ("staffs", "summary", "edited"), [(Staffs.KEEP, NEW, False), (Staffs.INCLUDE, "Kaimiņi dzied.", True)]
)
def test_draft_of_staff_from_afterwards_is_a_choice(page, anita, staff, staffs, summary, edited):
    submission = sent(page, anita, summary=NEW)
    changed(page, staff, summary="Kaimiņi dzied.")
    with pytest.raises(StaffDraft) as refused:
        approve(submission, user=staff)
    assert refused.value.after.user == staff
    approve(submission, user=staff, staffs=staffs)
    page = live(page)
    assert page.summary == summary and Submission.objects.get().was_edited is edited
    assert page.get_latest_revision_as_object().summary == "Kaimiņi dzied."
    assert page.has_unpublished_changes is (not edited)
    assert "in_progress" not in workflows(page)


def test_corrections_are_published_and_said(page, anita, staff):
    submission = sent(page, anita, summary=NEW, joining="Atnāc!")
    approve(submission, user=staff, corrections={"summary": "Kaimiņi kopj krastu un dzied."})
    page = live(page)
    assert (page.summary, page.joining) == ("Kaimiņi kopj krastu un dzied.", "Atnāc!")
    assert Submission.objects.get().was_edited and not page.has_unpublished_changes
    assert Revision.objects.get(pk=submission.revision_id).content["summary"] == NEW


def test_draft_of_staff_comes_back_when_the_change_is_returned(page, anita, staff):
    changed(page, staff, joining="Zvaniet.")
    return_for_correction(sent(page, anita, summary=NEW), user=staff, reason="Kāpēc?")
    draft = live(page).get_latest_revision_as_object()
    assert (draft.joining, draft.summary, live(page).has_unpublished_changes) == ("Zvaniet.", OLD, True)


def test_decided_in_wagtails_own_screens(page, anita, staff):
    sent(page, anita, summary=NEW)
    task = page.current_workflow_task_state
    task.task.specific.on_action(task, staff, "reject", comment="Kurā krastā?")
    submission = Submission.objects.get()
    assert (submission.state, submission.reason, submission.decided_by) == ("returned", "Kurā krastā?", staff)
    assert workflows(page) == ["cancelled"] and live(page).get_latest_revision_as_object().summary == OLD
    again = sent(page, anita, summary=NEW)
    task = page.current_workflow_task_state
    task.task.specific.on_action(task, staff, "approve")
    again.refresh_from_db()
    assert (again.state, again.was_edited, live(page).summary) == ("approved", False, NEW)
    # No mail of Wagtail's own, which would link into the admin.
    assert [mail.occasion for mail in mails()] == [f"submission-{submission.pk}-returned", f"submission-{again.pk}-approved"]  # fmt: skip
    assert not any("/admin/" in mail.text for mail in mails())


def test_page_with_a_day_to_go_live_waits_for_it_and_not_for_staff(new_page, staff):
    page = new_page
    later = timezone.now() + datetime.timedelta(days=3)
    submission = approve(sent(page, member(page), summary=NEW, go_live_at=later), user=staff)
    assert submission.state == "approved" and not live(page).live and "in_progress" not in workflows(page)


def test_published_straight_from_the_editor(page, anita, staff):
    submission = sent(page, anita, summary=NEW)
    changed(page, staff, summary="Kaimiņi dzied.").publish(user=staff)
    submission.refresh_from_db()
    assert (submission.state, submission.was_edited) == ("approved", True) and workflows(page) == ["cancelled"]


def test_check_stopped_in_wagtail_is_returned(page, anita, staff):
    submission = sent(page, anita, summary=NEW)
    page.current_workflow_state.cancel(user=staff)
    submission.refresh_from_db()
    assert (submission.state, submission.reason, len(mails())) == ("returned", "", 1)
    assert live(page).get_latest_revision_as_object().summary == OLD


def test_mail_speaks_the_members_language(page, anita, staff):
    UserProfile.objects.create(user=anita, preferred_language="en")
    submission = sent(page, anita, summary=NEW)
    return_for_correction(submission, user=staff, reason="Kurā krastā?")
    (mail,) = mails()
    assert mail.language == "en" and mail.subject == "To be corrected: Kažoku kopiena"


def test_page_that_goes_takes_the_submission_along(page, anita, staff):
    submission = sent(page, anita, summary=NEW)
    live(page).delete()
    with pytest.raises(AlreadyDecided):
        approve(submission, user=staff)
    assert not Submission.objects.exists()
