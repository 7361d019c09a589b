"""`contentlint config`: what is configured, and who said so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.cli import Exit, options
from lint.cli.output import write

if TYPE_CHECKING:
    from lint.config import Config, Value


@click.command()
@click.argument("path", default=".", metavar="[PATH]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people (TOML), for programs.",
)
@click.option("--locale", metavar="LOCALE", help="As in en-GB. [default: the file's, else en-US]")
@options.choosing_rules
@options.config_file
def config(
    path: str,
    format_: str,
    locale: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    config_file: str | None,
) -> int:
    """Show what is configured for a file or folder, and where each value comes from."""
    found = options.configured([path], config_file, select, ignore, profile).at(path)
    written_in = locale or _locale(Path(path), found)
    settings = _settings(found, written_in)
    by_rule = _by_rule(found, written_in)
    if format_ == "json":
        write(_json(path, written_in, found, settings, by_rule))
    else:
        write(_toml(path, written_in, found, settings, by_rule))
    return Exit.CLEAN


def _locale(path: Path, config: Config) -> str:
    from lint.inputs import gather
    from lint.judging import Judge

    if not path.is_file():
        return "en-US"
    document = Judge(config).document(next(iter(gather([path]))))
    return "en-US" if document is None else document.locale


def _settings(config: Config, locale: str) -> dict[str, Value]:
    """The project's settings by the key that a file gives them."""
    from lint.config import WORD_LISTS, Value
    from lint.profiles import layers

    keys: dict[str, tuple[str, Any]] = {
        "profile": ("profile", config.profile),
        "fail-on": ("fail_on", config.fail_on),
        "scores": ("scores", config.scores),
        "paths": ("paths", config.paths),
        "exclude": ("exclude", config.exclude),
        "select": ("select", config.select),
        "ignore": ("ignore", config.ignore),
        "baseline": ("baseline", config.baseline),
        "site.publisher": ("site.publisher", config.publisher),
        "site.own-brands": ("site.own_brands", config.own_brands),
        "site.own-domains": ("site.own_domains", config.own_domains),
    }
    for name, value in vars(config.links).items():
        keys[f"links.{name.replace('_', '-')}"] = (f"links.{name}", value)
    for locale, text in config.disclaimers.items():
        keys[f"site.disclaimers.{locale}"] = (f"disclaimers.{locale}", text)
    for name in WORD_LISTS:
        keys[f"lexicon.{name}"] = (f"lexicon.{name}", config.lexicon.get(name, ()))
    found = {
        key: Value(value, config.origins[known]) if known in config.origins else Value(value)
        for key, (known, value) in keys.items()
    }
    if config.profile is None:
        found["profile"] = Value(layers(None, locale)[0], f"the locale {locale}")
    return {key: each for key, each in found.items() if each.value is not None}


def _by_rule(config: Config, locale: str) -> dict[str, dict[str, Value]]:
    from lint.config import every_rule

    return {
        rule.name: {
            key.replace("_", "-"): value for key, value in config.explained(rule, locale).items()
        }
        for rule in every_rule()
    }


def _plain(value: Any) -> Any:
    """As JSON and TOML have it."""
    from enum import Enum

    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return [_plain(each) for each in value] if isinstance(value, tuple | list) else value


def _json(
    path: str,
    locale: str,
    config: Config,
    settings: dict[str, Value],
    by_rule: dict[str, dict[str, Value]],
) -> str:
    import json

    def said(values: dict[str, Value]) -> dict[str, Any]:
        return {
            key: {"value": _plain(each.value), "from": each.origin} for key, each in values.items()
        }

    shown = {
        "path": path,
        "locale": locale,
        "file": None if config.file is None else str(config.file),
        "settings": said(settings),
        "rules": {name: said(values) for name, values in by_rule.items()},
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _toml(
    path: str,
    locale: str,
    config: Config,
    settings: dict[str, Value],
    by_rule: dict[str, dict[str, Value]],
) -> str:
    """TOML, each value with a comment that says where it comes from."""
    file = "no configuration file was found" if config.file is None else str(config.file)
    lines = [f"# For {path} ({locale}): {file}"]
    tables: dict[str, dict[str, Value]] = {}
    for key, value in settings.items():
        table, _, last = key.rpartition(".")
        tables.setdefault(table, {})[last] = value
    tables |= {f"rules.{name}": values for name, values in by_rule.items()}
    for table, values in tables.items():
        lines += ["", f"[{table}]"] if table else [""]
        written = [f"{key} = {_toml_value(each.value)}" for key, each in values.items()]
        width = min(60, max(map(len, written)))
        lines += [
            f"{line:<{width}}  # {each.origin}"
            for line, each in zip(written, values.values(), strict=True)
        ]
    return "\n".join(lines) + "\n"


def _toml_value(value: Any) -> str:
    import json

    return json.dumps(_plain(value), ensure_ascii=False)
