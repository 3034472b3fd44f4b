"""How true a profile's page still is: three dates kept apart, where the asking stands, and what visitors report."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from directory.models.profile import Profile


class FreshnessQuerySet(models.QuerySet):
    def due(self, now=None):
        return self.filter(due_at__lte=now or timezone.now()).order_by("due_at", "pk")

    def for_staff(self):
        """What somebody of the staff has to look at: not confirmed, said to be gone, or nobody there to be asked."""
        return self.exclude(for_staff_at=None).order_by("for_staff_at", "pk")

    def stale(self):
        return self.filter(stage=Freshness.Stage.STALE)


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
        NEW = "new", _("with its publication")
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
    stage_since = models.DateTimeField(_("in this state since"), default=timezone.now)
    for_staff_at = models.DateTimeField(_("waits for staff since"), null=True, db_index=True)
    # Digest of what readers see, to tell a change from an empty save; empty for rows that were never compared.
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)
    # Which revision of which page was live when the page was archived: that one comes back, no later draft.
    archived_pages = models.JSONField(default=dict, editable=False)

    objects = FreshnessQuerySet.as_manager()

    class Meta:
        verbose_name = _("freshness")
        verbose_name_plural = _("freshness")
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="archived", archived_at__isnull=False) | ~Q(stage="archived") & Q(archived_at=None),
                name="directory_archived_has_date",
            ),
        ]

    def __str__(self):
        return f"{self.profile}: {self.get_stage_display()}"

    @property
    def assured_at(self):
        """When somebody last said that all is right: members, or staff who looked."""
        return max((moment for moment in (self.confirmed_at, self.checked_at) if moment), default=None)

    @property
    def is_stale(self) -> bool:
        return self.stage == self.Stage.STALE


class WebsiteCheck(models.Model):
    """When a profile's website was last asked for, and since when it has not answered."""

    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, primary_key=True, related_name="website_check")
    url = models.URLField()
    next_at = models.DateTimeField(db_index=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)

    def __str__(self):
        return self.url


def _months(label, default, least=1, help_text=""):
    return models.PositiveSmallIntegerField(
        label, default=default, validators=[MinValueValidator(least), MaxValueValidator(60)], help_text=help_text
    )


@register_setting(icon="history")
class FreshnessRules(BaseSiteSetting):
    """How often profiles are asked whether all is right, and what becomes of those that do not answer."""

    community_months = _months(_("communities confirm every … months"), 12)
    organisation_months = _months(_("organisations confirm every … months"), 12)
    forming_months = _months(_("those that are forming, every … months"), 6)
    archive_months = _months(
        _("taken off the site after … months without an answer"),
        6,
        0,
        _("Counted from the day on which the page began to say that it is not confirmed. 0: never by itself."),
    )
    report_days = models.PositiveSmallIntegerField(
        _("visitors' reports go to staff after … days"), default=5, validators=[MaxValueValidator(60)]
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("community_months"), FieldPanel("organisation_months")]),
                FieldPanel("forming_months"),
            ],
            heading=_("Asking"),
        ),
        FieldPanel("archive_months"),
        FieldPanel("report_days"),
    ]

    class Meta:
        verbose_name = _("freshness of profiles")

    def __str__(self):
        return str(self._meta.verbose_name)


class ReportQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(state=Report.State.DONE)

    def for_staff(self):
        return self.filter(state=Report.State.STAFF)


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

    objects = ReportQuerySet.as_manager()

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
