"""Django's settings. Everything an operator may change comes from the environment.

docs/operating.md lists the variables.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from whitenoise.compress import Compressor

from quotesdb import databases, vocabulary
from quotesdb.local_secret import local_secret
from quotesdb.observing.logging_settings import logging_of
from quotesdb.safe_start import Start, outside_hosts, refuse_dangers
from quotesdb.throttling.limits import limits_of

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATABASES: dict[str, dict[str, Any]]

VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))

DEBUG = env.bool("DEBUG", default=False)
EMBEDDED = not env("DATABASE_URL", default="")

SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY:
    if not (EMBEDDED or DEBUG):
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. With a DATABASE_URL, QuotesDB starts only with a secret key "
            "of its own: set SECRET_KEY to 50 or more random characters."
        )
    SECRET_KEY = local_secret(VAR_DIR / "secret-key")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Whoever is served from elsewhere is served over TLS.
HTTPS = env.bool("HTTPS", default=bool(outside_hosts(ALLOWED_HOSTS)))
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

INSTALLED_APPS = [
    "quotesdb.apps.QuotesDBConfig",
    "api.apps.ApiConfig",
    "seeds.apps.SeedsConfig",
    "quotesdb.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "simple_history",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "csp",
]

MIDDLEWARE = [
    "quotesdb.observing.probes.Probes",
    "quotesdb.observing.requests.Observed",
    "quotesdb.middleware.Protection",
    "quotesdb.middleware.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quotesdb.middleware.OtherSites",
    "api.outages.Outages",
    "quotesdb.middleware.Sessions",
    "quotesdb.middleware.Hosts",
    "django.middleware.csrf.CsrfViewMiddleware",
    "quotesdb.middleware.Authentication",
    "quotesdb.middleware.Messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "quotesdb.urls"
WSGI_APPLICATION = "quotesdb.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Seconds that a writer waits for its turn before it is refused.
LONGEST_WAIT = env.int("LONGEST_WAIT", default=20)

# Addresses inside the house that webhooks may be at, such as 10.0.0.7:8080. Others must be public.
WEBHOOKS_INSIDE = env.list("WEBHOOKS_INSIDE", default=[])
PREPARED_STATEMENTS = env.bool("PREPARED_STATEMENTS", default=True)
DATABASE_REPLICA_URLS = env.list("DATABASE_REPLICA_URLS", default=[])

if EMBEDDED:
    if DATABASE_REPLICA_URLS:
        raise ImproperlyConfigured("DATABASE_REPLICA_URLS is set, but no DATABASE_URL.")
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES = {"default": databases.embedded(VAR_DIR / "quotesdb.sqlite3", LONGEST_WAIT)}
else:
    DATABASES = {
        "default": databases.postgresql(
            "DATABASE_URL", env("DATABASE_URL"), prepared=PREPARED_STATEMENTS
        ),
        **databases.replicas(DATABASE_REPLICA_URLS, prepared=PREPARED_STATEMENTS),
    }
if DATABASE_REPLICA_URLS:
    DATABASE_ROUTERS = ["quotesdb.replicas.Router"]

refuse_dangers(
    Start(
        debug=DEBUG,
        secret_key=SECRET_KEY,
        hosts=ALLOWED_HOSTS,
        https=HTTPS,
        database_host=urlsplit(env("DATABASE_URL", default="")).hostname or "",
        trusted_origins=CSRF_TRUSTED_ORIGINS,
        redis_url=env("REDIS_URL", default=""),
    )
)

FIXTURE_DIRS = [BASE_DIR / "fixtures"]

AUTH_USER_MODEL = "quotesdb.Curator"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "quotesdb.static_files.HashedModules"},
}

WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Beside what is compressed already, the maps that only those read who debug others' scripts.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]

if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
# Who watches over this machine asks it by its own name, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=True)
# To be on the browsers' list of hosts is for the owner of a whole domain to decide, and lasts.
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# How often, in how many seconds; docs/security.md tells who is counted.
REDIS_URL = env("REDIS_URL", default="")
LIMITS = limits_of(env)

CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_EXPOSE_HEADERS = ["ETag", "RateLimit", "RateLimit-Policy", "Retry-After"]
# Look-up is asked by POST, and changes nothing either.
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS", "POST"]

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["api.rendering.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.negotiation.ByQuality",
    "DEFAULT_PARSER_CLASSES": ["api.bodies.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "api.authentication.KeyAuthentication",
        "api.authentication.BrowserAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["api.permissions.WhoMay"],
    "DEFAULT_METADATA_CLASS": "api.metadata.Metadata",
    "DEFAULT_THROTTLE_CLASSES": ["api.throttles.Writing"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "api.problems.handle",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "QuotesDB",
    "VERSION": "1",
    "DESCRIPTION": "Who said what, through whose hands did the words pass, and where was it "
    "reported?\n\nAny answer can be narrowed with `fields` and `omit`; therefore no field is "
    "marked as required, though all are given unless you ask otherwise. A parameter that does not "
    "exist is refused, not ignored.",
    "OAS_VERSION": "3.1.1",
    "TAGS": [
        {"name": "index", "description": "What there is to ask."},
        {"name": "lookup", "description": "Whose words are these?"},
        {"name": "quotes", "description": "Acts of saying, and all the articles that print them."},
        {"name": "appearances", "description": "Printings, each with its attribution chain."},
        {"name": "articles", "description": "Published documents, and what they rely on."},
        {"name": "speakers", "description": "Whoever words come from or pass through."},
        {"name": "outlets", "description": "Whoever publishes. Each is a speaker too."},
        {"name": "bulk", "description": "Many writes in one request."},
        {"name": "candidates", "description": "What is proposed, and waits for a curator."},
        {"name": "autocomplete", "description": "Who is meant, while a name is typed."},
    ],
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_NO_READ_ONLY_REQUIRED": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": {
        "SpeakerKind": vocabulary.choices(vocabulary.SpeakerKind),
        "OutletKind": vocabulary.choices(vocabulary.OutletKind),
        "RelianceKind": vocabulary.choices(vocabulary.RelianceKind),
        "Form": vocabulary.choices(vocabulary.Form),
        "Relation": vocabulary.choices(vocabulary.Relation),
        "Certainty": vocabulary.choices(vocabulary.Certainty),
        "AttributionStatus": vocabulary.choices(vocabulary.AttributionStatus),
        "CorrectionKind": vocabulary.choices(vocabulary.CorrectionKind),
        "Way": vocabulary.choices(vocabulary.Way),
        "RecordSource": vocabulary.choices(vocabulary.RecordSource),
        "Mergeable": vocabulary.choices(vocabulary.Mergeable),
        "Alike": vocabulary.choices(vocabulary.Alike),
        "Door": vocabulary.choices(vocabulary.Door),
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.schema_hook.complete",
        "api.schema_limits.tell",
    ],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "validatorUrl": None,
        "deepLinking": True,
        "displayRequestDuration": True,
    },
}

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# Who keeps many quotes has programs that read the log; who tries it out reads it himself.
LOG_FORMAT = env("LOG_FORMAT", default="text" if EMBEDDED else "json")
LOG_REQUESTS = env.bool("LOG_REQUESTS", default=not EMBEDDED)
if LOG_FORMAT not in ("json", "text"):
    raise ImproperlyConfigured(f"LOG_FORMAT must be json or text, not {LOG_FORMAT}.")
LOGGING = logging_of(LOG_FORMAT, env("LOG_LEVEL", default="WARNING"))

# Without it nobody is told how much is asked.
METRICS_TOKEN = env("METRICS_TOKEN", default="")
