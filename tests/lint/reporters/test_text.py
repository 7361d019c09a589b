from dataclasses import replace

import pytest

from lint.document import Location
from lint.engine import Report
from lint.reporters import text
from lint.reporters.text import Page
from tests.lint.reporters.reports import IN_A_FILE, REPORTS, document

EXPECTED = """\
guides/sleep.md  Sleep better

  warning  missing-author-or-publisher
    Nobody is named.
    Name somebody.

  error  vague-link-text  guides/sleep.md:7:12
    "here" says: nothing, 100% of the time.
    | The plan is here, if you want it.
    |             ^^^^
    Say where it leads.

  info  long-sentence  guides/sleep.md:8:1  This sentence has 21 words.

  not checked  broken-link (2 places): links are not checked offline

naps.json

  problem  unknown-block-type  body[4]
    There is no block type "quiz".

  accepted  promised-link-missing  body[2].value  No link. Accepted: the guide is printed

old.txt

  could not be checked  bad-encoding
    Byte 7 is no UTF-8.

2 documents checked: 1 error, 1 warning, 1 info, 1 accepted.
1 input could not be checked at all.
`contentlint explain RULE` says why a rule matters.
"""


def shown(page: Page = Page(width=60), **changes) -> list[str]:  # noqa: B008
    """The lines of one finding's excerpt."""
    finding = replace(IN_A_FILE, location=Location(), advice="", message="X.", **changes)
    rendered = text.render([Report(document("a.md", ""), findings=(finding,))], page)
    return [
        line[6:] for line in rendered.splitlines() if line.startswith("    |") or "\x1b[2m|" in line
    ]


def test_a_writer_sees_the_sentence_the_words_and_the_advice() -> None:
    assert text.render(REPORTS, Page()) == EXPECTED


def test_nothing_to_say_is_one_line() -> None:
    clean = [Report(document("a.md", "A")), Report(document("b.md", "B"))]
    assert text.render(clean, Page()) == "2 documents checked: nothing to mend.\n"


@pytest.mark.parametrize(
    ("context", "quote", "expected"),
    [
        (
            "It was a walk along the river to the old mill and back again before the rain came.",
            "mill",
            [
                "…the river to the old mill and back again before…",
                "                      ^^^^",
            ],
        ),
        ("Go here.", "Go here.", ["Go here."]),
        ("睡眠 is sleep.", "is", ["睡眠 is sleep.", "     ^^"]),
        ("cafe\u0301 is open", "is", ["cafe\u0301 is open", "     ^^"]),
        ("two\nlines\there", "here", ["two lines here", "          ^^^^"]),
        ("a \x1b[31mred\x1b[0m b", "b", ["a \ufffd[31mred\ufffd[0m b", "               ^"]),
        ("turn \u202eback\u202c b", "turn", ["turn \ufffdback\ufffd b", "^^^^"]),
    ],
)
def test_sentences_are_shortened_around_the_words(context, quote, expected) -> None:
    assert shown(context=context, quote=quote, context_offset=context.index(quote)) == expected


def test_no_line_is_wider_than_the_page() -> None:
    words = "word " * 400
    finding = replace(IN_A_FILE, context=words, quote=words, context_offset=0, message=words)
    for width in (40, 60, 100):
        page = Page(width=width)
        lines = text.render([Report(document("a.md", ""), findings=(finding,))], page).splitlines()
        assert max(map(len, lines[:-2])) <= width


def test_colours_mark_the_words_only_where_they_are_wanted() -> None:
    plain = text.render(REPORTS, Page())
    coloured = text.render(REPORTS, Page(colour=True))
    assert "\x1b" not in plain
    assert "The plan is \x1b[4;1;31mhere\x1b[0m, if you want it." in coloured
    assert "^^^^" not in coloured


def test_advice_is_given_once_a_document() -> None:
    reports = [Report(document("a.md", ""), findings=(IN_A_FILE, IN_A_FILE))]
    assert text.render(reports, Page()).count("Say where it leads.") == 1
