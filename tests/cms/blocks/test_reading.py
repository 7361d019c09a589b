"""The linter reads every block that editors can use."""

import pytest
from wagtail.blocks import Block

from cms.blocks import ArticleBody
from lint.readers import stream

BLOCKS = ArticleBody().child_blocks


@pytest.mark.parametrize(("name", "block"), BLOCKS.items(), ids=BLOCKS)
def test_no_block_is_unknown_to_the_linter(name: str, block: Block) -> None:
    value = block.get_prep_value(block.get_preview_value())
    body = [{"type": name, "id": "shown", "value": value}]
    page = {"kind": "article", "slug": "shown", "title": "Shown", "locale": "en-US", "body": body}
    problems = stream.read(page, "shown").problems
    assert [problem for problem in problems if problem.unjudged] == []
