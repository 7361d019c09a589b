"""Findings that a person accepted stay in the report."""

import json
from dataclasses import replace

import pytest

from lint import engine, readers, suppress
from lint.config import Config
from lint.document import Document, DocumentKind, Location, Meta, Suppression
from lint.rule import Finding, Severity, Theme


def finding(rule: str, severity: Severity) -> Finding:
    return Finding(rule, Theme.STRUCTURE, severity, "Too long.", "", "", Location())


@pytest.mark.parametrize(
    ("rule", "severity", "block", "reason"),
    [
        ("long-sentence", Severity.WARNING, 1, "quoted"),
        ("long-sentence", Severity.INFO, 2, "quoted"),
        ("long-sentence", Severity.WARNING, 3, None),
        ("long-sentence", Severity.WARNING, -1, None),
        ("long-sentence", Severity.ERROR, 1, None),
        ("vague-heading", Severity.WARNING, 1, None),
    ],
)
def test_marks(rule, severity, block, reason):
    document = Document(
        "a.md",
        DocumentKind.ARTICLE,
        Meta(),
        (),
        suppressions=(Suppression("long-sentence", "quoted", 1, 3),),
    )
    (marked,) = suppress.mark(document, [(block, finding(rule, severity))])
    assert (marked.rule, marked.suppressed) == (rule, reason)


def found(source: str, reader: str = "markdown", **settings: object) -> list[tuple[object, ...]]:
    """What is said of the suppressions, and what they accept: rule, place, reason or message."""
    document = readers.read_text("a", source, format=reader)
    config = Config(select=(*RULES, "heading-structure", "missing-alt", "vague-link-text"))
    config = replace(config, **settings)
    return [
        (each.rule, each.location.line or each.location.path, each.suppressed or each.message)
        for each in engine.check(document, config=config).findings
        if each.rule in RULES or each.suppressed is not None
    ]


RULES = tuple(each.name for each in suppress.RULES)
HEADING = "### Naps\n\nRest.\n\n"
NOTHING = "There is nothing here that heading-structure finds."
NO_REASON = "This suppression gives no reason."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<!-- contentlint: ignore heading-structure: as printed -->\n\n### Naps",
            [("heading-structure", 3, "as printed")],
        ),
        (
            f"{HEADING}<!-- contentlint: ignore heading-structure: as printed -->\n\nWalk.",
            [("unused-suppression", 5, NOTHING)],
        ),
        (
            f"{HEADING}<!-- contentlint: ignore heading-structure: as printed -->",
            [("unused-suppression", 5, NOTHING)],
        ),
        (
            "<!-- contentlint: ignore heading-structure -->\n\n### Naps",
            [("suppression-without-reason", 1, NO_REASON)],
        ),
        (
            "<!-- contentlint: ignore -->\n\n### Naps",
            [
                ("suppression-without-reason", 1, NO_REASON),
                ("unused-suppression", 1, "This suppression names no rule."),
            ],
        ),
        (
            "<!-- contentlint: ignore heading-structur: as printed -->\n\n### Naps",
            [
                (
                    "unused-suppression",
                    1,
                    "This suppression names a rule that does not exist,"
                    ' "heading-structur". Did you mean "heading-structure"?',
                )
            ],
        ),
        (
            "<!-- contentlint: ignore missing-alt: too small -->\n\n![](owl.png)",
            [
                (
                    "suppressed-error",
                    1,
                    "What missing-alt finds here is an error, which no text can accept.",
                )
            ],
        ),
        ("<!-- contentlint: ignore long-sentence: not judged here -->\n\nRest.", []),
        (
            f"{HEADING}<!-- contentlint: ignore-file heading-structure: as printed -->",
            [("heading-structure", 1, "as printed")],
        ),
        (
            "---\ntitle: Naps\nsuppress:\n  - rule: heading-structure\n    reason: as printed\n"
            "  - {rule: vague-link-text, reason: 'the law'}\n---\n\n### Naps",
            [
                (
                    "unused-suppression",
                    6,
                    "There is nothing here that vague-link-text finds.",
                ),
                ("heading-structure", 9, "as printed"),
            ],
        ),
    ],
)
def test_suppressions_are_held_to_what_they_say(source, expected) -> None:
    assert found(source) == expected


