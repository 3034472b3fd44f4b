"""Every setting, read from the environment, with defaults that work on a developer's machine.

The environment variables are listed in docs/operations.md.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from cms import database, geolibs

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))

env = environ.Env()
if (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")
for _name in (
    "SECRET_KEY",
    "DATABASE_URL",
    "EMAIL_URL",
    "BOUNCE_MAILBOX_URL",
):  # a secret may lie in a file that NAME_FILE names
    if _file := env.ENVIRON.get(f"{_name}_FILE"):
        try:
            env.ENVIRON[_name] = Path(_file).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{_name}_FILE: {_file} cannot be read ({error.strerror}).") from None

# --- where the site lives: one address sets hosts, mail domain and canonical links ---------------------------
SITE_URL = env("SITE_URL", default="http://localhost:8000").rstrip("/")
SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[SITE_HOST])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_SITE_NAME = env("SITE_NAME", default="NVO sadarbības platforma")

DEBUG = False
INTERNAL_IPS: list[str] = []

INSTALLED_APPS = [
    "cms",
    "news",
    "events",
    "directory",
    "home",
    # wagtail-localize stands before wagtail: its templates override Wagtail's.
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "leaflet",
    "django.forms",
    "django.contrib.gis",
    "django.contrib.postgres",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "cms.middleware.RequestLogMiddleware",
    "cms.middleware.SecurityPolicyMiddleware",
    "cms.middleware.FullDiskMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.middleware.SecondFactorMiddleware",
    "cms.admin_junk.AdminJunkMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.frame",
            ],
        },
    }
]

# Our own widgets have templates of their own.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- database and geometry ------------------------------------------------------------------------------------
if geolibs.GDAL:
    GDAL_LIBRARY_PATH = geolibs.GDAL
if geolibs.GEOS:
    GEOS_LIBRARY_PATH = geolibs.GEOS
DATABASES = {"default": database.from_url(env("DATABASE_URL", default=f"spatialite:///{VAR_DIR / 'db.sqlite3'}"))}
if DATABASES["default"]["ENGINE"].endswith("spatialite"):
    # IMMEDIATE: a writer waits for its turn at BEGIN instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,  # cms/patience.py sees to it
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # PostgreSQL would compile the query of menu and footer for two seconds, to run it in two milliseconds.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    # What is asked by a cursor that binds on the server (home/statements.py alone) is planned once for each connection.
    DATABASES["default"]["OPTIONS"].setdefault("prepare_threshold", 1)
# Kept open for SpatiaLite too: loading the extension takes longer than a page's queries.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- languages and time ---------------------------------------------------------------------------------------
LANGUAGE_CODE = env("LANGUAGE_CODE", default="lv")
LANGUAGES = [("lv", _("Latvian")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "locale" / "site", BASE_DIR / "locale" / "admin"]
TIME_ZONE = env("TIME_ZONE", default="Europe/Riga")
USE_I18N = True
USE_TZ = True

# --- people who sign in ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "home.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "home.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
WAGTAIL_PASSWORD_RESET_ENABLED = False
# Members sign in by a code in a mail; the worker needs a moment to send it, and people to find it.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 20 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_MAX_RESEND_COUNT = 2
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
# An address gets few codes an hour, whoever asks: six digits are not guessed within a lifetime.
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,5/h/key"}
MFA_ADAPTER = "home.accounts.SecondFactorAdapter"
MFA_FORMS = {"add_webauthn": "home.accounts.AddPasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = WAGTAIL_SITE_NAME
# A code that went by while it was typed, or a phone whose clock is half a minute off (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
MEMBER_REDIRECT_URL = "portal_home"  # for those who may not see the admin
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A cookie is written only where somebody signs in or sends a form that acts on an account.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- files ----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=VAR_DIR / "static").__str__()
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = str(env.path("MEDIA_ROOT", default=VAR_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- work behind the request: tasks, cache, mail --------------------------------------------------------------
TASKS = {"default": {"BACKEND": "home.task_queue.TaskQueue"}}
CACHES = {
    "default": env.cache("CACHE_URL")
    if "CACHE_URL" in env.ENVIRON
    else {
        # Shared by web processes and worker; never LocMem, whose copies would disagree.
        "BACKEND": "cms.cache.FileCache",
        "LOCATION": str(VAR_DIR / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
EMAIL_BACKEND = "home.mail.backend.OutboxBackend"
MAIL_TRANSPORT_BACKEND = env("MAIL_TRANSPORT_BACKEND", default="django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = str(VAR_DIR / "mail")
_mail = env.email("EMAIL_URL", default="consolemail://")
EMAIL_HOST = _mail.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = _mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _mail.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default=f"platforma@{SITE_HOST}")
MAIL_ALLOW_REAL = env.bool("MAIL_ALLOW_REAL", default=False)
MAIL_PURGE_DAYS = env.int("MAIL_PURGE_DAYS", default=30)
# Where notices of mail that came back are read: imaps://user:password@host/INBOX, maildir:///path. Empty: nowhere.
BOUNCE_MAILBOX_URL = env("BOUNCE_MAILBOX_URL", default="")

# --- Wagtail: nothing is asked of anybody outside -------------------------------------------------------------
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAILIMAGES_IMAGE_MODEL = "home.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.image_forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# A phone's fifty million pixels and a little more; undone, they take four times as many bytes of memory.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 55_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.documents.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "gpx", "geojson", "kml", "odt", "ods", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Wagtail's own list holds “localtime”, which no browser knows.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE, "Europe/Oslo", "Europe/London", "UTC"]
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = False

LEAFLET_CONFIG = {
    "DEFAULT_CENTER": (56.79, 24.24),
    "DEFAULT_ZOOM": 11,
    "MIN_ZOOM": 5,
    "MAX_ZOOM": 18,
    "RESET_VIEW": False,
    "FORCE_IMAGE_PATH": True,
    "TILES": [],
}

# Map tiles come through us, so that no visitor's address leaves (directory/tiles.py). Empty: the drawn map alone.
TILE_URL = env("TILE_URL", default="https://tile.openstreetmap.org/{z}/{x}/{y}.png")
TILE_CACHE_DIR = str(VAR_DIR / "cache" / "tiles")
TILE_CACHE_MB = env.int("TILE_CACHE_MB", default=500)
TILE_EXTENT = [float(edge) for edge in env.list("TILE_EXTENT", default=["20.5", "55.4", "28.6", "58.3"])]
TILE_RATE = env.float("TILE_RATE", default=10.0)
TILE_CONTACT = env("TILE_CONTACT", default=DEFAULT_FROM_EMAIL)
# host:port that our own requests may go to though it is not public; for tests.
OUTBOUND_ALLOW = env.list("OUTBOUND_ALLOW", default=[])

# --- headers --------------------------------------------------------------------------------------------------
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
VIDEO_HOSTS = env.list("VIDEO_HOSTS", default=["https://www.youtube-nocookie.com", "https://player.vimeo.com"])
X_FRAME_OPTIONS = "DENY"
# Whose pages may hold the directory's map or list in a frame: https://host or host, *.host. Nobody's but ours by default.
EMBED_ALLOWED_HOSTS = env.list("EMBED_ALLOWED_HOSTS", default=[])

# --- open data ------------------------------------------------------------------------------------------------
# What others may do with the directory's data; staff of the municipality decide, a lawyer reads it.
DATA_LICENCE = env("DATA_LICENCE", default="CC BY 4.0")
DATA_LICENCE_URL = env("DATA_LICENCE_URL", default="https://creativecommons.org/licenses/by/4.0/")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stream"], "level": "INFO"},
    "loggers": {
        "django.server": {"handlers": ["stream"], "level": "WARNING", "propagate": False},
        # They tell of every step of a PDF, and of each rule that is meant for screens.
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
    },
}

# How many proxies stand in front; production has one (see there).
ALLAUTH_TRUSTED_PROXY_COUNT = 0
