"""Our single pass gives what textstat's public functions give, to the last bit."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.textstat_scores import battery, single_pass

FIXTURES = Path(__file__).parents[2] / "content_fixtures"

AWKWARD = (
    "a Sertraline don't DON'T it''s people's 'tis O'Neil well-being co-op 3.5 9:30 1st (see e.g. "
    "etc. \u0130stanbul \u0130's na\u00efve 'quoted' \u2014 ... ? ! ?! _x_ \u0391\u03a3. \ufb01ne "
    "\u01c5 't anxiety. Hi! \u00df \u017f's I'D benzodiazepines \U0001f642 \u2019s w\u2019ve "
    "\u0660 hospital hospitalisation, the the of and"
).split()
SPACES = (" ", "\n", "\n\n", "", "\u00a0", "\x1c", "\t")

SUBJECTS = ("The nurse", "Your doctor", "A pharmacist", "Dr. Moss", "My brother", "Nobody here")
VERBS = ("explains", "doesn't recommend", "carefully monitors", "prescribes", "is asking about")
OBJECTS = (
    "an antidepressant",
    "the 2.5 mg tablets",
    "physiotherapy, rest and water",
    "self-help (e.g. reading)",
    "your previous hospitalisation",
)
ENDS = (".", "!", "?", "...", ":\n-", ";", ".)")


def written(seed: int) -> str:
    """A text of health sentences, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a text, not a secret
    return " ".join(
        f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
        f"{chance.choice(ENDS)}"
        for _ in range(chance.randint(1, 40))
    )


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in strings(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in strings(inner)]
    return [value] if isinstance(value, str) else []


def awkward(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - a text, not a secret
    return "".join(
        chance.choice(AWKWARD) + chance.choice(SPACES) for _ in range(chance.randint(0, 150))
    )


@pytest.mark.parametrize("make", [written, awkward])
def test_equals_textstat_on_made_texts(make) -> None:
    texts = [make(seed) for seed in range(150)]
    assert [single_pass(text) for text in texts] == [battery(text) for text in texts]


def test_equals_textstat_on_the_fixtures() -> None:
    files = sorted(FIXTURES.rglob("*.json"))
    texts = [" ".join(strings(json.loads(file.read_text("utf-8")))) for file in files]
    assert len(texts) > 20
    assert [single_pass(text) for text in texts] == [battery(text) for text in texts]


@pytest.mark.parametrize("text", ["", " ", "...", "\n", "'", "a", "\U0001f642", "No", "\u0130"])
def test_equals_textstat_on_next_to_nothing(text: str) -> None:
    assert single_pass(text) == battery(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*AWKWARD, *SPACES, ".", "'", "-"]) | st.text(max_size=8)))
def test_equals_textstat_on_anything(parts: list[str]) -> None:
    text = "".join(parts)
    assert single_pass(text) == battery(text)


def test_reads_our_table_and_asks_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert battery("paracetamol")["syllable_count"] == 5


def test_the_check_path_loads_neither_textstat_nor_nltk() -> None:
    code = (
        "import sys, lint.engine, lint.readability, lint.textstat_scores as t;"
        "t.single_pass('Take it with water.');"
        "print(sorted({'textstat', 'nltk'} & set(sys.modules)))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert shown.stdout == "[]\n"
