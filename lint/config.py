"""The one configuration: `[tool.contentlint]` in pyproject.toml, or contentlint.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lint.document import Document
from lint.rule import Rule, Severity


@dataclass(frozen=True)
class RuleSettings:
    """How one rule runs on one document."""

    enabled: bool
    options: Mapping[str, Any]
    override: Severity | None = None

    def severity(self, found: Severity, rule: Rule) -> Severity:
        """`found`, or the configured severity where the rule gave its own."""
        return self.override if self.override is not None and found is rule.severity else found


@dataclass(frozen=True)
class Config:
    """What the project decided. `profile` None follows each document's locale."""

    profile: str | None = None
    fail_on: Severity = Severity.ERROR
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def settings(self, rule: Rule, document: Document) -> RuleSettings:
        return RuleSettings(enabled=True, options=dict(rule.options))
