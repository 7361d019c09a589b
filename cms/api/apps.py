from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "cms.api"
    label = "api"

    def ready(self) -> None:
        from cms.api import rich_text, v3

        rich_text.hide_links_to_hidden_pages()
        v3.name_only_visible_pages()
