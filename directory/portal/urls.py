"""Members' addresses, all beneath “our page”. Other parts of the portal add their own (events/portal/urls.py)."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from directory.portal import editing, sending, views, wanted

# Whoever has signed in.
urlpatterns = [path(_("our-page/"), views.home, name="portal_home")]

# Members of the profile.
urlpatterns += [path(_("our-page/<uuid:key>/"), views.profile, name="portal_profile")]

# Members writing their page: steps, looking over, sending.
urlpatterns += [
    path(_("our-page/<uuid:key>/edit/"), editing.begin, name="portal_edit"),
    path(_("our-page/<uuid:key>/edit/<slug:name>/"), editing.step, name="portal_step"),
    path("our-page/<uuid:key>/draft-<str:language>.json", editing.save, name="portal_draft"),
    path(_("our-page/<uuid:key>/let-go/<str:language>/"), editing.throw_away, name="portal_let_go"),
    path(_("our-page/<uuid:key>/look-over/"), sending.look_over, name="portal_look_over"),
    path(
        _("our-page/<uuid:key>/look-over/english/"),
        sending.look_over,
        {"language": "en"},
        name="portal_look_over_english",
    ),
    path(_("our-page/<uuid:key>/take-back/<int:pk>/"), sending.take_back, name="portal_take_back"),
    path(_("our-page/<uuid:key>/preview/"), sending.preview, name="portal_preview"),
    path(_("our-page/<uuid:key>/preview/english/"), sending.preview, {"language": "en"}, name="portal_preview_english"),
]
urlpatterns += [
    path(_("our-page/<uuid:key>/wanted-and-offered/"), wanted.notice, name="portal_new_notice"),
    path(_("our-page/<uuid:key>/wanted-and-offered/<int:pk>/"), wanted.notice, name="portal_notice"),
]
