"""Settings shared by every shape of the site. What differs between installations comes from the environment.

Every variable is documented in `.env.example`. The safe value is the default; `dev` and `test` relax it.
"""

from pathlib import Path
from typing import Any

import environ
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from core import addresses

BASE_DIR = Path(__file__).resolve().parents[3]

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

# --- Where everything mutable lives: database, media, cache, secrets. One commune, one DATA_DIR. ---
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data"))).expanduser().resolve()

DEBUG = False
# Whether this is the demo (True) or a commune's site (False): neither touches what is the other's. None: a developer, who may.
DEMO: bool | None = False
SECRET_KEY = env.str("SECRET_KEY", default="")
# Personal data: Fernet keys, the newest first; and the key of receipts, which never changes (`core.encryption`).
FIELD_KEYS = env.list("FIELD_KEYS", default=[])
RECEIPT_KEY = env.str("RECEIPT_KEY", default="")
# Behind proxies, the header in which they name the visitor's address, and how many of them are ours: each adds at the end the
# address that connected to it. Empty: the address that connects.
CLIENT_ADDRESS_HEADER = env.str("CLIENT_ADDRESS_HEADER", default="")
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)
# The address under which the site is known, without a slash at its end. Empty: the one under which it is asked.
PUBLIC_URL = env.str("PUBLIC_URL", default="").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    # ours, from the top of the house to the bottom; our templates win
    "portal",
    "home",
    "feedback",
    "surveys",
    "news",
    "models_showcase",
    "movements",
    "organisations",
    "approval",
    "search",
    "core",
    "accounts.apps.AccountsConfig",
    # the CMS
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.api.v2",
    "wagtail.embeds",
    "wagtail.sites",
    "organisations.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "laces",
    "rest_framework",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_tasks",
    "django_tasks_db",
    "django_filters",
    # the framework
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.middleware.ProbesMiddleware",
    "core.addresses.AddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A page of 37 kB travels as 8. Django adds random bytes to the length, so that it tells nothing (the BREACH attack).
    "django.middleware.gzip.GZipMiddleware",
    "core.middleware.ContentSecurityPolicyMiddleware",
    "core.kept.KeepWordsMiddleware",
    "core.editing.SignedOutMiddleware",
    "core.middleware.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "organisations.middleware.KnownDeviceMiddleware",
    "accounts.middleware.OneTimePasswordMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.impossible.ImpossibleRequestsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "organisations.context_processors.commune",
                "home.context_processors.site_frame",
            ],
        },
    },
]
# Our templates before those of packages, whatever the order of the apps.
FORM_RENDERER = "portal.names.FormRenderer"
INSTALLED_APPS += ["django.forms"]

# --- Data ---
DATABASES = {
    "default": env.db_url_config(env.str("DATABASE_URL", default="") or f"sqlite:///{DATA_DIR / 'db.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Take the write lock at BEGIN, so that a busy database waits (timeout, seconds) and never fails half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # WAL: readers do not wait for a writer. FULL: what was acknowledged survives a power cut.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    if DATABASES["default"]["ENGINE"].endswith("postgresql"):
        # Queries here take milliseconds: to compile one first takes fifty. Disks of today read any page as fast as the next one.
        DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off -c random_page_cost=1.1")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHE = env.cache_url_config(env.str("CACHE_URL", default="") or f"filecache://{DATA_DIR / 'cache'}")
if CACHE["BACKEND"].endswith("RedisCache"):  # a server that is silent is one that is away
    CACHE["OPTIONS"] = {"socket_timeout": 1, "socket_connect_timeout": 1, **CACHE.get("OPTIONS", {})}
CACHES = {"default": {**CACHE, "BACKEND": "core.caches.ForgivingCache", "INNER": CACHE["BACKEND"]}}

# `default` runs at once (Wagtail's own small jobs); `jobs` is the queue in the database, worked off beside the site.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]},
}

# --- Files ---
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
PRIVATE_ROOT = DATA_DIR / "private"  # what citizens send; never served as it came
# Sizes of public pictures, and public documents, as plain files a proxy may serve. None where files lie in S3.
PUBLIC_ROOT: Path | None = Path(env.str("PUBLIC_ROOT", default="") or DATA_DIR / "public").expanduser().resolve()
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "core.storage.PrivateStorage", "OPTIONS": {"location": PRIVATE_ROOT}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if env.str("STORAGE_URL", default=""):  # s3://bucket-name; keys as boto reads them (AWS_ACCESS_KEY_ID …)
    PUBLIC_ROOT = None
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.url("STORAGE_URL").hostname,
            "endpoint_url": env.str("STORAGE_ENDPOINT", default="") or None,
        },
    }
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "tmp"  # on the same disk: a file that came is kept by renaming it
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "core.uploads.RoomyFileUploadHandler",
]
# What stays free on the disk of DATA_DIR whatever files come, in bytes. 0: 500 MB, or a twentieth of a small disk.
DISK_RESERVE = env.int("DISK_RESERVE", default=0) * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article is many form fields

