from __future__ import annotations

import pytest

from lint import engine
from lint.config import Config
from lint.document import Block, Container, Document, DocumentKind, Group, Kind, Meta, Text
from lint.readers import markdown
from lint.rules.undefined_abbreviation import undefined_abbreviation


def found(document: Document, config: Config | None = None) -> list[str]:
    report = engine.check(document, config=config, selected=[undefined_abbreviation])
    return [finding.quote for finding in report.findings]


@pytest.mark.parametrize(
    "words",
    [
        "A magnetic resonance imaging (MRI) scan is loud.",
        "Take non-steroidal anti-inflammatory drugs (NSAIDs) with food.",
        "NSAIDs (non-steroidal anti-inflammatory drugs) ease pain.",
        "An electrocardiogram (ECG) is quick.",
        "She has tuberculosis (TB).",
        "Premenstrual dysphoric disorder (or PMDD) recurs.",
        "Premenstrual dysphoric disorder, often called PMDD, recurs.",
        "PMDD, or premenstrual dysphoric disorder, recurs.",
        "The full name of ECT is electroconvulsive therapy.",
        "Monoamine oxidase inhibitors, or MAOIs, are old.",
        "The Diagnostic and Statistical Manual of Mental Disorders (DSM) lists it.",
        "We asked Lee Marsh, MD, and Ann Lee, PhD.",
        "PLEASE DO NOT LEAN OUT",
        "Ring 1-877-4AID-VET, 1-800-CDC-INFO, (855)-QUIT VET or 0800 CALM.",
        "Users of TTY dial 1-800-799-4TTY (4889).",
        "You are in class IB, and the tumour is stage IIIC. Phase IVA comes next.",
        "The scans do not show WHY it began, nor WHEN. It is best BEFORE meals.",
        "Get out NOW. DO NOT DELAY. DO NOT STOP ANY ASTHMA PILLS.",
        "MYTH: nobody gets well. It is easy to see that this is not so.",
        "Anaemia (uh-NEE-mee-uh) makes you tired.",
        "The word is pneumonia (pronounced noo-MOH-nyuh).",
        "Chlamydia, pronounced kluh-MID-ee-uh, is common.",
        "Help comes from the Department of Defense (DoD), and anyone in the DOD may ask.",
        "Disease-modifying antirheumatic drugs (DMARDs) work slowly. DMARDS harm few.",
        "The lines open at 9 a.m. ET, and close at 7:00 p.m. (CT).",
        "Take Robitussin AC or Wellbutrin XL.",
        "Some have a change in genes (BRAF and EGFR among others). The APOE 4 gene is one.",
        "You have an IUD (contraception device). TENS (a small machine that tingles) helps.",
    ],
)
def test_what_is_explained_or_known_passes(words: str) -> None:
    assert found(markdown.read(words, "made")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We like ECT. Every chair is there.", ["ECT"]),
        ("Many people get help (IPT).", ["IPT"]),
        ("PMDD means that you feel low.", ["PMDD"]),
        ("Ask about MAOIs and MAOIs again.", ["MAOIs"]),
        ("Your MRI's result is in.", ["MRI"]),
        ("We asked 800 IBS patients and 1 EMDR trainer.", ["IBS", "EMDR"]),
        ("Inside the IVC, near stage fright, lies a filter.", ["IVC"]),
        ("Go on the DASH diet. Ask for ECT OR tablets.", ["DASH", "ECT"]),
        ("Asthma (ask for PEF) comes and goes.", ["PEF"]),
        ("Eat less (a low-FODMAP diet) for a month.", ["FODMAP"]),
        ("Take two AC tablets at 9. The CT room is cold.", ["AC", "CT"]),
        ("The gene is known. TNF is not.", ["TNF"]),
        ("You have an IUD (since June). ECT (a year ago) helped.", ["IUD", "ECT"]),
        ("The ward is quiet (your RBC count). The limit is 4,000 IU.", ["RBC", "IU"]),
    ],
)
def test_what_is_not_explained_is_found_once(words: str, expected: list[str]) -> None:
    assert found(markdown.read(words, "made")) == expected


def test_a_chosen_library_item_spells_out_its_name() -> None:
    shown = Container(Group.LIBRARY, label="therapy")
    blocks = (
        Block(Kind.TERM, Text("Interpersonal psychotherapy"), container=shown),
        Block(Kind.PARAGRAPH, Text("IP helps with ties to others, and IPT does too.")),
    )
    document = Document("made", DocumentKind.ARTICLE, Meta(), blocks)
    assert found(document) == ["IPT"]


def test_a_project_can_add_what_its_readers_know() -> None:
    document = markdown.read("Ask for TMS.", "made")
    config = Config(rules={"undefined-abbreviation": {"known": ["TMS"]}})
    assert (found(document), found(document, config)) == (["TMS"], [])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Open to 9 (<abbr title='eastern time'>ET</abbr>). The ET lines are free.", []),
        ("Take <b>an <abbr title='anti-inflammatory'>NSAID</abbr></b> now.", []),
        ("Open to 9 (<abbr>ET</abbr>), says <abbr title=''>TMS</abbr>.", ["ET", "TMS"]),
        ("Ask for TMS.\n\nWe use <abbr title='magnets'>TMS</abbr>.", ["TMS"]),
    ],
)
def test_markup_can_give_the_full_name(source: str, expected: list[str]) -> None:
    assert found(markdown.read(source, "made")) == expected
