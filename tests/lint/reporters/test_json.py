import json
from pathlib import Path

import jsonschema
import pytest

import lint
from lint import engine
from lint.document import DocumentKind
from lint.readers import read_text
from lint.reporters import json as reporter
from lint.rule import Severity, Theme
from tests.lint.reporters.reports import HOSTILE, REPORTS

SCHEMA = json.loads(
    (Path(lint.__file__).parent / "reporters" / "report.schema.json").read_text(encoding="utf-8")
)
NOWHERE = dict.fromkeys(
    ("line", "column", "end_line", "end_column", "path", "block", "offset", "length")
)


def test_a_report_holds_what_version_1_promises() -> None:
    report = json.loads(reporter.render(REPORTS, tool="1.2"))
    assert {key: report[key] for key in ("version", "tool", "summary", "problems")} == {
        "version": 1,
        "tool": {"name": "contentlint", "version": "1.2"},
        "summary": {"documents": 2, "errors": 1, "warnings": 1, "infos": 1, "suppressed": 1},
        "problems": [
            {
                "code": "unknown-block-type",
                "message": 'There is no block type "quiz".',
                "document": "naps.json",
                "location": NOWHERE | {"path": "body[4]", "block": "b4"},
            },
            {
                "code": "bad-encoding",
                "message": "Byte 7 is no UTF-8.",
                "document": "old.txt",
                "location": NOWHERE,
            },
        ],
    }
    assert report["documents"][1] == {
        "name": "naps.json",
        "kind": "article",
        "title": "",
        "scores": None,
        "findings": [
            {
                "rule": "promised-link-missing",
                "theme": "links",
                "severity": "warning",
                "message": "No link.",
                "advice": "Add one.",
                "quote": "our guide",
                "suppressed": "the guide is printed",
                "location": NOWHERE
                | {"path": "body[2].value", "block": "b2", "offset": 5, "length": 9},
                "fix": {
                    "safe": False,
                    "changes": [
                        {
                            "location": NOWHERE
                            | {"path": "body[2].value", "block": "b2", "offset": 8, "length": 9},
                            "replacement": "the plan",
                        }
                    ],
                },
            }
        ],
        "unchecked": [],
    }
    assert [finding["fix"] for finding in report["documents"][0]["findings"]] == [
        None,
        {
            "safe": True,
            "changes": [
                {
                    "location": NOWHERE
                    | {"line": 7, "column": 11, "end_line": 7, "end_column": 17},
                    "replacement": "[here](tel:988)",
                }
            ],
        },
        None,
    ]
    assert report["documents"][0]["unchecked"][0] == {
        "rule": "broken-link",
        "reason": "links are not checked offline",
        "location": NOWHERE | {"line": 3, "column": 1},
    }


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("sleep.md", "# Sleep\n\n### Naps\n\nSee [here](#), and read our guide."),
        ("sleep.txt", "Sleep\n\nRead our guide."),
        ("sleep.html", "<h1>Sleep</h1><p>See <a href='#'>here</a>.</p>"),
        ("sleep.json", '{"title": "Sleep", "body": [{"type": "quiz", "value": "Sleep?"}]}'),
        ("broken.json", "{"),
    ],
)
def test_what_is_rendered_fits_the_schema(name: str, source: str) -> None:
    report = engine.check(read_text(name, source))
    jsonschema.validate(json.loads(reporter.render([report], tool="1.2")), SCHEMA)


def test_made_reports_fit_the_schema() -> None:
    jsonschema.validate(json.loads(reporter.render(REPORTS, tool="1.2")), SCHEMA)


def test_any_words_are_valid_json() -> None:
    rendered = reporter.render(HOSTILE, tool="1.2").encode("utf-8", "backslashreplace")
    report = json.loads(rendered)
    jsonschema.validate(report, SCHEMA)
    [document] = report["documents"]
    assert (document["name"], document["title"], document["findings"][0]["advice"]) == (
        "odd/100% <b>,\n::error::.md",
        "</title><script>alert(1)</script>",
        "100%25 \x00\x1b[31m \udc80 'quoted'",
    )


def test_the_schema_knows_every_choice() -> None:
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert set(finding["theme"]["enum"]) == {theme.value for theme in Theme}
    assert set(finding["severity"]["enum"]) == {severity.value for severity in Severity}
    kinds = SCHEMA["$defs"]["document"]["properties"]["kind"]["enum"]
    assert set(kinds) == {kind.value for kind in DocumentKind}
