from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from lint import direction, health
from lint.chapters import Chapter, chapters
from lint.document import Block, Document, Group, Kind
from lint.health import MEDICINE, Line
from lint.patterns import Pattern, Words
from lint.rule import Example, Found, Judges, Severity, Theme, rule
from lint.site import Site

_NAMED = Words("MEDICINE mg mcg micrograms milligrams")
_DOSE = Pattern(r"\b\d+(?:[.,]\d+)?\ (?:mg|mcg|micrograms|milligrams)\b")
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL})


def _example(*parts: str) -> Example:
    """A longer article of these parts and one that has nothing to do with medicines."""
    filler = "## Sleep\n\n" + "A dark room helps some people to rest at night. " * 32
    return Example("\n\n".join((*parts, filler)))


_ASK = "## Before you start\n\nAsk your doctor which treatment suits you."
_MOOD = "## Mood\n\nMood can rise and fall over a day."


@rule(
    Severity.WARNING,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="HONcode principle 2 (complementarity)",
    advice='Repeat it where the medicine is named, such as "Ask your doctor or pharmacist before '
    'you take it".',
    passes=[
        "Ask your doctor.\n\n## Mood\n\nIt changes.\n\n## Tablets\n\nSome take mirtazapine.",
        _example(_ASK, "## Tablets\n\nMany people take mirtazapine at night."),
        _example(_ASK, _MOOD, "## Tablets\n\nSome take mirtazapine. Ask your pharmacist about it."),
        _example(_ASK, _MOOD, "## Tablets\n\nAntidepressants are one group of them."),
        _example(_MOOD, "## Tablets\n\nMany people take mirtazapine at night."),
        _example(
            _ASK, _MOOD, "## Lists\n\n### Tablets\n\nOne is mirtazapine.\n\n### Ask\n\nAsk a GP."
        ),
    ],
    fails=[
        _example(_ASK, _MOOD, "## Tablets\n\nMany people take ⟦mirtazapine⟧ at night."),
        _example("## Tablets\n\nOne is ⟦mirtazapine⟧.", _MOOD, _MOOD.upper(), _ASK),
        _example(_ASK, _MOOD, "## Tablets\n\nThe usual strength is ⟦15 mg⟧."),
        _example(
            _ASK, _MOOD, "## Tablets\n\n- ⟦Lithium⟧ keeps moods level.\n- Sertraline lifts them."
        ),
    ],
)
def disclaimer_too_far(document: Document, site: Site, *, words: int = 300) -> Found:
    """The advice to ask a professional stands near the medicine it is about.

    People read the part that they came for. In a longer article a medicine or a dose has the advice
    in its own part or the next one; text at the foot of every page is too far. Up to `words` words
    an article is read as one. A group of medicines that is named without a dose or a medicine of
    its own needs no advice beside it.
    """
    if not health.holds(document, _NAMED):
        return
    parts = chapters(document)
    far = _medicines(document, parts)
    if not far or _is_shorter(document, words):
        return

    def matters(block: Block) -> bool:
        here = parts[block].number
        return here in far or here - 1 in far or here + 1 in far

    advised = False
    for each in direction.any_direction(document, matters):
        advised = True
        here = parts[each.sentence.block].number
        for near in (here - 1, here, here + 1):
            far.pop(near, None)
        if not far:
            return
    advised = advised or any(direction.any_direction(document))
    if not advised and not direction.says_where_to_turn(site.disclaimer(document.locale)):
        return
    where = "in another part of the page" if advised else "at the foot of every page only"
    line, start, end = far[min(far)]
    yield (
        line.span(start, end),
        f"The advice to ask a professional stands {where}, far from this medicine.",
    )


def _is_shorter(document: Document, words: int) -> bool:
    """Whether the body has less than so many words."""
    counts = accumulate(len(block.words.split()) for block in document.body)
    return all(count < words for count in counts)


def _medicines(
    document: Document, parts: Mapping[Block, Chapter]
) -> dict[int, tuple[Line, int, int]]:
    """The first medicine, or dose, of each chapter that names one."""
    found: dict[int, tuple[Line, int, int]] = {}
    for line in health.lines_with(document, _NAMED):
        block = line.block
        if block not in parts or parts[block].number in found or block.kind not in _READ:
            continue
        if block.container is not None and block.inside(Group.SOURCES):
            continue
        term = next((each for each in line.terms if each.tag == MEDICINE), None)
        if term is not None:
            found[parts[block].number] = line, term.start, term.end
            continue
        dose = _DOSE.search(line.text)
        if dose:
            found[parts[block].number] = line, *dose.span()
    return found
