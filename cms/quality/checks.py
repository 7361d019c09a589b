"""What Django says at start-up where the gate would not work as it should."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from wagtail.models import DraftStateMixin, Page

from cms.quality import adapter, gate
from cms.quality.forms import ExplainingForm
from lint.config import ConfigError

TAG = "contentlint"


@register(TAG, Tags.models)
def forms_explain(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Without the form a refused new page is safe, but what was typed into it is lost."""
    return [
        Warning(
            f"The form of {model._meta.label} does not explain why a publication is refused.",
            hint="Give the model a base_form_class that is an ExplainingForm of cms.quality.forms.",
            obj=model,
            id="contentlint.W001",
        )
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin)
        and model is not Page
        and not issubclass(getattr(model, "base_form_class", object), ExplainingForm)
    ]


@register(TAG)
def configuration_is_readable(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A configuration that cannot be used is told at start-up, not to the first who publishes."""
    try:
        adapter.config()
    except ConfigError as error:
        return [Error(str(error), id="contentlint.E002")]
    return []


@register(TAG, Tags.security, deploy=True)
def gate_is_on(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if gate.is_on():
        return []
    return [
        Error(
            "The gate is off: pages go live whatever is wrong with them.",
            hint="Set CONTENTLINT_GATE to new or all.",
            id="contentlint.E001",
        )
    ]
