"""Findings that an editor accepts, with the reason: one column in the database, a line each.

A line is `rule: reason` for the whole item and `rule [block]: reason` for one block of its body.
Nothing that is typed is refused, so a draft can always be saved; the linter says of a line what is
wrong with it. Errors cannot be accepted at all.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.widgets import AdminAutoHeightTextInput

Acceptance: TypeAlias = dict[str, str]
"""The `rule`, the `reason`, and the id of the `block` if it is for one only."""

LINE = re.compile(r"(?P<rule>[^:\[\]]*)(?:\[(?P<block>[^\]]*)\])?\s*(?::(?P<reason>.*))?")
KEYS = {"rule", "reason", "block"}


def by_block(accepted: Iterable[Acceptance]) -> dict[str, list[Acceptance]]:
    """As content files hold them: what is accepted of each block, "" being the whole item."""
    found: dict[str, list[Acceptance]] = {}
    for each in accepted:
        entry = {"rule": each["rule"], "reason": each["reason"]}
        found.setdefault(each.get("block", ""), []).append(entry)
    return found


def line(rule: str, block: str, reason: str) -> str:
    words = " ".join(reason.split())
    return f"{rule} [{block}]: {words}" if block else f"{rule}: {words}"


def _read(text: str) -> Acceptance:
    found = LINE.fullmatch(text)
    rule, block, reason = found.group("rule", "block", "reason") if found else (text, "", "")
    return _acceptance(rule, reason or "", block or "")


def _acceptance(rule: str, reason: str, block: str) -> Acceptance:
    fields = {"rule": rule.strip(), "reason": reason.strip(), "block": block.strip()}
    return fields if fields["block"] else {"rule": fields["rule"], "reason": fields["reason"]}


def _acceptances(value: Any) -> list[Acceptance]:
    """The list without blanks around its words, or a clear refusal."""
    if not isinstance(value, list) or not all(_is_acceptance(each) for each in value):
        raise ValidationError("This must be a list of rules with reasons.")
    return [_acceptance(each["rule"], each["reason"], each.get("block", "")) for each in value]


def _is_acceptance(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and {"rule", "reason"} <= value.keys() <= KEYS
        and all(isinstance(text, str) for text in value.values())
    )


class SuppressFormField(forms.Field):
    """One acceptance a line."""

    widget = AdminAutoHeightTextInput

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(
            line(each["rule"], each.get("block", ""), each["reason"]) for each in value
        )

    def to_python(self, value: Any) -> list[Acceptance]:
        if isinstance(value, str):
            return [_read(text) for text in value.splitlines() if text.strip()]
        return _acceptances(value or [])

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class SuppressField(models.JSONField):
    """The findings that are accepted in an item whose words are judged."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs = {
            "verbose_name": "accepted findings",
            "default": list,
            "blank": True,
            "help_text": "Warnings and notes that may stay, one on each line, as in "
            "“long-sentence: quoted from the law”. The findings panel writes the lines for you.",
        } | kwargs
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> list[Acceptance]:
        return super().clean(_acceptances(value or []), model_instance)

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs |= {"form_class": SuppressFormField, "show_hidden_initial": False}
        return models.Field.formfield(self, **kwargs)
