from events.models.calendar_page import CalendarPage, EventPage, SuggestPage
from events.models.dated_page import DatedPage
from events.models.event import Event, Question
from events.models.registration import Registration, person_key
from events.models.session import Session
from events.models.suggestion import Suggestion

__all__ = [
    "CalendarPage",
    "DatedPage",
    "Event",
    "EventPage",
    "Question",
    "Registration",
    "Session",
    "SuggestPage",
    "Suggestion",
    "person_key",
]
