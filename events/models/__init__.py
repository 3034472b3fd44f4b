from events.models.event import Event, Question
from events.models.registration import Registration, person_key
from events.models.session import Session

__all__ = ["Event", "Question", "Registration", "Session", "person_key"]
