"""Members at work: a draft in progress, an event that is proposed, a change that waits, and one that came back.

What is written is invented, on pages that are marked as samples.
"""

import datetime

from django.contrib.auth import get_user_model
from django.utils import timezone

from cms.demo.accounts import DOMAIN
from cms.demo.profiles import SECTION, ProfileEntry
from directory.actions.decide import return_for_correction
from directory.actions.save_draft import Device, save_draft
from directory.actions.submit import submit
from directory.models import CommunityPage, Membership, Submission
from directory.portal.working import Work
from events.actions.propose import Proposal, propose_event
from events.models import Event, EventPage, Session

DRAFT = {
    "summary": "Kaimiņi pie Misas, kas paši kopj savu krastu, stāda alkšņus un domā, kādam jābūt viedam ciemam.",
    "joining": "Piezvaniet vai atnāciet uz krastu, kad redzat dūmus: tur kāds vienmēr ir. Ziemā satiekamies",
}
CRAFTS = "Trešdienās adām kopā: cimdus, zeķes un valodas. Adatas iesācējiem dodam līdzi."
FISHING = "Copējam, cik drīkst, un pa reizei izvelkam no ezera arī vecas riepas. LABĀKAIS ezers novadā!!!"
PROPOSED = "Alkšņu stādīšana Misas krastā"
REASON = "Labprāt publicēsim. Lūdzu, bez lielajiem burtiem un salīdzinājumiem ar citiem ezeriem: lasītājs pats atnāks un salīdzinās."


def load_portal(entries: list[ProfileEntry], moderator_address: str) -> None:
    pages = {entry.key.removeprefix(f"{SECTION}/"): entry.translation_key for entry in entries}

    def page(slug: str) -> CommunityPage:
        return CommunityPage.objects.get(translation_key=pages[slug], locale__language_code="lv")

    moderator = get_user_model().objects.get(email=moderator_address)
    _begun(page("kazoku-kopiena"))
    _proposed(page("kazoku-kopiena"))
    _sent(page("daugmales-rokdarbnieces"), CRAFTS)
    submission = _sent(page("titurgas-makskernieki"), FISHING)
    return_for_correction(submission, user=moderator, reason=REASON)


def unload_portal() -> None:
    """The date of the proposal, which does not go with its page."""
    rows = [event for event in Event.objects.filter(page=None) if event.title.get("lv") == PROPOSED]
    Session.objects.filter(event__in=rows).delete()
    Event.objects.filter(pk__in=[event.pk for event in rows]).delete()


def _member(page: CommunityPage):
    """Who acts for the profile already, else a made-up person with an address that reaches nobody."""
    known = Membership.objects.owners().filter(profile=page.translation_key).select_related("user").first()
    if known is not None:
        return known.user
    user, _made = get_user_model().objects.get_or_create(
        email=f"{page.slug}@{DOMAIN}", defaults={"first_name": "Ilze", "last_name": "Paraugbērza"}
    )
    Membership.objects.get_or_create(profile=page.profile, user=user, defaults={"role": Membership.Role.OWNER})
    return user


def _begun(page: CommunityPage) -> None:
    user = _member(page)
    work = Work(page.profile)
    save_draft(
        profile=page.profile, language="lv", user=user, typed=DRAFT, was={}, latest=work.latest,
        device=Device("demo", 0, 0), revision_id=work.revision_id,
    )  # fmt: skip


def _proposed(page: CommunityPage) -> None:
    day = timezone.localtime() + datetime.timedelta(days=24)
    starts = day.replace(hour=11, minute=0, second=0, microsecond=0)
    submission = propose_event(
        profile=page.profile, user=_member(page),
        proposal=Proposal(
            title=PROPOSED, place="Kažoku laivu piestātne", starts=starts,
            text="Stādi un lāpstas ir. Pēc tam zupa no lielā katla.", ends=starts + datetime.timedelta(hours=3),
            takes_registrations=True, seats=20,
        ),
    )  # fmt: skip
    EventPage.objects.filter(pk=submission.page_id).update(is_sample=True)
    submission.revision.content["is_sample"] = True
    submission.revision.save(update_fields=["content"])


def _sent(page: CommunityPage, summary: str) -> Submission:
    user = _member(page)
    changed = page.get_latest_revision_as_object()
    changed.summary = summary
    changed.save_revision(user=user)
    return submit(page=type(page).objects.get(pk=page.pk), user=user, profile=page.profile)
