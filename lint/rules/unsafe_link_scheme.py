from __future__ import annotations

from lint import urls
from lint.document import Document
from lint.mends import Relink
from lint.rule import Example, Found, Hit, Severity, Theme, rule

UNSAFE = frozenset({"javascript", "data", "vbscript", "file"})


@rule(
    Severity.ERROR,
    theme=Theme.LINKS,
    source="OWASP Cross Site Scripting Prevention Cheat Sheet; WHATWG URL Standard",
    advice="Link to a web page (https:), an email address (mailto:) or a phone number (tel:).",
    any_language=True,
    passes=[
        Example('<p>Ring <a href="tel:+15550100">the clinic</a> first.</p>', "html"),
        Example('<p><a href="mailto:help@riverside.org">Write to the ward</a></p>', "html"),
        Example('<p><a href="/javascript:-and-you/">Our site without scripts</a></p>', "html"),
    ],
    fails=[
        Example('<p>Open <a href="javascript:run()">⟦the planner⟧</a>.</p>', "html"),
        Example('<p>Open <a href="jAva\tscr&#105;pt:run()">⟦the planner⟧</a>.</p>', "html"),
        Example(
            '<p><a href=" vbscript:run">⟦Plan⟧</a>, <a href="data:,hi">⟦print⟧</a></p>', "html"
        ),
        Example('<p><a href="file:///C:/plan.doc">⟦My plan⟧</a></p>', "html"),
    ],
)
def unsafe_link_scheme(document: Document) -> Found:
    """A link opens a page and runs nothing.

    An address such as "javascript:" runs a program in the reader's browser with the site's rights,
    "data:" shows a page that nobody published, and "file:" leads to the writer's own computer.
    """
    for block in document.blocks:
        for link in block.links:
            scheme = urls.scheme(link.href or "")
            if scheme in UNSAFE:
                yield Hit(
                    block.link_span(link),
                    f'This link begins with "{scheme}:", which is unsafe.',
                    mends=[Relink(block, link, None)],
                )
