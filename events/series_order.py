"""A festival ends its series of visits: whether the dates say so too."""

from django.db.models import Max, Min
from django.utils.translation import gettext as _
from wagtail.models import Page

from events.models import FestivalPage, Session, VisitPage, VisitSeriesPage
from events.vocabulary import Status
from home.dates import date_text


def early_festival(page: Page) -> str:
    """What to say to an editor of a series or of a page in it, whose festival is dated before its last visit; else
    nothing. It is no mistake that has to be put right: a visit may be put off."""
    series = _series_above(page.specific)
    if series is None:
        return ""
    days = {
        model: Session.objects.filter(event__in=_keys(model, series))
        .exclude(status__in=(Status.CANCELLED, Status.POSTPONED))
        .aggregate(first=Min("starts"), last=Max("starts"))
        for model in (VisitPage, FestivalPage)
    }
    first, last = days[FestivalPage]["first"], days[VisitPage]["last"]
    if first is None or last is None or first >= last:
        return ""
    words = _("The festival, %(festival)s, is dated before the last visit, %(visit)s. It is meant to end the series.")
    return words % {"festival": date_text(first), "visit": date_text(last)}


def _series_above(page) -> VisitSeriesPage | None:
    """Of the main language: dates hang on sources."""
    page = getattr(page, "source", page)
    if isinstance(page, VisitSeriesPage):
        return page
    if not isinstance(page, VisitPage | FestivalPage) or page.depth < 2:
        return None
    parent = page.get_parent()
    return parent.specific if parent is not None and parent.specific_class is VisitSeriesPage else None


def _keys(model, series: VisitSeriesPage):
    below = model.objects.filter(path__startswith=series.path, depth=series.depth + 1)
    return below.order_by().values("translation_key")
