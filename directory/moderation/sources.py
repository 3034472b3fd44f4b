"""What of the directory, and of what lies below it, waits for staff: sources of the queue (directory/queue.py)."""

from django.db.models import Max, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from directory.models import FactChange, RegisterProposal, Submission
from directory.moderation.labels import field_label
from directory.permissions import may_moderate
from directory.queue import Item, Source, register_source
from home.models import OutboxMessage

MOST = 100


def pages_of(user):
    """Pages that this person may publish; an editor who only looks on: those they may change."""
    action = "publish" if may_moderate(user) else "change"
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, action)


def submissions(user):
    """What members sent, on pages of this person; nothing for those who may not even look."""
    if not (user.is_active and user.has_perm("directory.view_submission")) and not may_moderate(user):
        return Submission.objects.none()
    return Submission.objects.waiting().filter(page__in=pages_of(user))


def _submissions_of(kind: str):
    def items(user):
        rows = (
            submissions(user).filter(kind=kind).select_related("page", "sent_by", "revision").defer("revision__content")
        )
        for row in rows.order_by("promised_on", "sent_at", "pk")[:MOST]:
            yield Item(
                source=kind, ident=str(row.pk), title=row.revision.object_str if row.revision else row.page.title,
                url=reverse("waiting_submission", args=[row.pk]), since=row.sent_at, promised_on=row.promised_on,
                note=row.note,
            )  # fmt: skip

    return lambda user: submissions(user).filter(kind=kind).count(), items


def _proposals(user):
    may = user.is_active and user.has_perm("directory.change_registerproposal")
    open_ones = RegisterProposal.objects.filter(state=RegisterProposal.State.OPEN)
    return open_ones if may else RegisterProposal.objects.none()


def _proposal_items(user):
    for row in _proposals(user).select_related("entry").order_by("created_at", "pk")[:MOST]:
        words = f"{row.get_what_display()}: {row.new}" if row.new else row.get_what_display()
        url = reverse("register_proposals:decide", args=[row.pk])
        yield Item("proposals", str(row.pk), row.entry.name, url, row.created_at, note=words)


def _texts(user):
    """Of editors, in the workflow of the admin; members' changes have a kind of their own."""
    sent = Submission.objects.waiting().values("page")
    states = TaskState.objects.reviewable_by(user) if user.is_active else TaskState.objects.none()
    return states.exclude(workflow_state__object_id__in=[str(pk) for pk in sent.values_list("page", flat=True)])


def _text_items(user):
    rows = _texts(user).select_related("workflow_state__requested_by", "revision").defer("revision__content")
    for row in rows.order_by("started_at", "pk")[:MOST]:
        asked = row.workflow_state.requested_by
        url = reverse("wagtailadmin_pages:edit", args=[row.workflow_state.object_id])
        yield Item("texts", str(row.pk), row.revision.object_str, url, row.started_at, note=str(asked or ""))


def facts(user):
    return FactChange.objects.filter(seen_at=None) if may_moderate(user) else FactChange.objects.none()


def _fact_items(user):
    """One for each profile: its changes are looked over together."""
    profiles = facts(user).values("profile", "profile__name").annotate(since=Min("made_at"), newest=Max("pk"))
    rows = list(profiles.order_by("since")[:MOST])
    names: dict = {}
    for profile, field in (
        facts(user).filter(profile__in=[row["profile"] for row in rows]).values_list("profile", "field")
    ):
        names.setdefault(profile, dict.fromkeys([]))[field_label(field)] = None
    for row in rows:
        url = reverse("waiting_facts", args=[row["profile"]])
        note = ", ".join(names.get(row["profile"], ()))
        yield Item("facts", str(row["profile"]), row["profile__name"], url, row["since"], note=note)


def _mails(user):
    """What could not be sent; what has been emptied can be sent no more and waits for nobody."""
    may = user.is_active and user.has_perm("home.view_outboxmessage")
    failed = OutboxMessage.objects.filter(failed_at__isnull=False, purged_at=None)
    return failed if may else OutboxMessage.objects.none()


def _mail_items(user):
    for row in _mails(user).defer("text", "html", "attachments").order_by("failed_at", "pk")[:MOST]:
        words = _("To %(recipient)s: %(error)s") % {"recipient": row.recipient, "error": row.last_error}
        url = reverse("outbox:again", args=[row.pk])
        yield Item("mails", str(row.pk), row.subject or row.occasion, url, row.failed_at, note=words)


def register() -> None:
    changes, news = _submissions_of(Submission.Kind.CHANGE), _submissions_of(Submission.Kind.NEW)
    for name, label, order, (count, items) in (
        ("change", gettext_lazy("Changes"), 10, changes),
        ("new", gettext_lazy("New pages"), 20, news),
        ("texts", gettext_lazy("Texts of editors"), 50, (lambda user: _texts(user).count(), _text_items)),
        ("proposals", gettext_lazy("Changes in the register"), 60, (lambda user: _proposals(user).count(), _proposal_items)),
        ("facts", gettext_lazy("Live already, to look over"), 70, (lambda user: facts(user).order_by().values("profile").distinct().count(), _fact_items)),
        ("mails", gettext_lazy("Mails that failed"), 80, (lambda user: _mails(user).count(), _mail_items)),
    ):  # fmt: skip
        register_source(Source(name, label, order, count, items))
