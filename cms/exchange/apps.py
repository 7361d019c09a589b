from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "cms.exchange"
    label = "exchange"