def test_comments_count_in_html() -> None:
    source = (
        "<main><!-- contentlint: ignore heading-structure: as printed -->\n<h3>Naps</h3>\n"
        "<!-- contentlint: ignore-file vague-link-text: the law -->\n<p>Rest.</p></main>"
    )
    nothing = "There is nothing here that vague-link-text finds."
    assert found(source, "html") == [
        ("unused-suppression", 3, nothing),
        ("heading-structure", 2, "as printed"),
    ]


def test_blocks_and_content_files_accept_with_a_key() -> None:
    accepts = {"rule": "heading-structure", "reason": "as printed"}
    article = {
        "kind": "article",
        "title": "Naps",
        "slug": "naps",
        "suppress": [{"rule": "vague-link-text", "reason": "the law"}],
        "body": [
            {"type": "heading", "value": {"text": "Naps", "level": 4}, "suppress": [accepts]},
            {"type": "paragraph", "value": "<p>Rest.</p>", "suppress": [accepts]},
            {"type": "paragraph", "value": "<p>Walk.</p>", "suppress": [{"rule": "missing-alt"}]},
        ],
    }
    assert found(json.dumps(article), "stream") == [
        (
            "unused-suppression",
            "suppress[0]",
            "There is nothing here that vague-link-text finds.",
        ),
        ("heading-structure", "body[0].value.text", "as printed"),
        ("unused-suppression", "body[1].suppress[0]", NOTHING),
        ("suppression-without-reason", "body[2].suppress[0]", NO_REASON),
        (
            "unused-suppression",
            "body[2].suppress[0]",
            "There is nothing here that missing-alt finds.",
        ),
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("x", '"suppress" is a list of rules with reasons; found text.'),
        (["x"], 'A suppression is {"rule": ..., "reason": ...}; found text.'),
    ],
)
def test_a_misshapen_key_is_named(value, message) -> None:
    block = {"type": "paragraph", "value": "<p>Rest.</p>", "suppress": value}
    article = {"kind": "article", "title": "Naps", "slug": "naps", "body": [block]}
    document = readers.read_text("a", json.dumps(article), format="stream")
    assert [each.message for each in document.problems] == [message]


def test_the_rules_about_suppressions_are_configured_like_others() -> None:
    source = "<!-- contentlint: ignore heading-structure -->\n\nRest."
    assert found(source, ignore=RULES) == []
    document = readers.read_text("a.md", source)
    rules = {"unused-suppression": {"severity": "error"}}
    report = engine.check(document, config=Config(select=RULES, rules=rules))
    assert [(each.rule, each.severity) for each in report.findings] == [
        ("suppression-without-reason", Severity.WARNING)
    ]
    chosen = (*RULES, "heading-structure")
    report = engine.check(document, config=Config(select=chosen, rules=rules))
    assert [(each.rule, each.severity) for each in report.errors] == [
        ("unused-suppression", Severity.ERROR)
    ]


@pytest.mark.parametrize("rule", suppress.RULES, ids=lambda rule: rule.name)
def test_the_rules_about_suppressions_keep_their_examples(rule) -> None:
    """They judge what others found, so every rule has to run."""

    def finds(example: str) -> bool:
        document = readers.read_text("a.md", example)
        return any(each.rule == rule.name for each in engine.check(document).findings)

    assert [each.source for each in rule.fails if not finds(each.source)] == []
    assert [each.source for each in rule.passes if finds(each.source)] == []


@pytest.mark.parametrize(
    "comment",
    [
        "contentlint disable heading-structure: as printed",
        "contentlint: off",
        "contentlint-ignore heading-structure",
        "contentlint ignore heading-structure: as printed",
        "ContentLint: disable-next heading-structure",
    ],
)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_a_comment_that_is_not_understood_is_named(comment: str, ending: str) -> None:
    source = f"Rest.\n\n<!-- {comment} -->\n"
    document = readers.read(f"a{ending}", source.encode())
    assert [(each.code, each.where.line) for each in document.problems] == [("unknown-comment", 3)]
    assert document.readable


@pytest.mark.parametrize(
    "comment",
    [
        "contentlint runs on this file",
        "contentlint: ignore heading-structure: as printed",
        "see contentlint: off",
        "off",
    ],
)
def test_a_comment_for_somebody_else_is_left_alone(comment: str) -> None:
    assert readers.read("a.md", f"Rest.\n\n<!-- {comment} -->\n".encode()).problems == ()
