"""Two simulated years of a few profiles; five years of a thousand are in tests/soak."""

from home.models import SiteSettings
from tests.directory.freshness_years import Years


def test_two_years(site):
    SiteSettings.objects.update(email="nvo@platforma.test")
    figures = Years(site.home, 12).play(days=760, every=4)
    assert figures.faults == []
    assert figures.mails > 40
    assert figures.archived > 0
    assert figures.restored > 0
