"""Production: everything that differs from one place to another comes from the environment."""

from cms.settings import base, environment

globals().update(base.settings())

DEBUG = False
SECRET_KEY = environment.secret("SECRET_KEY")
ALLOWED_HOSTS = environment.required_words(
    "ALLOWED_HOSTS", "the host names that this site answers to, separated by commas"
)

globals().update(environment.email("EMAIL_URL", "consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text(
    "DEFAULT_FROM_EMAIL", f"contentlint@{ALLOWED_HOSTS[0].lstrip('.')}"
)
WAGTAILADMIN_BASE_URL = environment.origin(
    "WAGTAILADMIN_BASE_URL", f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
)

# `manage.py collectstatic` gathers the static files; the server itself sends them, compressed and
# cacheable for ever, from right behind the middleware for security headers.
MIDDLEWARE = [
    *base.MIDDLEWARE[:2],
    "whitenoise.middleware.WhiteNoiseMiddleware",
    *base.MIDDLEWARE[2:],
]
STORAGES = {
    **base.STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Uploads go to a bucket where one is named; its keys and region are read by the client library
# itself (AWS_ACCESS_KEY_ID and so on). Needs the extra "s3".
if bucket := environment.text("MEDIA_BUCKET", ""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": environment.text("MEDIA_BUCKET_ENDPOINT", "") or None,
            "file_overwrite": False,
        },
    }

# The proxy in front ends TLS and sets this header; without one, say SECURE_PROXY=false.
if environment.flag("SECURE_PROXY", default=True):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment.integer("SECURE_HSTS_SECONDS", 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# W019 asks for X-Frame-Options: DENY; the editor shows a page's preview in a frame of its own site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
