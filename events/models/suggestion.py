from django.conf import settings
from django.contrib.gis.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.phone import phone_number

# What nobody has looked at for so long is nobody's plan any more; the sender's address goes with it.
KEPT_DAYS = 90


class Suggestion(models.Model):
    """Something that somebody would like to see on the site: an event, or what is worth going out for. Staff make a
    draft of it, or decline."""

    class Kind(models.TextChoices):
        EVENT = "event", _("an event")
        VISIT = "visit", _("a visit")
        EXCURSION = "excursion", _("a route")
        PLACE = "place", _("a place")

    class State(models.TextChoices):
        NEW = "new", _("to be read")
        TAKEN = "taken", _("made a draft")
        DECLINED = "declined", _("declined")

    kind = models.CharField(_("what it is"), max_length=10, choices=Kind, default=Kind.EVENT)
    title = models.CharField(_("what is it called?"), max_length=160)
    starts = models.DateTimeField(_("begins"), null=True, blank=True)
    ends = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("where is it?"), max_length=200)
    point = models.PointField(_("place on the map"), srid=4326, null=True, blank=True)
    text = models.TextField(_("what happens there?"), max_length=2000, blank=True)
    name = models.CharField(_("your name"), max_length=120, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True, validators=[phone_number])
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NEW)
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="event") | Q(starts__isnull=False), name="suggested_event_has_a_beginning"
            )
        ]

    def __str__(self):
        return self.title
