"""`contentlint rules` and `contentlint explain`."""

from lint import config


def test_rules_are_listed_and_explained(run) -> None:
    listed = run("rules").out
    assert [line.split()[0] for line in listed.splitlines()[:-2]] == [
        each.name for each in config.every_rule()
    ]
    explained = run("explain", "review-overdue").out
    for part in ("review-overdue (error, governance", "days = 1095", "Source: ", "Let pass:"):
        assert part in explained
