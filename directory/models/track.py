from django.contrib.gis.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.ways.measuring import length
from directory.ways.screen import encode


class TrackManager(models.Manager):
    def keep(self, lines, *, file_name: str = "") -> "Track":
        """``lines``: lists of (longitude, latitude). Measured and made ready for the screen once, here."""
        from django.contrib.gis.geos import LineString, MultiLineString

        line = MultiLineString([LineString(part) for part in lines], srid=4326)
        metres = round(sum(length(part) for part in lines))
        points = sum(len(part) for part in lines)
        return self.create(line=line, screen=encode(lines), metres=metres, points=points, file_name=file_name[:200])


class Track(models.Model):
    """A way as it was drawn or taken from a file. Never changed: another way is another row, and pages name theirs.

    ``screen`` is the way for pages, within five metres of ``line`` (directory.ways.screen); a page never asks ``line``.
    """

    line = models.MultiLineStringField(srid=4326)
    screen = models.TextField()
    metres = models.PositiveIntegerField()
    points = models.PositiveIntegerField()
    file_name = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = TrackManager()

    class Meta:
        verbose_name = _("way")
        verbose_name_plural = _("ways")

    def __str__(self):
        return self.file_name or str(self.pk)

    @property
    def lines(self) -> list[list[tuple[float, float]]]:
        """The whole of it, as lists of (longitude, latitude)."""
        return [[(x, y) for x, y, *_height in part] for part in self.line.coords]
