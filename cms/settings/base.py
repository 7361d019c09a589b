"""The settings that development, tests and production share.

The three others take these with `globals().update(base.settings())` and name what they change.
"""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.settings import environment

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(environment.text("CONTENTLINT_VAR", str(BASE_DIR / "var"))).resolve()

INSTALLED_APPS = [
    # Ours come first, so that our templates and management commands win over Wagtail's.
    "cms.pages",
    "cms.images",
    "cms.library",
    "cms.quality",
    "cms.api",
    "cms.exchange",
    "cms.website",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.locales",
    "wagtail.api.v2",
    "wagtail.api.v3",
    "wagtail.admin",
    "wagtail",
    "corsheaders",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "modelcluster",
    "ninja",
    "rest_framework",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.security.content_security_policy",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "cms.quality.middleware.RefusedPublicationMiddleware",
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
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

DATABASES = {
    "default": environment.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'contentlint.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # The server and the task worker write to one file: wait for a lock, and let readers go on.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": environment.cache("REDIS_URL")}

# One interface for work in the background; `manage.py db_worker` carries it out.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# The language of a page is the first part of its path, except for the default: see cms/urls.py.
# CONTENT_LANGUAGES adds more, as "de:German,fr:French".
LANGUAGE_CODE = "en-us"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en-us", _("English (United States)")),
    ("en-gb", _("English (United Kingdom)")),
    *environment.languages("CONTENT_LANGUAGES"),
]
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# A long article is a form of thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "contentlint"
WAGTAILADMIN_BASE_URL = environment.origin("WAGTAILADMIN_BASE_URL", "http://127.0.0.1:8000")
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_RICH_TEXT_FORMAT = "html"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_IMAGE_MODEL = "images.CmsImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Videos are links here: the server asks no other site about an address that somebody typed.
WAGTAILEMBEDS_FINDERS = []
# No editor's name or address goes to anybody else.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

# Frontends on other hosts may read the APIs; none may send a session cookie along.
CORS_ALLOWED_ORIGINS = environment.origins("CORS_ALLOWED_ORIGINS")
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS")

X_FRAME_OPTIONS = "SAMEORIGIN"

# What keeps a page from going live: new errors, all errors, or nothing.
CONTENTLINT_GATE = environment.choice("CONTENTLINT_GATE", ("new", "all", "off"), "new")

# Whether `manage.py demo` may make accounts and show their passwords.
CONTENTLINT_DEMO = False


def log_to_console(level: str) -> dict[str, Any]:
    """Everything of that level or worse, on standard error; LOG_LEVEL says another level."""
    level = environment.log_level("LOG_LEVEL", level)
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {
            # On the handler too: the task worker sets levels of its own on its loggers.
            "console": {"class": "logging.StreamHandler", "formatter": "line", "level": level}
        },
        "root": {"handlers": ["console"], "level": level},
    }


LOGGING = log_to_console("INFO")


def settings() -> dict[str, Any]:
    """Every setting of this module, for the modules that build on it."""
    return {name: value for name, value in globals().items() if name.isupper()}
