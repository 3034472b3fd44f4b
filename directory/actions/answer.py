"""What members say by the link in their mail. Each round is answered once, whoever is first."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from directory.actions.archive import restore
from directory.actions.confirm import confirm
from directory.freshness.mails import source_page
from directory.models import Freshness
from home import versions

Stage = Freshness.Stage
RIGHT, GONE = "right", "gone"


@transaction.atomic
def answer(*, profile, round_number: int, what: str, now=None) -> bool:
    """``right`` confirms, and brings an archived page back; ``gone`` puts it before staff, who decide. The caller has
    read a signed link of ``round_number``. Returns whether it counted: ``False`` when the round was over already."""
    now = now or timezone.now()
    versions.hold()
    row = Freshness.objects.select_for_update().filter(profile=profile).first()
    waits = (Stage.ASKED, Stage.REMINDED, Stage.STALE, Stage.ARCHIVED)
    if row is None or row.round != round_number or row.stage not in waits or "gone" in row.evidence:
        return False
    if what == RIGHT:
        act = restore if row.stage == Stage.ARCHIVED else confirm
        return act(profile=row.profile, how=Freshness.How.LINK, now=now) is not None
    if row.stage == Stage.ARCHIVED:
        return False  # it is off the site already
    row.evidence = {**row.evidence, "gone": now.isoformat()}
    row.for_staff_at = row.for_staff_at or now
    row.due_at = None  # nobody is reminded any more of what they have answered
    row.save()
    page = source_page(row.pk)
    if page is not None:
        log(instance=page, action="directory.gone")
    return True
