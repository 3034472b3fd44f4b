"""Who acts for a profile: invited, accepted, changed, let go, gone. The last owner does not go unnoticed."""

import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.actions.invite import invite, revoke
from directory.actions.join import accept
from directory.actions.leave import LastOwner, change_role, leave, let_go
from directory.models import Invitation, Membership
from directory.moderation.people_sources import lonely_items
from home.models import OutboxMessage, User
from tests.directory.portal.conftest import sent, signed_in
from tests.factories.members import EDITOR, OWNER, person

NEW = "jauna@paraugs.test"


def invited(town, email=NEW, role="editor", **fields):
    return invite(profile=town.page.profile, email=email, role=role, user=town.owner, **fields)


def letter(row):
    return reverse("portal_invitation", args=[row.secret])


def test_from_the_letter_to_the_portal_in_one_post(town):
    row = invited(town, email="Jauna@Paraugs.test")
    mail = OutboxMessage.objects.get()
    assert (mail.recipient, mail.confidential) == (NEW, True)
    assert letter(row) in mail.text and letter(row) in mail.html
    client = Client()
    page = client.get(letter(row))
    assert page.status_code == 200 and town.page.title in page.content.decode()
    assert not User.objects.filter(email=NEW).exists()  # nothing happens by looking
    response = sent(client, letter(row), name="Anna Jauna")
    assert response["Location"] == reverse("portal_profile", args=[town.key])
    assert client.get(response["Location"]).status_code == 200
    user = User.objects.get(email=NEW)
    assert (user.first_name, user.last_name, user.has_usable_password()) == ("Anna", "Jauna", False)
    assert Membership.objects.get(user=user).role == EDITOR
    assert user.emailaddress_set.get().verified
    assert not user.has_perm("wagtailadmin.access_admin")
    row.refresh_from_db()
    assert row.accepted_at and row.email == ""
    told = OutboxMessage.objects.exclude(pk=mail.pk)
    assert [message.recipient for message in told] == [town.owner.email]


def test_a_letter_works_once_and_not_when_it_is_old_or_taken_back(town):
    used, old, back = invited(town), invited(town, "b@paraugs.test"), invited(town, "c@paraugs.test")
    accept(used)
    Invitation.objects.filter(pk=old.pk).update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    revoke(back, user=town.owner)
    for row in (used, old, back):
        assert Client().get(letter(row)).status_code == 404
        assert sent(Client(), letter(row)).status_code == 404
        assert accept(row) is None
    back.refresh_from_db()
    assert back.email == ""


def test_sent_again_the_older_link_ends(town):
    first = invited(town)
    secret = first.secret
    second = invited(town, role="owner")
    assert second.pk == first.pk and second.secret != secret
    assert Client().get(reverse("portal_invitation", args=[secret])).status_code == 404
    assert accept(second).role == OWNER


def test_who_has_an_account_signs_in_first(town):
    person(NEW)
    row = invited(town)
    client = Client()
    assert reverse("account_login") in client.get(letter(row)).content.decode()
    sent(client, letter(row))
    assert "_auth_user_id" not in client.session and not Membership.objects.filter(user__email=NEW).exists()


def test_a_letter_passed_on_serves_who_has_signed_in(town):
    row = invited(town)
    client = signed_in(town.stranger)
    sent(client, letter(row))
    assert Membership.objects.get(user=town.stranger, profile=town.key).role == EDITOR
    assert not User.objects.filter(email=NEW).exists()


def test_forms_from_elsewhere_do_nothing(town):
    row = invited(town)
    from home.public_forms import opened_now

    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.test"}, {}):
        response = Client().post(letter(row), {"opened": opened_now(10)}, headers=headers)
        assert response.status_code == 422
    assert not User.objects.filter(email=NEW).exists()


@pytest.mark.parametrize("who", ["editor", "stranger"])
def test_only_owners_and_staff_invite(town, who):
    user = getattr(town, who)
    with pytest.raises(PermissionDenied):
        invite(profile=town.page.profile, email=NEW, role="editor", user=user)
    address = reverse("portal_invite", args=[town.key])
    assert signed_in(user).post(address, {"email": NEW, "role": "editor"}).status_code == 404
    assert not Invitation.objects.exists()
    invite(profile=town.page.profile, email=NEW, role="editor", user=town.moderator)


def test_owners_invite_in_the_portal_and_take_back(town):
    client = signed_in(town.owner)
    address = reverse("portal_invite", args=[town.key])
    assert client.post(address, {"email": NEW, "role": "owner"}).status_code == 302
    row = Invitation.objects.get()
    assert (row.role, row.invited_by) == ("owner", town.owner)
    page = client.get(reverse("portal_people", args=[town.key])).content.decode()
    assert NEW in page
    client.post(reverse("portal_revoke", args=[town.key, row.pk]))
    row.refresh_from_db()
    assert row.revoked_at is not None
    assert client.post(address, {"email": "nav", "role": "owner"}).status_code == 422
    assert client.post(address, {"email": town.editor.email, "role": "editor"}).status_code == 422


