"""The gate on every way to go live, with real words and real rules.

With the gate off the bad words really go live on every row; otherwise the row would prove nothing.
"""

from typing import Any

import pytest
from django.test import override_settings

from cms.pages import factories
from tests.cms.quality.ways import WAYS, Draft

MARK = "Marigold the cat sleeps on the stairs."

WORDS: dict[str, list[dict[str, Any]]] = {
    "clean": [
        *factories.CLEAN_BODY,
        {"type": "paragraph", "value": f"<p>{MARK}</p>"},
    ],
    "promises a cure": [
        *factories.CLEAN_BODY,
        {"type": "paragraph", "value": f"<p>{MARK} Sleep therapy cures insomnia for good.</p>"},
    ],
    "no disclaimer": [
        {
            "type": "paragraph",
            "value": f"<p>{MARK} Melatonin is a medicine for insomnia. It comes as a tablet.</p>",
        },
        {"type": "sources", "value": None},
    ],
}
BAD = [name for name in WORDS if name != "clean"]


@pytest.mark.django_db
@pytest.mark.parametrize("words", BAD)
@pytest.mark.parametrize("way", WAYS)
def test_without_the_gate_bad_words_go_live(way: str, words: str) -> None:
    draft = Draft(MARK, WORDS[words])
    with override_settings(CONTENTLINT_GATE="off"):
        WAYS[way](draft)
    assert draft.count() > draft.live_before


@pytest.mark.django_db
@pytest.mark.parametrize("words", BAD)
@pytest.mark.parametrize("way", WAYS)
def test_with_the_gate_they_do_not(way: str, words: str) -> None:
    draft = Draft(MARK, WORDS[words])
    WAYS[way](draft)
    assert draft.count() == draft.live_before


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_clean_words_go_live_on_every_way(way: str) -> None:
    draft = Draft(MARK, WORDS["clean"])
    WAYS[way](draft)
    assert draft.count() > draft.live_before
