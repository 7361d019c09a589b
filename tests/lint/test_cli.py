import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from lint import cli, judging, rules
from lint.document import Document
from lint.links import checker
from lint.rule import Found, Severity, Theme, rule
from lint.site import LinkState, LinkStatus

GOVERNED = """---
title: Sleep better
authors: [Lee Marsh]
reviewers: ["Ana Brook, MRCGP"]
last_reviewed: 2026-01-01
next_review: 2999-01-01
---

"""
CLEAN = GOVERNED + "Go to bed at the same time each night."
WARNS = GOVERNED + "## Naps\n\n#### At noon\n\nRest."
FAILS = GOVERNED + "Open [the sleep diary](#)."
REMARKS = GOVERNED + "Go to bed early. Get up early. Rest at noon. Walk at dusk."


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary):
    """Runs the command in an empty folder, without a network."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def offline(host: str, port: int) -> list[str]:
        raise AssertionError("a test asked the network")

    monkeypatch.setattr(checker, "check_links", offline)

    def run(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            cli.main(arguments)
        out, err = capsysbinary.readouterr()
        return Outcome(int(left.value.code or 0), out.decode(), err.decode())

    return run


def write(**files: str | bytes) -> None:
    """Files by name, with "__" for "/" and a final "_md" for ".md"."""
    for name, text in files.items():
        path = Path("/".join(name.split("__")).replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def names(outcome: Outcome) -> list[str]:
    return [each["name"] for each in json.loads(outcome.out)["documents"]]


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
    write(a_md=text)
    assert run("check", "a.md", "--offline", "--fail-on", fail_on).status == status


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
        (("check", "a.md", "--ignore", "x"), 'There is no rule "x".'),
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
        (("nonsense",), "No such command"),
        ((), "Missing command"),
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
        (("--stdin-name", "draft.md"), "draft.md", 3),
        (("--stdin-name", "draft.html"), "draft.html", None),
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
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(judging, "judge_all", fails)
    write(a_md=CLEAN)
    outcome = run("check", "a.md", "--offline")
    assert (outcome.status, outcome.out) == (cli.Exit.FAILURE, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_links_are_asked_once_and_remembered(run, monkeypatch) -> None:
    asked = []

    def check_links(addresses, settings):
        asked.append(list(addresses))
        return {each: LinkStatus(LinkState.BROKEN, "404 Not Found") for each in asked[-1]}

    monkeypatch.setattr(checker, "check_links", check_links)
    address = "https://riverside.org/naps"
    write(a_md=f"See [how to nap]({address}).", b_md=f"See [more on naps]({address}#noon).")
    for _ in range(2):
        outcome = run("check", ".", "--select", "broken-link", "--format", "json")
        assert [len(each["findings"]) for each in json.loads(outcome.out)["documents"]] == [1, 1]
    assert asked == [[address, f"{address}#noon"], []]


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


def test_rules_are_listed_and_explained(run) -> None:
    listed = run("rules").out
    assert [line.split()[0] for line in listed.splitlines()[:-2]] == [
        each.name for each in rules.every()
    ]
    explained = run("explain", "review-overdue").out
    for part in ("review-overdue (error, governance", "days = 1095", "Source: ", "Let pass:"):
        assert part in explained


def test_scores_are_given_by_section(run) -> None:
    write(a_md=GOVERNED + "Rest now.\n\n## Naps\n\nWe nap at noon, and we dream.")
    (document,) = json.loads(run("scores", "a.md", "--format", "json").out)["documents"]
    assert [
        (part["name"], part["scores"]["words"], part["textstat"]["lexicon_count"])
        for part in document["parts"]
    ] == [
        ("The whole document", 9, 9),
        ("(before the first heading)", 2, 2),
        ("Naps", 7, 7),
    ]
    assert "Naps" in run("scores", "a.md").out
    assert run("scores", "none.md").status == cli.Exit.FAILURE


def process(*arguments: str, **options) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "lint", *arguments],
        cwd=Path(cli.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_starting_imports_next_to_nothing() -> None:
    heavy = {"django", "wagtail", "nltk", "textstat", "httpx", "yaml", "markdown_it", "asyncio"}
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
    time.sleep(2.5)
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
    write(a_md=CLEAN)
    Path("a.md").chmod(0)
    outcome = run("check", "a.md", "--offline")
    assert outcome.status == cli.Exit.FAILURE
    assert "Permission denied." in outcome.out
