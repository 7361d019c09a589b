"""The one configuration: `[tool.contentlint]` in pyproject.toml, or contentlint.toml.

The command line, the editor and the gate read the same one, so that the same words get the same
verdict everywhere.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lint import rules
from lint.document import Document
from lint.profiles import PROFILES, layers
from lint.rule import Rule, Severity

FILE_NAMES = ("contentlint.toml", "pyproject.toml")


class ConfigError(Exception):
    """A configuration that cannot be used; the message names file, key and what is allowed."""


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
class LinkSettings:
    """How links are checked: seconds to wait for an answer, seconds between two requests to a host.

    `private_hosts` may be asked although their addresses are private.
    """

    timeout: float = 10.0
    interval: float = 0.5
    private_hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Config:
    """What the project decided. `profile` None follows each document's locale.

    `select` empty means every rule. `disclaimers` are the site-wide texts by locale. `file` is
    where it was read from, None for the defaults.
    """

    profile: str | None = None
    fail_on: Severity = Severity.ERROR
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    publisher: str = ""
    own_brands: tuple[str, ...] = ()
    own_domains: tuple[str, ...] = ()
    disclaimers: Mapping[str, str] = field(default_factory=dict)
    links: LinkSettings = LinkSettings()
    file: Path | None = None

    def settings(self, rule: Rule, document: Document) -> RuleSettings:
        return self.settings_for(rule, document.locale)

    def settings_for(self, rule: Rule, locale: str) -> RuleSettings:
        """The rule's defaults, under the profile, under what the project says of the rule."""
        merged: dict[str, Any] = {}
        for name in layers(self.profile, locale):
            merged |= PROFILES[name].get(rule.name, {})
        merged |= self.rules.get(rule.name, {})
        enabled = merged.pop("enabled", True) and rule.name not in self.ignore
        severity = merged.pop("severity", None)
        return RuleSettings(
            enabled=enabled and (not self.select or rule.name in self.select),
            options={**rule.options, **merged},
            override=None if severity is None else Severity(severity),
        )


