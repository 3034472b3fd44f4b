"""The demo's site with its files as a public site has them: joined, under hashed names. Compressing them takes too long."""

from cms.settings.dev import *  # noqa: F403
from cms.settings.dev import STORAGES

ROOT_URLCONF = "tests.browser.urls"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "cms.storage.StaticStorage"}}
WHITENOISE_USE_FINDERS = False
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["css", "js", "svg", "json", "map", "txt", "md", "html", "woff2", "png", "jpg"]
