"""What is compared here was also held against the schema of SARIF 2.1.0, by hand."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lint import engine
from lint.engine import Report
from lint.readers import read_text
from lint.reporters import sarif
from lint.rule import BASELINED
from tests.lint.reporters.reports import (
    ACCEPTED,
    HOSTILE,
    IN_A_FILE,
    NOT_READ,
    REMARK,
    REPORTS,
    WHOLE,
    document,
)


def run(reports) -> dict[str, Any]:
    log = json.loads(sarif.render(reports, tool="1.2").encode("utf-8", "backslashreplace"))
    assert (sorted(log), log["version"], len(log["runs"])) == (
        ["$schema", "runs", "version"],
        "2.1.0",
        1,
    )
    return log["runs"][0]


def place(uri: str, *, logical: str = "", **region: Any) -> dict[str, Any]:
    where = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
            "region": region,
        }
    }
    return where | (
        {"logicalLocations": [{"fullyQualifiedName": logical, "kind": "value"}]} if logical else {}
    )


def test_findings_are_results() -> None:
    assert run(REPORTS)["results"] == [
        {
            "ruleId": "missing-author-or-publisher",
            "ruleIndex": 1,
            "level": "warning",
            "message": {"text": "Nobody is named. Name somebody."},
            "locations": [place("guides/sleep.md", startLine=1)],
            "partialFingerprints": {"contentlint/v1": "9a5eeebcfa07d093afb3b5d276cb8c2a"},
        },
        {
            "ruleId": "vague-link-text",
            "ruleIndex": 3,
            "level": "error",
            "message": {"text": '"here" says: nothing, 100% of the time. Say where it leads.'},
            "locations": [
                place(
                    "guides/sleep.md",
                    startLine=7,
                    startColumn=12,
                    endLine=7,
                    endColumn=16,
                    snippet={"text": "here"},
                )
            ],
            "partialFingerprints": {"contentlint/v1": "08e90467747b9940128eeb433b4da639"},
            "fixes": [
                {
                    "description": {"text": "Mend it without changing a word."},
                    "artifactChanges": [
                        {
                            "artifactLocation": {
                                "uri": "guides/sleep.md",
                                "uriBaseId": "%SRCROOT%",
                            },
                            "replacements": [
                                {
                                    "deletedRegion": {
                                        "startLine": 7,
                                        "startColumn": 11,
                                        "endLine": 7,
                                        "endColumn": 17,
                                    },
                                    "insertedContent": {"text": "[here](tel:988)"},
                                }
                            ],
                        }
                    ],
                }
            ],
        },
        {
            "ruleId": "long-sentence",
            "ruleIndex": 0,
            "level": "note",
            "message": {"text": "This sentence has 21 words. Split it."},
            "locations": [
                place(
                    "guides/sleep.md",
                    startLine=8,
                    startColumn=1,
                    endLine=9,
                    endColumn=2,
                    snippet={"text": "Words."},
                )
            ],
            "partialFingerprints": {"contentlint/v1": "fa2aaa190ecff2a88fb8a0b766a99f9e"},
        },
        {
            "ruleId": "promised-link-missing",
            "ruleIndex": 2,
            "level": "warning",
            "message": {"text": "No link. Add one."},
            "locations": [place("naps.json", logical="body[2].value", startLine=1)],
            "partialFingerprints": {"contentlint/v1": "3402cce4e0392b0dff4db590e4829e98"},
            "suppressions": [
                {
                    "kind": "inSource",
                    "status": "accepted",
                    "justification": "the guide is printed",
                }
            ],
        },
    ]


def test_old_findings_of_a_baseline_are_suppressed_outside_the_text() -> None:
    old = replace(IN_A_FILE, suppressed=BASELINED)
    [result] = run([Report(document("a.md", ""), findings=(old,))])["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "in the baseline"}
    ]


def test_problems_and_what_was_not_checked_are_notifications() -> None:
    found = run(REPORTS)
    assert found["columnKind"] == "unicodeCodePoints"
    assert found["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "descriptor": {"id": "unknown-block-type"},
                    "level": "error",
                    "message": {"text": 'There is no block type "quiz".'},
                    "locations": [place("naps.json", logical="body[4]", startLine=1)],
                },
                {
                    "descriptor": {"id": "bad-encoding"},
                    "level": "error",
                    "message": {"text": "Byte 7 is no UTF-8."},
                    "locations": [place("old.txt", startLine=1)],
                },
                {
                    "descriptor": {"id": "not-checked"},
                    "level": "note",
                    "message": {"text": "Not checked: links are not checked offline"},
                    "locations": [
                        place("guides/sleep.md", startLine=3, startColumn=1),
                        place("guides/sleep.md", startLine=4, startColumn=1),
                    ],
                    "associatedRule": {"id": "broken-link"},
                },
            ],
        }
    ]


def test_rules_that_found_something_are_described() -> None:
    driver = run(REPORTS)["tool"]["driver"]
    described = driver["rules"]
    assert (driver["name"], driver["version"], [each["id"] for each in described]) == (
        "contentlint",
        "1.2",
        [
            "long-sentence",
            "missing-author-or-publisher",
            "promised-link-missing",
            "vague-link-text",
        ],
    )
    vague = described[3]
    assert vague["help"]["markdown"].startswith("# vague-link-text\n\nA link says where it leads.")
    assert vague["help"]["text"].startswith("vague-link-text (warning, accessibility, for pages")
    assert {key: vague[key] for key in vague if key not in {"help", "fullDescription"}} == {
        "id": "vague-link-text",
        "name": "VagueLinkText",
        "shortDescription": {"text": "A link says where it leads."},
        "defaultConfiguration": {"level": "warning"},
        "properties": {
            "tags": ["health-content", "accessibility"],
            "problem.severity": "warning",
        },
    }


def test_any_words_are_valid_json_and_any_name_a_uri() -> None:
    result = run(HOSTILE)["results"][0]
    assert result["message"]["text"].endswith("100%25 \x00\x1b[31m \udc80 'quoted'")
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "odd/100%25%20%3Cb%3E%2C%0A%3A%3Aerror%3A%3A.md"


@pytest.mark.parametrize(
    ("name", "artifact"),
    [
        ("a b.md", {"uri": "a%20b.md", "uriBaseId": "%SRCROOT%"}),
        ("{here}/guides/a.md", {"uri": "guides/a.md", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/ä.md", {"uri": "file:///elsewhere/%C3%A4.md"}),
        ("https://cms.example.org/sleep/?a=b", {"uri": "https://cms.example.org/sleep/?a=b"}),
    ],
)
def test_files_are_named_from_the_folder_of_work(name, artifact, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = name.format(here=Path.cwd())
    location = run([Report(document(name, ""), findings=(WHOLE,))])["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == artifact


def test_the_worst_findings_are_kept_where_there_are_too_many(monkeypatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    found = run([Report(document("a.md", ""), findings=(ACCEPTED, REMARK, WHOLE, IN_A_FILE))])
    assert [result["level"] for result in found["results"]] == ["error", "warning"]
    assert found["invocations"][0]["toolExecutionNotifications"] == [
        {
            "descriptor": {"id": "too-many-results"},
            "level": "warning",
            "message": {"text": "2 findings are left out: GitHub takes 2."},
        }
    ]


def test_a_fault_of_the_input_is_no_successful_run() -> None:
    clean = Report(document("a.md", "A"))
    broken = Report(document("b.md", "", (NOT_READ,)), problems=(NOT_READ,))
    assert [
        run(reports)["invocations"][0]["executionSuccessful"]
        for reports in ([clean], [clean, broken])
    ] == [True, False]


def test_real_findings_point_at_their_words() -> None:
    source = "# Naps\n\nAfter a nap, 💤 see [here](https://riverside.org/naps).\n"
    results = run([engine.check(read_text("naps.md", source))])["results"]
    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in results
        if result["ruleId"] == "vague-link-text"
    ]
    assert regions == [
        {
            "startLine": 3,
            "startColumn": 21,
            "endLine": 3,
            "endColumn": 25,
            "snippet": {"text": "here"},
        }
    ]
    assert source.splitlines()[2][20:24] == "here"
