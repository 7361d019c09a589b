from __future__ import annotations

from dataclasses import dataclass

from lint import urls
from lint.document import Document
from lint.rule import CouldNotCheck, Example, Found, Hit, Severity, Theme, rule
from lint.site import LinkState, LinkStatus, Site


@dataclass(frozen=True)
class ExampleSite(Site):
    """A web of four pages."""

    def link(self, url: str) -> LinkStatus:
        return {
            "https://riverside.org/gone": LinkStatus(LinkState.BROKEN, "404 Not Found"),
            "https://old.riverside.org/": LinkStatus(
                LinkState.MOVED, "moved for good to https://riverside.org/"
            ),
            "https://riverside.org:444/": LinkStatus(
                LinkState.DOUBTFUL, "its certificate has expired"
            ),
            "https://riverside.org/busy": LinkStatus(LinkState.UNKNOWN, "503 Service Unavailable"),
        }.get(url, LinkStatus(LinkState.WORKS))


WEB = ExampleSite()


@rule(
    Severity.ERROR,
    theme=Theme.LINKS,
    source="Patient Information Forum: PIF TICK criteria; RFC 9110",
    advice="Link to a page that is there, or take the link out.",
    any_language=True,
    passes=[
        Example("Read [how the ward works](https://riverside.org/ward).", site=WEB),
        Example("Read [how the ward works](https://riverside.org/busy).", site=WEB),
        Example("Write to [the ward](mailto:ward@riverside.org).", site=WEB),
        "Nobody checked [this ward's page](https://riverside.org/gone).",
    ],
    fails=[
        Example("Read [⟦how the ward works⟧](https://riverside.org/gone).", site=WEB),
        Example("Read [⟦how the ward works⟧](https://old.riverside.org/).", site=WEB),
        Example("Read [⟦how the ward works⟧](https://riverside.org:444/).", site=WEB),
    ],
)
def broken_link(document: Document, site: Site) -> Found:
    """A link leads to a page that is there.

    A reader who looks for help and meets an error page may stop looking. Only a page that is known
    to be gone is an error. An invalid certificate is a warning, a page that moved for good a
    remark. A server that is busy, slow or turns robots away proves nothing: such a link is listed
    as not checked.
    """
    for block in document.blocks:
        for link in block.links:
            address = urls.web_address(link.href or "")
            if address is None:
                continue
            where = block.link_span(link)
            status = site.link(address)
            match status.state:
                case LinkState.BROKEN:
                    yield where, f"This link is broken: {status.reason}."
                case LinkState.DOUBTFUL:
                    yield Hit(
                        where,
                        f"Browsers will warn of this link: {status.reason}.",
                        "Link to another page, or tell those who run that site.",
                        Severity.WARNING,
                    )
                case LinkState.MOVED:
                    yield Hit(
                        where,
                        f"This page has {status.reason}.",
                        "Link to the new address.",
                        Severity.INFO,
                    )
                case LinkState.UNKNOWN:
                    yield CouldNotCheck(where, status.reason)
