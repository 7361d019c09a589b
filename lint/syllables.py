"""How many syllables a word has: from our own table, else from its spelling.

The table holds health words, and words whose spelling does not tell, for the most part from CMU's
pronouncing dictionary. It is laid out as NLTK has that dictionary, so that textstat reads the very
same one. Its phonemes are placeholders: only their number is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

NLTK_DATA = Path(__file__).parent / "nltk_data"
"""The folder to put on NLTK's search path."""

_TABLE = NLTK_DATA / "corpora" / "cmudict" / "cmudict"

_PART = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*")
_VOWELS = re.compile(r"[aeiouy]+")

_SILENT = re.compile(
    r"""(?<=[^aeiouyl])e$
    | (?<=[^aeiouylscgzxh])es$ | (?<=[^cs]h)es$
    | (?<=[aeiouyl]l)es?$
    | (?<=[^aeiouytdl])ed$(?<!hundred)(?<!sacred)(?<!kindred)
    | (?<=[aeiouyl]l)ed$
    | (?<=[qg])ues?$
    | ^(?:some|home|side|life|like|base|time|fire|house|horse|wide|safe|name|note|line|white|wife
        |grape|pine|frame|code|date|grave|care|place|store|whole|else|bare|shame)(?=[bcfghklmnptvw])
    | ^(?:there|here|where)(?=[bfuv])
    | (?<=ic)a(?=lly$)
    | ^fore(?=[hcg])
    | ^every | (?<=nin)e(?=t) | (?<=[aeiou][wlnr])e(?=some) | (?<=lif|hom)e(?=s)""",
    re.VERBOSE,
)
"""Vowels that are written and not spoken: a silent e, the a of "medically"."""

_HIATUS = re.compile(
    r"""(?<![ctg])(?<!ss)(?<!rr)i(?=a)
    | (?<=gi)(?=ant) | (?<=ss)i(?=ate)
    | [ct]i(?=a(?:te|tion|tive|ting|tor|ted))(?<!soci)
    | soci(?=at|et)
    | (?<=st)i(?=a)
    | (?<![ctgsxnl])(?<!sh)i(?=o) | (?<=[lsn])i(?=o[ltr]) | (?<=s)i(?=os) | (?<=en)i(?=on)(?<!seni)
    | (?<![c])i(?=u)
    | (?<![tfcv])i(?=e(?:t|nce|ncy|nt|r$|rs$|st$))(?<!sh[i])(?<!old[i])
    | (?<=[v])i(?=e(?:t|nt)) | (?<=f)i(?=ers?$|est$)
    | (?<!n)sci(?=en)
    | (?<!g)e(?=o)(?!op)
    | e(?=um) | (?<=[nlr])e(?=us?$)
    | (?<=cr)e(?=at[eio])
    | (?<=ar|id|us)e(?=as?$)
    | (?<![qg])u(?=a)(?!ade|ar[dt])
    | (?<![qb])u(?=o)
    | (?<![qg])u(?=e(?:n|l|t))
    | (?<![qgb])u(?=i)(?!it(?:s|ed)?$|ice|icy|is[ei]|ite)
    | a(?=o)
    | (?<=p)o(?=e[mt])
    | (?<=g)o(?=ist)
    | (?<=[aeiouy])(?=ing(?:s|ly)?$)
    | ^re(?=[aeiou])(?!a[cdlmprv]|in(?:s|ed|deer)?$|ign|as(?!s))
    | ^reac(?=t)
    | ^co(?=ope|ord|inc|exi)
    | ^pre(?=[aeio])
    | (?<=[aeo])y(?=[aeo])(?!ed$|es?$)
    | (?<=m)y(?=[ao]) | (?<=p)y(?=el) | o(?=enceph)
    | (?<=s)ms?$ | (?<=th)ms?$""",
    re.VERBOSE,
)
"""Two vowels side by side that are spoken apart, and a last "sm", which is a syllable."""

_ENDINGS = (
    ("lessly", 2),
    ("fully", 2),
    ("ness", 1),
    ("ments", 1),
    ("ment", 1),
    ("less", 1),
    ("ful", 1),
    ("ly", 1),
)
"""Endings in front of which a silent e stays silent, with their syllables."""


@cache
def table() -> Mapping[str, int]:
    """The counts that we know, by lower-case word."""
    entries = (line.split() for line in _TABLE.read_text("ascii").splitlines())
    return {word.lower(): len(phonemes) for word, _, *phonemes in entries}


def syllables(word: str) -> int:
    """The syllables of a word as it is written; parts joined by hyphens count one by one.

    A number counts as one, and so does what holds no Latin letter.
    """
    known = table().get(word.lower())
    if known is not None:
        return known
    return max(1, sum(_part(part) for part in _PART.findall(_plain(word))))


def _plain(word: str) -> str:
    """Lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", word.lower())
        if not unicodedata.combining(character)
    )


@lru_cache(maxsize=20_000)
def _part(part: str) -> int:
    known = table().get(part)
    if known is not None:
        return known
    if part[0].isdigit():
        return 1
    base, apostrophe, ending = part.partition("'")
    count = table().get(base) or estimate(base)
    if apostrophe and (
        (ending == "s" and base.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se")))
        or (ending == "t" and base.endswith(("dn", "sn", "tn")))
        or (ending in ("ll", "d", "ve") and base.endswith(("t", "d")))
    ):
        count += 1
    return count


def estimate(word: str) -> int:
    """The syllables of a lower-case English word, judged by its spelling."""
    for ending, more in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(word) > len(stem) > 2 and stem[-1] == "e" and stem[-2] not in "aeiouy":
            return estimate(stem) + more
    count = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_HIATUS.findall(word))
    return max(1, count)
