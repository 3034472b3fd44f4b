"""Members' addresses of events, beneath “our page” like all of theirs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.portal import views

urlpatterns = [
    path(_("our-page/<uuid:key>/propose-an-event/"), views.propose, name="portal_propose_event"),
    path(_("our-page/<uuid:key>/who-comes/<int:pk>/"), views.people, name="portal_people_of_date"),
    path(_("our-page/<uuid:key>/who-comes/<int:pk>.csv"), views.export, name="portal_people_export"),
]
