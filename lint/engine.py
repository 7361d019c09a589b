"""Runs rules over a document: the one judge behind every door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lint import languages, suppress
from lint.config import Config
from lint.document import Block, Document, Location, Problem, Span
from lint.mends import fix_of
from lint.readability import Scores, scores
from lint.rule import CouldNotCheck, Finding, Hit, Rule, Severity, Unchecked
from lint.site import Site
from lint.text import analysis

MOST_FINDINGS = 100
"""More findings of one rule than this in a document are counted, not listed."""

MOST_QUOTED = 1000
"""Characters of the text that a finding repeats."""


class RuleFailedError(Exception):
    """A rule that broke down on a document: a fault of the linter, not of the text."""

    def __init__(self, rule: str, document: str, error: Exception) -> None:
        super().__init__(rule, document, error)
        self.rule = rule
        self.document = document
        self.error = error

    def __str__(self) -> str:
        return (
            f"The rule {self.rule} failed on {self.document}"
            f" ({type(self.error).__name__}: {self.error}). This is a fault in contentlint."
        )


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
    most: float = MOST_FINDINGS,
    fixes: bool = False,
) -> Report:
    """Judge `document` by `selected` rules (all by default) under `config`, asking `site`.

    `most` findings of a rule are listed; whoever compares two reports needs them all. With `fixes`
    they say how they can be mended.
    """
    site = site or Site()
    config = config or Config()
    problems = list(document.problems)
    if not document.readable:
        return Report(document, problems=tuple(problems))
    if config.profile == "uk-nhs" and not document.locale_declared:
        document = replace(document, locale="en-GB", _memo={})
    if (config.lexicon and not document.lexicon) or config.scores != document.scoring:
        lexicon = document.lexicon or tuple(config.lexicon.items())
        document = replace(document, lexicon=lexicon, scoring=config.scores, _memo={})
    language = languages.unsupported(document)
    if language is not None:
        problems.append(language)
    order = {block: index for index, block in enumerate(document.blocks)}
    placed: list[tuple[tuple[int, int, str], Finding]] = []
    unchecked: list[Unchecked] = []
    counts: Counter[str] = Counter()
    judged: set[str] = set()
    running = config.running(document) if selected is None else None
    for rule, settings in running or config.running_of(selected or (), document):
        if language is not None and not rule.any_language:
            continue
        judged.add(rule.name)
        try:
            for said in rule.run(document, site, settings.options):
                if isinstance(said, CouldNotCheck):
                    where = document.location(said.where)
                    unchecked.append(Unchecked(rule.name, said.reason, where))
                    continue
                hit = said if isinstance(said, Hit) else Hit(*said)
                counts[rule.name] += 1
                if counts[rule.name] > most:
                    continue
                severity = settings.severity(hit.severity or rule.severity, rule)
                finding = _finding(document, rule, hit, severity)
                if fixes and hit.mends:
                    finding = replace(finding, fix=fix_of(document, hit.mends))
                placed.append(((*_place(hit.where, order), rule.name), finding))
        except Exception as error:
            raise RuleFailedError(rule.name, document.name, error) from error
    problems.extend(_left_out(counts, most))
    if document.suppressions:
        undecided = {each.rule for each in unchecked} | {n for n in counts if counts[n] > most}
        verdict = suppress.Judged([(at[0], each) for at, each in placed], judged - undecided)
        for index, finding in suppress.faults(document, verdict, config):
            placed.append(((index, -1, finding.rule), finding))
    placed.sort(key=lambda pair: pair[0])
    findings = suppress.mark(document, [(place[0], finding) for place, finding in placed])
    return Report(
        document,
        findings=tuple(findings),
        unchecked=tuple(unchecked),
        problems=tuple(problems),
        scores=scores(document),
    )


def _finding(document: Document, rule: Rule, hit: Hit, severity: Severity) -> Finding:
    where = hit.where.whole if isinstance(hit.where, Block) else hit.where
    if where is None:
        location, quote, context, context_offset = _NOWHERE, "", "", 0
    else:
        start, end = where.plain_range
        location = document.place(where.block, start, end)
        quote = _shortened(where.block.text.plain[start:end])
        context, context_offset = _context(document, where, start)
    return Finding(
        rule=rule.name,
        theme=rule.theme,
        severity=severity,
        message=hit.message,
        advice=hit.advice or rule.advice,
        quote=quote,
        location=location,
        measure=hit.measure,
        context=context,
        context_offset=context_offset,
    )


_NOWHERE = Location()


def _context(document: Document, where: Span, plain_start: int) -> tuple[str, int]:
    """The sentences around the words, and where the words begin in them."""
    sentences = analysis(document)
    first = sentences.at(where.block, where.start)
    start = min(first.start, where.start) if first else where.start
    if first is None or where.end > first.end:
        first = sentences.at(where.block, max(where.start, where.end - 1))
    around = where.block.span(start, max(first.end if first else where.end, where.end))
    start, end = around.plain_range
    offset = plain_start - start
    skipped = max(0, offset - MOST_QUOTED)
    quote = where.block.text.plain[start + skipped : end]
    return _shortened(quote, offset - skipped), offset - skipped


def _shortened(text: str, offset: int = 0) -> str:
    most = offset + MOST_QUOTED
    return text if len(text) <= most else text[:most] + "…"


def _place(where: Span | Block | None, order: dict[Block, int]) -> tuple[int, int]:
    if where is None:
        return -1, 0
    if isinstance(where, Block):
        return order[where], 0
    return order[where.block], where.start


def _left_out(counts: Counter[str], most: float) -> Iterator[Problem]:
    for name, count in sorted(counts.items()):
        if count > most:
            yield Problem(
                "too-many-findings",
                f"{name} found {count} places; the first {most} are listed.",
            )
