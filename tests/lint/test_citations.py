"""Where a sentence has its facts from."""

from __future__ import annotations

import pytest

from lint import citations, health
from lint.readers import markdown


@pytest.mark.parametrize(
    "text",
    [
        "Naps help [3].",
        "Naps help [3, 5-7] and so does rest.",
        "Naps help.³",
        "Naps help,¹² and so does rest.",
        "Naps help² and so does rest.",
        "Naps help.<sup>4,5</sup>",
        "Naps help (4).",
        "Naps help.[^note]",
        "Naps help.†",
        "Naps help (Varga, 2019).",
        "Naps help (Varga et al., 2019; Holm 2020).",
        "Naps help (Sleep Institute, May 2019).",
        "Varga and Holm (2019) say that naps help.",
        "Naps help, as Varga et al. found.",
        "Naps help, doi:10.1000/182.",
        "Naps help (PMID 123456).",
        "Naps help; see https://riverside.org/naps.",
        "[Naps help](https://riverside.org/naps).",
        "[Naps help](/naps/).",
        "Naps help. [Read the review](https://riverside.org/naps).",
        "Naps help. Source: sleep survey, second wave.",
        "Naps help. See reference 4 below.",
        "Naps help. A review by Varga (2019) lists them.",
        "Naps help.\n\nSource: Sleep Institute",
        "Naps help, says NICE guideline NG999.",
        "Naps help, says SIGN 999.",
        "A Cochrane review says that naps help.",
        "Naps help, says The Lancet.",
        "Naps help, wrote Varga in the Journal of Rest.",
        "The STAR*D trial says that naps help.",
        "The Riverside Heart Study says that naps help.",
        "Naps help, says the National Institute of Rest.",
        "According to the World Health Organization, naps help.",
        "Naps help, by figures from the ONS.",
    ],
)
def test_a_source_is_named(text: str) -> None:
    assert judged(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Naps help.",
        "Naps help 30 of us.",
        "Naps help for 20.5 minutes.",
        "Naps help after covid19.",
        "Naps help people with type 2 diabetes (most of us).",
        "In May 2019, naps help.",
        "Naps help (January 2020).",
        "Naps help two (2) people.",
        "Naps help. Call 555-0100.",
        "Naps help. [Call us](tel:5550100) or [write](mailto:ask@riverside.org).",
        "Naps help. [Book a place](https://riverside.org/book).",
        "Naps help, as you see [below](#below).",
        "Naps help. [Read about rest](/rest/).",
        "Naps help, says a US study.",
        "Naps help, says a recent study.",
        "Naps help, says this study.",
        "Naps help. Rest does too. Varga (2019) says so.",
        "Naps help.\n\nVarga (2019) says that rest does too.",
        "Varga (2019) says that rest does. Naps help.",
        "The source of the river is near, and naps help.",
    ],
)
def test_no_source_is_named(text: str) -> None:
    assert judged(text) is False


def judged(text: str) -> bool:
    document = markdown.read(text, "a")
    (line,) = (
        line
        for block_lines in health.lines(document).values()
        for line in block_lines
        if "naps help" in line.text
    )
    return citations.cited(document, line)


def test_what_refers_back_has_its_source_in_the_sentence_before() -> None:
    document = markdown.read("Varga (2019) asked 40 people. The study says so.", "a")
    ((_, line),) = health.lines(document).values()

    assert citations.cited(document, line, refers_back=True)
    assert not citations.cited(document, line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One in 5 naps. Rest helps. Source: Varga.", True),
        ("Varga (2019) counted. Rest helps. One in 5 naps.", True),
        ("One in 5 naps. Rest helps.", False),
    ],
)
def test_a_paragraph_has_a_source(text: str, expected: bool) -> None:
    document = markdown.read(text, "a")

    assert citations.block_cited(document, document.body[0]) is expected
