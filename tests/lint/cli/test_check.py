import json
import os
import signal
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lint import cli, judging, rules, verdicts
from lint.cli import work
from lint.document import Document
from lint.links import checker
from lint.rule import Found, Severity, Theme, rule
from lint.site import LinkState, LinkStatus
from tests.lint.cli.runs import CLEAN, FAILS, GOVERNED, REMARKS, RULES, WARNS, names, write


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (CLEAN, "info", cli.Exit.CLEAN),
        (REMARKS, "warning", cli.Exit.CLEAN),
        (REMARKS, "info", cli.Exit.FINDINGS),
        (WARNS, "error", cli.Exit.CLEAN),
        (WARNS, "warning", cli.Exit.FINDINGS),
        (FAILS, "error", cli.Exit.FINDINGS),
    ],
)
def test_the_exit_status_says_whether_something_failed(run, text, fail_on, status) -> None:
    write(a_md=text, contentlint_toml="rules.missing-alt.severity = 'info'")
    outcome = run("check", "a.md", "--offline", "--select", RULES, "--fail-on", fail_on)
    assert outcome.status == status


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.json", b"{", "invalid-input"),
        ("a.json", b"[]", "malformed-article"),
        ("a.txt", b"caf\xe9 \x81\x8d \xff\xfe\x00 text", "bad-encoding"),
        ("a.md", b"", "malformed-article"),
        ("missing.md", None, "not-found"),
        ("folder", None, "no-content"),
    ],
)
def test_an_input_that_cannot_be_judged_goes_before_findings(run, name, data, code) -> None:
    Path("folder").mkdir()
    write(bad_md=FAILS)
    if data is not None:
        Path(name).write_bytes(data)
    outcome = run("check", "bad.md", name, "--offline", "--format", "json")
    report = json.loads(outcome.out)
    assert (outcome.status, outcome.err) == (cli.Exit.FAILURE, "")
    assert names(outcome) == ["bad.md"]
    assert [each["code"] for each in report["problems"] if each["document"] == name] == [code]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "Name a file or a folder to check"),
        (("check", "a.md", "--select", "long-sentense"), 'Did you mean "long-sentence"?'),
        (("check", "a.md", "--ignore", "x"), 'There is no rule or theme "x".'),
        (
            ("check", "a.md", "--profile", "uk"),
            'There is no profile "uk"; there are us, uk-nhs, strict.',
        ),
        (("check", "a.md", "--config", "none.toml"), "none.toml: it could not be read"),
        (("check", "a.md", "--output", "none/report"), "none/report could not be written"),
        (("check", "a.md", "--output", "."), ". could not be written"),
        (("check", "a.md", "--format", "xml"), "'xml' is not one of"),
        (("check", "a.md", "--jobs", "-1"), "-1 is not in the range"),
        (("check", "--nonsense"), "No such option"),
        (("explain", "long-sentense"), 'Did you mean "long-sentence"?'),
        (("nonsense",), "No such command 'nonsense'. `contentlint --help` lists the commands."),
        ((), "Missing command. `contentlint --help` lists the commands."),
    ],
)
def test_misuse_is_one_clear_line(run, arguments, said) -> None:
    write(a_md=CLEAN)
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (cli.Exit.FAILURE, "")
    assert outcome.err.startswith("contentlint: ")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_folders_are_searched_for_content(run) -> None:
    article = '{"kind": "article", "title": "Sleep", "body": []}'
    write(
        site__b_md=CLEAN,
        site__a_html="<p>Rest.</p>",
        site__deep__c_txt="Rest.",
        site__pages__d_json=article,
        site__images__owl_json='{"title": "Owl", "alt": "An owl"}',
        site__package_json='{"name": "site"}',
        site__list_json="[1]",
        site__notes_rst="Rest.",
    )
    Path("site/.hidden").mkdir()
    Path("site/.hidden/f.md").write_text(CLEAN)
    Path("site/.g.md").write_text(CLEAN)
    Path("site/node_modules").mkdir()
    Path("site/node_modules/e.md").write_text(CLEAN)
    outcome = run("check", "site", "site/b.md", "--offline", "--format", "json")
    assert names(outcome) == ["site/a.html", "site/b.md", "site/deep/c.txt", "site/pages/d.json"]


def test_several_processes_report_the_same_in_the_same_order(run) -> None:
    for number in range(12):
        Path(f"{number:02}.md").write_text(FAILS if number % 3 else WARNS)
    one, three = (run("check", ".", "--offline", "--format", "json", "--jobs", n) for n in "13")
    assert one == three
    assert len(names(one)) == 12


