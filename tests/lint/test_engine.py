import pytest

from lint import engine
from lint.config import Config
from lint.document import Document, Kind
from lint.readers import markdown, read_text
from lint.rule import CouldNotCheck, Found, Hit, Judges, Severity, Theme, rule
from lint.site import Site

SOURCE = """---
title: Sleep
---

First we rest. Then we wake, and we rest.

- rest
"""


def document(source: str = SOURCE, name: str = "sleep.md") -> Document:
    return read_text(name, source)


def made(check, severity: Severity = Severity.WARNING, **facts):
    return rule(
        severity, theme=Theme.LANGUAGE, source="x", passes=[], fails=[], advice="Write on.", **facts
    )(check)


def finds_rest(document: Document) -> Found:
    """Rest is found."""
    yield CouldNotCheck(document.whole, "nobody knows")
    for block in reversed(document.blocks):
        start = block.words.rfind("rest")
        while start >= 0:
            yield block.span(start, start + 4), "Rest."
            start = block.words.rfind("rest", 0, start)
    yield Hit(document.whole, "The whole.", "Think again.", Severity.INFO, 2.0)


def test_findings_come_in_reading_order_with_their_sentences() -> None:
    report = engine.check(document(), selected=[made(finds_rest)])
    assert [
        (
            found.quote,
            found.location.line,
            found.location.column,
            found.context,
            found.context_offset,
        )
        for found in report.findings
    ] == [
        ("", None, None, "", 0),
        ("rest", 5, 10, "First we rest.", 9),
        ("rest", 5, 37, "Then we wake, and we rest.", 21),
        ("rest", 7, 3, "rest", 0),
    ]
    whole, first = report.findings[:2]
    assert (whole.severity, whole.advice, whole.measure) == (Severity.INFO, "Think again.", 2.0)
    assert (first.severity, first.advice, first.measure) == (Severity.WARNING, "Write on.", None)
    assert [(each.rule, each.reason) for each in report.unchecked] == [
        ("finds-rest", "nobody knows")
    ]
    assert report.judged


def test_the_same_words_get_the_same_verdict_twice() -> None:
    one, two = (engine.check(document(), selected=[made(finds_rest)]) for _ in range(2))
    assert one.findings == two.findings


def test_what_is_ignored_is_not_run() -> None:
    report = engine.check(
        document(),
        config=Config(rules={"finds-rest": {"enabled": False}}),
        selected=[made(finds_rest)],
    )
    assert (report.findings, report.unchecked) == ((), ())


def test_a_configured_severity_counts() -> None:
    settings = Config(rules={"finds-rest": {"severity": "error"}})
    report = engine.check(document(), config=settings, selected=[made(finds_rest)])
    assert [found.quote for found in report.errors] == ["rest"] * 3


def test_options_reach_the_rule() -> None:
    def counts(document: Document, site: Site, *, words: int = 1) -> Found:
        yield document.whole, f"{words} for {site.publisher}"

    settings = Config(rules={"counts": {"words": 7}})
    site = Site(publisher="Riverside")
    report = engine.check(document(), site, settings, selected=[made(counts)])
    assert [found.message for found in report.findings] == ["7 for Riverside"]


@pytest.mark.parametrize(
    ("judges", "source", "runs"),
    [
        (Judges.CLINICAL, "Rest.", True),
        (Judges.CLINICAL, "---\narticle_kind: news\n---\n\nRest.", False),
        (Judges.ARTICLES, "---\narticle_kind: news\n---\n\nRest.", True),
        (Judges.EVERYTHING, "---\narticle_kind: event\n---\n\nRest.", True),
    ],
)
def test_a_rule_judges_the_documents_it_is_for(judges, source, runs) -> None:
    report = engine.check(document(source), selected=[made(finds_rest, judges=judges)])
    assert bool(report.unchecked) is runs


def test_a_language_without_rules_is_a_problem_and_runs_only_what_fits_any() -> None:
    source = "---\nlocale: fr-FR\n---\n\nrest"
    for any_language in (True, False):
        report = engine.check(
            document(source), selected=[made(finds_rest, any_language=any_language)]
        )
        assert [problem.code for problem in report.problems if problem.unjudged] == [
            "unsupported-language"
        ]
        assert bool(report.findings) is any_language


def test_a_rule_that_breaks_down_is_named_with_its_document() -> None:
    def breaks(document: Document) -> Found:
        yield document.whole, "So far so good."
        raise KeyError("lost")

    with pytest.raises(
        engine.RuleFailedError, match=r"The rule breaks failed on sleep\.md \(KeyError"
    ):
        engine.check(document(), selected=[made(breaks)])


def test_a_document_that_cannot_be_read_is_not_judged() -> None:
    report = engine.check(document("{", "sleep.json"), selected=[made(finds_rest)])
    assert not report.judged
    assert (report.findings, report.scores) == ((), None)


def test_findings_are_counted_where_there_are_too_many() -> None:
    source = "\n\n".join(["rest"] * (engine.MOST_FINDINGS + 20))
    report = engine.check(document(source), selected=[made(finds_rest)])
    assert len(report.findings) == engine.MOST_FINDINGS
    assert [problem.message for problem in report.problems] == [
        "finds-rest found 121 places; the first 100 are listed."
    ]


def test_long_quotes_are_cut_short() -> None:
    def finds_all(document: Document) -> Found:
        yield from ((block, "All.") for block in document.of(Kind.PARAGRAPH))

    report = engine.check(
        document("and then we rest by the window " * 1000), selected=[made(finds_all)]
    )
    (found,) = report.findings
    assert len(found.quote) == len(found.context) == engine.MOST_QUOTED + 1
    assert found.location.length == 30999


@pytest.mark.parametrize(
    ("profile", "matter", "found"),
    [
        ("uk-nhs", "", []),
        ("uk-nhs", "---\nlocale: en-US\n---\n\n", ["crisis-topic-without-resource"]),
        (None, "", ["crisis-topic-without-resource"]),
    ],
)
def test_the_british_profile_takes_what_names_no_locale_for_british(
    profile: str | None, matter: str, found: list[str]
) -> None:
    page = markdown.read(f"{matter}Some think of suicide. Call Samaritans on 116 123.", "a.md")
    config = Config(profile=profile, select=("crisis-topic-without-resource",))
    assert [each.rule for each in engine.check(page, None, config).findings] == found
