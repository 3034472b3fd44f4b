"""Ways that no page and no revision names any more are taken away: by the worker, every night."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Revision

from directory.models import ExcursionPage, Track

# A preview or an autosave makes a way before anything names it.
KEPT = datetime.timedelta(days=1)


def tidy_ways() -> int:
    """How many went."""
    kind = ContentType.objects.get_for_model(ExcursionPage)
    named = set(ExcursionPage.objects.exclude(way=None).values_list("way", flat=True))
    named |= set(Revision.objects.filter(content_type=kind).values_list("content__way", flat=True))
    old = Track.objects.filter(created_at__lt=timezone.now() - KEPT).exclude(pk__in=named - {None})
    return old.delete()[0]
