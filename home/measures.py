"""Lengths and durations as people say them. Pure: values in, text out."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.dates import NBSP


def length_text(metres: int) -> str:
    """``700 m``, ``3,4 km``, ``21 km``: as exact as a walker wants it."""
    if metres < 995:
        return f"{round(metres, -1)}{NBSP}m"
    kilometres = metres / 1000
    return f"{number_format(round(kilometres, 0 if kilometres >= 20 else 1), 0 if kilometres >= 20 else 1)}{NBSP}km"


def duration_text(minutes: int) -> str:
    """``45 minūtes``, ``1,5 stundas``, ``3 stundas``: to five minutes, from an hour on to half hours."""
    if minutes < 58:
        number = max(5, round(minutes / 5) * 5)
        return ngettext("%(count)s minute", "%(count)s minutes", number) % {"count": number}
    halves = round(minutes / 30)
    if halves % 2:
        # “1.5 hours”: no language counts a half as one.
        return _("%(halved)s hours") % {"halved": number_format(halves / 2, 1)}
    return ngettext("%(count)s hour", "%(count)s hours", halves // 2) % {"count": halves // 2}


def size_text(size: int) -> str:
    """``640 kB``, ``2,1 MB`` for bytes, in thousands as shops and phones count."""
    kilobytes = max(1, round(size / 1000))
    if kilobytes < 1000:
        return f"{kilobytes}{NBSP}kB"
    return f"{number_format(round(size / 1_000_000, 1), 1)}{NBSP}MB"
