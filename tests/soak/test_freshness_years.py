"""Five simulated years of a thousand profiles: each mail once, in the right order, never to ex-members, all restorable.

``FRESHNESS_PROFILES`` and ``FRESHNESS_DAYS`` choose other sizes.
"""

import os
import time

import pytest

from home.models import SiteSettings
from tests.directory.freshness_years import Years

# Committed as it goes: in one transaction of hours PostgreSQL keeps every version of a row, and each question reads them.
pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]


def test_five_years(site, capsys):
    SiteSettings.objects.update(email="nvo@platforma.test")
    profiles, days = int(os.environ.get("FRESHNESS_PROFILES", 1000)), int(os.environ.get("FRESHNESS_DAYS", 1826))
    started = time.monotonic()
    figures = Years(site.home, profiles).play(days=days)
    with capsys.disabled():
        print(f"\n{figures} in {time.monotonic() - started:.0f} s")
    assert figures.faults == []
