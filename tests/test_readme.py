"""What README.md and docs/ tell people to type and to open is there."""

import re
import tomllib
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner
from django.core.management import get_commands, load_command_class

from lint import rules
from lint.cli.group import COMMANDS, cli
from lint.config import load
from lint.rule import Rule
from tests.lint import test_rules

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
WORDS = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def fenced(language: str, words: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", words, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_targets_of_make() -> None:
    named = set(re.findall(r"(?:^    |`)make ([a-z]+)", README, re.MULTILINE))
    there = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"demo", "test", "check", "generated"} <= named
    assert named <= there


def test_commands_of_manage_py() -> None:
    apps = get_commands()
    for name, options in re.findall(r"manage\.py (\w+)((?: [^\n`|]*)?)", README):
        command = (
            load_command_class(apps[name], name) if isinstance(apps[name], str) else apps[name]
        )
        parser = command.create_parser("manage.py", name)
        known = {option for action in parser._actions for option in action.option_strings}
        assert set(re.findall(r"--[a-z-]+", options)) <= known, name


def test_commands_of_contentlint() -> None:
    named = re.findall(rf"contentlint ({'|'.join(COMMANDS)})\b([^\n`]*)", README)
    for name, options in named:
        command = cli.get_command(Context(cli), name)
        assert command is not None
        known = {option for each in command.params for option in each.opts}
        assert set(re.findall(r"--[a-z-]+", options)) <= known, name


def test_the_printed_output_is_what_comes_out() -> None:
    [shown] = [block for block in fenced("console") if "contentlint check" in block]
    command, *lines = shown.splitlines()
    arguments = command.split("contentlint ", 1)[1].split()
    arguments[-1] = str(ROOT / arguments[-1])
    printed = CliRunner().invoke(cli, arguments).output
    missing = [line for line in lines[1:] if line.strip() != "..." and line not in printed]
    assert missing == []


def test_configurations_can_be_read(tmp_path: Path) -> None:
    ours = [words for words in fenced("toml", WORDS) if "language-server" not in words]
    for number, words in enumerate(ours):
        assert tomllib.loads(words)
        path = tmp_path / str(number) / "contentlint.toml"
        path.parent.mkdir()
        path.write_text(words, encoding="utf-8")
        load(path)


def test_the_settings_are_those_that_are_read() -> None:
    table = README.split("| variable |")[1].split("\n\n")[0]
    first_column = "".join(re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE))
    named = set(re.findall(r"[A-Z][A-Z_]+", first_column))
    modules = [ROOT / "cms" / "settings" / f"{name}.py" for name in ("base", "production")]
    read = re.findall(
        r"environment\.\w+\(\s*\"([A-Z_]+)\"", "".join(path.read_text() for path in modules)
    )
    assert named == set(read)


def test_the_rule_shown_keeps_its_examples() -> None:
    [source] = [block for block in fenced("python") if "@rule(" in block]
    space: dict[str, object] = {}
    exec(compile(source, "README.md", "exec"), space)  # noqa: S102 - our own example
    shown = space["shouted_words"]
    assert isinstance(shown, Rule)
    assert shown.name not in {rule.name for rule in rules.every()}
    for example in shown.fails:
        test_rules.test_finds_what_is_marked(shown, example)
    for example in shown.passes:
        test_rules.test_lets_near_misses_pass(shown, example)