def test_editors_see_who_acts_and_no_letters(town):
    invited(town)
    text = signed_in(town.editor).get(reverse("portal_people", args=[town.key])).content.decode()
    assert str(town.owner) in text and NEW not in text and reverse("portal_invite", args=[town.key]) not in text


def test_an_owner_of_one_profile_changes_nobody_of_another(town):
    theirs = Membership.objects.get(user=town.stranger)
    client = signed_in(town.owner)
    assert client.post(reverse("portal_let_go", args=[town.key, theirs.pk])).status_code == 404
    assert client.post(reverse("portal_role", args=[town.key, theirs.pk]), {"role": "editor"}).status_code == 404
    letter_row = invite(profile=town.other_page.profile, email=NEW, role="editor", user=town.stranger)
    assert client.post(reverse("portal_revoke", args=[town.key, letter_row.pk])).status_code == 404
    theirs.refresh_from_db()
    assert theirs.role == OWNER


def test_roles_change_and_people_are_let_go_and_told(town):
    client = signed_in(town.owner)
    row = Membership.objects.get(user=town.editor)
    client.post(reverse("portal_role", args=[town.key, row.pk]), {"role": "owner"})
    row.refresh_from_db()
    assert row.role == OWNER
    client.post(reverse("portal_let_go", args=[town.key, row.pk]))
    assert not Membership.objects.filter(pk=row.pk).exists()
    assert [message.recipient for message in OutboxMessage.objects.all()] == [town.editor.email]
    assert signed_in(town.editor).get(reverse("portal_profile", args=[town.key])).status_code == 404


def test_the_last_owner_is_told_first_and_staff_afterwards(town):
    own = Membership.objects.get(user=town.owner)
    with pytest.raises(LastOwner):
        leave(own, user=town.owner)
    with pytest.raises(LastOwner):
        change_role(own, "editor", user=town.owner)
    client = signed_in(town.owner)
    address = reverse("portal_leave", args=[town.key])
    assert reverse("portal_people", args=[town.key]) in client.get(address).content.decode()
    assert client.post(address).status_code == 409
    assert Membership.objects.filter(pk=own.pk).exists()
    assert client.post(address, {"anyway": "on"}).status_code == 302
    assert not Membership.objects.filter(pk=own.pk).exists()
    assert [item.ident for item in lonely_items(town.moderator)] == [str(town.key)]
    assert list(lonely_items(town.stranger)) == []
    change_role(Membership.objects.get(user=town.editor), "owner", user=town.moderator)
    assert list(lonely_items(town.moderator)) == []


def test_two_owners_who_go_together_leave_one_that_is_asked(town):
    change_role(Membership.objects.get(user=town.editor), "owner", user=town.owner)
    leave(Membership.objects.get(user=town.editor), user=town.editor)
    with pytest.raises(LastOwner):
        leave(Membership.objects.get(user=town.owner), user=town.owner)


def test_nobody_leaves_for_somebody_else(town):
    with pytest.raises(PermissionDenied):
        leave(Membership.objects.get(user=town.editor), user=town.stranger)
    with pytest.raises(PermissionDenied):
        let_go(Membership.objects.get(user=town.owner), user=town.editor)


def test_staff_do_all_of_it_on_one_screen(town):
    client = signed_in(town.moderator)
    address = reverse("profile_people", args=[town.key])
    assert town.owner.email in client.get(address).content.decode()
    client.post(address, {"email": NEW, "role": "owner"})
    row = Invitation.objects.get()
    change = reverse("profile_people_change", args=[town.key])
    client.post(change, {"do": "revoke", "pk": row.pk})
    own = Membership.objects.get(user=town.owner)
    assert client.post(change, {"do": "end", "pk": own.pk}).status_code == 409
    client.post(change, {"do": "end", "pk": own.pk, "anyway": "on"})
    assert not Membership.objects.filter(pk=own.pk).exists()
    row.refresh_from_db()
    assert row.revoked_at
    assert client.get(reverse("profile_people", args=[uuid.uuid4()])).status_code == 404


@pytest.mark.parametrize("how", ["deleted", "closed"])
def test_an_owner_whose_account_staff_end_is_missed_too(town, how):
    if how == "deleted":
        town.owner.delete()
    else:
        town.owner.is_active = False
        town.owner.save()
    assert [item.ident for item in lonely_items(town.moderator)] == [str(town.key)]


def test_a_page_that_never_had_members_is_not_missed(town):
    assert list(lonely_items(town.moderator)) == []
