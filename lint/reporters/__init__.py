"""One reporter a format. Each turns reports into text and prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint.document import Problem
from lint.engine import Report
from lint.rule import Severity


@dataclass(frozen=True)
class Summary:
    """Counts over all documents that could be judged; accepted findings are counted apart."""

    documents: int
    errors: int
    warnings: int
    infos: int
    suppressed: int


def summarise(reports: Iterable[Report]) -> Summary:
    counts = dict.fromkeys(Severity, 0)
    documents = suppressed = 0
    for report in reports:
        documents += report.judged
        for finding in report.findings:
            if finding.suppressed is None:
                counts[finding.severity] += 1
            else:
                suppressed += 1
    return Summary(
        documents=documents,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
        suppressed=suppressed,
    )


def problems_of(reports: Iterable[Report]) -> Iterator[tuple[str, Problem]]:
    """Each problem with the name of its document."""
    for report in reports:
        for problem in report.problems:
            yield report.document.name, problem
