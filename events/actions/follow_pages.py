"""What is published about an event, seen by those who have signed up for it."""

from collections.abc import Iterable

from wagtail.models import Page

from events import read_model
from events.actions.change_session import tell_of_place


def write_pages(pages: Iterable[Page]) -> None:
    """Bring the events of these pages up to date. Whoever counts on one that is held elsewhere now is told."""
    for key in read_model.write_pages(pages):
        tell_of_place(key)
