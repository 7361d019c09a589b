from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lint import places, urls
from lint.document import Block, Document, Reference, Span
from lint.rule import CouldNotCheck, Example, Found, Hit, Severity, Theme, rule
from lint.site import ReferenceState, Site


@dataclass(frozen=True)
class ExampleSite(Site):
    """A site with one live page, one draft, one private page, and no more."""

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        return {
            "/sleep/": ReferenceState.LIVE,
            "/naps/": ReferenceState.DRAFT,
            "/staff/": ReferenceState.PRIVATE,
            "../sleep.md#evening": ReferenceState.LIVE,
            "../sleep.md#noon": ReferenceState.NO_SUCH_PLACE,
        }.get(key, ReferenceState.MISSING)


SITE = ExampleSite()
OWN_SITE = ExampleSite(own_domains=("riverside.org",))


@rule(
    Severity.ERROR,
    theme=Theme.LINKS,
    source="Wagtail: rich text internals (page and document links, image embeds)",
    advice="Choose something that is published, or take the link out.",
    any_language=True,
    passes=[
        Example('<p><a linktype="page" ref="/sleep/">Sleep better</a></p>', "html", SITE),
        Example("Read [how to sleep better](/sleep/#evening).", site=SITE),
        Example("Read [what others say](https://riverside.org/staff/).", site=SITE),
        Example("Read [how to sleep better](https://riverside.org/sleep/).", site=OWN_SITE),
        Example("Buy [a good pillow](https://riverside.org/shop/).", site=OWN_SITE),
        Example("Read [how to sleep better](../sleep.md#evening).", site=SITE),
        "Nobody knows [what stands beside it](naps.md) or [what it becomes](../naps/).",
        "Nobody knows [what stands here](/somewhere/).",
    ],
    fails=[
        Example('<p><a linktype="page" ref="/snores/">⟦Sleep better⟧</a></p>', "html", SITE),
        Example('<p><a linktype="document" id="7">⟦Sleep diary⟧</a></p>', "html", SITE),
        Example("Read [⟦how to nap⟧](/naps/) and [⟦ask us⟧](/staff/).", site=SITE),
        Example("Read [⟦how to nap⟧](https://www.riverside.org/naps/#noon).", site=OWN_SITE),
        Example("Read [⟦how to nap⟧](naps.md) and [⟦when⟧](../sleep.md#noon).", site=SITE),
        Example('<p><a linktype="page" id="4711">⟦Sleep better⟧</a></p>', "html"),
    ],
)
def broken_internal_reference(document: Document, site: Site) -> Found:
    """What a page links to or shows from this site is there for everyone.

    Pages and pictures are deleted, moved, unpublished or made private, and what pointed to them
    stays behind. Where nothing is known of the site, this rule says so and finds nothing, but for
    a number in a database, which leads nowhere from a file. A Markdown file or a web page beside
    the file that links to it must be there, and the place in it that the link names. A whole
    address on the publisher's own domains counts too where it leads to a draft or a private page;
    whether there is any page at it at all, `broken-link` asks the web.
    """
    for words, path in _own_addresses(document, site):
        found = site.reference("page", path, document.locale)
        if found in (ReferenceState.DRAFT, ReferenceState.PRIVATE):
            yield Hit(words, f"The page ({path}) is {found.value}.")
    for where, reference in _references(document):
        match site.reference(reference.kind, reference.key, document.locale):
            case ReferenceState.LIVE:
                continue
            case ReferenceState.UNKNOWN if reference.kind == "file":
                continue  # Where it will stand, and what beside it, is not known here.
            case ReferenceState.UNKNOWN if _is_database_number(reference):
                kind = reference.kind
                yield Hit(
                    where,
                    f"The {kind} is chosen by its number in a database ({reference.key}).",
                    f"Choose the {kind} by its path or name: elsewhere the number means nothing.",
                )
            case ReferenceState.UNKNOWN:
                kind = reference.kind.replace("_", " ")
                yield CouldNotCheck(where, f"whether this {kind} exists is not known here")
            case state:
                what = f"{reference.kind.replace('_', ' ')} ({reference.key})"
                yield Hit(where, f"The {what} is {state.value}.")


def _references(document: Document) -> Iterator[tuple[Span | Block | None, Reference]]:
    for block in document.blocks:
        linked = set()
        for link in block.links:
            reference = link.reference or _beside(link.href or "")
            if reference is not None:
                linked.add(reference)
                yield block.link_span(link), reference
        for reference in block.references:
            if reference not in linked:
                yield block, reference


def _own_addresses(document: Document, site: Site) -> Iterator[tuple[Span, str]]:
    """Links by a whole address to the publisher's own pages, and the path of each."""
    own = {domain.lower().removeprefix("www.") for domain in site.own_domains}
    if not own:
        return
    for block in document.blocks:
        for link in block.links:
            address = urls.web_address(link.href or "")
            split = urls.parts(address) if address else None
            if split and address and urls.host(address).removeprefix("www.") in own:
                yield block.link_span(link), split.path or "/"


def _is_database_number(reference: Reference) -> bool:
    return reference.kind in ("page", "document", "image") and reference.key.isdecimal()


def _beside(href: str) -> Reference | None:
    """The page of an address like /sleep/#evening, or the file of one like ../naps.md#noon."""
    address = urls.cleaned(href)
    if urls.scheme(address) or address.startswith("//"):
        return None
    path, _, place = address.partition("#")
    path = path.partition("?")[0]
    if path.startswith("/"):
        return Reference("page", path)
    if PurePosixPath(path).suffix.lower() not in places.READ:
        return None
    return Reference("file", f"{path}#{place}" if place else path)
