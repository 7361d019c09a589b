from __future__ import annotations

from lint.document import Document, Kind
from lint.rule import Example, Found, Hit, Severity, Theme, rule


@rule(
    Severity.ERROR,
    theme=Theme.ACCESSIBILITY,
    source="WCAG 2.2 SC 1.1.1; NHS digital service manual: images",
    advice="Say in a few words what the picture shows, or mark it as decorative.",
    any_language=True,
    passes=[
        "![A nurse shows how to hold the inhaler](inhaler.png)",
        Example('<p>Breathe in.</p><img src="leaves.png" alt="">', "html"),
        Example('<p>Breathe in.</p><img src="leaves.png" role="presentation">', "html"),
    ],
    fails=[
        "Breathe in.\n\n![](inhaler.png)",
        Example('<p>Breathe in.</p><img src="inhaler.png">', "html"),
        Example('<p>Breathe in.</p><img src="inhaler.png" alt="  ">', "html"),
    ],
)
def missing_alt(document: Document) -> Found:
    """A picture has words for those who cannot see it, or is marked as decorative.

    A screen reader reads them out; without them it says "image", or the name of a file. In HTML an
    empty `alt` marks a picture as decorative. In Markdown it only means that nobody wrote one.
    """
    for block in document.of(Kind.IMAGE):
        image = block.image
        if image is None or image.decorative or (image.alt or "").strip():
            continue
        if image.alt is None:
            yield block, "This picture has no alternative text."
        else:
            yield Hit(block, "The alternative text is empty, but the picture is not decorative.")
