import json

from lint.engine import Report
from lint.reporters import gitlab
from tests.lint.reporters.reports import HOSTILE, NOT_READ, REPORTS, document


def test_each_finding_and_problem_is_an_issue_but_what_was_accepted() -> None:
    assert gitlab.render(REPORTS) == (
        "[\n"
        '{"description": "Nobody is named. Name somebody.", "check_name":'
        ' "missing-author-or-publisher", "fingerprint": "9a5eeebcfa07d093afb3b5d276cb8c2a",'
        ' "severity": "minor", "location": {"path": "guides/sleep.md", "lines": {"begin": 1}}},\n'
        '{"description": "\\"here\\" says: nothing, 100% of the time. Say where it leads.",'
        ' "check_name": "vague-link-text", "fingerprint": "08e90467747b9940128eeb433b4da639",'
        ' "severity": "critical",'
        ' "location": {"path": "guides/sleep.md", "lines": {"begin": 7}}},\n'
        '{"description": "This sentence has 21 words. Split it.", "check_name": "long-sentence",'
        ' "fingerprint": "fa2aaa190ecff2a88fb8a0b766a99f9e",'
        ' "severity": "info", "location": {"path": "guides/sleep.md", "lines": {"begin": 8}}},\n'
        '{"description": "body[4]: There is no block type \\"quiz\\".", "check_name":'
        ' "unknown-block-type", "fingerprint": "4222be1f9b3cde98398812c965621778",'
        ' "severity": "blocker", "location": {"path": "naps.json", "lines": {"begin": 1}}},\n'
        '{"description": "Byte 7 is no UTF-8.", "check_name": "bad-encoding",'
        ' "fingerprint": "c046b92c570cab731c4825cc167cdf27",'
        ' "severity": "blocker", "location": {"path": "old.txt", "lines": {"begin": 1}}}\n'
        "]\n"
    )


def test_any_words_are_valid_json() -> None:
    assert [
        (issue["location"]["path"], issue["description"])
        for issue in json.loads(gitlab.render(HOSTILE).encode("utf-8"))
    ] == [
        (
            "odd/100% <b>,\n::error::.md",
            'x]]>\r\n::set-env name=PATH::/evil <img src=x onerror="alert(1)">'
            " 100%25 \x00\x1b[31m \udc80 'quoted'",
        )
    ]


def test_the_same_problem_twice_is_one_issue() -> None:
    twice = (NOT_READ, NOT_READ)
    reports = [Report(document("old.txt", "", twice), problems=twice)]
    assert len(json.loads(gitlab.render(reports))) == 1


def test_nothing_found_is_an_empty_list() -> None:
    assert gitlab.render([Report(document("a.md", "A"))]) == "[]\n"
