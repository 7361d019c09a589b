"""What a WSGI server runs: `gunicorn cms.wsgi`."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from cms.settings.environment import SettingsError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

try:
    application = get_wsgi_application()
except SettingsError as error:
    sys.exit(f"contentlint: {error}")
