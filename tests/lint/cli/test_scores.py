"""`contentlint scores`."""

import json

from lint import cli
from tests.lint.cli.runs import GOVERNED, write


def test_scores_are_given_by_section(run) -> None:
    write(a_md=GOVERNED + "Rest now.\n\n## Naps\n\nWe nap at noon, and we dream.")
    (document,) = json.loads(run("scores", "a.md", "--format", "json").out)["documents"]
    assert [
        (part["name"], part["scores"]["words"], part["textstat"]["lexicon_count"])
        for part in document["parts"]
    ] == [
        ("The whole document", 9, 9),
        ("(before the first heading)", 2, 2),
        ("Naps", 7, 7),
    ]
    assert "Naps" in run("scores", "a.md").out
    assert run("scores", "none.md").status == cli.Exit.FAILURE
