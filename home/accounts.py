"""How accounts behave: nobody signs up by themselves, mail goes through the outbox, a new second factor counts at once,
staff land in the admin and members on their own page."""

import time
import uuid

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from home.mail.outbox import enqueue
from home.mail.rendering import mail_context
from home.models.second_factor_pause import SecondFactorPause

# What stands for the addresses that people sign in from, which are not kept.
NO_ADDRESS = "0.0.0.0"


def may_see_admin(user) -> bool:
    """Staff. Everybody else who signs in is a member and never sees the admin."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        return False

    def get_login_redirect_url(self, request) -> str:
        return resolve_url(settings.LOGIN_REDIRECT_URL if may_see_admin(request.user) else settings.MEMBER_REDIRECT_URL)

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


class AddPasskeyForm(AddWebAuthnForm):
    """A key that lets somebody in by itself, unless they want it otherwise."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What do you call this device?")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("Let me sign in with it alone")
        self.fields["passwordless"].help_text = _("By fingerprint, face or the code of the device; without a mail.")


class SecondFactorAdapter(DefaultMFAAdapter):
    """For members a passkey is another way in, not a lock on the first one: who loses the telephone still has the
    mailbox. It becomes a second factor for those who set one up, and for staff."""

    def is_mfa_enabled(self, user, types=None) -> bool:
        kept = super().is_mfa_enabled(user, types)
        if not kept or may_see_admin(user):
            return kept
        return super().is_mfa_enabled(user, [Authenticator.Type.TOTP])


@receiver(authenticator_added, dispatch_uid="home_second_factor_set_up")
def on_second_factor_set_up(request, user, authenticator, **kwargs):
    """Who has just shown a code of the new factor need not show it again in this session."""
    record_authentication(request, user, method="mfa", id=authenticator.pk, type=authenticator.type)


@receiver(pre_save, sender=UserSession, dispatch_uid="home_session_without_address")
def on_session_kept(instance, **kwargs):
    """The list of one's own sessions names the device and the day, and nobody's address."""
    instance.ip = NO_ADDRESS


def second_factor_state(request) -> str:
    """ "passed", "paused" (break-glass), "missing" (none set up) or "due" (set up, not shown in this session)."""
    methods = {record.get("method") for record in get_authentication_records(request, request.user)}
    if is_mfa_enabled(request.user):
        return "passed" if "mfa" in methods else "due"
    return "paused" if SecondFactorPause.objects.running().filter(user=request.user).exists() else "missing"
