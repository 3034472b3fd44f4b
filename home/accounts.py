"""How staff accounts behave: nobody signs up, mail goes through the outbox, a new second factor counts at once."""

import time
import uuid

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.utils.translation import get_language

from home.mail.outbox import enqueue
from home.mail.rendering import mail_context
from home.models.second_factor_pause import SecondFactorPause


class StaffAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Who has typed the password to sign in within the last minutes need not type it again at once."""
        return super().is_reauthentication_required(app=app, **kwargs) and not self._typed_password_lately()

    def _typed_password_lately(self) -> bool:
        records = get_authentication_records(self.request, self.request.user) if self.request else []
        since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        return any(record.get("method") == "password" and record["at"] > since for record in records)

    def format_email_subject(self, subject: str) -> str:
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Account mails hold links that let somebody in: the outbox empties them once sent."""
        composed = self.render_mail(template_prefix, email, {**context, **mail_context()})
        words = {**mail_context(), "subject": composed.subject, "text": composed.body}
        enqueue(
            occasion=f"account-{template_prefix.rpartition('/')[2]}-{uuid.uuid4().hex}",
            recipient=email,
            subject=composed.subject,
            text=composed.body,
            html=render_to_string("emails/plain.html", words),
            language=get_language(),
            confidential=True,
        )


@receiver(authenticator_added, dispatch_uid="home_second_factor_set_up")
def on_second_factor_set_up(request, user, authenticator, **kwargs):
    """Who has just shown a code of the new factor need not show it again in this session."""
    record_authentication(request, user, method="mfa", id=authenticator.pk, type=authenticator.type)


def second_factor_state(request) -> str:
    """ "passed", "paused" (break-glass), "missing" (none set up) or "due" (set up, not shown in this session)."""
    methods = {record.get("method") for record in get_authentication_records(request, request.user)}
    if is_mfa_enabled(request.user):
        return "passed" if "mfa" in methods else "due"
    return "paused" if SecondFactorPause.objects.running().filter(user=request.user).exists() else "missing"
