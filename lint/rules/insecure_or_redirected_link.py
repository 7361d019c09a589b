from __future__ import annotations

import re
from dataclasses import dataclass

from lint import urls
from lint.document import Block, Document, Link
from lint.mends import Relink
from lint.rule import Example, Found, Hit, Severity, Theme, rule
from lint.site import LinkState, LinkStatus, Site

TYPES = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/rtf": "RTF",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.ms-powerpoint": "PowerPoint",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
}
ENDINGS = {
    "pdf": "PDF",
    "doc": "Word",
    "docx": "Word",
    "odt": "ODT",
    "rtf": "RTF",
    "xls": "Excel",
    "xlsx": "Excel",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
}
SAYS_TYPE = re.compile(
    r"\b(?:pdf|docx?|word|odt|opendocument|rtf|xlsx?|excel|pptx?|powerpoint)\b", re.IGNORECASE
)
SAYS_SIZE = re.compile(r"\d\s?(?:[kmg]i?b|bytes|(?:kilo|mega)bytes?)\b", re.IGNORECASE)
AFTER_LINK = 40
"""Characters after a link in which its type and size may stand in brackets."""


@dataclass(frozen=True)
class ExampleSite(Site):
    """A web of a few pages."""

    def link(self, url: str) -> LinkStatus:
        return {
            "http://riverside.org/": LinkStatus(LinkState.WORKS, secure="https://riverside.org/"),
            "https://riverside.org/old": LinkStatus(
                LinkState.MOVED,
                "moved for good to https://riverside.org/new",
                target="https://riverside.org/new",
            ),
            "https://riverside.org/diary": LinkStatus(
                LinkState.WORKS, media_type="application/pdf", size=218_000
            ),
            "http://riverside.org/busy": LinkStatus(LinkState.UNKNOWN, "riverside.org is busy"),
        }.get(url, LinkStatus(LinkState.WORKS))


WEB = ExampleSite()


@rule(
    Severity.INFO,
    theme=Theme.LINKS,
    source="NHS service manual: links; RFC 9110 (permanent redirects)",
    advice="Link to the address that the page has now.",
    any_language=True,
    passes=[
        Example("Read [how the ward works](https://riverside.org/ward).", site=WEB),
        Example("Ask [a ward without https](http://riverside.org/ward).", site=WEB),
        Example("Ask [a ward that is busy](http://riverside.org/busy).", site=WEB),
        Example("Print [the sleep diary](https://riverside.org/diary).", site=WEB),
        "Nobody checked [the ward's page](http://riverside.org/).",
    ],
    fails=[
        Example("Read [⟦how the ward works⟧](http://riverside.org/).", site=WEB),
        Example("Read [⟦how the ward works⟧](https://riverside.org/old).", site=WEB),
        Example("Read ⟦http://riverside.org/⟧.", "text", site=WEB),
        Example(
            "[This](https://riverside.org/ward) and [⟦that⟧](https://riverside.org/old).", site=WEB
        ),
    ],
)
def insecure_or_redirected_link(
    document: Document, site: Site, *, documents: bool = False
) -> Found:
    """A link names the address that a page has now, by https where it can.

    What is sent by http can be read and changed on its way, also what a reader looks up about an
    illness. A page that moved for good is found only for as long as somebody keeps the old address
    alive. With `documents`, a link to a PDF or an office file says what it is and how large:
    people on a telephone want to know before they open it.
    """
    for block in document.blocks:
        for link in block.links:
            address = urls.web_address(link.href or "")
            if address is None:
                continue
            where = block.link_span(link)
            status = site.link(address)
            if status.state is LinkState.MOVED:
                yield Hit(
                    where,
                    f"This page has {status.reason}.",
                    f"Link to {status.target} instead.",
                    mends=[Relink(block, link, status.target)],
                )
            elif status.secure:
                yield Hit(
                    where,
                    f"This link is not secure, and the same page is at {status.secure}.",
                    f"Link to {status.secure} instead.",
                    mends=[Relink(block, link, status.secure)],
                )
            if documents and (kind := _document_type(address, status)):
                missing = _unsaid(block, link)
                if missing:
                    yield Hit(
                        where,
                        f"This link opens a {kind} file and does not say {missing}.",
                        f'Write it in the link, such as "({kind}, {_size(status.size)})".',
                    )


def _document_type(address: str, status: LinkStatus) -> str | None:
    """What readers call the type of the file; None for a page."""
    if status.media_type in TYPES:
        return TYPES[status.media_type]
    split = urls.parts(address)
    ending = split.path.rpartition(".")[2].lower() if split else ""
    return None if status.media_type.startswith("text/html") else ENDINGS.get(ending)


def _unsaid(block: Block, link: Link) -> str:
    """What neither the link says nor the brackets after it."""
    words = block.text.plain[link.start : link.end]
    after = block.text.plain[link.end : link.end + AFTER_LINK].lstrip()
    if after.startswith(("(", "[")):
        words += after
    unsaid = [
        name
        for name, said in (("what it is", SAYS_TYPE), ("how large it is", SAYS_SIZE))
        if not said.search(words)
    ]
    return " or ".join(unsaid)


def _size(size: int | None) -> str:
    """As NHS pages write it; a made-up one where the server does not say."""
    if size is None:
        return "120KB"
    return f"{max(1, round(size / 1000))}KB" if size < 950_000 else f"{size / 1_000_000:.1f}MB"
