"""The queue and the screens on which what members sent is decided, with something of everything on them."""

from django.urls import reverse
from django.utils import timezone

from directory.models import FactChange, RegisterEntry, RegisterProposal
from events.models import Suggestion
from home.models import OutboxMessage
from tests.factories.directory import community, directory_page
from tests.factories.members import member
from tests.factories.site import picture
from tests.factories.submissions import changed, sent


def busy_queue(desk, home):
    parent = directory_page(home, "Kopienas šeit")
    desk.profile_page = community(parent, "Kažoku ļaudis", summary="Kaimiņi", joining="Nāciet")
    anna = member(desk.profile_page, first_name="Ieviņa", last_name="Bērziņa")
    changed(desk.profile_page, desk.user, joining="Piezvanīšu")
    desk.sent = sent(
        desk.profile_page, anna, note="Šī piezīme", summary="Jauniešu čivināšana", lead_image=picture("Ūdeņi")
    )
    fresh = community(parent, "Jaunā šķūņa ļaudis", publish=False, summary="Kaimiņi", joining="Nāciet")
    desk.new = sent(fresh, member(fresh, first_name="Ieviņa", last_name="Bērziņa"))
    FactChange.objects.create(profile=desk.profile_page.profile, field="website", new="https://x.test/", made_by=anna)
    desk.suggested = Suggestion.objects.create(title="Tērvetē", starts=timezone.now(), place="Šķūņa ēnā")
    entry = RegisterEntry.objects.create(number="40008012345", name="Šķūņa biedrība")
    desk.proposal = RegisterProposal.objects.create(entry=entry, what="address", old="Rīgā", new="Ķekavā")
    desk.failed = OutboxMessage.objects.create(
        occasion="x", recipient="x@platforma.test", subject="Vēstulē", failed_at=timezone.now(), last_error="550"
    )


def waiting_screens(desk):
    yield "dashboard", reverse("wagtailadmin_home")
    yield "queue", reverse("waiting")
    yield "queue of a kind", reverse("waiting") + "?kind=change"
    yield "change", reverse("waiting_submission", args=[desk.sent.pk])
    yield "new page", reverse("waiting_submission", args=[desk.new.pk])
    yield "facts", reverse("waiting_facts", args=[desk.profile_page.translation_key])
    yield "suggestion", reverse("event_suggestion", args=[desk.suggested.pk, "look"])
    yield "proposal", reverse("register_proposals:decide", args=[desk.proposal.pk])
    yield "mail", reverse("outbox:again", args=[desk.failed.pk])
    yield "editor of a page on which a change waits", reverse("wagtailadmin_pages:edit", args=[desk.profile_page.pk])


def waiting_answers(desk):
    """What is said when something is wrong, and when it is done."""
    address = reverse("waiting_submission", args=[desk.sent.pk])
    seen = {"sent": desk.sent.revision_id, "seen": desk.sent.revision_id}
    yield "no reason", address, {**seen, "do": "return"}
    yield "draft of staff", address, {**seen, "do": "approve"}
    yield "changed meanwhile", address, {**seen, "do": "approve", "staffs": "keep", "seen": 1}
    yield "returned", address, {**seen, "do": "return", "ready": ["place"]}
    yield "decided already", address, {**seen, "do": "approve"}
    yield "facts", reverse("waiting_facts", args=[desk.profile_page.translation_key]), {}
    yield "mail", reverse("outbox:again", args=[desk.failed.pk]), {"do": "let-go"}