def test_no_path_is_what_the_configuration_names(run) -> None:
    write(pyproject_toml='[tool.contentlint]\npaths = ["guides"]\nfail-on = "warning"')
    write(guides__a_md=WARNS)
    outcome = run("check", "--offline", "--format", "json")
    assert (names(outcome), outcome.status) == (["guides/a.md"], cli.Exit.FINDINGS)


def test_rules_are_chosen_and_left_out(run) -> None:
    write(a_md="### Naps\n\nOpen [the diary](#).")

    def found(*arguments: str) -> set[str]:
        report = json.loads(run("check", "a.md", "--offline", "--format", "json", *arguments).out)
        return {each["rule"] for each in report["documents"][0]["findings"]}

    chosen = {"heading-structure", "empty-or-placeholder-link"}
    assert found("--select", ",".join(chosen)) == chosen
    assert found("--select", "heading-structure", "--select", "missing-alt") == {
        "heading-structure"
    }
    assert found() - found("--ignore", "heading-structure") == {"heading-structure"}


@pytest.mark.parametrize(
    ("arguments", "name", "line"),
    [
        ((), "stdin", 3),
        (("--stdin-filename", "draft.md"), "draft.md", 3),
        (("--stdin-filename", "draft.html"), "draft.html", None),
        (("--stdin-format", "text"), "stdin", None),
    ],
)
def test_standard_input_is_read_as_its_name_or_format_says(run, arguments, name, line) -> None:
    outcome = run(
        *("check", "-", "--offline", "--format", "json", "--select", "heading-structure"),
        *arguments,
        stdin=b"# Sleep\n\n### Naps\n\nRest.",
    )
    (document,) = json.loads(outcome.out)["documents"]
    assert document["name"] == name
    assert [each["location"]["line"] for each in document["findings"]] == ([line] if line else [])


def test_a_report_goes_to_a_file(run) -> None:
    write(a_md=FAILS)
    outcome = run("check", "a.md", "--offline", "--format", "json", "--output", "report.json")
    assert (outcome.status, outcome.out, outcome.err) == (cli.Exit.FINDINGS, "", "")
    assert json.loads(Path("report.json").read_text())["summary"]["documents"] == 1


