from __future__ import annotations

from lint.document import Block, Container, Document, Kind
from lint.patterns import Pattern
from lint.rule import Example, Found, Hit, Severity, Theme, rule

_FILE_NAMES = (".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".tif", ".tiff", ".heic")
_NUMBERED = Pattern(
    r"(?:img|dsc|dscn|dscf|pxl|screenshot|image|photo|picture|figure|fig|untitled)[_-]?\d[\w-]{0,40}"
)
_OBVIOUS = Pattern(
    r"(?:an?[ ]|the[ ]|this[ ]is[ ]an?[ ])?"
    r"(?:image|picture|photo|photograph|pic|graphic|icon|illustration|screenshot)"
    r"[ ](?:of|showing)\b"
)
_EMPTY = frozenset(
    """
    image picture photo photograph graphic icon illustration logo banner hero figure chart diagram
    screenshot thumbnail placeholder img alt untitled decorative spacer
    """.split()
)


@rule(
    Severity.INFO,
    theme=Theme.ACCESSIBILITY,
    source="NHS digital service manual: images; W3C Web Accessibility Initiative: images tutorial",
    advice="Say what the picture tells the reader here, in a few words.",
    any_language=True,
    passes=[
        "![Blister pack with the days of the week](pack.jpg)",
        "![A chart of sleep, which grows by an hour in a month](IMG_2034.jpg)",
        "![Image quality differs between the two scans](scans.png)",
        "![Well-being](poster.png) ![Follow-up](b.png)",
        Example('<img src="leaves.png" alt="">', "html"),
        Example(
            '<figure><img src="a.png" alt="A nurse with an inhaler">'
            "<figcaption>How to hold it</figcaption></figure>",
            "html",
        ),
    ],
    fails=[
        "![⟦IMG_2034.jpg⟧](a.jpg)",
        "![⟦nurse_with_inhaler_final⟧](a.jpg)",
        "![⟦Image of a nurse⟧](a.jpg)",
        "![⟦🌿🌿⟧](a.jpg)",
        "![⟦Photo⟧](a.jpg)",
        "![⟦A nurse sits " + "with a patient and an inhaler " * 4 + "at a desk⟧](a.jpg)",
        Example(
            '<figure><img src="a.png" alt="⟦How to hold it⟧">'
            "<figcaption>How to hold it.</figcaption></figure>",
            "html",
        ),
    ],
)
def poor_alt(document: Document, *, characters: int = 125) -> Found:
    """The words for a picture say what it shows, and nothing else.

    A screen reader says "image" by itself, then reads them out. A file name or symbols say nothing,
    the caption again wastes time, and more than a sentence cannot be skimmed. What takes longer to
    tell, such as a chart, belongs in the text beside it.
    """
    captions: dict[Container, str] = {
        block.container: _plain(block.words)
        for block in document.of(Kind.CAPTION)
        if block.container is not None
    }
    for block in document.of(Kind.IMAGE):
        words = " ".join(block.words.split())
        if words and block.image is not None and not block.image.decorative:
            yield from _judged(block, words, captions, characters)


def _judged(block: Block, words: str, captions: dict[Container, str], characters: int) -> Found:
    plain = _plain(words)
    if not plain:
        yield block, "The alternative text is only symbols."
    elif _is_file(words):
        yield block, "The alternative text is the name of a file."
    elif plain in _EMPTY:
        yield block, "The alternative text does not say what the picture shows."
    elif _OBVIOUS.match(words.lower()):
        yield Hit(
            block,
            "The alternative text says that this is a picture.",
            "Begin with what it shows: screen readers say that it is a picture.",
        )
    elif block.container is not None and captions.get(block.container) == plain:
        yield Hit(
            block,
            "The alternative text repeats the caption.",
            "Say what the caption does not, or mark the picture as decorative.",
        )
    elif len(words) > characters:
        yield Hit(
            block,
            f"The alternative text has {len(words)} characters; aim for {characters} or fewer.",
            "Say what matters here, and put the details in the text.",
        )


def _is_file(words: str) -> bool:
    """Whether it ends as a file name does, or is one word as cameras and designers write them."""
    lower = words.lower()
    if lower.endswith(_FILE_NAMES):
        return True
    if " " in lower:
        return False
    found = _NUMBERED.match(lower)
    return "_" in lower or lower.count("-") > 2 or (found is not None and found.end() == len(lower))


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))
