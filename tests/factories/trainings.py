"""Trainings as the tests need them: published, small, with one date."""

from events.models import Session
from events.read_model import event_of
from news.models import TrainingIndexPage, TrainingPage, TrainingSeriesPage
from tests.factories.events import session
from tests.factories.site import add

MANY = ("topics", "lecturers", "partners")


def training_index(parent, title="Apmācības", publish=True, **fields) -> TrainingIndexPage:
    fields.setdefault("show_in_menus", True)
    return add(parent, TrainingIndexPage(title=title, **fields), publish)


def training_series(parent, title="Šīs sezonas cikls", publish=True, **fields) -> TrainingSeriesPage:
    return add(parent, TrainingSeriesPage(title=title, **fields), publish)


def training(parent, title="Kā uzrakstīt projektu", *, days: float | None = 7, publish=True, **fields) -> TrainingPage:
    """``days`` from now is its date, ``None`` for none so far."""
    many = {name: fields.pop(name) for name in MANY if name in fields}
    page = TrainingPage(title=title, **fields)
    for name, rows in many.items():
        setattr(page, name, rows)
    page = add(parent, page, publish)
    if days is not None:
        training_date(page, days=days)
    return page


def training_date(page: TrainingPage, **fields) -> Session:
    return session(event_of(page), **fields)