def test_a_rule_that_breaks_down_is_named_and_the_rest_is_judged(run, monkeypatch) -> None:
    def breaks(document: Document) -> Found:
        if document.meta.title == "Odd":
            raise KeyError("lost")
        yield document.whole, "Fine."

    broken = rule(Severity.ERROR, theme=Theme.LINKS, source="x", passes=[], fails=[])(breaks)
    monkeypatch.setattr(rules, "every", lambda: (broken,))
    write(a_md="---\ntitle: Odd\n---\n\nRest.", b_md="Rest.")
    outcome = run("check", ".", "--offline", "--format", "json")
    report = json.loads(outcome.out)
    assert outcome.status == cli.Exit.FAILURE
    assert names(outcome) == ["b.md"]
    assert [(each["code"], each["message"]) for each in report["problems"]] == [
        (
            "internal-error",
            "The rule breaks failed on a.md (KeyError: 'lost'). This is a fault in contentlint.",
        )
    ]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (judging.WorkerLostError("A process was ended from outside."), "ended from outside"),
        (RuntimeError("odd"), "RuntimeError: odd (a fault in contentlint;"),
    ],
)
def test_what_nobody_foresaw_is_one_line(run, monkeypatch, error, said) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(verdicts, "verdicts", fails)
    write(a_md=CLEAN)
    outcome = run("check", "a.md", "--offline")
    assert (outcome.status, outcome.out) == (cli.Exit.FAILURE, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_links_are_asked_once_and_remembered(run, monkeypatch) -> None:
    asked = []

    def check_links(addresses, settings, *, told):
        asked.append(list(addresses))
        for each in addresses:
            told(each, LinkStatus(LinkState.BROKEN, "404 Not Found"))
        return {each: LinkStatus(LinkState.BROKEN, "404 Not Found") for each in addresses}

    monkeypatch.setattr(checker, "check_links", check_links)
    address = "https://riverside.org/naps"
    write(a_md=f"See [how to nap]({address}).", b_md=f"See [more on naps]({address}#noon).")
    for _ in range(2):
        outcome = run("check", ".", "--select", "broken-link", "--format", "json")
        assert [len(each["findings"]) for each in json.loads(outcome.out)["documents"]] == [1, 1]
    assert asked == [[address, f"{address}#noon"]]


def test_offline_asks_nobody_and_says_so(run) -> None:
    write(a_md=GOVERNED + "See [how to nap](https://riverside.org/naps).")
    outcome = run("check", "a.md", "--offline", "--format", "json")
    (document,) = json.loads(outcome.out)["documents"]
    assert [(each["rule"], each["reason"]) for each in document["unchecked"]] == [
        ("broken-link", "links are not checked offline")
    ]


def test_half_an_emoji_can_be_reported(run) -> None:
    write(a_json='{"title": "Sleep \\ud83d", "body": [{"type": "quiz", "value": "Rest \\ud83d"}]}')
    for format_ in ("text", "json", "github"):
        outcome = run("check", "a.json", "--offline", "--format", format_)
        assert "Traceback" not in outcome.err
        assert "bad-encoding" in outcome.out


def process(*arguments: str, **options) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "lint", *arguments],
        cwd=Path(cli.__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_starting_imports_next_to_nothing() -> None:
    heavy = {
        "django",
        "wagtail",
        "nltk",
        "textstat",
        "aiohttp",
        "yarl",
        "yaml",
        "pyromark",
        "asyncio",
    }
    code = (
        "import sys, lint.cli\n"
        "try: lint.cli.main(['--version'])\n"
        "except SystemExit: pass\n"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, imported = done.stdout.splitlines()
    assert version.startswith("contentlint ")
    assert imported == "[]"


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text(FAILS)
    started = process("check", str(tmp_path), "--offline", "--jobs", "1")
    started.stdout.readline()
    started.stdout.close()
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait(60) == cli.Exit.FINDINGS


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_is_one_line(tmp_path: Path, jobs: str) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(GOVERNED + "We rest and we walk. " * 2000)
    started = process("check", str(tmp_path), "--offline", "--jobs", jobs)
    started.stdout.readline()
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert (started.returncode, errors) == (cli.Exit.INTERRUPTED, b"\ncontentlint: interrupted.\n")


def test_a_socket_is_no_file(run) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.md")
        outcome = run("check", "a.md", "--offline")
    assert outcome.status == cli.Exit.FAILURE
    assert "unreadable" in outcome.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(run) -> None:
    write(a_md=CLEAN, b_md=CLEAN)
    Path("a.md").chmod(0)
    outcome = run("check", "a.md", "b.md", "--offline")
    assert outcome.status == cli.Exit.FAILURE
    assert "Permission denied." in outcome.out
    assert "1 document checked" in outcome.out


def test_several_reports_come_of_one_check(run) -> None:
    write(a_md=FAILS)
    outcome = run(
        *("check", "a.md", "--offline", "--select", RULES),
        *("--format", "text", "--format", "json=report.json", "--format", "html=report.html"),
    )
    assert outcome.status == cli.Exit.FINDINGS
    assert "1 document checked: 1 error.\n" in outcome.out
    assert json.loads(Path("report.json").read_text())["summary"]["errors"] == 1
    assert "Open " in Path("report.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "text", "--format", "json"), "Only one report can go to one place"),
        (("--format", "json=a", "--format", "text=a"), "Only one report can go to one place"),
        (("--format", "json=a", "--output", "b"), "--output is one too many"),
        (("--format", "json=none/a"), "none/a could not be written"),
        (("--format", "xml=a"), "'xml' is not one of text, json, "),
    ],
)
def test_reports_that_cannot_be_written_are_refused_first(run, arguments, said) -> None:
    write(a_md=FAILS)
    outcome = run("check", "a.md", "--offline", *arguments)
    assert (outcome.status, outcome.out) == (cli.Exit.FAILURE, "")
    assert said in outcome.err
    assert [each.name for each in Path().iterdir()] == ["a.md"]


def test_overrides_and_exclusions_count(run) -> None:
    write(
        contentlint_toml="""
            exclude = ["drafts/"]
            [[overrides]]
            paths = ["news/**"]
            ignore = ["structure"]
        """,
        guides__a_md=WARNS,
        news__a_md=WARNS,
        drafts__a_md=WARNS,
    )
    chosen = ("--offline", "--select", RULES, "--format", "json")
    outcome = run("check", ".", *chosen)
    report = json.loads(outcome.out)
    assert [(each["name"], len(each["findings"])) for each in report["documents"]] == [
        ("guides/a.md", 1),
        ("news/a.md", 0),
    ]
    assert names(run("check", "drafts/a.md", *chosen)) == ["drafts/a.md"]
    assert names(run("check", "drafts/a.md", *chosen, "--force-exclude")) == []


@pytest.mark.parametrize("inside", ["", "export/"])
def test_an_archive_gets_the_verdict_of_its_files(run, inside: str) -> None:
    """Also of what they refer to: a content set stays one."""
    article = """{
        "kind": "article", "slug": "naps", "title": "Naps", "locale": "en-US",
        "meta": {"about": ["condition:insomnia", "condition:apnea"]},
        "body": [{"type": "heading", "value": {"text": "At noon", "level": 4}}]
    }"""
    write(
        **{
            f"site__{inside.replace('/', '__')}{name}": text
            for name, text in {
                "a_md": WARNS,
                "pages__en-US__naps_json": article,
                "library__condition__insomnia_json": '{"kind": "condition", "name": "Insomnia"}',
            }.items()
        }
    )
    with zipfile.ZipFile("site.zip", "w") as made:
        for path in sorted(Path("site").rglob("*.*")):
            made.write(path, path.relative_to("site"))
    chosen = ("--offline", "--select", f"{RULES},broken-internal-reference", "--format", "json")
    packed, unpacked = (
        {each["name"]: each for each in json.loads(run("check", path, *chosen).out)["documents"]}
        for path in ("site.zip", "site")
    )
    assert {
        name.replace("site.zip/", "site/"): {**each, "name": ""} for name, each in packed.items()
    } == {name: {**each, "name": ""} for name, each in unpacked.items()}
    (found,) = (each for name, each in packed.items() if name.endswith("naps.json"))
    assert [each["rule"] for each in found["findings"]] == [
        "broken-internal-reference",
        "heading-structure",
    ]


def test_several_processes_read_one_archive(run) -> None:
    with zipfile.ZipFile("site.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(200):
            made.writestr(
                f"{number:03}.md",
                (FAILS if number % 3 else WARNS) + f"We rest and we walk to number {number}. " * 99,
            )
    chosen = ("--offline", "--select", RULES, "--format", "json")
    one, three = (run("check", "site.zip", *chosen, "--jobs", jobs) for jobs in "13")
    assert one == three
    assert (len(names(one)), json.loads(one.out)["problems"]) == (200, [])


def test_only_what_a_branch_changes(run, monkeypatch) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A Writer")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "writer@example.org")

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    write(a_md=f"{FAILS}\n", b_md=FAILS)
    git("add", ".")
    git("commit", "-q", "-m", "pages")
    write(a_md=f"{FAILS}\n\nSee [the log](#).\n", c_md=WARNS)
    chosen = ("--offline", "--select", RULES, "--format", "json")
    report = json.loads(run("check", "--changed-since", "main", *chosen).out)
    assert [
        (each["name"], [(found["rule"], found["location"]["line"]) for found in each["findings"]])
        for each in report["documents"]
    ] == [
        ("a.md", [("empty-or-placeholder-link", 11)]),
        ("c.md", [("heading-structure", 11)]),
    ]
    monkeypatch.setenv("GIT_DIR", "somewhere/else")
    site = str(Path.cwd())
    monkeypatch.chdir("/")
    report = json.loads(run("check", site, "--changed-since", "main", *chosen).out)
    assert [len(each["findings"]) for each in report["documents"]] == [1, 1]
    outcome = run("check", site, "--changed-since", "mian", *chosen)
    assert (outcome.status, outcome.out) == (cli.Exit.FAILURE, "")
    assert 'There is no commit "mian"' in outcome.err


@pytest.mark.parametrize(
    ("terminal", "environment", "shown"),
    [(True, {}, True), (True, {"CI": "true"}, False), (False, {}, False)],
)
def test_long_work_shows_its_progress_on_a_terminal_only(
    run, monkeypatch, terminal, environment, shown
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(work, "FEW", 1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    write(a_md=CLEAN, b_md=CLEAN)
    outcome = run("check", ".", "--offline")
    assert ("Checking" in outcome.err) is shown
    assert "Checking" not in outcome.out


def test_what_is_said_does_not_depend_on_chance(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("We utilize, facilitate, commence, terminate and endeavor to utilize tests.\n")
    said = set()
    for seed in range(4):
        asked = process(
            "check", str(page), "--offline", env={**os.environ, "PYTHONHASHSEED": f"{seed}"}
        )
        said.add(asked.communicate()[0])
    assert len(said) == 1
    assert said.pop().count(b"complex-word") == 5
