"""How true a profile's page still is: three dates kept apart, where the asking stands, and what visitors report."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models.profile import Profile


class Freshness(models.Model):
    """``changed_at``: words or facts became others. ``confirmed_at``: the members said that all is right, by
    ``confirmed_how``. ``checked_at``: staff looked. Imports and empty saves move neither of the last two."""

    class Stage(models.TextChoices):
        FRESH = "fresh", _("confirmed")
        ASKED = "asked", _("asked")
        REMINDED = "reminded", _("reminded")
        STALE = "stale", _("not confirmed")
        ARCHIVED = "archived", _("archived")

    class How(models.TextChoices):
        LINK = "link", _("by the link in a mail")
        PORTAL = "portal", _("on the page of their own")
        PHONE = "phone", _("by phone")
        STAFF = "staff", _("by staff")

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, primary_key=True, related_name="freshness")
    stage = models.CharField(_("state"), max_length=10, choices=Stage, default=Stage.FRESH)
    changed_at = models.DateTimeField(_("changed"), null=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    confirmed_how = models.CharField(_("how"), max_length=10, choices=How, blank=True)
    checked_at = models.DateTimeField(_("checked by staff"), null=True)
    round = models.PositiveIntegerField(default=0)  # grows with every asking; a link of an older round is over
    asked_at = models.DateTimeField(_("asked"), null=True)
    reminders = models.PositiveSmallIntegerField(_("reminders"), default=0)
    due_at = models.DateTimeField(_("next step"), null=True, db_index=True)
    evidence = models.JSONField(_("signs"), default=dict)
    archived_at = models.DateTimeField(_("archived"), null=True)

    class Meta:
        verbose_name = _("freshness")
        verbose_name_plural = _("freshness")

    def __str__(self):
        return f"{self.profile}: {self.get_stage_display()}"


class Report(models.Model):
    """A visitor says that something on a page is wrong. Its members hear of it first, staff after some days."""

    class State(models.TextChoices):
        MEMBERS = "members", _("with the members")
        STAFF = "staff", _("with staff")
        DONE = "done", _("settled")

    profile = models.ForeignKey(Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="reports")
    text = models.TextField(_("what is wrong?"), max_length=1000)
    email = models.EmailField(_("email, if you want an answer"), blank=True)
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.MEMBERS)
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    for_staff_at = models.DateTimeField(_("goes to staff"), null=True)
    done_at = models.DateTimeField(_("settled"), null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("visitor's report")
        verbose_name_plural = _("visitors' reports")
        ordering = ("created_at", "pk")

    def __str__(self):
        return f"{self.profile}: {self.text[:60]}"


class ProfileViews(models.Model):
    """How often a profile was looked at on a day: a number, and nothing of who looked."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="views")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "day"], name="directory_views_once_a_day")]

    def __str__(self):
        return f"{self.profile}, {self.day}: {self.count}"
