"""Signed links of a registration: who has the mail has the place. Nothing of the person is in them.

Where a mailbox has to be confirmed first, the form leads to a link of another kind: it shows the place and gives it up,
but cannot say yes to it. Else whoever types a stranger's address could confirm it too.
"""

from django.conf import settings
from django.db.models import BigAutoField
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import override

from events.models import Registration
from home.statements import Statement

WITH_EVENT = Statement(
    lambda pk: Registration.objects.select_related("session__event__page", "session__event__settlement").filter(pk=pk),
    pk=BigAutoField(),
)


def token_of(registration: Registration) -> str:
    kind = "events.registration" if registration.is_proven else "events.registration.form"
    signed = salted_hmac(kind, f"{registration.pk}:{registration.secret}").hexdigest()[:24]
    return f"{registration.pk}-{signed}"


def registration_of(token: str) -> Registration | None:
    """The registration that a token of ours belongs to, ``is_proven`` as the token is; ``None`` for any other text."""
    number, _dash, _signed = token.partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    found = WITH_EVENT(pk=int(number))
    if not found:
        return None
    registration = found[0]
    for registration.is_proven in (True, False):
        if constant_time_compare(token, token_of(registration)):
            return registration
    return None


def manage_path(registration: Registration, language: str | None = None) -> str:
    with override(language or registration.language):
        return reverse("registration", args=[token_of(registration)])


def manage_url(registration: Registration) -> str:
    return settings.SITE_URL + manage_path(registration)
