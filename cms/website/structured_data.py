"""What search engines are told about an article, in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

ARTICLE_TYPES = {
    "clinical": "MedicalWebPage",
    "news": "NewsArticle",
    "event": "Article",
    "staff": "Article",
    "story": "Article",
}
AUDIENCES = {"patients": "Patient", "carers": "Caregiver", "professionals": "Clinician"}
# What could end the script element, or be taken for a line end by old parsers.
ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


def article_data(content: dict[str, Any], publisher: str) -> dict[str, Any]:
    """The description of an article; what it does not say is left out."""
    article = content["article"]
    description = {
        "@context": "https://schema.org",
        "@type": ARTICLE_TYPES[article["kind"]],
        "name": content["title"],
        "headline": content["title"],
        "alternateName": article["also_called"],
        "description": content["description"],
        "url": content["url"],
        "inLanguage": content["locale"],
        "datePublished": content["first_published_at"],
        "dateModified": content["last_published_at"],
        "image": content["picture"] and content["picture"]["url"],
        "keywords": article["tags"],
        "author": [_person(each) for each in article["authors"]],
        "publisher": publisher and {"@type": "Organization", "name": publisher},
        "citation": [source["citation"] for source in article["sources"]],
    }
    if article["kind"] == "clinical":
        audience = AUDIENCES.get(article["audience"])
        description |= {
            "lastReviewed": article["last_reviewed"],
            "reviewedBy": [_person(each) for each in article["reviewers"]],
            "about": _subjects(article["about"]),
            "medicalAudience": audience and {"@type": "MedicalAudience", "audienceType": audience},
        }
    return {name: value for name, value in description.items() if value}


def breadcrumb_data(content: dict[str, Any]) -> dict[str, Any]:
    """The way from the home page to this one."""
    steps = [*content["breadcrumbs"], content]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step["title"], "item": step["url"]}
            for number, step in enumerate(steps, start=1)
        ],
    }


def as_script(data: dict[str, Any]) -> SafeString:
    """JSON that can stand inside a script element: nothing in it can end that element."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - every < > & is escaped above


def _person(person: dict[str, Any]) -> dict[str, Any]:
    known = {
        "@type": "Person",
        "name": person["name"],
        "jobTitle": person["role"],
        "honorificSuffix": person["credentials"],
    }
    return {name: value for name, value in known.items() if value}


def _subjects(about: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [
        *(_condition(each) for each in about["conditions"]),
        *({"@type": "MedicalTherapy", "name": each["name"]} for each in about["therapies"]),
        *({"@type": "DrugClass", "name": each["name"]} for each in about["medicine_classes"]),
    ]


def _condition(condition: dict[str, Any]) -> dict[str, Any]:
    known = {
        "@type": "MedicalCondition",
        "name": condition["name"],
        "alternateName": condition["also_called"],
        "code": condition["code"]
        and {
            "@type": "MedicalCode",
            "codeValue": condition["code"],
            "codingSystem": condition["code_system"],
        },
    }
    return {name: value for name, value in known.items() if value}
