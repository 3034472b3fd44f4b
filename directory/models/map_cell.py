from django.db import models
from django.db.models import Q


class MapSlice(models.Model):
    """Everything, or the listings that count under one value of a facet, as the map groups them."""

    facet = models.CharField(max_length=10, blank=True)
    value = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="directory_slice_once")]

    def __str__(self):
        return f"{self.facet}:{self.value}" if self.facet else "everything"


class MapPoint(models.Model):
    """A thing on the map, once for each slice it is in.

    ``position``: Morton code of its pixel at zoom 14 (44 bits). From level ``lone_level`` on it has its cell to itself;
    one more than the deepest level where it never has. A thing that comes or goes by the clock is ``dated``: it stands
    outside of the cells, alone from level 0 on, and its listing is asked each time.
    """

    slice = models.ForeignKey(MapSlice, on_delete=models.CASCADE, related_name="+", db_index=False)
    thing = models.UUIDField()
    position = models.BigIntegerField()
    x = models.BigIntegerField()
    y = models.BigIntegerField()
    lone_level = models.PositiveSmallIntegerField()
    dated = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing", "slice"], name="directory_map_point_once")]
        indexes = [
            models.Index(fields=["slice", "position"], name="directory_map_point_at"),
            models.Index(fields=["slice", "lone_level", "position"], name="directory_map_point_alone"),
        ]

    def __str__(self):
        return f"{self.position}"


class MapCell(models.Model):
    """A square of the map that holds two things or more of a slice.

    ``level``: the world is 2^level squares wide. ``position``: Morton code of the square, so that a parent is
    ``position >> 2``. ``sum_x``, ``sum_y``: of the things' pixels at zoom 14, for the middle of them all.
    """

    slice = models.ForeignKey(MapSlice, on_delete=models.CASCADE, related_name="+", db_index=False)
    level = models.PositiveSmallIntegerField()
    position = models.BigIntegerField()
    count = models.PositiveIntegerField()
    sum_x = models.BigIntegerField()
    sum_y = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slice", "level", "position"], name="directory_map_cell_once"),
            models.CheckConstraint(condition=Q(count__gte=2), name="directory_map_cell_holds_two"),
        ]

    def __str__(self):
        return f"{self.level}/{self.position}: {self.count}"
