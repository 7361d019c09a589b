"""Development and the demonstration: on this machine only, with nothing to set up."""

from cms.settings import base, environment

globals().update(base.settings())

base.VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = environment.flag("DEBUG", default=True)
# Known to everyone who reads this file, so that a restart keeps people logged in.
SECRET_KEY = "development-only-not-a-secret"  # noqa: S105
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])

CONTENTLINT_DEMO = True

# Wagtail tells of every page it saves; here the lines about requests are enough.
LOGGING = base.log_to_console("WARNING")

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
