"""Front matter of plain texts is read without a parser of YAML, and says the same."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.readers import front_matter, yaml_fields
from lint.readers.front_matter import FrontMatterError

PLAIN = """title: When to see  your pharmacist
locale: en-US
last_reviewed: 2026-10-01
number: 1_000
audience: people (adults), 18-64
note: it's 3.5% & more; is it?
"""


def read(source: str) -> object:
    try:
        return front_matter.read(source)
    except FrontMatterError as error:
        return str(error), error.offset, error.code


def agrees(words: str) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        source = f"---\n{words}---\n\nWords.\n"
        quick = read(source)
        patch.setattr(front_matter, "_plain", lambda *_: None)
        return quick == read(source)


def test_plain_texts_keep_their_places() -> None:
    fields = front_matter._plain(PLAIN, 4)
    assert fields == yaml_fields.fields_of(PLAIN, 4)
    assert next(each.plain for each in fields.values()) == "When to see your pharmacist"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "title:\n",
        "title: a: b\n",
        "title: a #b\n",
        "title: a# b\n",
        "title: a\n  b\n",
        "title: a\ntitle: b\n",
        "title: Null\n",
        "title: nullable\n",
        "title: NO\n",
        "null: a\n",
        "title: ~\n",
        "title: 'a'\n",
        "title: a,\n",
        "title: a - b   \n",
        "title: [a]\n",
        "title:\ta\n",
        "title: a\tb\n",
        "title: caf\u00e9\n",
        "title:a\n",
        "title: a\n\nlocale: b\n",
        "- title: a\n",
    ],
)
def test_what_is_more_than_plain_is_left_to_the_parser(words: str) -> None:
    assert agrees(words)


LINES = st.from_regex(r"[a-z_]{1,4}:? {0,2}[A-Za-z0-9_ ()/,.;?!%&'#:~-]{0,12}\n", fullmatch=True)


@given(st.lists(LINES, max_size=4).map("".join))
def test_both_say_the_same(words: str) -> None:
    assert agrees(words)


def test_plain_texts_take_no_parser() -> None:
    code = (
        "import sys; from lint.readers import front_matter\n"
        f"front_matter.read('---\\n' + {PLAIN!r} + '---\\n')\n"
        "print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
