"""The test suite: fast, alone, and the same whatever the shell has set."""

from cms.settings import base, environment

globals().update(base.settings())

DEBUG = False
SECRET_KEY = "tests-only-not-a-secret"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

DATABASES = {"default": environment.database("DATABASE_URL", "sqlite://:memory:")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # The test database is thrown away: nothing of it has to survive a crash.
    DATABASES["default"]["OPTIONS"] = {"options": "-c synchronous_commit=off"}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING = base.log_to_console("WARNING")
CONTENTLINT_GATE = "new"
CORS_ALLOWED_ORIGINS = ["https://www.example.org"]
WAGTAILADMIN_BASE_URL = "http://testserver"
