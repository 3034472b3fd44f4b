"""Members' addresses, all beneath “our page”, and those that lead there. Other parts of the portal add their own."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from directory.portal import account, adding, claiming, freshness, letters, people, residents, views

# Everybody: no account, no cookie.
urlpatterns = [
    path(_("add-your-community/"), adding.add, name="add_profile"),
    path(_("add-your-community/known/"), adding.known_names, name="known_names"),
    path(_("join-us/"), residents.join, name="join_as_resident"),
    path(_("our-page/claim/<uuid:key>/"), claiming.claim, name="portal_claim"),
]

# Whoever holds the letter.
urlpatterns += [
    path(_("invitation/<str:secret>/"), letters.invitation, name="portal_invitation"),
    path(_("our-page/mailbox/<str:secret>/"), letters.arrival, name="portal_arrival"),
    path(_("join-us/<str:token>/"), residents.resident, name="resident"),
]

# Whoever has signed in.
urlpatterns += [
    path(_("our-page/"), views.home, name="portal_home"),
    path(_("our-page/account/"), account.account, name="portal_account"),
    path(_("our-page/account/data.json"), account.own_data, name="portal_own_data"),
    path(_("our-page/account/delete/"), account.delete_account, name="portal_delete_account"),
    path(_("our-page/account/sign-out-others/"), account.end_other_sessions, name="portal_end_other_sessions"),
    path(_("our-page/account/session/<int:pk>/end/"), account.end_session, name="portal_end_session"),
]

# Members of the profile.
urlpatterns += [
    path(_("our-page/<uuid:key>/"), views.profile, name="portal_profile"),
    path(_("our-page/<uuid:key>/people/"), people.people, name="portal_people"),
    path(_("our-page/<uuid:key>/leave/"), people.go, name="portal_leave"),
]

# Members: all of it is right, what a visitor wrote is settled.
urlpatterns += [
    path(_("our-page/<uuid:key>/all-is-right/"), freshness.confirm_own, name="portal_confirm"),
    path(_("our-page/<uuid:key>/settled/<int:pk>/"), freshness.settle_own, name="portal_settle_report"),
]

# Its owners.
urlpatterns += [
    path(_("our-page/<uuid:key>/people/invite/"), people.send_invitation, name="portal_invite"),
    path(_("our-page/<uuid:key>/people/invitation/<int:pk>/revoke/"), people.revoke_invitation, name="portal_revoke"),
    path(_("our-page/<uuid:key>/people/<int:pk>/role/"), people.role, name="portal_role"),
    path(_("our-page/<uuid:key>/people/<int:pk>/end/"), people.end, name="portal_let_go"),
]
