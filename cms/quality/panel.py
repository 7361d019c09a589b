"""The side panel of the editor: what the linter says of the draft, beside its words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model
from wagtail.admin.panels import Panel, TabbedInterface
from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.quality import adapter, gate
from cms.quality.fields import line
from cms.quality.gate import Verdict
from lint import suppress
from lint.document import Location, Problem
from lint.rule import Finding, Severity

ABOUT_ACCEPTING = {rule.name for rule in suppress.RULES}
"""Rules about accepted findings: mended by mending the line, never accepted."""

Sections = Mapping[str, str]
"""The id of the section of the form that shows a field."""


@dataclass(frozen=True)
class Entry:
    """One line of the panel. `anchor` is the part of the form it is about, "" for the whole.

    `acceptable` is what a line of the accepted findings begins with where this one can be accepted,
    `accepted` the line that accepts it.
    """

    title: str
    message: str
    advice: str = ""
    quote: str = ""
    anchor: str = ""
    acceptable: str = ""
    accepted: str = ""


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

    def __init__(self, item: Model, request: Any, form_panel: Panel) -> None:
        super().__init__(item, request)
        self.form_panel = form_panel
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
            sections = _sections(self.form_panel)
            found = [each for each in groups(self.object, self.verdict, sections) if each.entries]
            context |= {
                "groups": found,
                "to_mend": any(group.name != "infos" for group in found),
                "unchecked": list(_unchecked(self.verdict, sections)),
                "accepted": list(_accepted(self.object, self.verdict, sections)),
                "scores": report.scores,
            }
        return context


def groups(item: Model, verdict: Verdict, sections: Sections) -> Iterator[Group]:
    """The findings by what they mean for the editor, the most pressing first."""
    report = verdict.report
    blocking = set(map(id, verdict.blocking))
    open_findings = [finding for finding in report.findings if finding.suppressed is None]
    old = [each for each in report.errors if id(each) not in blocking]
    yield Group(
        "errors",
        "Mend before publishing",
        (*_problems(verdict.unjudged, sections), *_entries(verdict.blocking, sections)),
    )
    yield Group("old", "Already live: mend when you can", tuple(_entries(old, sections)))
    for severity, name, heading in (
        (Severity.WARNING, "warnings", "Please look at"),
        (Severity.INFO, "infos", "Worth a thought"),
    ):
        found = [each for each in open_findings if each.severity is severity]
        entries = _entries(found, sections)
        if "suppress" in sections:
            entries = (
                replace(entry, acceptable=line(each.rule, _block_of(item, each), ""))
                if each.rule not in ABOUT_ACCEPTING
                else entry
                for entry, each in zip(entries, found, strict=True)
            )
        yield Group(name, heading, tuple(entries))


def _entries(findings: Iterable[Finding], sections: Sections) -> Iterator[Entry]:
    """The findings; the same advice is given once."""
    given: set[str] = set()
    for finding in findings:
        advice = "" if finding.advice in given else finding.advice
        given.add(finding.advice)
        yield Entry(
            title=_title(finding.rule),
            message=finding.message,
            advice=advice,
            quote=gate.shortened(finding.quote),
            anchor=_anchor(finding.location.block, gate.field_path(finding), sections),
        )


def _accepted(item: Model, verdict: Verdict, sections: Sections) -> Iterator[Entry]:
    """What was accepted, with the reason, and the line that says so if it stands in the form."""
    lines = {
        line(each["rule"], each.get("block", ""), each["reason"])
        for each in getattr(item, "suppress", ())
    }
    found = [each for each in verdict.report.findings if each.suppressed is not None]
    for entry, each in zip(_entries(found, sections), found, strict=True):
        places = (_block_of(item, each), "")
        said = [line(each.rule, block, each.suppressed or "") for block in places]
        there = next((one for one in said if one in lines), "")
        yield replace(entry, advice="", message=f"Accepted: {each.suppressed}", accepted=there)


def _block_of(item: Model, finding: Finding) -> str:
    """The id of the block of the body that holds a finding, "" for what stands elsewhere."""
    match adapter.field_path(finding.location.path):
        case ("body", int(index), *_):
            return item.body[index].id or ""
    return ""


def _problems(problems: Iterable[Problem], sections: Sections) -> Iterator[Entry]:
    for problem in problems:
        yield Entry(_title(problem.code), problem.message, anchor=_place(problem.where, sections))


def _unchecked(verdict: Verdict, sections: Sections) -> Iterator[Entry]:
    for each in verdict.report.unchecked:
        yield Entry(_title(each.rule), each.reason, anchor=_place(each.location, sections))


def _title(name: str) -> str:
    """A rule's name as a reader would write it."""
    return name.replace("-", " ").capitalize()


def _place(where: Location, sections: Sections) -> str:
    return _anchor(where.block, adapter.field_path(where.path), sections)


def _anchor(block: str | None, path: tuple[str | int, ...], sections: Sections) -> str:
    """The id of the part of the form where the words stand: the block, else the field's section."""
    if block:
        return f"block-{block}-section"
    return sections.get(path[0], "") if path else ""


def _sections(form_panel: Panel) -> Sections:
    """Where each field of the form stands; `form_panel` is the whole of the form."""
    parts = {"panel": form_panel}
    if isinstance(form_panel, TabbedInterface):
        tabs = zip(form_panel.children, form_panel.child_identifiers, strict=True)
        parts = {f"panel-child-{identifier}": tab for tab, identifier in tabs}
    return {
        field: f"{prefix}-{identifier}-section"
        for prefix, part in parts.items()
        for section, identifier in zip(part.children, part.child_identifiers, strict=True)
        for field in _fields_in(section)
    }


def _fields_in(panel: Panel) -> Iterator[str]:
    for name in ("field_name", "relation_name"):
        if found := getattr(panel, name, None):
            yield found
    for child in getattr(panel, "children", ()):
        yield from _fields_in(child)
