from __future__ import annotations

import ipaddress
import re
from urllib.parse import unquote

from lint import places, urls
from lint.document import Document, Group
from lint.rule import Example, Found, Severity, Theme, rule

RESERVED_DOMAINS = ("example.com", "example.org", "example.net", "yourdomain.com", "yoursite.com")
RESERVED_ENDINGS = ("example", "invalid", "localhost", "test", "local", "internal")
UNFINISHED_HOSTS = re.compile(
    r"(?:^|[.-])(?:(?:staging|preprod|uat)\d{0,3}(?=[.-])|(?:stage|dev|test|preview)\d{0,3}(?=\.[^.]+\.))"
)
PLACEHOLDER = re.compile(
    r"""(?:https?:/{0,2})?(?:www\.)?
    (?:\#!?|todo|tbd|tbc|tba|xx+|n/?a|none|null|undefined|url|link|href|address|placeholder|
    (?:insert|add|your|page)[\s_-]?(?:the[\s_-])?(?:url|link|address|page)(?:[\s_-]?here)?|
    \.{2,}|…|\?+|-+|[\[<{].{0,80}[\]>}])/?""",
    re.IGNORECASE | re.VERBOSE,
)


@rule(
    Severity.ERROR,
    theme=Theme.LINKS,
    source="WCAG 2.2 SC 2.4.4; RFC 2606 and RFC 6761 (reserved names)",
    advice="Add the address that readers should reach, or take the link out.",
    any_language=True,
    passes=[
        "Go to [our first page](/), or [the first of this part](./).",
        "Skip to [what helps](#what-helps).\n\n## What helps\n\nRest.",
        "See [naps](#naps-1).\n\n## Naps\n\nAt noon.\n\n## Naps\n\nAt ten.",
        "See [both](#tea--coffee) or [one](#cups).\n\n## Tea & coffee\n\n## Milk {#cups}",
        "Back to [the top](#top), or see [the tests](https://riverside.org/testing/tests).",
        "Try [our example plan](https://riverside.org/example.com/plan) or [this one](https://dev.to/).",
        "Ask [the development team](https://devon.riverside.org/stages-of-sleep#todo).",
        Example('<p id="tips">Rest.</p><p><a href="#tips">Go back to the tips</a></p>', "html"),
        Example('<p><a name="tips"></a>Rest.</p><p><a href="mailto:a@b.org">Ask</a></p>', "html"),
        Example('<p><a href="mailto:?subject=Sleep">Send this to a friend</a></p>', "html"),
    ],
    fails=[
        "Open [⟦the sleep diary⟧](<>) each night.",
        "Open [⟦the sleep diary⟧](#) or [⟦the planner⟧](TODO).",
        "Open [⟦the sleep diary⟧](https://example.com/diary).",
        "Open [⟦the sleep diary⟧](http://localhost:8000/diary/).",
        "Open [⟦the planner⟧](https://staging.riverside.org/) or [⟦a copy⟧](http://10.0.0.7/).",
        "Skip to [⟦the tips⟧](#tips).\n\n## What helps\n\nRest.",
        "See [⟦naps⟧](#naps-at-ten-2).\n\n## Naps\n\nAt ten.",
        Example('<p>Open <a>⟦the planner⟧</a> or <a href="mailto:">⟦write⟧</a>.</p>', "html"),
        Example('<p>Open <a href="https://">⟦the planner⟧</a>.</p>', "html"),
        Example(
            '{"title": "Sleep", "body": [{"type": "call_to_action", "id": "1",'
            ' "value": {"label": "⟦Keep a sleep diary⟧"}}]}',
            "stream",
        ),
    ],
)
def empty_or_placeholder_link(document: Document) -> Found:
    """A link has an address that readers can reach.

    Links left empty while writing look finished on the page. So do links to a test server, which
    work at the writer's desk and nowhere else. A call to action that leads nowhere is one of them.
    """
    for block in document.blocks:
        for link in block.links:
            if link.reference is not None and link.reference.key.strip():
                continue
            address = urls.cleaned(link.href or "")
            if not address and block.inside(Group.CALL_TO_ACTION):
                yield block, "This call to action leads nowhere yet."
            elif fault := _fault(document, address):
                yield block.link_span(link), fault


def _fault(document: Document, address: str) -> str | None:
    if not address:
        return "This link has no address."
    if PLACEHOLDER.fullmatch(unquote(address)) or not _has_target(address):
        return f'The address of this link ("{address[:60]}") is a placeholder.'
    if address.startswith("#"):
        name = address[1:]
        return None if places.has(document, name) else f'Nothing here is called "{name}".'
    web = urls.web_address(address)
    host = urls.host(web) if web else address.rpartition("@")[2].partition("?")[0].lower()
    is_mail = urls.scheme(address) == "mailto" and "@" in address
    if (web or is_mail) and _is_placeholder_host(host):
        return f'This link leads to "{host}", which readers cannot reach.'
    return None


def _has_target(address: str) -> bool:
    """Whether something follows "mailto:", "tel:" or "https://"."""
    scheme = urls.scheme(address)
    rest = address[len(scheme) + 1 :] if scheme else address
    if scheme in ("tel", "sms"):
        return any(character.isdigit() for character in rest)
    if scheme == "mailto":
        return "@" in rest or rest.startswith("?")
    return bool(rest.strip("/")) or not scheme


def _is_placeholder_host(host: str) -> bool:
    if host[-1:].isdigit() or ":" in host:
        try:
            return not ipaddress.ip_address(host).is_global
        except ValueError:
            pass
    return (
        any(host == name or host.endswith(f".{name}") for name in RESERVED_DOMAINS)
        or host.rpartition(".")[2] in RESERVED_ENDINGS
        or "." not in host
        or UNFINISHED_HOSTS.search(host) is not None
    )
