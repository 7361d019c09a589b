"""The one configuration: `[tool.contentlint]` in pyproject.toml, or contentlint.toml.

The command line, the editor and the gate read the same one, so that the same words get the same
verdict everywhere.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from itertools import compress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from lint import rules, suppress
from lint.document import Document
from lint.profiles import PROFILES, layers
from lint.readability import SCORINGS
from lint.rule import Rule, Severity, Theme

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE_NAMES = ("contentlint.toml", "pyproject.toml")
WORD_LISTS = ("medicines", "conditions", "therapies")
"""What `[lexicon]` may add names to."""

DEFAULT = "default"
"""The origin of a value that nobody set."""


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
    """How links are checked. All times are seconds.

    `timeout` is the wait for an answer, `interval` the time between two requests to a host, `total`
    the time for all links. `per_host` requests to a host run at once, and a request that failed is
    sent up to `retries` times more. Patterns (`*` stands for anything) name whole addresses: where
    `include` has some, only those are asked, and never those of `exclude`. `accept` are statuses
    that count as working. `private_hosts` may be asked although their addresses are private.
    `proxy` uses the proxies that the environment names.
    """

    timeout: float = 10.0
    interval: float = 0.02
    total: float = 600.0
    per_host: int = 6
    retries: int = 2
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    accept: tuple[int, ...] = ()
    private_hosts: tuple[str, ...] = ()
    proxy: bool = False


@dataclass(frozen=True)
class Value:
    """A setting, and who said so: a file, a profile, the command line, or `DEFAULT`."""

    value: Any
    origin: str = DEFAULT


@dataclass(frozen=True)
class Override:
    """What `[[overrides]]` says of the files that match `paths`.

    Patterns are those of .gitignore, seen from the folder of the configuration. `select` and
    `profile` replace those of the project where they are given, `ignore` and `rules` add to them.
    """

    paths: tuple[str, ...]
    profile: str | None = None
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def matches(self, path: str) -> bool:
        return patterns(self.paths).match_file(path)


@dataclass(frozen=True)
class Config:
    """What the project decided. `profile` None follows each document's locale.

    `scores` says whose reading scores count.

    `select` and `ignore` name rules and themes; an empty `select` means every rule. `exclude` are
    patterns as in .gitignore, seen from the folder of `file`. `disclaimers` are the site-wide
    texts by locale. `lexicon` are names of health that the project adds, by word list. `file` is
    where it was read from, None for the defaults, and `origins` says by key where each value was.
    """

    profile: str | None = None
    fail_on: Severity = Severity.ERROR
    scores: str = "contentlint"
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    baseline: Path | None = None
    publisher: str = ""
    own_brands: tuple[str, ...] = ()
    own_domains: tuple[str, ...] = ()
    disclaimers: Mapping[str, str] = field(default_factory=dict)
    lexicon: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: LinkSettings = LinkSettings()
    file: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    _memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False, init=False)

    def settings(self, rule: Rule, document: Document) -> RuleSettings:
        return self.settings_for(rule, document.locale)

    def running(self, document: Document) -> Sequence[tuple[Rule, RuleSettings]]:
        """The rules that judge documents like this one, and how."""
        key = ("running", document.locale, document.kind, document.article_kind)
        if key not in self._memo:
            self._memo[key] = tuple(self.running_of(rules.every(), document))
        found: Sequence[tuple[Rule, RuleSettings]] = self._memo[key]
        return found

    def running_of(
        self, selected: Iterable[Rule], document: Document
    ) -> Iterator[tuple[Rule, RuleSettings]]:
        """The same of `selected` rules."""
        for rule in selected:
            settings = self.settings(rule, document)
            if settings.enabled and rule.judges.judges(document):
                yield rule, settings

    def settings_for(self, rule: Rule, locale: str) -> RuleSettings:
        """The rule's defaults, under the profile, under what the project says of the rule."""
        key = ("settings", rule.name, locale)
        if key not in self._memo:
            values = {key: each.value for key, each in self.explained(rule, locale).items()}
            enabled = values.pop("enabled")
            severity = values.pop("severity")
            own = severity is rule.severity
            self._memo[key] = RuleSettings(enabled, values, None if own else severity)
        found: RuleSettings = self._memo[key]
        return found

    def explained(self, rule: Rule, locale: str) -> dict[str, Value]:
        """`enabled`, `severity` and each option of the rule, and where they come from."""
        found = {"enabled": Value(True), "severity": Value(rule.severity)}
        found |= {option: Value(value) for option, value in rule.options.items()}
        for name in layers(self.profile, locale):
            for key, value in PROFILES[name].get(rule.name, {}).items():
                found[key] = Value(value, f"profile {name}")
        for key, value in self.rules.get(rule.name, {}).items():
            found[key] = Value(value, self.origins.get(f"rules.{rule.name}.{key}", DEFAULT))
        found["severity"] = replace(found["severity"], value=Severity(found["severity"].value))
        names = {rule.name, rule.theme.value}
        if self.select and names.isdisjoint(self.select):
            found["enabled"] = Value(
                False, f"not selected by {self.origins.get('select', DEFAULT)}"
            )
        elif not names.isdisjoint(self.ignore):
            found["enabled"] = Value(False, f"ignored by {self.origins.get('ignore', DEFAULT)}")
        return found

    def at(self, name: str) -> Config:
        """What counts for the file or address `name`: this, under the overrides that match it."""
        if not self.overrides:
            return self
        path = self.relative(name)
        matching = tuple(each.matches(path) for each in self.overrides)
        key = ("at", matching)
        if key not in self._memo:
            self._memo[key] = _overridden(self, compress(self.overrides, matching))
        found: Config = self._memo[key]
        return found

    def excludes(self, name: str) -> bool:
        """Whether the file `name`, or a folder with a slash at its end, is left out."""
        return bool(self.exclude) and patterns(self.exclude).match_file(self.relative(name))

    def relative(self, name: str) -> str:
        """`name` as patterns see it: from the folder of the configuration, else from here."""
        address = urlsplit(name)
        if address.scheme in ("http", "https"):
            return address.path.lstrip("/")
        folder = Path.cwd() if self.file is None else self.file.resolve().parent
        path = os.path.join(Path.cwd(), name)
        below = os.path.relpath(path, folder)
        slash = "/" if name.endswith("/") else ""
        return path if below.startswith("..") else below.replace(os.sep, "/") + slash


