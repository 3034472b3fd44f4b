"""When a training or a series is over: the draft of an article that tells what came of it."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from wagtail.models import Locale

from events.models import Event, Registration, Session
from events.vocabulary import State
from news.models import ArticlePage, NewsIndexPage, TrainingPage, TrainingSeriesPage

LONGEST_TITLE = ArticlePage._meta.get_field("title").max_length


class NotOver(Exception):
    """Some date is still ahead, or there has been none."""


def news_index() -> NewsIndexPage | None:
    """Where articles of the main language are written."""
    pages = NewsIndexPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path")
    return pages.filter(shows="").first() or pages.first()


def may_write_article(user) -> bool:
    index = news_index()
    return index is not None and index.permissions_for_user(user).can_add_subpage()


def is_over(page: TrainingPage | TrainingSeriesPage) -> bool:
    """Whether it has had dates that readers know of, and the last of them is behind."""
    dates = _dates(page)
    return dates.exists() and not dates.coming().exists()


def articles_of(page: TrainingPage | TrainingSeriesPage):
    """Articles about it, drafts among them: perhaps somebody has written one already."""
    return ArticlePage.objects.sources().filter(pk__in=_linked(page)).order_by("-pk")


@transaction.atomic
def write_outcome(page: TrainingPage | TrainingSeriesPage, *, user) -> ArticlePage:
    """A draft under the news: a heading for each training, how many took part, its materials. Nobody sees it yet.

    Raises:
        PermissionDenied: ``user`` may not add articles.
        NotOver: there are dates ahead, or none at all.
    """
    if not may_write_article(user):
        raise PermissionDenied
    if not is_over(page):
        raise NotOver
    trainings = _trainings(page)
    with override(settings.LANGUAGE_CODE):
        ending = _("%(title)s: what stays with us") % {"title": ""}
        article = ArticlePage(
            title=page.source.title[: LONGEST_TITLE - len(ending)] + ending,
            body=[block for training in trainings for block in _part(training)],
            locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
            is_sample=all(training.is_sample for training in trainings),
            owner=user,
            live=False,
        )
    article.topics = list({topic for training in trainings for topic in training.topics.all()})
    article.settlements = [event.settlement for event in _events(trainings)]
    article.trainings = trainings
    news_index().add_child(instance=article)
    article.save_revision(user=user, log_action=True)
    return article


def _dates(page):
    if isinstance(page, TrainingSeriesPage):
        return Session.objects.published().filter(event__series=page.translation_key)
    return Session.objects.published().filter(event=page.translation_key)


def _linked(page):
    through = ArticlePage.trainings.through.objects
    keys = [training.translation_key for training in _trainings(page)]
    return through.filter(trainingpage__translation_key__in=keys).values("articlepage")


def _trainings(page) -> list[TrainingPage]:
    """The source pages of those that took place, the first one first."""
    held = [session for session in _dates(page).order_by("starts", "pk") if not session.is_off]
    order = {key: number for number, key in reversed(list(enumerate(session.event_id for session in held)))}
    pages = TrainingPage.objects.sources().filter(translation_key__in=order).prefetch_related("topics")
    return sorted(pages, key=lambda training: order[training.translation_key])


def _events(trainings: list[TrainingPage]):
    keys = [training.translation_key for training in trainings]
    rows = Event.objects.filter(key__in=keys).exclude(settlement=None).select_related("settlement")
    return {event.settlement_id: event for event in rows}.values()


def _part(training: TrainingPage):
    """Blocks of the article's text about one training."""
    yield "heading", {"text": training.title[:160], "level": "h2"}
    if people := _took_part(training):
        yield "text", f"<p>{people}</p>"
    links = []
    for block in training.materials:
        if block.block_type == "link":
            links.append(format_html('<li><a href="{}">{}</a></li>', block.value["url"], block.value["title"]))
        else:
            yield block.block_type, block.value
    if links:
        yield "text", "<ul>" + "".join(links) + "</ul>"


def _took_part(training: TrainingPage) -> str:
    """In words: those who were ticked, else those who had a place; nothing where nobody had to sign up."""
    held = [row for row in Session.objects.filter(event=training.translation_key) if not row.is_off]
    held = [row for row in held if row.ends <= timezone.now()]
    people = Registration.objects.filter(session__in=held)
    count = people.aggregate(count=Sum("attended"))["count"]
    if count is None:
        count = people.filter(state=State.BOOKED).aggregate(count=Sum("people"))["count"]
    if not count:
        return ""
    if len(held) > 1:  # the same people may have come again
        return _("Participants over all dates: %(count)s.") % {"count": count}
    return ngettext("%(count)s person took part.", "%(count)s people took part.", count) % {"count": count}
