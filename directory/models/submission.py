"""What members write: kept while they write it, sent to staff as a whole, decided as a whole."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models.profile import Profile


class Draft(models.Model):
    """What a member has typed and not sent yet, field by field as it was typed, wrong or half or not.

    One for a profile and language, shared by its members and all their devices. ``version`` grows with every change:
    who writes on top of an older one is shown both. ``begun_on`` is the revision of the page that it began from.

    ``marks``: field → ``{"base": what the page said when it was first touched, "v": version, "by": device, "seq": moment
    on that device, "rivals": {device: {"typed", "at"}}}``; rivals are what another device wrote meanwhile.
    """

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="drafts")
    language = models.CharField(max_length=8, default=settings.LANGUAGE_CODE)
    values = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    begun_on = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    # The submission, returned or taken back, whose words were put here again; each of them once.
    taken_back = models.ForeignKey("directory.Submission", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "language"], name="directory_draft_once")]

    def __str__(self):
        return f"{self.profile} ({self.language})"


class SubmissionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Submission.State.WAITING)


class Submission(models.Model):
    """A change, or a new page, that a member sent: a revision of the page in Wagtail's workflow, with what the member
    is told of it. ``promised_on`` is the day by which an answer was promised."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("change")
        NEW = "new", _("new page")

    class State(models.TextChoices):
        WAITING = "waiting", _("waits to be checked")
        APPROVED = "approved", _("published")
        RETURNED = "returned", _("returned for correction")
        WITHDRAWN = "withdrawn", _("taken back")

    profile = models.ForeignKey(
        Profile, verbose_name=_("profile"), null=True, on_delete=models.CASCADE, related_name="submissions"
    )
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(
        "wagtailcore.Revision", verbose_name=_("revision"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CHANGE)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    note = models.TextField(_("note for those who check"), max_length=1000, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("sent by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    promised_on = models.DateField(_("answer promised by"))
    reason = models.TextField(_("what is to be corrected"), max_length=2000, blank=True)
    was_edited = models.BooleanField(_("published with corrections"), default=False)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ("sent_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["page"], condition=Q(state="waiting"), name="directory_submission_once")
        ]

    def __str__(self):
        return f"{self.page} ({self.get_kind_display()})"


class FactChange(models.Model):
    """A fact of low risk (phone, hours, links) that a member changed and that went live at once; staff look it over
    afterwards. Values of contacts are not kept here: ``old`` and ``new`` hold what is public anyway, else nothing."""

    profile = models.ForeignKey(
        Profile, verbose_name=_("profile"), on_delete=models.CASCADE, related_name="fact_changes"
    )
    field = models.CharField(_("field"), max_length=60)
    old = models.TextField(_("before"), blank=True)
    new = models.TextField(_("now"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("changed"), default=timezone.now)
    seen_at = models.DateTimeField(_("looked over"), null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("change that went live at once")
        verbose_name_plural = _("changes that went live at once")
        ordering = ("made_at", "pk")

    def __str__(self):
        return f"{self.profile}: {self.field}"
