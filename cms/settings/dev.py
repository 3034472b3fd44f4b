"""A developer's machine and the demo: helpful errors, mail into files, no secrets needed."""

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="for-development-only-" + "x" * 40)
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "localhost", "127.0.0.1", "[::1]", env("HOST", default="localhost")]
INTERNAL_IPS = ["127.0.0.1"]
WHITENOISE_USE_FINDERS = True
(VAR_DIR / "media").mkdir(parents=True, exist_ok=True)
# Passkeys on http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
