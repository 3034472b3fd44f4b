"""Files that staff bring in: the run, its rows, the columns they were mapped by, and what each row last said."""

from django.conf import settings
from django.db import models
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One file on its way in. The worker takes it in batches; ``position`` is how many rows are behind it.

    What the file said is kept in the rows until the run has ended and emptied then: the report needs none of it.
    """

    class Importer(models.TextChoices):
        PROFILES = "profiles", _("communities and organisations")
        REGISTER = "register", _("Register of Enterprises")

    class State(models.TextChoices):
        COLUMNS = "columns", _("columns are being chosen")
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked, waiting for you")
        RUNNING = "running", _("being imported")
        DONE = "done", _("imported")

    importer = models.CharField(_("what"), max_length=10, choices=Importer, default=Importer.PROFILES)
    file_name = models.CharField(_("file"), max_length=200)
    source = models.CharField(_("name of the source"), max_length=80, blank=True)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    default_kind = models.CharField(max_length=14, default="organisation")
    publish = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.COLUMNS)
    position = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("begun"), default=timezone.now)
    finished_at = models.DateTimeField(_("ended"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-created_at", "-pk")

    def __str__(self):
        return self.file_name

    @property
    def is_at_work(self) -> bool:
        return self.state in (self.State.CHECKING, self.State.RUNNING)

    def counts(self) -> dict[str, int]:
        """Outcome → how many rows, in the order in which they are shown; none at zero."""
        rows = self.rows.exclude(outcome="").order_by().values_list("outcome").annotate(n=Count("pk"))
        found = dict(rows)
        return {outcome: found[outcome] for outcome in ImportRow.Outcome.values if outcome in found}


class ImportRow(models.Model):
    """A row of the file, and what became or would become of it. ``line`` is 0 for what the file has no longer."""

    class Outcome(models.TextChoices):
        CREATED = "created", _("created")
        UPDATED = "updated", _("updated")
        UNCHANGED = "unchanged", _("unchanged")
        SKIPPED = "skipped", _("skipped")
        CONFLICT = "conflict", _("conflict")
        VANISHED = "vanished", _("no longer in the source")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    line = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    name = models.CharField(max_length=255, blank=True)
    note = models.TextField(blank=True)
    # No key to pages: a report outlives what it tells of.
    page_id = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="directory_import_row_once")]
        ordering = ("run", "number")

    def __str__(self):
        return f"{self.line}: {self.name}"


class ImportMapping(models.Model):
    """Which field each column of a table goes to, remembered by the words at its head."""

    signature = models.CharField(max_length=64, unique=True)
    mapping = models.JSONField(default=dict)

    def __str__(self):
        return self.signature


class ImportedProfile(models.Model):
    """What a source last said of a profile: whatever the profile says otherwise, people have changed since."""

    source = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    thing = models.UUIDField(db_index=True)
    values = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="directory_imported_profile_once")]

    def __str__(self):
        return f"{self.source}: {self.key}"
