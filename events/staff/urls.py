from django.urls import path

from events.staff import screens, suggestions

urlpatterns = [
    path("events/", screens.overview, name="event_overview"),
    path("events/page/<int:page>/new/<slug:preset>/", screens.new_date, name="event_new_date"),
    path("events/page/<int:page>/rules/", screens.rules, name="event_rules"),
    path("events/<int:pk>/", screens.date, name="event_date"),
    path("events/<int:pk>/repeat/", screens.repeat, name="event_repeat"),
    path("events/<int:pk>/remove/", screens.remove, name="event_remove"),
    path("events/<int:pk>/status/<slug:verb>/", screens.status, name="event_status"),
    path("events/<int:pk>/people/", screens.people_list, name="event_people"),
    path("events/<int:pk>/people/<int:registration>/", screens.person, name="event_person"),
    path("events/<int:pk>/check-in/", screens.door, name="event_check_in"),
    path("events/check-in/<str:token>/", screens.by_code, name="event_check_in_by_code"),
    path("events/<int:pk>/sheet/", screens.sheet, name="event_sheet"),
    path("events/<int:pk>/export.<slug:suffix>", screens.export, name="event_export"),
    path("events/<int:pk>/message/", screens.message, name="event_message"),
    path("events/suggestions/<int:pk>/<slug:verb>/", suggestions.decide, name="event_suggestion"),
]