def _overridden(config: Config, overrides: Iterable[Override]) -> Config:
    for each in overrides:
        by = f"overrides for {', '.join(each.paths)}"
        merged = {name: dict(settings) for name, settings in config.rules.items()}
        origins = dict(config.origins)
        for name, settings in each.rules.items():
            merged[name] = merged.get(name, {}) | dict(settings)
            origins |= {f"rules.{name}.{key}": by for key in settings}
        given = {key for key in ("profile", "select", "ignore") if getattr(each, key)}
        config = replace(
            config,
            profile=each.profile or config.profile,
            select=each.select or config.select,
            ignore=(*config.ignore, *each.ignore),
            rules=merged,
            overrides=(),
            origins=origins | dict.fromkeys(given, by),
        )
    return config


@cache
def patterns(lines: tuple[str, ...]) -> GitIgnoreSpec:
    """What matches paths as .gitignore does."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


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
    """The configuration in `path` over the one that it extends, checked."""
    settings: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for file in _extended(path):
        for key, value in _settings(file).items():
            added = key == "overrides" or key.startswith("lexicon.")
            settings[key] = (*settings.get(key, ()), *value) if added else value
            origins[key] = str(file)

    def grouped(prefix: str) -> dict[str, Any]:
        start = f"{prefix}."
        return {
            key.removeprefix(start): value
            for key, value in settings.items()
            if key.startswith(start)
        }

    by_rule: dict[str, dict[str, Any]] = {}
    for key, value in grouped("rules").items():
        name, _, option = key.partition(".")
        by_rule.setdefault(name, {})
        if option:
            by_rule[name][option] = value
    simple = {each.name for each in fields(Config)}
    return Config(
        **{key: value for key, value in settings.items() if key in simple},
        **grouped("site"),
        rules=by_rule,
        disclaimers=grouped("disclaimers"),
        lexicon=grouped("lexicon"),
        links=LinkSettings(**grouped("links")),
        file=path,
        origins=origins,
    )


def _extended(path: Path) -> list[Path]:
    """The files from the one that is extended by all others to `path` itself."""
    chain: list[Path] = []
    while True:
        table = _table(path)
        base = table.string("extend")
        chain.insert(0, path)
        if not base:
            return chain
        following = path.parent / base
        if any(following.resolve() == each.resolve() for each in chain):
            raise ConfigError(f"{path}: {table.key('extend')} leads back to {base}.")
        path = following


def _table(path: Path) -> _Table:
    values = _table_of(path)
    if values is None:
        raise ConfigError(f"{path}: there is no [tool.contentlint] in it.")
    return _Table(path, "tool.contentlint" if path.name == "pyproject.toml" else "", values)


def _settings(path: Path) -> dict[str, Any]:
    """What `path` itself says, checked: values by dotted key."""
    read = _table(path)
    site, links, lexicon = read.table("site"), read.table("links"), read.table("lexicon")
    defaults = LinkSettings()
    said: dict[str, Any] = {
        "profile": read.choice("profile", PROFILES, None),
        "fail_on": read.severity("fail-on"),
        "scores": read.choice("scores", SCORINGS, SCORINGS[0]),
        "paths": tuple(path.parent / each for each in read.strings("paths")),
        "exclude": read.patterns("exclude"),
        "select": read.rules_and_themes("select"),
        "ignore": read.rules_and_themes("ignore"),
        "overrides": tuple(_override(each) for each in read.tables("overrides")),
        "baseline": path.parent / read.string("baseline"),
        "site.publisher": site.string("publisher"),
        "site.own_brands": site.strings("own-brands"),
        "site.own_domains": site.strings("own-domains"),
        "links.timeout": links.seconds("timeout", defaults.timeout),
        "links.interval": links.seconds("interval", defaults.interval),
        "links.total": links.seconds("total", defaults.total),
        "links.per_host": links.number("per-host", defaults.per_host, 1, 20),
        "links.retries": links.number("retries", defaults.retries, 0, 5),
        "links.include": links.strings("include"),
        "links.exclude": links.strings("exclude"),
        "links.accept": links.statuses("accept"),
        "links.private_hosts": links.strings("private-hosts"),
        "links.proxy": links.flag("proxy", defaults.proxy),
    }
    said |= {f"lexicon.{name}": lexicon.strings(name) for name in WORD_LISTS}
    given = {*read.values, *(f"site.{key}" for key in site.values)}
    given |= {f"links.{key}" for key in links.values} | {f"lexicon.{key}" for key in lexicon.values}
    given = {key.replace("-", "_") for key in given}
    said = {key: value for key, value in said.items() if key in given}
    for locale, text in site.table("disclaimers").all_strings().items():
        said[f"disclaimers.{locale}"] = text
    for name, settings in _rules(read.table("rules")).items():
        said |= {f"rules.{name}.{key}": value for key, value in settings.items()}
    read.asked.add("extend")
    for each in (read, site, links, lexicon):
        each.refuse_the_rest()
    return said


def _override(read: _Table) -> Override:
    made = Override(
        paths=read.patterns("paths"),
        profile=read.choice("profile", PROFILES, None),
        rules=_rules(read.table("rules")),
        select=read.rules_and_themes("select"),
        ignore=read.rules_and_themes("ignore"),
    )
    read.refuse_the_rest()
    if not made.paths:
        raise ConfigError(f"{read.file}: {read.key('paths')} is missing; it says for which files.")
    return made


def every_rule() -> tuple[Rule, ...]:
    """All that can be configured, by name: the rules, and those about suppressions."""
    return tuple(sorted((*rules.every(), *suppress.RULES), key=lambda rule: rule.name))


def rule_named(name: str) -> Rule:
    """The rule of this name; a `ConfigError` that suggests one where there is none."""
    for rule in every_rule():
        if rule.name == name:
            return rule
    raise ConfigError(f'There is no rule "{name}".{_did_you_mean(name, _rule_names())}')


def rule_or_theme(name: str) -> str:
    """`name`, which is that of a rule or of a theme."""
    if name in _THEMES:
        return name
    try:
        return rule_named(name).name
    except ConfigError:
        known = [*_rule_names(), *_THEMES]
        raise ConfigError(
            f'There is no rule or theme "{name}".{_did_you_mean(name, known)}'
        ) from None


_THEMES = tuple(theme.value for theme in Theme)


def _rule_names() -> Iterator[str]:
    return (rule.name for rule in every_rule())


def _table_of(path: Path) -> dict[str, Any] | None:
    import tomllib  # Only here: most files have no configuration above them.

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: it could not be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: it is not UTF-8.") from error
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

    def tables(self, key: str) -> list[_Table]:
        value = self.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(key, "tables, each under [[...]]")
        return [
            _Table(self.file, f"{self.key(key)}[{index}]", each) for index, each in enumerate(value)
        ]

    def severity(self, key: str) -> Severity:
        return Severity(self.choice(key, [each.value for each in Severity], "error"))

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

    def patterns(self, key: str) -> tuple[str, ...]:
        lines = self.strings(key)
        for line in lines:
            try:
                patterns((line,))
            except (ValueError, re.error) as error:
                raise ConfigError(
                    f'{self.file}: {self.key(key)}: "{line}" is no pattern ({error}).'
                ) from error
        return lines

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

    def number(self, key: str, default: int, least: int, most: int) -> int:
        value = self.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(key, f"a whole number from {least} to {most}")
        return value

    def statuses(self, key: str) -> tuple[int, ...]:
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(
            isinstance(each, int) and 100 <= each <= 999 for each in value
        ):
            raise self.wrong(key, "a list of statuses, such as [403, 999]")
        return tuple(value)

    def flag(self, key: str, default: bool) -> bool:
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return default if value is None else value

    def rules_and_themes(self, key: str) -> tuple[str, ...]:
        names = self.strings(key)
        for name in names:
            try:
                rule_or_theme(name)
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
