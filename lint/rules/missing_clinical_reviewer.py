from __future__ import annotations

import re

from lint.document import Document, Person
from lint.rule import CouldNotCheck, Found, Hit, Judges, Severity, Theme, rule

_NO_WORD = re.compile(r"\W+")


@rule(
    Severity.ERROR,
    theme=Theme.GOVERNANCE,
    source="NHS England: standard for creating health content; HONcode principle 1",
    advice="Name a clinician who checked the article, did not write it, and has credentials.",
    judges=Judges.CLINICAL,
    any_language=True,
    passes=[
        "---\nauthors: [Lee Marsh]\nreviewers: ['Dr Ana Brook, MRCGP']\n---\n\nRest when you can.",
        "---\nauthors: [Lee Marsh]\nreviewers: [Lee Marsh, 'Ana Brook, RN']\n---\n\nRest.",
        "---\ntitle: Fun run\narticle_kind: event\n---\n\nMeet at the gate.",
        "---\nauthors: [Lee Marsh]\nreviewers: [ana-brook]\n---\n\nWho Ana Brook is, nobody knows.",
    ],
    fails=[
        "Rest when you can.",
        "---\nauthors: [Lee Marsh]\nreviewers: []\n---\n\nRest when you can.",
        "---\nauthors: ['Lee Marsh, RN']\nreviewers: ['Lee Marsh, RN']\n---\n\nRest when you can.",
        "---\nreviewers: [{name: Ana Brook, credentials: ''}]\n---\n\nRest when you can.",
        "---\nauthors: [lee-marsh]\nreviewers: ['Lee Marsh, RN']\n---\n\nRest when you can.",
    ],
)
def missing_clinical_reviewer(document: Document) -> Found:
    """A clinician who did not write the article has checked it.

    Wrong advice harms. A second person who knows the field finds what its author cannot see, and
    readers can look up what entitles that person to judge. Where a reviewer's credentials cannot
    be looked up, this rule says so and finds nothing.
    """
    authors = document.meta.authors
    reviewers = document.meta.reviewers
    others = [person for person in reviewers if not any(_same(person, each) for each in authors)]
    known = [person.credentials for person in others]
    if not reviewers:
        yield document.whole, "No clinical reviewer is named."
    elif not others:
        names = ", ".join(person.name or person.key for person in reviewers)
        yield Hit(
            document.whole,
            f"The reviewer ({names}) also wrote the article.",
            "Have somebody else check it, and name them.",
        )
    elif any(known):
        return
    elif None in known:
        yield CouldNotCheck(document.whole, "the reviewer's credentials could not be looked up")
    else:
        names = ", ".join(person.name or person.key for person in others)
        yield Hit(
            document.whole,
            f"No credentials are given for the reviewer ({names}).",
            "Add what entitles the reviewer to judge, such as a registration or a degree.",
        )


def _same(one: Person, other: Person) -> bool:
    return bool(_identities(one) & _identities(other))


def _identities(person: Person) -> set[str]:
    """Their key and name in one spelling, so that "ana-brook" is Ana Brook."""
    return {_NO_WORD.sub("-", each.casefold()).strip("-") for each in (person.key, person.name)}
