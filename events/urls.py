from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from events import views
from events.feeds import CalendarAtomFeed, calendar_feed, event_calendar

urlpatterns = [
    path(_("sign-up/<int:pk>/"), views.sign_up, name="sign_up"),
    path(_("my-place/<str:token>/"), views.registration, name="registration"),
    path(_("calendar-entry/<int:pk>.ics"), views.entry, name="calendar_entry"),
    path(_("event-suggestion/"), views.suggest, name="suggest_event"),
    path(_("outing-suggestion/"), views.suggest_outing, name="suggest_outing"),
    path(_("feeds/calendar.ics"), calendar_feed, name="calendar_feed"),
    path(_("feeds/calendar.atom"), CalendarAtomFeed(), name="calendar_atom"),
    path(_("feeds/event/<uuid:key>.ics"), event_calendar, name="event_calendar"),
]

# Members, when they have signed in.
urlpatterns += [path("", include("events.portal.urls"))]
