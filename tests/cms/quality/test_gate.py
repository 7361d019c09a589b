"""What counts as new against the live version, and how a refusal is told."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import override_settings

from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.quality import gate
from lint import rules
from lint.document import Document, DocumentKind, Location, Meta, Problem
from lint.engine import Report
from lint.rule import Finding, Severity, Theme
from tests.cms.quality.ways import settled

CLAIM = {"type": "paragraph", "value": "<p>Sleep therapy cures insomnia for good.</p>"}
OTHER = {"type": "paragraph", "value": "<p>This tea has no side effects.</p>"}


def error(
    rule: str = "absolute-claim", quote: str = "cures", measure: float | None = None
) -> Finding:
    return Finding(
        rule,
        Theme.EVIDENCE,
        Severity.ERROR,
        message="It promises.",
        advice="Say less.",
        quote=quote,
        location=Location(),
        measure=measure,
    )


def report(*findings: Finding, problems: tuple[Problem, ...] = ()) -> Report:
    document = Document("page", DocumentKind.ARTICLE, Meta(), ())
    return Report(document, findings, problems=problems)


LANGUAGE = Problem("unsupported-language", "No rules for this language.", unjudged=True)


@pytest.mark.parametrize(
    ("live", "draft", "blocking"),
    [
        pytest.param(None, [error()], [error()], id="nothing is live yet"),
        pytest.param([], [error()], [error()], id="the live version is clean"),
        pytest.param([error()], [error()], [], id="the same fault"),
        pytest.param([error(quote="Cures")], [error(quote="cures ")], [], id="the same words"),
        pytest.param([error()], [error(quote="heals")], [error(quote="heals")], id="other words"),
        pytest.param([error()], [error("other")], [error("other")], id="another rule"),
        pytest.param([error()], [error(), error()], [error()], id="once more than before"),
        pytest.param([error(), error()], [error()], [], id="once less than before"),
        pytest.param(
            [error(quote="", measure=12.1)],
            [error(quote="", measure=18.0)],
            [error(quote="", measure=18.0)],
            id="a measure that grew",
        ),
        pytest.param(
            [error(quote="", measure=12.1)],
            [error(quote="", measure=12.1)],
            [],
            id="one that stayed",
        ),
    ],
)
def test_only_new_errors_block(
    live: list[Finding] | None, draft: list[Finding], blocking: list[Finding]
) -> None:
    old = None if live is None else report(*live)
    assert list(gate.against(report(*draft), old).blocking) == blocking


def test_all_errors_block_where_the_gate_says_so() -> None:
    with override_settings(CONTENTLINT_GATE="all"):
        assert gate.against(report(error()), report(error())).blocking == (error(),)


@pytest.mark.parametrize(
    ("live", "unjudged"),
    [(None, (LANGUAGE,)), (report(), (LANGUAGE,)), (report(problems=(LANGUAGE,)), ())],
)
def test_words_that_nobody_could_judge_block(
    live: Report | None, unjudged: tuple[Problem, ...]
) -> None:
    verdict = gate.against(report(problems=(LANGUAGE,)), live)
    assert (verdict.unjudged, verdict.passes) == (unjudged, not unjudged)


@pytest.mark.parametrize(
    ("quote", "message", "sentence"),
    [
        ("cures", "It promises too much.", "“cures”: It promises too much. Say less."),
        ("cures", '"cures" promises too much.', '"cures" promises too much. Say less.'),
        ("", "No reviewer.", "No reviewer. Say less."),
    ],
)
def test_sentence(quote: str, message: str, sentence: str) -> None:
    finding = Finding(
        "rule", Theme.EVIDENCE, Severity.ERROR, message, "Say less.", quote, Location()
    )
    assert gate.sentence(finding) == sentence


def live_with(*blocks: dict[str, Any]) -> ArticlePage:
    with settled():
        return factories.clean_article(live=True, body=[*factories.CLEAN_BODY, *blocks])


def with_body(page: ArticlePage, *blocks: dict[str, Any]) -> ArticlePage:
    page.body = factories.stream([*factories.CLEAN_BODY, *blocks])
    return page


@pytest.mark.django_db
def test_a_correction_goes_live_beside_old_errors() -> None:
    page = with_body(live_with(CLAIM), CLAIM, {"type": "paragraph", "value": "<p>Call first.</p>"})
    page.save_revision().publish()
    assert "Call first." in str(ArticlePage.objects.get(pk=page.pk).body)


@pytest.mark.django_db
def test_a_new_error_beside_an_old_one_is_the_only_one_named() -> None:
    page = with_body(live_with(CLAIM), CLAIM, OTHER)
    with pytest.raises(gate.LintBlocked) as refusal:
        page.save_revision().publish()
    found = [(each.rule, each.quote) for each in refusal.value.verdict.blocking]
    assert found == [("absolute-claim", "no side effects")]


@pytest.mark.django_db
@override_settings(CONTENTLINT_GATE="all")
def test_what_is_live_already_can_be_saved_again_moved_and_unpublished() -> None:
    page = live_with(CLAIM)
    section = factories.section()
    page.save()
    page.move(section, pos="last-child")
    page = ArticlePage.objects.get(pk=page.pk)
    page.locked = True
    page.save()
    page.unpublish()
    with pytest.raises(gate.LintBlocked):
        page.latest_revision.publish()


@pytest.mark.django_db
def test_a_refusal_leads_to_the_block() -> None:
    page = factories.clean_article(body=[*factories.CLEAN_BODY, CLAIM], reviewers=[])
    with pytest.raises(gate.LintBlocked) as refusal:
        page.latest_revision.publish()
    places = [path for path, _messages in refusal.value.loc_errors]
    assert places == [("reviewers",), ("body", len(factories.CLEAN_BODY), "value")]


@pytest.mark.django_db
def test_a_rule_that_breaks_down_holds_back_and_the_others_go_on(monkeypatch: Any) -> None:
    def broken(document: Document) -> Any:
        raise KeyError(document.name)

    code = {"type": "paragraph", "value": '<p><a href="javascript:run()">Plan</a></p>'}
    page = factories.clean_article(body=[*factories.CLEAN_BODY, CLAIM, code])
    all_rules = tuple(
        replace(rule, check=broken) if rule.name == "absolute-claim" else rule
        for rule in rules.every()
    )
    monkeypatch.setattr(rules, "every", lambda: all_rules)
    verdict = gate.verdict(page)
    assert [problem.code for problem in verdict.unjudged] == ["rule-failed"]
    assert [finding.rule for finding in verdict.blocking] == ["unsafe-link-scheme"]


@pytest.mark.django_db
def test_a_new_error_after_a_hundred_old_ones_is_new() -> None:
    old = [
        {"type": "paragraph", "value": f"<p>Tea number {number} cures insomnia for good.</p>"}
        for number in range(105)
    ]
    with settled():
        page = factories.clean_article(live=True, body=[*factories.CLEAN_BODY, *old])
    page.body = factories.stream([*factories.CLEAN_BODY, *old, OTHER])
    (blocking,) = gate.verdict(page).blocking
    assert blocking.quote in OTHER["value"]
