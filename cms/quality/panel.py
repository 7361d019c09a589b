"""The side panel of the editor: what the linter says of the draft, beside its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.quality import adapter, gate
from cms.quality.gate import Verdict
from lint.document import Location, Problem
from lint.rule import Finding, Severity


@dataclass(frozen=True)
class Entry:
    """One line of the panel. `anchor` is the part of the form it is about, "" for the whole."""

    title: str
    message: str
    advice: str = ""
    quote: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Group:
    """Entries of one weight, under a heading that says what they mean for publishing."""

    name: str
    heading: str
    entries: tuple[Entry, ...]


class FindingsSidePanel(BaseSidePanel):
    """Wagtail renders it again after each autosave, so it always speaks of the saved draft."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Toggle findings"
        icon_name = "circle-check"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "count": self.panel.count}

    name = "findings"
    title = "Findings"
    template_name = "quality/findings_panel.html"
    order = 250

    def __init__(self, item: Model, request: Any) -> None:
        super().__init__(item, request)
        self.verdict = gate.verdict(item) if item.pk else None

    @property
    def count(self) -> int:
        """What keeps the draft from going live."""
        if self.verdict is None:
            return 0
        return len(self.verdict.blocking) + len(self.verdict.unjudged)

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context |= {
            "is_partial": parent_context.get("is_partial", False),
            "count": self.count,
            "verdict": self.verdict,
            "gate_is_on": gate.is_on(),
        }
        if self.verdict is not None:
            report = self.verdict.report
            context |= {
                "groups": [group for group in groups(self.verdict) if group.entries],
                "unchecked": _unchecked(self.verdict),
                "accepted": sum(finding.suppressed is not None for finding in report.findings),
                "scores": report.scores,
            }
        return context


def groups(verdict: Verdict) -> Iterator[Group]:
    """The findings by what they mean for the editor, the most pressing first."""
    report = verdict.report
    blocking = set(map(id, verdict.blocking))
    open_findings = [finding for finding in report.findings if finding.suppressed is None]
    old = [each for each in report.errors if id(each) not in blocking]
    yield Group(
        "errors",
        "Mend before publishing",
        (*_problems(verdict.unjudged), *_entries(verdict.blocking)),
    )
    yield Group("old", "Already live: mend when you can", tuple(_entries(old)))
    for severity, name, heading in (
        (Severity.WARNING, "warnings", "Please look at"),
        (Severity.INFO, "infos", "Worth a thought"),
    ):
        found = [each for each in open_findings if each.severity is severity]
        yield Group(name, heading, tuple(_entries(found)))


def _entries(findings: Iterable[Finding]) -> Iterator[Entry]:
    for finding in findings:
        yield Entry(
            title=_title(finding.rule),
            message=finding.message,
            advice=finding.advice,
            quote=gate.shortened(finding.quote),
            anchor=anchor(finding.location),
        )


def _problems(problems: Iterable[Problem]) -> Iterator[Entry]:
    for problem in problems:
        yield Entry(_title(problem.code), problem.message, anchor=anchor(problem.where))


def _unchecked(verdict: Verdict) -> list[Entry]:
    return [
        Entry(_title(each.rule), each.reason, anchor=anchor(each.location))
        for each in verdict.report.unchecked
    ]


def _title(name: str) -> str:
    """A rule's name as a reader would write it."""
    return name.replace("-", " ").capitalize()


def anchor(location: Location) -> str:
    """The id of the part of the editor's form where the words stand."""
    if location.block:
        return f"block-{location.block}-section"
    path = adapter.field_path(location.path)
    return f"id_{path[0]}" if path and path[0] != "body" else ""
