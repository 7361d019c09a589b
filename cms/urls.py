"""Where everything is served.

The admin and the APIs have one address each. Pages are served by language: the default language
without a prefix, the others under their code, such as /en-gb/.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v3.urls import api as authoring_api
from wagtail.documents import urls as wagtaildocs_urls

from cms.api.v2 import api_router

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("api/content/v1/", include("cms.api.urls")),
    path("api/v2/", api_router.urls),
    path("api/v3/", authoring_api.urls),
    path("documents/", include(wagtaildocs_urls)),
    # Only in development: elsewhere the web server or the object store serves uploads.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]
