import pytest

from cms.exchange.summary import judge_articles, lines
from cms.pages import factories

pytestmark = pytest.mark.django_db


def test_articles_are_counted_by_their_worst_finding_and_the_bad_ones_are_named() -> None:
    factories.clean_article("Sleeping well")
    bad = factories.article(
        "Wonder tea",
        body=[{"type": "paragraph", "value": "<p>This tea cures asthma in two days.</p>"}],
    )

    articles = judge_articles()

    [first, *rest] = lines(articles)
    assert first.startswith("The linter read 2 articles: ")
    assert first.endswith(", 1 with errors")
    [line] = rest
    assert line.startswith(f"  draft /admin/pages/{bad.pk}/edit/ Wonder tea: ")
    [judged] = [article for article in articles if article.title == "Wonder tea"]
    assert judged.rules
    assert all(rule in line for rule in judged.rules)


def test_nothing_is_said_of_articles_that_are_not_there() -> None:
    assert list(lines(judge_articles())) == [
        "The linter read 0 articles: 0 without errors or warnings, 0 with warnings, 0 with errors"
    ]
