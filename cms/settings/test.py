"""The test suite: fast hashes, tasks at once, files in a folder that goes with the run."""

import tempfile

from .base import *  # noqa: F403
from .base import DATABASES, LOGGING, STORAGES, env

SECRET_KEY = "for-tests-only-" + "x" * 40
SITE_URL = "https://platforma.test"
SITE_HOST = "platforma.test"
ALLOWED_HOSTS = ["platforma.test", "testserver", "localhost", "127.0.0.1"]
WAGTAILADMIN_BASE_URL = SITE_URL
if "DATABASE_URL" not in env.ENVIRON:
    DATABASES["default"]["NAME"] = ":memory:"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# As many entries as on the site: of a few hundred, pages would push out what the next one asks for.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}}
MEDIA_ROOT = tempfile.mkdtemp(prefix="platform-test-media-")
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MAIL_TRANSPORT_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
REQUIRE_SECOND_FACTOR = False
# Wagtail and the task queue tell of every step.
LOGGING = {
    **LOGGING,
    "loggers": {**LOGGING["loggers"], "wagtail": {"level": "WARNING"}, "django_tasks": {"level": "WARNING"}},
}
