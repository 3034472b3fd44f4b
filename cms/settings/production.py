"""A public site. It does not start without its secrets."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import LOGGING, SITE_URL, STORAGES, env


def required(name: str, hint: str) -> str:
    """Return the value of a variable that a public site cannot do without.

    Raises:
        ImproperlyConfigured: it is missing or empty.
    """
    value = env(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint}")
    return value


SECRET_KEY = required("SECRET_KEY", "Make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'")
if len(SECRET_KEY) < 40:
    raise ImproperlyConfigured("SECRET_KEY is too short: at least 40 characters of chance.")
required("SITE_URL", "The public address, for example https://nvo.example.lv")
required("DATABASE_URL", "For example postgis://user:password@localhost/platform")
required("EMAIL_URL", "For example smtp+tls://user:password@mail.example.lv:587")

_https = SITE_URL.startswith("https://")
if not _https and not env.bool("ALLOW_HTTP", default=False):
    raise ImproperlyConfigured("SITE_URL must begin with https:// (ALLOW_HTTP=1 is for a bench on one machine).")

DEBUG = False
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=True)
MAIL_TRANSPORT_BACKEND = env("MAIL_TRANSPORT_BACKEND", default="django.core.mail.backends.smtp.EmailBackend")
MAIL_ALLOW_REAL = env.bool("MAIL_ALLOW_REAL", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SECURE_SSL_REDIRECT = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
# How many proxies stand in front: without it everybody behind nginx would share one limit of sign-in attempts.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1)
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=True)
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "cms.storage.StaticStorage"}}
LOGGING = {
    **LOGGING,
    "formatters": {"json": {"()": "cms.logging.JsonFormatter"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"}},
}
