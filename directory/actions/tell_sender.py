"""The mail to whoever sent a change: published, published with corrections, or returned with a reason."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from directory.models import Submission
from home.mail.outbox import enqueue
from home.mail.rendering import render
from home.models import OutboxMessage


def portal_url(submission: Submission) -> str:
    """Where the sender goes on: the profile's own page in the portal, in the active language."""
    if submission.profile_id is None:
        return settings.SITE_URL + reverse("portal_home")
    return settings.SITE_URL + reverse("portal_profile", args=[submission.profile_id])


def tell_sender(submission: Submission) -> OutboxMessage | None:
    """Write the mail about how it ended, in the transaction that ends it; nothing to those who know already."""
    sender, state = submission.sent_by, Submission.State
    if sender is None or not sender.is_active or not sender.email or sender.pk == submission.decided_by_id:
        return None
    if submission.state not in (state.APPROVED, state.RETURNED):
        return None
    language = sender.language_or(submission.page.locale.language_code)
    with override(language):
        subject, heading, sentences, action = _words(submission)
        text, html = render(
            "submission", language=language, subject=subject, heading=heading, sentences=sentences,
            reason=submission.reason, action=action,
        )  # fmt: skip
    return enqueue(
        occasion=f"submission-{submission.pk}-{submission.state}", recipient=sender.email, subject=subject, text=text,
        html=html, language=language,
    )  # fmt: skip


def _words(submission: Submission) -> tuple[str, str, list[str], tuple[str, str]]:
    """Subject, heading, sentences, and the one thing to do: (label, address)."""
    title = {"title": submission.revision.object_str if submission.revision else submission.page.title}
    if submission.state == Submission.State.RETURNED:
        sentences = [_("Everything you wrote is kept. Correct what is named here and send it again.")]
        return _("To be corrected: %(title)s") % title, _("Returned for correction"), sentences, (
            _("Correct it"), portal_url(submission),
        )  # fmt: skip
    address = submission.page.full_url or portal_url(submission)
    if submission.was_edited:
        sentences = [_("What you sent is on the site. We have corrected some words before publishing it: have a look.")]
    else:
        sentences = [_("What you sent is on the site, as you wrote it. Thank you.")]
    return _("Published: %(title)s") % title, _("Published"), sentences, (_("Look at the page"), address)
