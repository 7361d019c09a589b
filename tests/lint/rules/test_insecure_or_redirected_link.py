from __future__ import annotations

from dataclasses import dataclass

import pytest

from lint import engine
from lint.config import Config
from lint.readers import markdown
from lint.rules.insecure_or_redirected_link import insecure_or_redirected_link
from lint.site import LinkState, LinkStatus, Site

BOTH = "This link opens a PDF file and does not say what it is or how large it is."
SIZE = "This link opens a PDF file and does not say how large it is."


@dataclass(frozen=True)
class Web(Site):
    def link(self, url: str) -> LinkStatus:
        if url == "https://riverside.org/diary":
            return LinkStatus(LinkState.WORKS, media_type="application/pdf", size=218_400)
        if url == "https://riverside.org/page.pdf":
            return LinkStatus(LinkState.WORKS, media_type="text/html")
        return LinkStatus(LinkState.UNKNOWN, "nobody asked")


def found(source: str, profile: str) -> list[tuple[str, str]]:
    report = engine.check(
        markdown.read(source, "made"),
        Web(),
        Config(profile=profile),
        selected=[insecure_or_redirected_link],
    )
    return [(finding.message, finding.advice) for finding in report.findings]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "[Sleep diary](https://riverside.org/diary)",
            (BOTH, 'Write it in the link, such as "(PDF, 218KB)".'),
        ),
        (
            "[Sleep diary](https://riverside.org/files/diary.pdf?print=1)",
            (BOTH, 'Write it in the link, such as "(PDF, 120KB)".'),
        ),
        (
            "[Sleep diary (PDF)](https://riverside.org/diary)",
            (SIZE, 'Write it in the link, such as "(PDF, 218KB)".'),
        ),
        ("[Sleep diary (PDF, 218KB)](https://riverside.org/diary)", None),
        ("[Sleep diary](https://riverside.org/diary) (PDF, 0.2 MB)", None),
        ("[Sleep diary](https://riverside.org/page.pdf)", None),
        ("[Sleep diary](https://riverside.org/pdf)", None),
    ],
)
def test_in_the_nhs_a_link_to_a_document_says_its_type_and_size(source, expected) -> None:
    assert found(source, "uk-nhs") == ([expected] if expected else [])
    assert found(source, "us") == []
