"""One's own account: what it holds, taken out; and its end, by oneself."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from home import versions
from home.accounts import may_see_admin
from home.models import OutboxMessage, User
from home.models.outbox import recipient_key
from home.own_data import holdings


def export(user: User) -> dict:
    """Everything that is kept of the person, as plain values."""
    profile = UserProfile.objects.filter(user=user.pk).first()
    return {
        "made_at": timezone.now().isoformat(),
        "account": {
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "language": profile.preferred_language if profile else "",
            "since": user.date_joined.isoformat(),
            "last_sign_in": user.last_login.isoformat() if user.last_login else None,
            "has_password": user.has_usable_password(),
        },
        "addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "sign_in_devices": [
            {"kind": row.type, "since": row.created_at.isoformat()} for row in Authenticator.objects.filter(user=user)
        ],
        "sessions": [
            {"browser": row.user_agent, "since": row.created_at.isoformat()}
            for row in UserSession.objects.filter(user=user)
        ],
        "mails": [
            {"subject": row.subject, "written": row.queued_at.isoformat()}
            for row in OutboxMessage.objects.filter(recipient_key=recipient_key(user.email)).order_by("queued_at")
        ],
        **{holding.name: holding.rows(user) for holding in holdings()},
    }


@transaction.atomic
def delete(user: User) -> None:
    """The account and everything of the person in it. What they did for others stays, without them.

    Raises:
        PermissionDenied: staff are let go by an administrator, who sees what is left behind.
    """
    if may_see_admin(user):
        raise PermissionDenied
    versions.hold()
    for holding in holdings():
        holding.erase(user)
    end_sessions(user)
    OutboxMessage.objects.filter(recipient_key=recipient_key(user.email)).delete()
    user.delete()


def end_sessions(user: User, *, but: str = "") -> None:
    """Everywhere: those in the list, and any that came about by another door."""
    UserSession.objects.filter(user=user).exclude(session_key=but).delete()
    own = [
        row.session_key
        for row in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if row.session_key != but and row.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    Session.objects.filter(session_key__in=own).delete()
