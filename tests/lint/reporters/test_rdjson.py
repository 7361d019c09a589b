import json

from lint.engine import Report
from lint.reporters import rdjson
from tests.lint.reporters.reports import HOSTILE, REPORTS, document


def test_each_finding_and_problem_is_a_diagnostic_but_what_was_accepted() -> None:
    assert rdjson.render(REPORTS) == (
        '{"source": {"name": "contentlint"}, "diagnostics": [\n'
        '{"message": "Nobody is named. Name somebody.", "location": {"path": "guides/sleep.md"},'
        ' "severity": "WARNING", "code": {"value": "missing-author-or-publisher"}},\n'
        '{"message": "\\"here\\" says: nothing, 100% of the time. Say where it leads.",'
        ' "location": {"path": "guides/sleep.md",'
        ' "range": {"start": {"line": 7}, "end": {"line": 7}}},'
        ' "severity": "ERROR", "code": {"value": "vague-link-text"}},\n'
        '{"message": "This sentence has 21 words. Split it.",'
        ' "location": {"path": "guides/sleep.md",'
        ' "range": {"start": {"line": 8}, "end": {"line": 9}}},'
        ' "severity": "INFO", "code": {"value": "long-sentence"}},\n'
        '{"message": "body[4]: There is no block type \\"quiz\\".",'
        ' "location": {"path": "naps.json"},'
        ' "severity": "ERROR", "code": {"value": "unknown-block-type"}},\n'
        '{"message": "Byte 7 is no UTF-8.", "location": {"path": "old.txt"},'
        ' "severity": "ERROR", "code": {"value": "bad-encoding"}}\n'
        "]}\n"
    )


def test_any_words_are_valid_json() -> None:
    rendered = json.loads(rdjson.render(HOSTILE).encode("utf-8"))
    assert rendered["diagnostics"] == [
        {
            "message": 'x]]>\r\n::set-env name=PATH::/evil <img src=x onerror="alert(1)">'
            " 100%25 \x00\x1b[31m \udc80 'quoted'",
            "location": {
                "path": "odd/100% <b>,\n::error::.md",
                "range": {"start": {"line": 7}, "end": {"line": 7}},
            },
            "severity": "ERROR",
            "code": {"value": "vague-link-text"},
        }
    ]


def test_nothing_found_is_an_empty_list() -> None:
    clean = [Report(document("a.md", "A"))]
    assert rdjson.render(clean) == '{"source": {"name": "contentlint"}, "diagnostics": []}\n'
