"""What the linter adds to the admin; each decision stands in the module next door."""

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.models import get_page_models

from cms.quality.bulk import LintedPublishBulkAction
from cms.quality.views import linted_page_viewset

# After Wagtail's own of the same name, which it replaces.
hooks.register("register_bulk_action", LintedPublishBulkAction, order=1000)


@hooks.register("register_admin_viewset")
def page_viewsets() -> list[Any]:
    return [linted_page_viewset(model) for model in get_page_models() if hasattr(model, "body")]


@hooks.register("insert_global_admin_css")
def findings_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("quality/findings.css"))


@hooks.register("insert_editor_js")
def findings_js() -> str:
    return format_html('<script src="{}"></script>', static("quality/findings.js"))


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    @actions.register_action("contentlint.refuse")
    class Refusal(LogFormatter):
        """A schedule that came to nothing, shown in the history of the page."""

        label = "Refuse publication"

        def format_message(self, log_entry: Any) -> str:
            return f"Not published as scheduled: {' '.join(log_entry.data['messages'])}"
