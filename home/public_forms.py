"""Forms that anybody may send, without a cookie and without an account.

There is no session to tie a token to, so three other things are asked: that the browser says the form came from this
site (``Sec-Fetch-Site``, else ``Origin``), that it was opened a while ago and not yesterday (a signed time), and that a
field which people do not see is empty. What is sent too often from one address has to wait. No form acts for a
signed-in user, whoever is signed in.
"""

import hashlib
import time

from django import forms
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

SOONEST = 3  # seconds
LONGEST = 24 * 3600
SALT = "home.public_forms"


class PublicForm(forms.Form):
    """A form with a signed time and a trap. Subclasses add what they ask for."""

    opened = forms.CharField(widget=forms.HiddenInput, required=False)
    homepage = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = opened_now

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("homepage"):
            raise forms.ValidationError(_("Something in this form was filled in by a machine. Please send it again."))
        age = age_of(cleaned.get("opened", ""))
        if age is None or age > LONGEST:
            self._reopen()
            raise forms.ValidationError(
                _("This page had been open for too long. Nothing is lost: please send it again.")
            )
        if age < SOONEST:
            raise forms.ValidationError(_("That was very quick. Please look at it once more and send it again."))
        return cleaned

    def _reopen(self):
        if self.data:
            self.data = self.data.copy()
            self.data[self.add_prefix("opened")] = opened_now(SOONEST)


def opened_now(ago: int = 0) -> str:
    """The signed time of now, or of so many seconds ago."""
    return signing.dumps(int(time.time()) - ago, salt=SALT)


def age_of(token: str) -> int | None:
    """Seconds since the form was opened; ``None`` for a token that is not ours."""
    try:
        return int(time.time()) - int(signing.loads(token, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def is_from_here(request) -> bool:
    """Whether the browser says that a page of this site sent the form. Old browsers say ``Origin`` alone."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and origin in {f"{request.scheme}://{request.get_host()}", settings.SITE_URL}


def client_address(request) -> str:
    """The visitor's address: what the last trusted proxy says of it, else the connection's."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")


def may_send(request, what: str, most: int, seconds: int) -> bool:
    """Count one more sending of ``what`` from this address; ``False`` when it was too often. No address is kept."""
    digest = hashlib.sha256(f"{settings.SECRET_KEY}{client_address(request)}".encode()).hexdigest()[:24]
    key = f"sent:{what}:{digest}:{int(time.time()) // seconds}"
    for _attempt in range(2):
        try:
            return cache.incr(key) <= most
        except ValueError:  # nothing was sent so far
            cache.add(key, 0, seconds * 2)
    return True  # it went in this very moment
