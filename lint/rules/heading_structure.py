from __future__ import annotations

from collections import defaultdict

from lint.document import Block, Document, Group, Kind
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule


@rule(
    Severity.WARNING,
    theme=Theme.STRUCTURE,
    source="NHS digital service manual, formatting and punctuation; WCAG 2.2 SC 1.3.1 and 2.4.6",
    advice="Give each section a heading of its own, one level below the section it belongs to.",
    judges=Judges.PAGES,
    any_language=True,
    passes=[
        "# Hay fever\n\n## What helps\n\nRest.\n\n### At night\n\nSleep.\n\n## Tests\n\nNone.",
        "# Eczema\n\n## Children\n\n### Creams\n\nDaily.\n\n## Adults\n\n### Creams\n\nWeekly.",
        "# Asthma\n\n## 5 signs of an attack 🚨\n\nYou cannot finish a sentence.",
        # a level may end where it likes
        "# Asthma\n\n## Attacks\n\n### At school\n\nRing us.\n\n## Tests\n\nBlow.",
        Example("<h2>Burns</h2><p>Cool the burn.</p><h3>Blisters</h3><p>Leave them.</p>", "html"),
    ],
    fails=[
        "# Hay fever\n\n### ⟦What helps⟧\n\nRest.",
        "# Hay fever\n\n## What helps\n\nRest.\n\n# ⟦Tests⟧\n\nNone.",
        "# Asthma\n\n## ⟦🚨⟧\n\nYou cannot finish a sentence.",
        "# Eczema\n\n## Creams\n\nDaily.\n\n## ⟦Creams⟧\n\nWeekly.",
        "# Asthma\n\n## Attacks\n\n#### ⟦At school⟧\n\nRing us.",
        Example("<h2>Burns</h2><p>Cool it.</p><h3>⟦?!⟧</h3><p>Wait.</p>", "html"),
    ],
)
def heading_structure(document: Document) -> Found:
    """Headings go down one level at a time, say something, and differ from each other.

    People who use a screen reader move through a page by its headings. A missing level sounds like
    a missing section, an empty heading like nothing at all, and two with the same words cannot be
    told apart in the list of headings. A heading that holds only symbols counts as empty.
    """
    previous: int | None = None
    main: Block | None = None
    siblings: dict[int, set[str]] = defaultdict(set)
    for heading in document.of(Kind.HEADING):
        if heading.inside(Group.LIBRARY):
            continue
        level = heading.level
        words = " ".join(heading.words.casefold().split())
        if not any(character.isalnum() for character in words):
            yield Hit(
                heading,
                "This heading has no words.",
                "Write what the section is about, or take the heading out.",
            )
        elif words in siblings[level]:
            yield Hit(
                heading,
                "A heading with the same words stands beside this one.",
                "Say what is different about this section.",
            )
        if level == 1 and main is not None:
            yield Hit(
                heading,
                "The page has more than one main heading (level 1).",
                "Keep one main heading and make this one level 2.",
            )
        elif previous is not None and level > previous + 1:
            yield Hit(
                heading,
                f"This level {level} heading follows one of level {previous}.",
                f"Make it level {previous + 1}, or put the missing heading before it.",
            )
        elif previous is None and level > 2:
            yield Hit(
                heading,
                f"The first heading of the page is of level {level}.",
                "Begin with level 2: the title is level 1.",
            )
        if level == 1:
            main = main or heading
        for deeper in [each for each in siblings if each > level]:
            del siblings[deeper]
        siblings[level].add(words)
        previous = level
