"""What the linter says of the articles in the CMS, in a few lines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from cms.pages.models import ArticlePage
from cms.quality import gate


@dataclass(frozen=True)
class Judged:
    """The latest draft of an article: how often each severity occurs, and which rules say error."""

    title: str
    edit_path: str
    live: bool
    counts: Counter[str]
    rules: tuple[str, ...]
    judged: bool


def judge_articles() -> list[Judged]:
    articles = ArticlePage.objects.order_by("path")
    return [_judge(article.get_latest_revision_as_object()) for article in articles]


def _judge(article: ArticlePage) -> Judged:
    report = gate.judge(article)
    open_findings = [finding for finding in report.findings if finding.suppressed is None]
    return Judged(
        title=article.title,
        edit_path=reverse("wagtailadmin_pages:edit", args=[article.pk]),
        live=article.live,
        counts=Counter(finding.severity.value for finding in open_findings),
        rules=tuple(dict.fromkeys(finding.rule for finding in report.errors)),
        judged=report.judged,
    )


def lines(articles: list[Judged]) -> Iterator[str]:
    """One line for all, then one for each article that must not go live as it is."""
    bad = [article for article in articles if article.counts["error"] or not article.judged]
    warned = [article for article in articles if article not in bad and article.counts["warning"]]
    clean = len(articles) - len(bad) - len(warned)
    yield (
        f"The linter read {_many(len(articles), 'article')}: {clean} without errors or warnings,"
        f" {len(warned)} with warnings, {len(bad)} with errors"
    )
    for article in bad:
        state = "live" if article.live else "draft"
        if not article.judged:
            yield f"  {state} {article.edit_path} {article.title}: could not be judged"
            continue
        count = _many(article.counts["error"], "error")
        yield f"  {state} {article.edit_path} {article.title}: {count} ({', '.join(article.rules)})"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
