from django.apps import AppConfig


class QualityConfig(AppConfig):
    name = "cms.quality"
    label = "quality"
