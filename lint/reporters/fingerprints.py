"""Names for findings that outlive a change elsewhere: what a server tells old from new by."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from lint.engine import Report
from lint.reporters import from_here
from lint.rule import Finding


def of_findings(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding, str]]:
    """Each finding with 32 hexadecimal digits that no other finding of the run has.

    They follow from the document's name, the rule, the words and the sentence around them, and not
    from the place: lines above may come and go. Where all of those are the same, from the order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for report in reports:
        name = from_here(report.document.name)
        for finding in report.findings:
            same = (
                name,
                finding.rule,
                finding.quote,
                finding.context,
            )
            seen[same] += 1
            yield report, finding, _digest(*same, str(seen[same]))


def of_problem(*words: str) -> str:
    """The same for what is wrong with an input, by its name, code and message."""
    return _digest(*words)


def _digest(*words: str) -> str:
    text = "\0".join(words).encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:32]
