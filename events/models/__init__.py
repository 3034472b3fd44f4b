from events.models.calendar_page import CalendarPage, EventPage, SuggestPage
from events.models.dated_page import DatedPage
from events.models.event import Event, Question
from events.models.festival import FestivalPage
from events.models.registration import Registration, person_key
from events.models.session import Session
from events.models.suggestion import Suggestion
from events.models.visit import VisitPage, VisitsPage
from events.models.visit_series import VisitSeriesPage

__all__ = [
    "CalendarPage",
    "DatedPage",
    "Event",
    "EventPage",
    "FestivalPage",
    "Question",
    "Registration",
    "Session",
    "SuggestPage",
    "Suggestion",
    "VisitPage",
    "VisitSeriesPage",
    "VisitsPage",
    "person_key",
]
