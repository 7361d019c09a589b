"""Characters that hide or disguise words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.characters import disguised, hidden, normalise, turning


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("plain words", "plain words"),
        ("nu\u00adrse and mid\u200bwife", "nurse and midwife"),
        ("it\u2019s \u201cfine\u201d", 'it\'s "fine"'),
        ("cafe\u0301", "caf\u00e9"),
        ("5\u00a0mg", "5 mg"),
        ("\ufb01t", "fit"),
        ("\u0441ough", "cough"),
        ("\u03bfften", "often"),
        ("Brand\u2122", "Brand\u2122"),
        ("\u0441\u0443\u043f", "\u0441\u0443\u043f"),
    ],
)
def test_what_rules_match(plain, text):
    assert normalise(plain).text == text


@pytest.mark.parametrize(
    ("plain", "word", "written"),
    [
        ("a nu\u00adrse here", "nurse", "nu\u00adrse"),
        ("\u201cthe caf\u0065\u0301 there", "caf\u00e9", "cafe\u0301"),
        ("\u200bthe \ufb01t one", "fit", "\ufb01t"),
        ("x\u200b\u200by z", "z", "z"),
    ],
)
def test_offsets_lead_back(plain, word, written):
    normal = normalise(plain)
    start = normal.text.index(word)
    last = start + len(word) - 1
    begin, end = normal.to_plain(start), max(normal.to_plain(last) + 1, normal.to_plain(last + 1))
    assert plain[begin:end] == written


@given(st.text())
def test_offsets_stay_within(plain):
    normal = normalise(plain)
    places = [normal.to_plain(offset) for offset in range(len(normal.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(plain) for place in places)
    assert all(0 <= normal.to_normal(place) <= len(normal.text) for place in range(len(plain) + 1))


@pytest.mark.parametrize(
    ("plain", "places"),
    [
        ("mid\u200bwife\u00ad", [3, 8]),
        ("\U0001f469\u200d\u2695\ufe0f", []),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u200f", []),
        ("a\u200db", [1]),
        ("a\u200eb", [1]),
        ("\u202ea", []),
    ],
)
def test_hidden(plain, places):
    assert list(hidden(plain)) == places


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("a \u0441ough", [(2, 7, "cough")]),
        ("\u0441\u0443\u043f na\u00efve \u03b2-blocker \u03bcg", []),
    ],
)
def test_disguised(plain, found):
    assert list(disguised(plain)) == found


@pytest.mark.parametrize(
    ("plain", "places"),
    [("on \u202eit\u202c", [3, 6]), ("caf\u00e9", []), ("\u05d0 \u202ait\u202c", [])],
)
def test_turning(plain, places):
    assert list(turning(plain)) == places
