"""Marks findings that a person accepted, with the reason; never drops them.

Warnings and infos can be accepted in the text; errors cannot. What is wrong with an acceptance is
a finding too. The rules for that stand here and not among the others: they judge an acceptance by
what the others found.
"""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from lint import rules
from lint.document import Document, Suppression
from lint.rule import Finding, Found, Severity, Theme, rule

if TYPE_CHECKING:
    from lint.config import Config

_SOURCE = "Our own observation: acceptances outlive what they were written for."


@dataclass(frozen=True)
class Judged:
    """What the rules said of a document: findings with the index of their block.

    -1 is the whole document. `decided` are the rules that could tell everywhere.
    """

    findings: Sequence[tuple[int, Finding]]
    decided: Container[str]

    def of(self, suppression: Suppression) -> Iterator[Finding]:
        """The findings that `suppression` is about."""
        for index, finding in self.findings:
            if finding.rule == suppression.rule and suppression.first <= index < suppression.end:
                yield finding


@rule(
    Severity.WARNING,
    theme=Theme.GOVERNANCE,
    source=_SOURCE,
    advice="Take it away, or correct the name of its rule.",
    any_language=True,
    passes=[
        "<!-- contentlint: ignore heading-structure: as printed -->\n### At noon",
        "### At noon\n\n<!-- contentlint: ignore-file heading-structure: as printed -->",
        "<!-- contentlint: ignore vague-link-text: the name of the film -->\nWatch [Click here](https://riverside.org/film).",
        "<!-- contentlint: ignore broken-link: moved -->\nSee [how to nap](https://riverside.org/naps).",
    ],
    fails=[
        "<!-- contentlint: ignore heading-structure: as printed -->\n## At noon",
        "### At noon\n\n<!-- contentlint: ignore heading-structure: as printed -->",
        "<!-- contentlint: ignore heading-structures: as printed -->\n### At noon",
        "<!-- contentlint: ignore : as printed -->\n### At noon",
    ],
)
def unused_suppression(suppression: Suppression, judged: Judged) -> Found:
    """A suppression accepts something.

    One that accepts nothing today hides what somebody writes there tomorrow.
    """
    name = suppression.rule
    known = [each.name for each in rules.every()]
    if not name:
        yield None, "This suppression names no rule."
    elif name not in known:
        close = difflib.get_close_matches(name, known, n=1)
        meant = f' Did you mean "{close[0]}"?' if close else ""
        yield None, f'This suppression names a rule that does not exist, "{name}".{meant}'
    elif name in judged.decided and not any(judged.of(suppression)):
        yield None, f"There is nothing here that {name} finds."


@rule(
    Severity.WARNING,
    theme=Theme.GOVERNANCE,
    source=_SOURCE,
    advice="Write the reason after the rule, as in: contentlint: ignore long-sentence: law text.",
    any_language=True,
    passes=[
        "<!-- contentlint: ignore heading-structure: as printed -->\n### At noon",
        "<!-- contentlint: ignore heading-structure, vague-link-text: as printed -->\n### At noon",
        "<!-- contentlint: ignore-file heading-structure: as printed -->\n\n### At noon",
        "---\nsuppress: [{rule: heading-structure, reason: as printed}]\n---\n\n### At noon",
    ],
    fails=[
        "<!-- contentlint: ignore heading-structure -->\n### At noon",
        "<!-- contentlint: ignore heading-structure: -->\n### At noon",
        "<!-- contentlint: ignore-file heading-structure -->\n\n### At noon",
        "---\nsuppress: [{rule: heading-structure}]\n---\n\n### At noon",
    ],
)
def suppression_without_reason(suppression: Suppression, judged: Judged) -> Found:
    """A suppression says why.

    Without a reason nobody can tell later whether it still holds. So it accepts nothing.
    """
    if not suppression.reason:
        yield None, "This suppression gives no reason."


@rule(
    Severity.WARNING,
    theme=Theme.GOVERNANCE,
    source=_SOURCE,
    advice="Change the words; what must stay is accepted by the configuration or a baseline.",
    any_language=True,
    passes=[
        "<!-- contentlint: ignore heading-structure: as printed -->\n### At noon",
        "<!-- contentlint: ignore missing-alt: nothing is missing -->\n![An owl asleep](owl.png)",
        "![](owl.png)\n\n<!-- contentlint: ignore missing-alt: next one -->\n![An owl](owl.png)",
        "<!-- contentlint: ignore vague-link-text: the address is missing too -->\n[Click here](#)",
    ],
    fails=[
        "<!-- contentlint: ignore missing-alt: too small to matter -->\n![](owl.png)",
        "![](owl.png)\n\n<!-- contentlint: ignore-file missing-alt: all are ornaments -->",
        "<!-- contentlint: ignore missing-alt -->\n![](owl.png)",
        "<!-- contentlint: ignore empty-or-placeholder-link: to come -->\n[The sleep diary](#)",
    ],
)
def suppressed_error(suppression: Suppression, judged: Judged) -> Found:
    """An error is not accepted in the text.

    It can harm a reader, and whoever writes the text does not decide alone that it may.
    """
    if any(finding.severity is Severity.ERROR for finding in judged.of(suppression)):
        yield None, f"What {suppression.rule} finds here is an error, which no text can accept."


RULES = (suppressed_error, suppression_without_reason, unused_suppression)


def faults(document: Document, judged: Judged, config: Config) -> Iterator[tuple[int, Finding]]:
    """What is wrong with the document's suppressions, with the index of the block they are for."""
    for each in RULES:
        settings = config.settings(each, document)
        if not settings.enabled:
            continue
        for suppression in document.suppressions:
            for _, message in cast("Iterator[tuple[None, str]]", each.check(suppression, judged)):
                finding = Finding(
                    rule=each.name,
                    theme=each.theme,
                    severity=settings.severity(each.severity, each),
                    message=message,
                    advice=each.advice,
                    quote="",
                    location=suppression.where,
                )
                yield suppression.first, finding


def mark(document: Document, placed: Sequence[tuple[int, Finding]]) -> list[Finding]:
    """The findings in order, the accepted ones marked.

    `placed` pairs each with the index of its block in the document, -1 for the whole document.
    """
    return [_marked(document, index, finding) for index, finding in placed]


def _marked(document: Document, index: int, finding: Finding) -> Finding:
    if finding.severity is Severity.ERROR:
        return finding
    for suppression in document.suppressions:
        if (
            suppression.reason
            and suppression.rule == finding.rule
            and suppression.first <= index < suppression.end
        ):
            return replace(finding, suppressed=suppression.reason)
    return finding
