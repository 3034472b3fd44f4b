"""Signed links of a registration: who has the mail has the place. Nothing of the person is in them."""

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import override

from events.models import Registration


def token_of(registration: Registration) -> str:
    signed = salted_hmac("events.registration", f"{registration.pk}:{registration.secret}").hexdigest()[:24]
    return f"{registration.pk}-{signed}"


def registration_of(token: str) -> Registration | None:
    """The registration that a token of ours belongs to; ``None`` for any other text."""
    number, _dash, _signed = token.partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    rows = Registration.objects.select_related("session__event__page", "session__event__settlement")
    registration = rows.filter(pk=int(number)).first()
    if registration is None or not constant_time_compare(token, token_of(registration)):
        return None
    return registration


def manage_path(registration: Registration, language: str | None = None) -> str:
    with override(language or registration.language):
        return reverse("registration", args=[token_of(registration)])


def manage_url(registration: Registration) -> str:
    return settings.SITE_URL + manage_path(registration)