# --- Accounts ---
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "organisations.password_validation.WeakPasswordValidator"},
]
PASSWORD_HASHERS = ["accounts.hashers.PasswordHasher"]
# Every door at which a password is tried has the same brake.
AUTHENTICATION_BACKENDS = ["organisations.signing_in.BrakedBackend"]
LOGIN_URL = "wagtailadmin_login"

# --- Language, time, formats ---
LANGUAGE_CODE = "vi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_overlay"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["portal.formats"]

# --- Wagtail ---
WAGTAIL_SITE_NAME = "Mặt trận số"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses are read aloud and typed on phones
WAGTAIL_APPEND_SLASH = True
WAGTAIL_DATE_FORMAT, WAGTAIL_TIME_FORMAT, WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y", "%H:%M", "%d/%m/%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # a commune lies in one
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "approval.finish.publish_approved"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "portal/password_required.html"
WAGTAIL_FRONTEND_LOGIN_URL = "wagtailadmin_login"  # the only people who sign in
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no third party
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False  # needs mail; the IT administrator sets a new one
WAGTAIL_MODERATION_ENABLED = True
# What Wagtail makes full addresses of.
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = lazy(addresses.base, str)()
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_USER_LOGIN_FORM = "organisations.forms.LoginForm"
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "core.rich_text.RichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "h3", "ol", "ul", "link", "document-link"]},
    },
}
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # otherwise a submission for translation publishes
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"  # an ordinary page, edited and approved as any other
WAGTAILIMAGES_IMAGE_MODEL = "core.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.forms.images.ImageForm"
# What the window of the admin lets through to us; the content decides (`core.pictures`).
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "jfif", "png", "webp", "gif", "heic", "heif", "avif", "bmp", "tif", "tiff"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024  # bytes; a phone's largest photo
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_WEBP_QUALITY = 72
WAGTAILIMAGES_AVIF_QUALITY = 52  # looks like WebP at 72 (36 dB at 960 pixels)
WAGTAILIMAGES_JPEG_QUALITY = 78
WAGTAILDOCS_DOCUMENT_MODEL = "core.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.forms.documents.DocumentForm"
WAGTAILDOCS_EXTENSIONS = [
    "pdf",
    "doc",
    "docx",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
    "odt",
    "ods",
    "odp",
    "zip",
    "mp3",
    "mp4",
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # an address of S3 would be open to whoever it is passed on to
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # embeds fetch from the network while rendering: none
# An Elasticsearch 8 that finds what people seek; without it the database does. The name of its index, where several sites share it.
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
ELASTICSEARCH_INDEX = env.str("ELASTICSEARCH_INDEX", default="mat-tran-so")
# The admin's own boxes and choosers. The search of the site is `search.finding`.
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "search.wagtail_backend"}}
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_SEARCH_ENABLED = False  # the search of the site is its own service
TAGGIT_CASE_INSENSITIVE = True

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}

# --- What citizens send ---
# From one network within an hour; a whole village may share one, so it is generous: after so many each one does a small sum, and
# only far beyond they wait.
SURVEY_ANSWERS_UNASKED = env.int("SURVEY_ANSWERS_UNASKED", default=30)
SURVEY_ANSWERS_PER_HOUR = env.int("SURVEY_ANSWERS_PER_HOUR", default=300)
FEEDBACK_SUBMISSIONS_UNASKED = env.int("FEEDBACK_SUBMISSIONS_UNASKED", default=60)
FEEDBACK_SUBMISSIONS_PER_HOUR = env.int("FEEDBACK_SUBMISSIONS_PER_HOUR", default=600)
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # a whole gallery chosen by mistake: five are kept, the rest refused by name
DATA_UPLOAD_MAX_MEMORY_SIZE = (
    10 * 1024 * 1024
)  # bytes of words: what is pasted by mistake is shown again, not thrown away

# --- Mail: none until a server is named (EMAIL_URL=smtp+tls://user:password@host:587) ---
vars().update(env.email_url("EMAIL_URL", default="dummymail://"))
EMAIL_TIMEOUT = 20  # seconds; a silent server must not stop the queue
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="mat-tran-so@localhost")

# --- Security: each line with its reason ---
SECURE_CONTENT_TYPE_NOSNIFF = True  # an upload is what its type says
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"  # a private link must not leak to other sites
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12  # seconds; a working day
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.views.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor shows the page beside itself
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which wants DENY

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"private_links": {"()": "core.logs.RedactPrivateLinks"}, "one_line": {"()": "core.logs.OneLine"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["private_links"]},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
        "weasyprint": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "PIL": {"level": "INFO"},  # below it prints what stands in photos: place, device
        "django.security.DisallowedHost": {"filters": ["one_line"]},  # whoever asks by another name; no fault of ours
    },
}
