from django.db import models
from django.utils.translation import gettext_lazy as _


class TickState(models.Model):
    """When a tick of the worker last came to its end, and from when it may run again; one row per registered name.

    ``leased_until`` is set while a worker is at it, and for a while after a failure: until then it is left alone.
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
