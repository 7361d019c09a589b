"""Two documents to report on, made by hand."""

from dataclasses import replace

from lint.document import Document, DocumentKind, Location, Meta, Problem
from lint.engine import Report
from lint.mends import Change, Fix
from lint.rule import Finding, Severity, Theme, Unchecked

WHOLE = Finding(
    rule="missing-author-or-publisher",
    theme=Theme.GOVERNANCE,
    severity=Severity.WARNING,
    message="Nobody is named.",
    advice="Name somebody.",
    quote="",
    location=Location(),
)
IN_A_FILE = Finding(
    rule="vague-link-text",
    theme=Theme.ACCESSIBILITY,
    severity=Severity.ERROR,
    message='"here" says: nothing, 100% of the time.',
    advice="Say where it leads.",
    quote="here",
    location=Location(line=7, column=12, end_line=7, end_column=16, offset=11, length=4),
    context="The plan is here, if you want it.",
    context_offset=12,
    fix=Fix(safe=True, changes=(Change(Location(7, 11, 7, 17), "[here](tel:988)"),)),
)
REMARK = Finding(
    rule="long-sentence",
    theme=Theme.READABILITY,
    severity=Severity.INFO,
    message="This sentence has 21 words.",
    advice="Split it.",
    quote="Words.",
    location=Location(line=8, column=1, end_line=9, end_column=2, offset=0, length=6),
    context="Words.",
)
ACCEPTED = Finding(
    rule="promised-link-missing",
    theme=Theme.LINKS,
    severity=Severity.WARNING,
    message="No link.",
    advice="Add one.",
    quote="our guide",
    location=Location(path="body[2].value", block="b2", offset=5, length=9),
    suppressed="the guide is printed",
    context="Read our guide.",
    context_offset=5,
    fix=Fix(
        safe=False,
        changes=(
            Change(Location(path="body[2].value", block="b2", offset=8, length=9), "the plan"),
        ),
    ),
)


def document(name: str, title: str, problems: tuple[Problem, ...] = ()) -> Document:
    return Document(name, DocumentKind.ARTICLE, Meta(title=title), (), problems=problems)


UNKNOWN_BLOCK = Problem(
    "unknown-block-type",
    'There is no block type "quiz".',
    Location(path="body[4]", block="b4"),
    unjudged=True,
)
NOT_READ = Problem("bad-encoding", "Byte 7 is no UTF-8.", fatal=True)

REPORTS = (
    Report(
        document("guides/sleep.md", "Sleep better"),
        findings=(WHOLE, IN_A_FILE, REMARK),
        unchecked=(
            Unchecked("broken-link", "links are not checked offline", Location(line=3, column=1)),
            Unchecked("broken-link", "links are not checked offline", Location(line=4, column=1)),
        ),
    ),
    Report(
        document("naps.json", ""),
        findings=(ACCEPTED,),
        problems=(UNKNOWN_BLOCK,),
    ),
    Report(document("old.txt", "", (NOT_READ,)), problems=(NOT_READ,)),
)

HOSTILE = (
    Report(
        document("odd/100% <b>,\n::error::.md", "</title><script>alert(1)</script>"),
        findings=(
            replace(
                IN_A_FILE,
                message='x]]>\r\n::set-env name=PATH::/evil <img src=x onerror="alert(1)">',
                advice="100%25 \x00\x1b[31m \udc80 'quoted'",
                quote="<b>&amp;",
                context="Say <b>&amp;\x07 javascript:alert(1) \u202eback",
                context_offset=4,
            ),
        ),
        unchecked=(Unchecked("broken-link", "it said <script>\n", Location(line=1, column=1)),),
    ),
)
"""Words that would do harm where a format forgot to escape them."""
