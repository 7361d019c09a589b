"""Pages of a CMS on the command line."""

import json

import pytest

from lint import cli
from tests.lint.pretended_cms import PAGES, TOKEN, Cms, page, says, serving

CONTENT = {
    "content": {
        "kind": "article",
        "title": "Tea",
        "slug": "tea",
        "body": [{"type": "paragraph", "value": "<p>This tea cures migraine.</p>", "id": "a"}],
    }
}


class Tea(Cms):
    def __call__(self, path, query):
        return says(CONTENT) if "contents" in path else super().__call__(path, query)


CHECK = ("check", "--offline", "--select", "absolute-claim", "--format", "json")


@pytest.mark.network
def test_pages_are_judged_with_the_token_of_the_environment(run, monkeypatch) -> None:
    monkeypatch.setenv("CONTENTLINT_TOKEN", TOKEN)
    with serving(Tea(PAGES)) as server:
        outcome = run(*CHECK, f"{server.origin}/")
        assert server.tokens == {f"Bearer {TOKEN}"}
    assert (outcome.status, outcome.err) == (cli.Exit.FINDINGS, "")
    assert TOKEN not in outcome.out
    found = {
        each["name"].removeprefix(server.origin): [finding["rule"] for finding in each["findings"]]
        for each in json.loads(outcome.out)["documents"]
    }
    names = ("/a/", "/b/", "/b/?version=draft", "/c/?version=draft")
    assert found == {name: ["absolute-claim"] for name in names}


@pytest.mark.network
def test_a_baseline_of_pages(run) -> None:
    with serving(Tea([page(1, "/a/")])) as server:
        written = run("baseline", "--offline", "-o", "old.json", f"{server.origin}/", "--live")
        assert written.status == cli.Exit.CLEAN
        outcome = run(*CHECK, f"{server.origin}/", "--baseline", "old.json", "--no-cache")
    assert outcome.status == cli.Exit.CLEAN


@pytest.mark.network
def test_a_cms_that_cannot_be_read(run) -> None:
    with serving(lambda path, query: (404, {}, b"")) as server:
        outcome = run("check", f"{server.origin}/", "--token", TOKEN)
    assert outcome.status == cli.Exit.FAILURE
    assert f"There is no CMS that contentlint knows at {server.origin} (404)." in outcome.out
    assert TOKEN not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", ".", "--live"), "are for the address of a CMS"),
        (("check", ".", "--insecure-http"), "are for the address of a CMS"),
        (("check", "https://cms.example.org/", "--watch"), "Pages of a CMS cannot be watched"),
        (("check", "http://cms.example.org/", "--token", TOKEN), "is not encrypted"),
        (("check", "HTTP://cms.example.org/"), "is not encrypted"),
        (("check", "https://cms.example.org/", "--token", f"{TOKEN} x"), "The token holds"),
    ],
)
def test_a_refusal_is_one_line(run, arguments, said) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (cli.Exit.FAILURE, "")
    assert outcome.err.startswith("contentlint: ")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert TOKEN not in outcome.err


def test_scores_are_of_files(run) -> None:
    outcome = run("scores", "https://cms.example.org/")
    assert outcome.status == cli.Exit.FAILURE
    assert "Pages of a CMS are for check and baseline." in outcome.err
