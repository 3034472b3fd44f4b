"""The dated thing itself: one row for all its languages, named by the translation key of its pages.

What people register for hangs here and on its sessions, never on a page: a page is drafted, translated, moved, taken
off and published again, and nobody loses a seat by it. What readers are told of place, organiser and topics stands on
the source page and is copied here when it is published, so that the calendar asks one table.
"""

from django.contrib.gis.db import models
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.vocabulary import EventKind
from home.translated import TranslatedField

RETENTION_DAYS = 30


class Event(models.Model):
    """``page`` is the source page as it was last published; ``None`` before that and after it has gone."""

    key = models.UUIDField(primary_key=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    # As last published.
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    title = TranslatedField(_("title"), text_length=255, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind, default=EventKind.TRAINING, editable=False)
    organiser = models.ForeignKey(
        "directory.Profile", verbose_name=_("organiser"), null=True, on_delete=models.SET_NULL, related_name="events",
        editable=False,
    )  # fmt: skip
    # In whose calendar it stands: the organiser and who hosts it too.
    hosts = models.ManyToManyField(
        "directory.Profile", verbose_name=_("hosts"), related_name="hosted_events", editable=False
    )
    settlement = models.ForeignKey(
        "directory.Settlement", verbose_name=_("town or village"), null=True, on_delete=models.SET_NULL,
        related_name="events", editable=False,
    )  # fmt: skip
    topics = models.ManyToManyField("directory.Topic", verbose_name=_("topics"), editable=False)
    place = TranslatedField(_("place"), text_length=255, blank=True, editable=False)
    address = models.CharField(_("address"), max_length=200, blank=True, editable=False)
    point = models.PointField(_("place on the map"), null=True, editable=False)
    contact_name = models.CharField(_("whom to ask"), max_length=120, blank=True, editable=False)
    phone = models.CharField(_("phone"), max_length=20, blank=True, editable=False)
    email = models.EmailField(_("email"), blank=True, editable=False)
    contact_hours = TranslatedField(_("when to call"), text_length=120, blank=True, editable=False)
    series = models.UUIDField(_("series"), null=True, editable=False, db_index=True)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    # Rules of signing up, set by staff beside the page and true at once.
    takes_registrations = models.BooleanField(_("people sign up here"), default=True)
    confirm_first = models.BooleanField(
        _("ask for confirmation by mail first"),
        default=False,
        help_text=_("Otherwise people have their place at once and a link to give it up."),
    )
    hold_hours = models.PositiveSmallIntegerField(
        _("hours that an unconfirmed place is held"), default=24, validators=[MinValueValidator(1), MaxValueValidator(168)]
    )  # fmt: skip
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to accept a place that became free"), default=24, validators=[MinValueValidator(1), MaxValueValidator(168)]
    )  # fmt: skip
    asks_photo_consent = models.BooleanField(_("ask whether people may be photographed"), default=False)
    retention_days = models.PositiveSmallIntegerField(
        _("days after which names and addresses are erased"),
        default=RETENTION_DAYS,
        validators=[MaxValueValidator(3650)],
        help_text=_("Counted from the last day. Longer only where a funder's rules ask for it."),
    )
    purpose = TranslatedField(
        _("what the data are for"), text_length=300, blank=True, help_text=_("Only if it is more than signing up.")
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self):
        return str(self.title) or str(self.key)


class Question(models.Model):
    """Something more that the organisers have to know: a diet, a size, a wish."""

    class Answer(models.TextChoices):
        LINE = "line", _("a line of text")
        YES_NO = "yes-no", _("yes or no")
        CHOICE = "choice", _("one of several")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="questions")
    text = TranslatedField(_("question"), text_length=200)
    answer = models.CharField(_("answer"), max_length=6, choices=Answer, default=Answer.LINE)
    choices = TranslatedField(_("choices"), multiline=True, blank=True, help_text=_("One in each line."))
    is_required = models.BooleanField(_("has to be answered"), default=False)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("sort_order", "pk")

    def __str__(self):
        return str(self.text)
