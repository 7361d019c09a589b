from dataclasses import replace
from io import StringIO

import pytest

from lint.document import Location
from lint.engine import Report
from lint.reporters import text
from lint.reporters.text import Page
from tests.lint.reporters.reports import (
    ACCEPTED,
    IN_A_FILE,
    REMARK,
    REPORTS,
    UNKNOWN_BLOCK,
    document,
)

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

naps.json

  problem  unknown-block-type  body[4]
    There is no block type "quiz".

  accepted  promised-link-missing  body[2].value  No link. Accepted: the guide is printed

old.txt

  could not be checked  bad-encoding
    Byte 7 is no UTF-8.

not checked  broken-link
    links are not checked offline (guides/sleep.md:3:1, guides/sleep.md:4:1)

2 documents checked: 1 error, 1 warning, 1 info, 1 accepted.
1 document could not be judged in full.
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


def test_what_could_not_be_read_is_not_called_fine() -> None:
    unread = text.render(REPORTS[2:], Page())
    assert unread.endswith("\n\n0 documents checked.\n1 input could not be checked at all.\n")


def test_what_could_not_be_judged_in_full_is_not_called_fine() -> None:
    unjudged = text.render([Report(document("a.json", ""), problems=(UNKNOWN_BLOCK,))], Page())
    assert unjudged.endswith(
        "\n\n1 document checked: no findings.\n1 document could not be judged in full.\n"
    )


def test_many_findings_are_counted_by_rule() -> None:
    reports = [Report(document("a.md", ""), findings=(REMARK, IN_A_FILE, ACCEPTED) * 11)]
    assert text.render(reports, Page()).endswith(
        """

  errors  warnings  infos
      11                   vague-link-text
                       11  long-sentence

1 document checked: 11 errors, 11 infos, 11 accepted.
`contentlint explain RULE` says why a rule matters.
"""
    )


def test_remarks_that_need_more_than_a_line_are_told_in_full() -> None:
    finding = replace(REMARK, message="word " * 14)
    rendered = text.render([Report(document("a.md", ""), findings=(finding,))], Page(width=60))
    assert rendered.splitlines()[2:5] == [
        "  info  long-sentence  a.md:8:1",
        "    word word word word word word word word word word word",
        "    word word word",
    ]


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (False, {"TERM": "xterm"}, Page()),
        (True, {"TERM": "xterm"}, Page(colour=True, links=True)),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, Page(links=True)),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, Page(colour=True, links=True)),
        (True, {"TERM": "dumb"}, Page()),
        (True, {}, Page(colour=True, links=True)),
    ],
)
def test_only_a_terminal_gets_colour_and_links(terminal, environment, expected) -> None:
    class Stream(StringIO):
        def isatty(self) -> bool:
            return terminal

        def fileno(self) -> int:
            raise OSError

    assert Page.of(Stream(), environment) == expected


def test_names_of_files_open_them(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a b.md").write_text("")
    reports = [
        Report(document(name, ""), findings=(replace(IN_A_FILE, advice="", quote=""),))
        for name in ("a b.md", "absent.md")
    ]
    place = f"\x1b]8;;file://{tmp_path}/a%20b.md\x1b\\"
    end = "\x1b]8;;\x1b\\"
    lines = text.render(reports, Page(links=True)).splitlines()
    assert [line for line in lines if "b.md" in line or "absent" in line] == [
        f"{place}a b.md{end}",
        f"  error  vague-link-text  {place}a b.md:7:12{end}",
        "absent.md",
        "  error  vague-link-text  absent.md:7:12",
    ]


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