def find(start: Path) -> Path | None:
    """The nearest configuration file in `start` or above it."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            path = folder / name
            if path.is_file() and (name == "contentlint.toml" or _table_of(path) is not None):
                return path
    return None


def discover(start: Path) -> Config:
    """The configuration that counts for `start`, a folder; the defaults where there is none."""
    path = find(start)
    return Config() if path is None else load(path)


def load(path: Path) -> Config:
    """The configuration in `path`, checked."""
    table = _table_of(path)
    if table is None:
        raise ConfigError(f"{path}: there is no [tool.contentlint] in it.")
    read = _Table(path, "tool.contentlint" if path.name == "pyproject.toml" else "", table)
    site = read.table("site")
    links = read.table("links")
    defaults = LinkSettings()
    config = Config(
        profile=read.choice("profile", PROFILES, None),
        fail_on=Severity(read.choice("fail-on", [each.value for each in Severity], "error")),
        rules=_rules(read.table("rules")),
        paths=tuple(path.parent / each for each in read.strings("paths")),
        select=read.rule_names("select"),
        ignore=read.rule_names("ignore"),
        publisher=site.string("publisher"),
        own_brands=site.strings("own-brands"),
        own_domains=site.strings("own-domains"),
        disclaimers=site.table("disclaimers").all_strings(),
        links=LinkSettings(
            timeout=links.seconds("timeout", defaults.timeout),
            interval=links.seconds("interval", defaults.interval),
            private_hosts=links.strings("private-hosts"),
        ),
        file=path,
    )
    for each in (read, site, links):
        each.refuse_the_rest()
    return config


def rule_named(name: str) -> Rule:
    """The rule of this name; a `ConfigError` that suggests one where there is none."""
    for rule in rules.every():
        if rule.name == name:
            return rule
    raise ConfigError(f'There is no rule "{name}".{_did_you_mean(name, _rule_names())}')


def _rule_names() -> list[str]:
    return [rule.name for rule in rules.every()]


def _table_of(path: Path) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: it could not be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: it is not valid TOML ({error}).") from error
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool")
    table = tool.get("contentlint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


@dataclass
class _Table:
    """A table of the file; says which key is wrong and what is allowed."""

    file: Path
    name: str
    values: Mapping[str, Any]
    asked: set[str] = field(default_factory=set)

    def key(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def wrong(self, key: str, expected: str) -> ConfigError:
        return ConfigError(
            f"{self.file}: {self.key(key)} is {_shown(self.values[key])}; it must be {expected}."
        )

    def get(self, key: str) -> Any:
        self.asked.add(key)
        return self.values.get(key)

    def table(self, key: str) -> _Table:
        value = self.get(key)
        if value is not None and not isinstance(value, dict):
            raise self.wrong(key, "a table")
        return _Table(self.file, self.key(key), value or {})

    def string(self, key: str) -> str:
        value = self.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(key, "text in quotation marks")
        return value or ""

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(key, "a list of texts")
        return tuple(value)

    def all_strings(self) -> dict[str, str]:
        return {key: self.string(key) for key in self.values}

    def choice(self, key: str, allowed: Iterable[str], default: str | None) -> Any:
        value = self.get(key)
        if value is None:
            return default
        if value not in (names := list(allowed)):
            raise self.wrong(key, f"one of {', '.join(names)}")
        return value

    def seconds(self, key: str, default: float) -> float:
        value = self.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 600:
            raise self.wrong(key, "a number of seconds from 0 to 600")
        return float(value)

    def rule_names(self, key: str) -> tuple[str, ...]:
        names = self.strings(key)
        for name in names:
            try:
                rule_named(name)
            except ConfigError as error:
                raise ConfigError(f"{self.file}: {self.key(key)}: {error}") from None
        return names

    def refuse_the_rest(self) -> None:
        for key in self.values:
            if key not in self.asked:
                raise ConfigError(
                    f"{self.file}: {self.key(key)} is not known."
                    f"{_did_you_mean(key, self.asked)} Allowed are {', '.join(sorted(self.asked))}."
                )


def _rules(table: _Table) -> dict[str, dict[str, Any]]:
    settings = {}
    for name in table.values:
        try:
            rule = rule_named(name)
        except ConfigError as error:
            raise ConfigError(f"{table.file}: {table.key(name)}: {error}") from None
        settings[name] = _rule(table.table(name), rule)
    return settings


def _rule(table: _Table, rule: Rule) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for key, value in table.values.items():
        option = key.replace("-", "_")
        if key == "enabled":
            if not isinstance(value, bool):
                raise table.wrong(key, "true or false")
            settings[key] = value
        elif key == "severity":
            settings[key] = table.choice(key, [each.value for each in Severity], None)
        elif option in rule.options:
            settings[option] = _option(table, key, value, rule.options[option])
        else:
            allowed = ["enabled", "severity", *rule.options]
            raise ConfigError(
                f"{table.file}: {table.key(key)} is not known.{_did_you_mean(option, allowed)}"
                f" Allowed are {', '.join(each.replace('_', '-') for each in sorted(allowed))}."
            )
    return settings


def _option(table: _Table, key: str, value: Any, default: Any) -> Any:
    match default:
        case bool():
            fits, expected = isinstance(value, bool), "true or false"
        case int():
            fits, expected = _is_number(value) and isinstance(value, int), "a whole number"
        case float():
            fits, expected = _is_number(value), "a number"
        case str():
            fits, expected = isinstance(value, str), "text in quotation marks"
        case _:
            fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
            expected = "a list of texts"
    if not fits or (_is_number(value) and value < 0):
        raise table.wrong(key, f"{expected}, 0 or more" if _is_number(value) else expected)
    return type(default)(value) if isinstance(default, float | tuple | frozenset) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    close: Sequence[str] = difflib.get_close_matches(name, list(known), n=1)
    return f' Did you mean "{close[0]}"?' if close else ""


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
