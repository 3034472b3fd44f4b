"""The development site as it stands behind a proxy: sign-ups of a test come from many addresses."""

from cms.settings.dev import *  # noqa: F403

ALLAUTH_TRUSTED_PROXY_COUNT = 1
