from django.db import models
from django.utils.translation import gettext_lazy as _


class TickState(models.Model):
    """When a tick of the worker last ran, and who may run it now; one row per registered name.

    ``leased_until`` is set for as long as a worker is at it: a second worker leaves the tick alone until then.
    """

    name = models.CharField(_("name"), max_length=60, unique=True)
    last_run = models.DateTimeField(_("last run"), null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(_("what went wrong"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("worker's tick")
        verbose_name_plural = _("worker's ticks")
        ordering = ["name"]

    def __str__(self):
        return self.name
