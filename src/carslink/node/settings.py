"""Every setting of Carslink, with its default. `docs/settings.md` explains them for operators.

Each is an environment variable with the prefix ``CARSLINK_``, but for ``DATABASE_URL``.
Development needs none of them; ``CARSLINK_ENV=production`` refuses to start without the secrets.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from carslink.data_folder import data_folder
from carslink.net.names import Allowed, read_allowed


def text(name: str, default: str) -> str:
    """Return the setting CARSLINK_<name>, or its default where it is not set or empty."""
    return os.environ.get(f"CARSLINK_{name}", "") or default


def number(name: str, default: int, least: int = 0) -> int:
    """Return a whole-number setting.

    Raises ImproperlyConfigured for a value that is no number, or is below `least`.
    """
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < least:
        raise ImproperlyConfigured(
            f"CARSLINK_{name} must be a whole number, {least} or more (it is {value!r})"
        )
    return int(value)


def words(name: str, default: str) -> list[str]:
    """Return a setting that lists words, separated by commas."""
    return [word for word in (part.strip() for part in text(name, default).split(",")) if word]


def required(name: str, development: str) -> str:
    """Return a setting that has a default in development alone; production must name it."""
    value = os.environ.get(f"CARSLINK_{name}", "")
    if not value and PRODUCTION:
        raise ImproperlyConfigured(f"CARSLINK_{name} must be set when CARSLINK_ENV is production")
    return value or development


def one_of(name: str, values: tuple[str, ...], default: str) -> str:
    """Return a setting that is one of these words, in whatever case it is written."""
    value = text(name, default)
    for known in values:
        if known.casefold() == value.casefold():
            return known
    choice = f"{', '.join(values[:-1])} or {values[-1]}"
    raise ImproperlyConfigured(f"CARSLINK_{name} must be {choice} (it is {value!r})")


def fetch_allowed() -> Allowed:
    """Return the hosts of CARSLINK_FETCH_HOSTS."""
    try:
        return read_allowed(words("FETCH_HOSTS", ""))
    except ValueError as error:
        raise ImproperlyConfigured(f"CARSLINK_FETCH_HOSTS: {error}") from error


ENV = one_of("ENV", ("development", "production"), "development")
PRODUCTION = ENV == "production"
DEBUG = False

# Where one machine keeps what it keeps: the embedded database, the search index, pictures.
DATA_DIR = data_folder()
INDEX_DIR = DATA_DIR / "search"

SECRET_KEY = required("SECRET_KEY", "development-only-never-for-production")
# The address under which buyers see this site; links in receipts and pages start with it.
PUBLIC_URL = text("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
# Loopback always: `carslink serve` and front servers ask there whether this machine is well.
ALLOWED_HOSTS = [
    "localhost",
    "127.0.0.1",
    "[::1]",
    *words("ALLOWED_HOSTS", urlsplit(PUBLIC_URL).hostname or ""),
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

# --- The web process --------------------------------------------------------------------------
# Threads that run Django code, in each web process. More than the cores, since feeds wait for
# the database; the gate in push/gate.py keeps some of them for buyers.
THREADS = number("THREADS", 12, least=2)

# --- Feeds (contract, section 2) --------------------------------------------------------------
FEED_MAX_BYTES = number("FEED_MAX_BYTES", 64 * 1024 * 1024, least=1024)  # decoded
FEED_MAX_LISTINGS = number("FEED_MAX_LISTINGS", 50_000, least=1)
FEEDS_PER_MINUTE = number("FEEDS_PER_MINUTE", 300, least=1)  # for one API key
FEEDS_AT_ONCE = number("FEEDS_AT_ONCE", 9, least=1)  # in one web process, the waiting included
FEEDS_OF_A_PARTNER = number("FEEDS_OF_A_PARTNER", 6, least=1)  # of those
BIG_FEED_BYTES = number("BIG_FEED_BYTES", 4 * 1024 * 1024, least=1)
BIG_FEEDS_AT_ONCE = number("BIG_FEEDS_AT_ONCE", 1, least=1)  # in one web process
FEED_WAIT = timedelta(seconds=number("FEED_WAIT_SECONDS", 20))  # for a turn, before 429

# --- Plain words (docs/plain-words.md): an OpenAI-compatible address, if a model is to help -------
AI_URL = text("AI_URL", "")  # as https://api.example.com/v1
AI_MODEL = text("AI_MODEL", "")
AI_KEY = text("AI_KEY", "")
if AI_URL and not (AI_URL.startswith(("http://", "https://")) and AI_MODEL):
    raise ImproperlyConfigured(
        "CARSLINK_AI_URL must begin with https:// or http://, and needs CARSLINK_AI_MODEL beside it"
    )

# --- Listings' life (contract, sections 2 and 4) ----------------------------------------------
EXPIRE_AFTER = timedelta(hours=number("EXPIRE_HOURS", 24, least=1))
UPLOADED_EXPIRE_AFTER = timedelta(days=number("UPLOADED_EXPIRE_DAYS", 30, least=1))
EXPIRE_GRACE = timedelta(minutes=number("EXPIRE_GRACE_MINUTES", 30))
RESTORE_WITHIN = timedelta(days=number("RESTORE_DAYS", 30, least=1))
HELD_AT_MOST = timedelta(days=number("HELD_DAYS", 7, least=1))
HISTORY_KEPT = timedelta(days=number("HISTORY_DAYS", 90, least=1))
PAYLOADS_KEPT = timedelta(days=number("PAYLOAD_DAYS", 30, least=1))

# --- Uploads ----------------------------------------------------------------------------------
UPLOAD_MAX_BYTES = number("UPLOAD_MAX_BYTES", 100 * 1024 * 1024, least=1024)

# --- Photographs ------------------------------------------------------------------------------
MEDIA = one_of("MEDIA", ("on", "off"), "on") == "on"
PICTURE_PROCESSES = number("PICTURE_PROCESSES", os.cpu_count() or 1, least=1)
# Hosts that may be fetched from although the rules forbid it, and a certificate authority that is
# trusted in addition: for tests and the demo.
FETCH_ALLOWED = fetch_allowed()
FETCH_CA_FILE = Path(text("FETCH_CA_FILE", "")) if text("FETCH_CA_FILE", "") else None
if PRODUCTION and (FETCH_ALLOWED.places or FETCH_CA_FILE):
    raise ImproperlyConfigured(
        "CARSLINK_FETCH_HOSTS and CARSLINK_FETCH_CA_FILE are for tests and the demo; production "
        "fetches from public servers alone. Unset both."
    )
MEDIA_DIR = DATA_DIR / "media"
S3_BUCKET = text("S3_BUCKET", "")
S3_UPLOADS_BUCKET = text("S3_UPLOADS_BUCKET", "")  # another one: photographs are public, these not
if S3_UPLOADS_BUCKET and S3_UPLOADS_BUCKET == S3_BUCKET:
    raise ImproperlyConfigured(
        "CARSLINK_S3_UPLOADS_BUCKET must be another bucket than CARSLINK_S3_BUCKET: dealers' files "
        "are private, photographs are not."
    )


def _bucket(name: str, folder: str) -> dict[str, object]:
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": name,
            "endpoint_url": text("S3_ENDPOINT", "") or None,
            "region_name": text("S3_REGION", "") or None,
            "default_acl": None,
            "querystring_auth": False,
            "location": folder,
        },
    }


STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "pictures": _bucket(S3_BUCKET, "pictures")
    if S3_BUCKET
    else {
        "BACKEND": "carslink.media.storage.Folder",
        "OPTIONS": {"location": MEDIA_DIR / "pictures", "base_url": "/pictures/"},
    },
    "uploads": _bucket(S3_UPLOADS_BUCKET, "uploads")
    if S3_UPLOADS_BUCKET
    else {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {  # private: there is no address that leads to it
            "location": DATA_DIR / "uploads",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}

# --- Mail -------------------------------------------------------------------------------------
# Without a server, as in the demo, each message becomes a file of the data folder.
SMTP_HOST = required("SMTP_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SMTP_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIR / "mail")
EMAIL_HOST = SMTP_HOST
EMAIL_PORT = number("SMTP_PORT", 587, least=1)
EMAIL_HOST_USER = text("SMTP_USER", "")
EMAIL_HOST_PASSWORD = text("SMTP_PASSWORD", "")
SMTP_TLS = one_of("SMTP_TLS", ("starttls", "ssl", "none"), "starttls")
EMAIL_USE_TLS, EMAIL_USE_SSL = SMTP_TLS == "starttls", SMTP_TLS == "ssl"
EMAIL_TIMEOUT = 20  # seconds
# Whom dealers write to; it stands in every mail and on pages.
CONTACT_EMAIL = required("CONTACT_EMAIL", "hello@carslink.example")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = text("MAIL_FROM", f"Carslink <{CONTACT_EMAIL}>")
# A new dealer's welcome waits so long for others of the same partner and address.
WELCOME_AFTER = timedelta(minutes=number("WELCOME_AFTER_MINUTES", 60))

# --- Django -----------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",  # so that the documentation's assets are served from the package
    "procrastinate.contrib.django",
    "axes",
    "carslink.partners",
    "carslink.dealers",
    "carslink.stock",
    "carslink.push",
    "carslink.search",
    "carslink.media",
    "carslink.upload",
    "carslink.welcome",
    "carslink.site",
    "carslink.portal",
    "carslink.backoffice",
    "carslink.node",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "carslink.node.middleware.compressed",
    "carslink.node.middleware.slashes",
    "carslink.node.middleware.content_policy",
    "carslink.node.middleware.refused_methods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",  # answers where somebody has tried too many passwords
]

ROOT_URLCONF = "carslink.node.urls"
WSGI_APPLICATION = "carslink.node.wsgi.application"
APPEND_SLASH = False  # every path answers with and without a final slash, see node/urls.py
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


SECONDS_TO_CONNECT = 5
"""How long one try to reach the database may take, and how long the pool repeats tries itself."""


def database(url: str) -> dict[str, object]:
    """Return Django's description of the database that a PostgreSQL URL names."""
    if not url:
        # No server is named. `carslink` starts the embedded one and names it before Django starts.
        return {"ENGINE": "django.db.backends.postgresql", "NAME": "carslink"}
    try:
        parts: dict[str, object] = {**conninfo_to_dict(url)}
    except ProgrammingError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL must be a PostgreSQL URL, as postgresql://user:password@host/name"
        ) from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "carslink"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": 0,  # the pool keeps connections
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": SECONDS_TO_CONNECT,
            **parts,
            "pool": {
                "name": "carslink",
                "min_size": 1,
                "max_size": THREADS + 4,
                "timeout": 10,
                # The pool doubles its pause after every try that fails and, until it gives up, no
                # request starts another: with its own 300 s, a database that had been away for
                # half a minute was asked again only after a whole one.
                "reconnect_timeout": SECONDS_TO_CONNECT,
            },
        },
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""))}

