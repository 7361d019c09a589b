"""The command that judges pages as `contentlint check` judges files."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
from django.core.management import CommandError, call_command
from wagtail.models import APIToken, Page

from cms.exchange.export import export
from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.quality.contents import contents_of
from cms.quality.management.commands.lint_pages import SHARED, Command
from lint import cli
from lint.baseline import Baseline
from lint.cli import check
from lint.config import Config
from lint.inputs import Input
from lint.judging import Judge

pytestmark = pytest.mark.django_db

PROMISE = {"type": "paragraph", "value": "<p>This tea cures migraine for good.</p>"}
SITE = "http://localhost"


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    settings.CONTENTLINT_GATE = "off"


@pytest.fixture
def run(capsysbinary):
    """Runs the command offline, and gives its exit status and what it wrote."""

    def run(*arguments: str) -> tuple[int, str]:
        status = 0
        try:
            call_command("lint_pages", "--offline", *arguments)
        except SystemExit as left:
            status = int(left.code or 0)
        return status, capsysbinary.readouterr().out.decode()

    return run


def promising(title: str, parent: Page | None = None, **fields: Any) -> ArticlePage:
    body = [*factories.CLEAN_BODY, PROMISE]
    return factories.clean_article(title, parent=parent, body=body, **fields)


def judged(out: str) -> list[str]:
    return [each["name"] for each in json.loads(out)["documents"]]


def test_versions_and_paths(run) -> None:
    section = factories.section("Sleep", live=True)
    live = promising("Live", section, live=True)
    draft = promising("Draft", section)
    edited = promising("Edited", live=True, slug="été")
    edited.title = "Edited again"
    edited.save_revision()
    person = library.person("Lee Marsh", slug="lee-marsh")
    person.profile = "This tea cures migraine for good."
    person.save_revision()
    library.condition("Flu", slug="flu", live=False)
    pages = [f"{SITE}{page.url}" for page in (section, live)]
    drafts = [f"{SITE}{page.url}?version=draft" for page in (draft, edited)]

    def names(*arguments: str) -> list[str]:
        return judged(run("--format", "json", *arguments)[1])

    assert names(section.url) == [*pages, drafts[0]]
    assert names(section.url.rstrip("/"), "--live") == pages
    assert names("/", "--drafts") == sorted(drafts)
    items = ["library/condition/flu?version=draft", "library/person/lee-marsh?version=draft"]
    assert names("/été", "--live") == [f"{SITE}{edited.url}"]
    assert names("--drafts") == [*sorted(drafts), *items]
    assert names("library/condition", "library/person/lee-marsh") == [
        items[0],
        *[name for name in names("library") if name.startswith("library/condition/i")],
        "library/person/lee-marsh",
        items[1],
    ]


def test_the_same_report_as_of_files(run, tmp_path: Path, capsysbinary) -> None:
    page = promising("Tea", live=True)
    folder = tmp_path / "content"
    export(folder)
    [file] = [path for path in folder.rglob("*.json") if path.stem == page.slug]

    def without_places(report: str) -> list[tuple[Any, ...]]:
        return [
            (each["rule"], each["severity"], each["message"], each["quote"])
            for document in json.loads(report)["documents"]
            for each in document["findings"]
        ]

    status, out = run(page.url, "--format", "json")
    with pytest.raises(SystemExit) as left:
        cli.main(("check", "--offline", "--format", "json", str(file)))
    filed = capsysbinary.readouterr().out.decode()
    assert (status, without_places(out)) == (left.value.code, without_places(filed))
    assert "absolute-claim" in {finding[0] for finding in without_places(out)}


@pytest.mark.network
@pytest.mark.django_db(transaction=True)
def test_the_same_report_as_over_the_api(
    run, requests_in_turn: None, live_server, admin_user, monkeypatch, capsysbinary
) -> None:
    last = factories.section("Waking", live=True, slug="waking")
    section = factories.section("Sleep", live=True, slug="sleep")
    promising("Draft", section)
    edited = promising("Edited", section, live=True)
    edited.title = "Edited again"
    edited.save_revision()
    _, token = APIToken.create_token(user=admin_user, name="Test")
    monkeypatch.setenv("CONTENTLINT_TOKEN", token)

    def over_the_api(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as left:
            cli.main(("check", "--offline", f"{live_server.url}/", *arguments))
        out, err = capsysbinary.readouterr()
        assert err == b""
        return int(left.value.code or 0), out.decode().replace(live_server.url, SITE)

    for arguments in ((), ("--drafts",), ("--live", "--format", "json"), ("--format", "junit")):
        assert over_the_api(*arguments) == run("/", *arguments)
    monkeypatch.delenv("CONTENTLINT_TOKEN")
    pages = (factories.home(), section, edited, last)
    public = judged(over_the_api("--format", "json")[1])
    assert [name for name in public if "/en-gb/" not in name] == [
        f"{SITE}{page.url}" for page in pages
    ]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1),
        (("--select", "heading-structure"), 0),
        (("--ignore", "absolute-claim"), 0),
        (("--fail-on", "info", "--ignore", "absolute-claim"), 1),
        (("/nowhere/",), 2),
    ],
)
def test_the_exit_status(run, arguments: tuple[str, ...], status: int) -> None:
    page = promising("Tea", live=True)
    paths = [] if "/nowhere/" in arguments else [page.url]
    assert run(*paths, *arguments)[0] == status


def test_a_baseline_and_several_reports(run, tmp_path: Path) -> None:
    page = promising("Tea", live=True)
    report, baseline = tmp_path / "out.sarif", tmp_path / "old.json"
    assert run(page.url, "--format", "text", "--format", f"sarif={report}")[0] == 1
    [result] = json.loads(report.read_text())["runs"]
    assert result["results"]
    source = Input(f"{SITE}{page.url}", "api", data=json.dumps(contents_of(page)).encode())
    old = Judge(Config()).report(source)
    assert old is not None
    baseline.write_text(Baseline.of(baseline, [old]).text())
    assert run(page.url, "--baseline", str(baseline))[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "nonsense"),
        ("--profile", "nonsense"),
        ("--format", "nonsense"),
        ("--output", "nowhere/report"),
    ],
)
def test_a_refusal_is_one_line(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("lint_pages", *arguments)
    assert "\n" not in str(refused.value)


def test_it_has_the_options_of_check() -> None:
    parser = Command().create_parser("manage.py", "lint_pages")
    own = {name for action in parser._actions for name in action.option_strings}
    known = {each.name: each for each in check.check.params if isinstance(each, click.Option)}
    assert known.keys() >= SHARED
    assert {name for option in SHARED for name in known[option].opts} <= own
