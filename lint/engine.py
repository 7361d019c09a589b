"""Runs rules over a document: the one judge behind every door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint import languages, rules, suppress
from lint.config import Config
from lint.document import Block, Document, Problem, Span
from lint.readability import Scores, scores
from lint.rule import CouldNotCheck, Finding, Hit, Rule, Said, Severity, Unchecked
from lint.site import Site

FINDINGS_PER_RULE = 100
"""More findings of one rule than this in a document are counted, not listed."""


@dataclass(frozen=True)
class Report:
    """The verdict on one document, findings in reading order; those on the whole document first.

    `problems` are faults of the input itself, `scores` None where nothing could be read.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    problems: tuple[Problem, ...] = ()
    scores: Scores | None = None

    @property
    def judged(self) -> bool:
        return not any(problem.fatal for problem in self.problems)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Findings of `severity` or worse that are not suppressed."""
        return tuple(
            finding
            for finding in self.findings
            if finding.severity.rank >= severity.rank and finding.suppressed is None
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self.at_least(Severity.ERROR)


def check(
    document: Document,
    site: Site | None = None,
    config: Config | None = None,
    *,
    selected: Iterable[Rule] | None = None,
) -> Report:
    """Judge `document` by `selected` rules (all by default) under `config`, asking `site`."""
    site = site or Site()
    config = config or Config()
    problems = list(document.problems)
    if not document.readable:
        return Report(document, problems=tuple(problems))
    language = languages.unsupported(document)
    if language is not None:
        problems.append(language)
    order = {block: index for index, block in enumerate(document.blocks)}
    placed: list[tuple[tuple[int, int, str], Finding]] = []
    unchecked: list[Unchecked] = []
    counts: Counter[str] = Counter()
    for rule in rules.every() if selected is None else selected:
        settings = config.settings(rule, document)
        if not settings.enabled or not rule.judges.judges(document):
            continue
        if language is not None and not rule.any_language:
            continue
        for said in rule.run(document, site, settings.options):
            if isinstance(said, CouldNotCheck):
                unchecked.append(Unchecked(rule.name, said.reason, document.location(said.where)))
                continue
            hit = _hit(said)
            counts[rule.name] += 1
            if counts[rule.name] > FINDINGS_PER_RULE:
                continue
            severity = settings.severity(hit.severity or rule.severity, rule)
            finding = _finding(document, rule, hit, severity)
            placed.append(((*_place(hit.where, order), rule.name), finding))
    problems.extend(_left_out(counts))
    placed.sort(key=lambda pair: pair[0])
    findings = suppress.mark(
        document, [(place[0], finding) for place, finding in placed]
    )
    return Report(
        document,
        findings=tuple(findings),
        unchecked=tuple(unchecked),
        problems=tuple(problems),
        scores=scores(document),
    )


def _hit(said: Said) -> Hit:
    return said if isinstance(said, Hit) else Hit(*said)  # type: ignore[misc]


def _finding(document: Document, rule: Rule, hit: Hit, severity: Severity) -> Finding:
    where = hit.where.whole if isinstance(hit.where, Block) else hit.where
    return Finding(
        rule=rule.name,
        theme=rule.theme,
        severity=severity,
        message=hit.message,
        advice=hit.advice or rule.advice,
        quote=where.quote if where is not None else "",
        location=document.location(where),
        measure=hit.measure,
    )


def _place(where: Span | Block | None, order: dict[Block, int]) -> tuple[int, int]:
    if where is None:
        return -1, 0
    if isinstance(where, Block):
        return order[where], 0
    return order[where.block], where.start


def _left_out(counts: Counter[str]) -> Iterator[Problem]:
    for name, count in sorted(counts.items()):
        if count > FINDINGS_PER_RULE:
            yield Problem(
                "too-many-findings",
                f"{name} found {count} places; the first {FINDINGS_PER_RULE} are listed.",
            )
