from django.urls import path

from events.staff import date_screens as dates
from events.staff import door, suggestions
from events.staff import people_screens as people
from events.staff.screen import on_local_time


def screen(route: str, view, name: str):
    return path(f"events/{route}", on_local_time(view), name=name)


urlpatterns = [
    screen("", dates.overview, "event_overview"),
    screen("page/<int:page>/new/<slug:preset>/", dates.new_date, "event_new_date"),
    screen("page/<int:page>/rules/", dates.rules, "event_rules"),
    screen("<int:pk>/", dates.date, "event_date"),
    screen("<int:pk>/repeat/", dates.repeat, "event_repeat"),
    screen("<int:pk>/remove/", dates.remove, "event_remove"),
    screen("<int:pk>/status/<slug:verb>/", dates.status, "event_status"),
    screen("<int:pk>/people/", people.people_list, "event_people"),
    screen("<int:pk>/people/<int:registration>/", door.person, "event_person"),
    screen("<int:pk>/check-in/", door.door, "event_check_in"),
    screen("check-in/<str:token>/", door.by_code, "event_check_in_by_code"),
    screen("<int:pk>/sheet/", people.sheet, "event_sheet"),
    screen("<int:pk>/guide/", people.guide_sheet, "event_guide_sheet"),
    screen("<int:pk>/export.<slug:suffix>", people.export, "event_export"),
    screen("<int:pk>/message/", people.message, "event_message"),
    screen("suggestions/<int:pk>/<slug:verb>/", suggestions.decide, "event_suggestion"),
]
