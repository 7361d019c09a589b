"""The smallest valid library items, live unless asked otherwise. For tests and demonstrations."""

from itertools import count
from typing import Any, TypeVar

from django.utils.text import slugify
from wagtail.models import Locale

from cms.library.models import (
    CallToAction,
    Condition,
    CrisisResource,
    Disclaimer,
    LibraryItem,
    MedicineClass,
    Person,
    Therapy,
)

Item = TypeVar("Item", bound=LibraryItem)

_numbers = count(1)


def condition(name: str = "Asthma", **fields: Any) -> Condition:
    return _item(Condition, name=name, **fields)


def therapy(name: str = "Breathing training", **fields: Any) -> Therapy:
    return _item(Therapy, name=name, **fields)


def medicine_class(name: str = "Relievers", **fields: Any) -> MedicineClass:
    return _item(MedicineClass, name=name, **fields)


def person(name: str = "Robin Vale", **fields: Any) -> Person:
    return _item(Person, name=name, **fields)


def reviewer(name: str = "Dr Ines Moor", **fields: Any) -> Person:
    """Somebody with the credentials that a clinical review needs."""
    return _item(Person, name=name, **{"credentials": "MD", "role": "Clinical reviewer"} | fields)


def disclaimer(name: str = "General disclaimer", **fields: Any) -> Disclaimer:
    text = "<p>This page does not replace advice from your doctor.</p>"
    return _item(Disclaimer, name=name, **{"text": text} | fields)


def crisis_resource(name: str = "988 Lifeline", **fields: Any) -> CrisisResource:
    reached = {"country": "US", "phone": "988", "text_number": "988"}
    return _item(CrisisResource, name=name, **reached | fields)


def call_to_action(label: str = "Call 988", **fields: Any) -> CallToAction:
    """Leads to a phone unless told where."""
    target = {} if fields.keys() & {"page", "url", "phone"} else {"phone": "988"}
    return _item(CallToAction, label=label, **target | fields)


def _item(model: type[Item], **fields: Any) -> Item:
    """Save an item in the default locale, with a slug that no other item has."""
    name = fields[model.label_field]
    item = model(
        **{
            "slug": f"{slugify(name)}-{next(_numbers)}",
            "locale": fields.pop("locale", None) or Locale.get_default(),
        }
        | fields
    )
    item.full_clean()
    item.save()
    return item
