from __future__ import annotations

from lint.document import Document, Kind
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule


@rule(
    Severity.WARNING,
    theme=Theme.METADATA,
    source="Google Search Central: control your snippets in search results; the limit of 160 "
    "characters is our own observation",
    advice="Say in one or two sentences what the reader will find on the page.",
    judges=Judges.PAGES,
    any_language=True,
    passes=[
        "---\ntitle: Naps\ndescription: When a nap helps, and how long to sleep.\n---\n\nSleep.",
        "---\ntitle: Naps\ndescription: Naps at work\n---\n\nSleep at two.",
        "---\ntitle: Naps\ndescription: " + "When a nap helps. " * 8 + "\n---\n\nSleep.",
        Example(
            '<meta name="description" content="When a nap helps."><p>Sleep at two.</p>', "html"
        ),
    ],
    fails=[
        "Sleep at two.",
        "---\ntitle: Naps\nsummary: When a nap helps.\ndescription: ''\n---\n\nSleep at two.",
        "---\ntitle: Naps at work\ndescription: ⟦Naps at work.⟧\n---\n\nSleep at two.",
        "---\ntitle: Naps\ndescription: ⟦"
        + "When a nap helps. " * 9
        + "How to rest.⟧\n---\n\nNap.",
    ],
)
def description_missing(document: Document, *, characters: int = 160) -> Found:
    """A page has a description for search engines: short, and more than its title again.

    It is what people read before they choose which result to open. Without one a search engine
    takes some words from the page, which may be a warning without its remedy.
    """
    written = document.meta.description
    if not written.strip():
        yield document.whole, "The page has no description."
        return
    where = next(document.of(Kind.DESCRIPTION), None)
    if _plain(written) == _plain(document.meta.title):
        yield where, "The description only repeats the title."
    elif len(written) > characters:
        yield Hit(
            where,
            f"The description has {len(written)} characters; aim for {characters} or fewer.",
            "Keep what tells the reader whether this is the right page; the rest is cut off.",
        )


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
