"""A public site's files and the demo's data, with pictures at hand, and another release's files where there is one."""

import os

from tests.browser.settings import *  # noqa: F403
from tests.browser.settings import STATICFILES_DIRS

if release := os.environ.get("RELEASE"):
    STATICFILES_DIRS = [release, *STATICFILES_DIRS]
