from __future__ import annotations

from collections.abc import Iterator

from lint import health
from lint.document import APART_KINDS, Document
from lint.health import Line
from lint.mends import Mend, reworded
from lint.patterns import Pattern
from lint.rule import Found, Hit, Severity, Theme, rule
from lint.suicide_wordings import WORDS, Wording, wordings


@rule(
    Severity.ERROR,
    theme=Theme.LANGUAGE,
    source="WHO, Preventing suicide: a resource for media professionals (2023); AP Stylebook",
    advice='Write "died by suicide" or "attempted suicide".',
    passes=[
        "She is committed to suicide prevention.",
        'Write "died by suicide", not "committed suicide".',
        "Every nurse completed suicide awareness training.",
        "He attempted suicide at 19 and survived.",
        "She tried to kill herself, and her first job interview failed that week.",
        'She wrote the chapter "How Men Commit Suicide: Six Cases".',
    ],
    fails=[
        "Her brother ⟦committed suicide⟧ in spring.",
        "After a ⟦failed suicide attempt⟧ he asked for help.",
        "At 20 she ⟦failed to end her own life⟧.",
        '"My dad ⟦committed suicide⟧," says Ines.',
        "The ⟦suicide attempt was unsuccessful⟧.",
    ],
)
def suicide_wording(document: Document) -> Found:
    """Suicide is not a crime, a success or a failure.

    "Committed" comes from the time when it was against the law, and "successful" or "failed" judge
    whether somebody lived. Both hurt bereaved people and make it harder to ask for help. What
    somebody said in quotation marks is a warning: the words are theirs, the choice to print them
    is not. Titles, descriptions and the words for pictures are `claim-in-metadata`'s.
    """
    for line in health.lines_with(document, WORDS):
        if line.block.kind in APART_KINDS:
            continue
        for found in wordings(document, line):
            where = line.span(found.start, found.end)
            yield Hit(
                where,
                f'"{where.quote}" {found.why}.',
                advice=found.advice,
                severity=Severity.WARNING if found.quoted else None,
                mends=() if found.quoted else _mends(line, found),
            )


_COMMIT = Pattern(r"com+it(?P<form>(?:s|t?ed|t?ing)?)\ suicide$")
_COMPLETE = Pattern(r"complet(?P<form>es?|ed|ing)\ suicide$")
_FORMS = {"": "die", "e": "die", "s": "dies", "es": "dies", "ed": "died", "ing": "dying"}
_FAILED = Pattern(
    r"(?:failed|unsuccessful|botched|incomplete|uncompleted)"
    r"\ (?:suicide\ (?:attempt|bid)(?P<several>s?)|(?:attempt|bid)(?P<more>s?)\ at\ suicide)$"
)
_INTENDED = Pattern(
    r"\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|threat(?:s|en\w*)|plan\w*|how|failed)\ to\ $"
)
"""After these "die by suicide" says something else, or is awkward."""
_WHO = frozenset("he she they who that i people".split())


def _mends(line: Line, found: Wording) -> Iterator[Mend]:
    """ "Died by suicide" in the form of the verb, and an attempt without its outcome."""
    where = line.span(found.start, found.end)
    before = line.before(found.start)
    after = line.after(found.end, 20).split()
    verb = _COMMIT.match(line.text, found.start, found.end)
    if verb is None and before.rstrip().rpartition(" ")[2] in _WHO:
        verb = _COMPLETE.match(line.text, found.start, found.end)
    if verb is not None:
        is_noun = bool(after) and after[0].startswith(("attempt", "bid"))
        if not is_noun and not _INTENDED.search(before):
            form = verb["form"] if verb["form"] in _FORMS else verb["form"].removeprefix("t")
            yield from reworded(where, f"{_FORMS[form]} by suicide")
        return
    failed = _FAILED.match(line.text, found.start, found.end)
    if failed is not None:
        yield from reworded(where, f"suicide attempt{failed['several'] or failed['more'] or ''}")
