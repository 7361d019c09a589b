import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import DraftStateMixin, Page

from cms.quality import adapter
from cms.quality.contents import contents_of
from lint.cli import check, options
from lint.cli.work import Work
from lint.document import Problem
from lint.inputs import Input, Missing

SHARED = frozenset(
    "formats file offline select ignore profile fail_on baseline jobs cache_dir no_cache "
    "config_file".split()
)
"""The options of `contentlint check` that mean the same here."""


class Command(BaseCommand):
    """Hands the words of pages and library items to the command that judges files.

    So the report, the options and the exit status are those of `contentlint check`.
    """

    help = (
        "Judge pages and library items as `contentlint check` judges files. Exit status: 0 nothing "
        "at the level that fails, 1 findings at that level, 2 something could not be judged."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths",
            nargs="*",
            metavar="PATH",
            help="Only the pages at and below /treatments/, the library items of library/person. "
            "[default: everything]",
        )
        parser.add_argument("--live", action="store_true", help="Only what the public sees.")
        parser.add_argument(
            "--drafts", action="store_true", help="Only what is not published, or not yet."
        )
        context = check.check.make_context("lint_pages", [])
        for option in check.check.params:
            if isinstance(option, click.Option) and option.name in SHARED:
                _add(parser, option, context)

    def handle(self, *args: Any, paths: Sequence[str], **given: Any) -> None:
        try:
            status = _check(paths, **given)
        except click.ClickException as error:
            raise CommandError(error.format_message(), returncode=2) from error
        if status:
            raise SystemExit(status)


def _check(paths: Sequence[str], *, live: bool, drafts: bool, **given: Any) -> int:
    config = options.configured(
        [str(settings.BASE_DIR)],
        *(given[name] for name in ("config_file", "select", "ignore", "profile", "fail_on")),
    )
    formats = check.placed(given["formats"], given["file"])
    found = list(_found(paths, live=live or not drafts, drafts=drafts or not live))
    baseline = config.baseline if given["baseline"] is None else Path(given["baseline"])
    folder = check.remembering(given["cache_dir"], given["no_cache"])
    work = Work(given["offline"], given["jobs"], folder)
    return int(check.Check(config, found, formats, work, baseline, None).run())


def _add(parser: CommandParser, option: click.Option, context: click.Context) -> None:
    """The option as Django's commands have it; `context` knows the defaults."""
    facts: dict[str, Any] = {"dest": option.name, "help": (option.help or "").replace("%", "%%")}
    default = context.params[option.name]
    if option.is_flag:
        facts["action"] = "store_true"
    elif option.multiple:
        facts |= {"action": "append", "default": list(default)}
    else:
        facts["default"] = default
    if not option.is_flag:
        facts |= {"type": _converter(option), "metavar": option.make_metavar(context)}
    parser.add_argument(*option.opts, **facts)


def _converter(option: click.Option) -> Callable[[str], Any]:
    def convert(value: str) -> Any:
        try:
            return option.type.convert(value, option, None)
        except click.BadParameter as error:
            raise argparse.ArgumentTypeError(error.message) from error

    return convert


def _found(paths: Sequence[str], *, live: bool, drafts: bool) -> Iterator[Input | Missing]:
    """The versions wanted of pages and library items, each at the first path that leads to it."""
    wanted = [_ended(path) for path in paths]
    reached: set[str] = set()
    for place, name, item in (*sorted(_pages(), key=itemgetter(0)), *_library()):
        above = [path for path in wanted if _ended(place).startswith(path)]
        reached.update(above)
        if wanted and not above:
            continue
        if item.live and live:
            yield _input(name, item)
        if drafts and (item.has_unpublished_changes or not item.live):
            yield _input(f"{name}?version=draft", item.get_latest_revision_as_object())
    for path, written in zip(wanted, paths, strict=True):
        if path not in reached:
            message = "There is no page and no library item there."
            yield Missing(written, Problem("not-found", message, fatal=True))


def _pages() -> Iterator[tuple[str, str, DraftStateMixin]]:
    """Every page: its path, and what reports call it."""
    pages = Page.objects.filter(depth__gt=1).select_related("locale")
    for page in pages.specific().iterator():
        parts = page.get_url_parts()
        if parts is not None:
            yield parts[2], f"{parts[1]}{parts[2]}", page


def _library() -> Iterator[tuple[str, str, DraftStateMixin]]:
    """Every library item, alike."""
    for kind, model in adapter.LIBRARY_MODELS.items():
        items = apps.get_model("library", model).objects.select_related("locale")
        for item in items.order_by("slug", "locale"):
            is_default = item.locale.language_code == settings.LANGUAGE_CODE
            name = f"library/{kind}/{item.slug}" + (
                "" if is_default else f".{adapter.tag_of(item)}"
            )
            yield name, name, item


def _input(name: str, item: DraftStateMixin) -> Input:
    return Input(name, "api", data=json.dumps(contents_of(item)).encode())


def _ended(path: str) -> str:
    """As it is read, not as in a URL, and with a slash at its end."""
    return unquote(path if path.endswith("/") else f"{path}/")
