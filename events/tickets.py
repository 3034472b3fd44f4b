"""The code that is read at the door: a QR picture of the address where staff tick somebody off.

The address holds the signed link of the place and nothing of the person, and opens for staff alone.
"""

import io

import segno
from django.conf import settings
from django.urls import reverse

from events.links import token_of
from events.models import Registration


def address_of(registration: Registration) -> str:
    return settings.SITE_URL + reverse("event_check_in_by_code", args=[token_of(registration)])


def ticket_path(registration: Registration) -> dict[str, str]:
    """``d`` and ``box`` of an SVG path: the modules of the code with two of margin, for a template."""
    rows = list(_code(registration).matrix_iter(border=2))
    parts = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return {"d": "".join(parts), "box": f"0 0 {len(rows)} {len(rows)}"}


def ticket_png(registration: Registration) -> bytes:
    """The same as a picture for the mail."""
    out = io.BytesIO()
    _code(registration).save(out, kind="png", border=3, scale=6)
    return out.getvalue()


def _code(registration: Registration) -> segno.QRCode:
    # Every reader reads every mask. To find the one that is a little easier on the eye takes five times as long as the
    # code itself, and the mail of a place is written while others wait for theirs.
    return segno.make_qr(address_of(registration), error="m", mask=0)
