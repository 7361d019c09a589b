from dataclasses import replace

from lint.engine import Report
from lint.reporters import github
from lint.rule import BASELINED
from tests.lint.reporters.reports import HOSTILE, IN_A_FILE, REPORTS, document


def test_each_finding_and_problem_is_a_command() -> None:
    assert github.render(REPORTS) == (
        '::error file=naps.json,title=unknown-block-type::body[4]: There is no block type "quiz".\n'
        "::error file=old.txt,title=bad-encoding::Byte 7 is no UTF-8.\n"
        "::warning file=guides/sleep.md,title=missing-author-or-publisher"
        "::Nobody is named. Name somebody.\n"
        "::error file=guides/sleep.md,line=7,endLine=7,col=12,endColumn=16,title=vague-link-text"
        '::"here" says: nothing, 100%25 of the time. Say where it leads.\n'
        "::notice file=guides/sleep.md,line=8,endLine=9,title=long-sentence"
        "::This sentence has 21 words. Split it.\n"
        "::notice file=naps.json,title=promised-link-missing"
        "::Accepted: the guide is printed%0Abody[2].value: No link. Add one.\n"
        "2 documents checked: 1 error, 1 warning, 1 info, 1 accepted.\n"
    )


def test_nothing_in_a_name_or_message_starts_a_command_of_its_own() -> None:
    assert github.render(HOSTILE) == (
        "::error file=odd/100%25 <b>%2C%0A%3A%3Aerror%3A%3A.md,line=7,endLine=7,col=12,endColumn=16"
        ",title=vague-link-text::x]]>%0D%0A::set-env name=PATH::/evil"
        " <img src=x onerror=\"alert(1)\"> 100%2525 \x00\x1b[31m \udc80 'quoted'\n"
        "1 document checked: 1 error.\n"
    )


def test_old_findings_of_a_baseline_take_no_place() -> None:
    old = replace(IN_A_FILE, suppressed=BASELINED)
    reports = [Report(document("a.md", ""), findings=(old, old))]
    assert github.render(reports) == "1 document checked: 2 accepted.\n"
