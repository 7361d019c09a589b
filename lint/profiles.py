"""What a place or a purpose changes: option values and severities by rule, laid over the defaults.

US and UK guidance differ; those differences stand here and never as branches inside a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PROFILES: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "us": {
        "illness-metaphor": {"enabled": False},
        "overloaded-list": {"enabled": False},
    },
    "uk-nhs": {
        "complex-word": {"groups": ("verbs or nouns", "plain", "nhs")},
        "insecure-or-redirected-link": {"documents": True},
        "long-sentence": {"warning": 20},
        "long-paragraph": {"warn_of_sentences": True},
        "vague-or-question-heading": {"questions": True},
    },
    # Faults that an editor can always mend at once; laid over the profile of the locale.
    "strict": {
        "missing-author-or-publisher": {"severity": "error"},
        "promised-link-missing": {"severity": "error"},
        "edited-since-review": {"severity": "error"},
        "person-label": {"severity": "error"},
        "uncited-evidence": {"severity": "error"},
    },
}


def layers(profile: str | None, locale: str) -> tuple[str, ...]:
    """The names of the profiles for a document, later ones laid over earlier ones."""
    of_the_place = "uk-nhs" if locale.lower() == "en-gb" else "us"
    if profile is None:
        return (of_the_place,)
    return (of_the_place, profile) if profile == "strict" else (profile,)
