from __future__ import annotations

from dataclasses import dataclass

from lint import urls
from lint.document import Document, Span
from lint.rule import CouldNotCheck, Example, Found, Hit, Severity, Theme, rule
from lint.site import LinkState, LinkStatus, Site


@dataclass(frozen=True)
class ExampleSite(Site):
    """A web of a few pages."""

    def link(self, url: str) -> LinkStatus:
        return {
            "https://riverside.org/gone": LinkStatus(LinkState.BROKEN, "404 Not Found"),
            "https://old.riverside.org/": LinkStatus(
                LinkState.MOVED, "moved for good to https://riverside.org/"
            ),
            "https://riverside.org/naps#noon": LinkStatus(
                LinkState.NO_ANCHOR, 'nothing on this page is called "noon"'
            ),
            "https://riverside.org:444/": LinkStatus(
                LinkState.DOUBTFUL, "its certificate has expired"
            ),
            "https://riverside.org/busy": LinkStatus(LinkState.UNKNOWN, "riverside.org is busy"),
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
        Example("Read [how the ward works](https://old.riverside.org/).", site=WEB),
        Example("Write to [the ward](mailto:ward@riverside.org).", site=WEB),
        "Nobody checked [this ward's page](https://riverside.org/gone).",
    ],
    fails=[
        Example("Read [⟦how the ward works⟧](https://riverside.org/gone).", site=WEB),
        Example("Read [⟦how to nap⟧](https://riverside.org/naps#noon).", site=WEB),
        Example("Read [⟦how the ward works⟧](https://riverside.org:444/).", site=WEB),
        Example(
            "Read [this](https://riverside.org/ward), then [⟦that⟧](https://riverside.org/gone).",
            site=WEB,
        ),
    ],
)
def broken_link(document: Document, site: Site) -> Found:
    """A link leads to a page that is there.

    A reader who looks for help and meets an error page may stop looking. Only a page that is known
    to be gone is an error. An invalid certificate is a warning, and so is a page without the place
    that the link names after "#". A server that is busy, slow or turns robots away proves nothing:
    such links are listed as not checked, once for each reason.
    """
    unknown: dict[str, list[Span]] = {}
    for block in document.blocks:
        for link in block.links:
            address = urls.web_address(link.href or "")
            if address is None:
                continue
            status = site.link(address)
            if status.state is LinkState.WORKS:
                continue
            where = block.link_span(link)
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
                case LinkState.NO_ANCHOR:
                    yield Hit(
                        where,
                        f"This link leads to the top of a page: {status.reason}.",
                        'Link to what the page has now, or leave out "#" and what follows.',
                        Severity.WARNING,
                    )
                case LinkState.UNKNOWN:
                    unknown.setdefault(status.reason, []).append(where)
    for reason, places in unknown.items():
        count = f" ({len(places)} links)" if len(places) > 1 else ""
        yield CouldNotCheck(places[0], f"{reason}{count}")
