from django.urls import path

from cms.api import views

app_name = "content"

urlpatterns = [
    path("pages/", views.pages, name="pages"),
    path("changes/", views.changes, name="changes"),
    path("contents/", views.contents, name="contents"),
    path("openapi.json", views.openapi, name="openapi"),
    path("<path:rest>", views.not_found),
    path("", views.not_found),
]
