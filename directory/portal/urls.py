"""Members' addresses, all beneath “our page”. Other parts of the portal add their own (events/portal/urls.py)."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from directory.portal import freshness, views

# Whoever has signed in.
urlpatterns = [path(_("our-page/"), views.home, name="portal_home")]

# Members of the profile.
urlpatterns += [path(_("our-page/<uuid:key>/"), views.profile, name="portal_profile")]

# Members: all of it is right, what a visitor wrote is settled.
urlpatterns += [
    path(_("our-page/<uuid:key>/all-is-right/"), freshness.confirm_own, name="portal_confirm"),
    path(_("our-page/<uuid:key>/settled/<int:pk>/"), freshness.settle_own, name="portal_settle_report"),
]
