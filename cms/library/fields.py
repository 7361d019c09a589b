"""A list of short texts: one column in the database, one line each in the editor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.widgets import AdminAutoHeightTextInput


def _texts(value: Any) -> list[str]:
    """The texts without blanks around them and without empty ones, or a clear refusal."""
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise ValidationError("This must be a list of texts.")
    return [text for text in (text.strip() for text in value) if text]


class LinesFormField(forms.Field):
    """One text a line. Takes a list as well, so that the API can write what it reads."""

    widget = AdminAutoHeightTextInput

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        return _texts(value.splitlines() if isinstance(value, str) else value or [])

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class LinesField(models.JSONField):
    """A list of short texts, such as other names of a condition."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> list[str]:
        return super().clean(_texts(value or []), model_instance)

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs |= {"form_class": LinesFormField, "show_hidden_initial": False}
        return models.Field.formfield(self, **kwargs)