# --- Accounts ---------------------------------------------------------------------------------
LOGIN_URL = "portal-login"
LOGIN_REDIRECT_URL = "portal"
LOGOUT_REDIRECT_URL = "portal-login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Wrong passwords are counted by where they come from, not by account: dealers' e-mail addresses
# stand on their pages, and anybody could shut out a dealer by its own.
AXES_FAILURE_LIMIT = number("LOGIN_TRIES", 20, least=1)
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = ["ip_address"]
AXES_LOCKOUT_TEMPLATE = "portal/locked.html"
AXES_CLIENT_IP_CALLABLE = "carslink.node.client.address"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# How many front servers of ours a request passes: each adds to X-Forwarded-For whom it heard.
PROXIES = number("PROXIES", 1 if PRODUCTION else 0)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# A feed is measured and refused by push/body.py, which streams it; Django's own cap is for forms.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # straight from the packages: there is nothing to collect
WHITENOISE_MAX_AGE = 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0

# --- Jobs -------------------------------------------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
# A killed worker's jobs are taken up again within seconds: see node/jobs.py.
PROCRASTINATE_WORKER_DEFAULTS = {
    "update_heartbeat_interval": 2.0,
    "stalled_worker_timeout": 10.0,
    "delete_jobs": "successful",
}

# --- Logs: one JSON object a line, never a secret ---------------------------------------------
LOG_LEVEL = one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO")
LOGGING_CONFIG = None  # node/logs.py sets logging up for every process
