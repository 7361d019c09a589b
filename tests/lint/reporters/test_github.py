from lint.document import Location
from lint.engine import Report
from lint.reporters import github
from tests.lint.reporters.reports import IN_A_FILE, REPORTS, document


def test_each_finding_and_problem_is_a_command() -> None:
    assert github.render(REPORTS) == (
        "::warning file=guides/sleep.md,title=missing-author-or-publisher"
        "::Nobody is named. Name somebody.\n"
        "::error file=guides/sleep.md,line=7,endLine=7,col=12,endColumn=16,title=vague-link-text"
        '::"here" says: nothing, 100%25 of the time. Say where it leads.\n'
        "::notice file=guides/sleep.md,line=8,endLine=9,title=long-sentence"
        "::This sentence has 21 words. Split it.\n"
        "::notice file=naps.json,title=promised-link-missing"
        "::body[2].value: Accepted: the guide is printed%0ANo link. Add one.\n"
        '::error file=naps.json,title=unknown-block-type::body[4]: There is no block type "quiz".\n'
        "::error file=old.txt,title=bad-encoding::Byte 7 is no UTF-8.\n"
    )


def test_nothing_in_a_name_or_message_starts_a_command_of_its_own() -> None:
    from dataclasses import replace

    evil = "x\r\n::set-env name=PATH::/evil, 100%: done"
    finding = replace(IN_A_FILE, message=evil, advice="", location=Location())
    rendered = github.render([Report(document(evil, ""), findings=(finding,))])
    escaped = "x%0D%0A::set-env name=PATH::/evil, 100%25: done"
    in_property = escaped.replace(":", "%3A").replace(",", "%2C")
    assert rendered == f"::error file={in_property},title=vague-link-text::{escaped}\n"
