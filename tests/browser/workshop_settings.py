"""The demo's site with one more page of the editor: workshop_urls.py."""

from tests.browser.settings import *  # noqa: F403

ROOT_URLCONF = "tests.browser.workshop_urls"
