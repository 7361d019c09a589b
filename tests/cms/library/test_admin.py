"""The library as its editors use it: through the forms and listings of the admin."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, ReferenceIndex
from wagtail.test.utils.form_data import nested_form_data, rich_text

from cms.library import factories, models
from cms.pages import factories as pages

pytestmark = pytest.mark.django_db

FILLED_IN: dict[type[models.LibraryItem], dict[str, Any]] = {
    models.Condition: {
        "name": "Migraine",
        "slug": "migraine",
        "also_called": "sick headache\nhemicrania",
        "description": "A strong headache, often on one side.",
        "code": "G43",
        "code_system": "ICD-10-CM",
        "needs_crisis_block": "on",
    },
    models.Therapy: {
        "name": "Biofeedback",
        "slug": "biofeedback",
        "abbreviation": "BFB",
        "description": "You watch your pulse on a screen and learn to slow it.",
        "evidence_note": "Some trials in migraine.",
    },
    models.MedicineClass: {
        "name": "Triptans",
        "slug": "triptans",
        "examples": "sumatriptan\nzolmitriptan",
        "used_for": "Migraine.",
        "side_effects": "Tingling.",
        "safety_warning": "Not after a heart attack.",
        "stop_safely": "Ask your pharmacist.",
    },
    models.Person: {
        "name": "Dr Ola Berg",
        "slug": "ola-berg",
        "credentials": "MD",
        "role": "Clinical reviewer",
        "profile": "Looks after people with headaches.",
        "conflicts_of_interest": "None declared.",
    },
    models.Disclaimer: {
        "name": "Medicines",
        "slug": "medicines",
        "text": rich_text("<p>Ask your pharmacist first.</p>"),
        "purpose": "medicine",
    },
    models.CrisisResource: {
        "name": "Night line",
        "slug": "night-line",
        "country": "GB",
        "phone": "0800 555 0100",
        "text_number": "85258",
        "url": "https://night.example.org/",
        "hours": "6pm to 6am",
        "used_for": "Anyone who cannot sleep for worry.",
    },
    models.CallToAction: {
        "label": "Find a headache clinic",
        "slug": "find-a-clinic",
        "page": "",
        "url": "https://clinics.example.org/",
        "phone": "",
        "style": "secondary",
    },
}
MODELS = pytest.mark.parametrize("model", FILLED_IN, ids=lambda model: model.__name__)


def url(model: type[models.LibraryItem], view: str, *args: Any) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def editor(*codenames: str) -> Client:
    """Somebody who may enter the admin, and do what the codenames say."""
    group = Group.objects.create(name="Library editors")
    group.permissions.add(
        *Permission.objects.filter(codename__in=["access_admin", *codenames]).order_by("pk")
    )
    user = User.objects.create_user("editor", "editor@example.org", "a long password")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


@MODELS
def test_create_as_a_draft(model: type[models.LibraryItem], admin_client: Client) -> None:
    filled_in = FILLED_IN[model]
    response = admin_client.post(url(model, "add"), nested_form_data(filled_in))
    item = model.objects.get(slug=filled_in["slug"])
    assert response.status_code == 302
    assert (item.live, item.locale) == (False, Locale.get_default())
    draft = item.get_latest_revision_as_object()
    assert {name: getattr(draft, name) for name in filled_in} == {
        name: _stored(model, name, value) for name, value in filled_in.items()
    }


def _stored(model: type[models.LibraryItem], name: str, value: str) -> Any:
    """What the form's text becomes in the model."""
    if name in {"also_called", "examples"}:
        return value.splitlines()
    if model is models.Disclaimer and name == "text":
        return models.Disclaimer.objects.get().get_latest_revision_as_object().text
    return {"needs_crisis_block": True, "page": None}.get(name, value)


def test_a_disclaimer_keeps_its_words(admin_client: Client) -> None:
    admin_client.post(url(models.Disclaimer, "add"), nested_form_data(FILLED_IN[models.Disclaimer]))
    draft = models.Disclaimer.objects.get().get_latest_revision_as_object()
    assert "Ask your pharmacist first." in draft.text


@MODELS
def test_a_name_is_enough_for_a_draft(
    model: type[models.LibraryItem], admin_client: Client
) -> None:
    empty = dict.fromkeys(FILLED_IN[model], "") | {
        name: value
        for name, value in FILLED_IN[model].items()
        if name in {model.label_field, "slug", "purpose", "style"}
    }
    if model is models.Disclaimer:
        empty["text"] = rich_text("")
    empty.pop("needs_crisis_block", None)
    assert admin_client.post(url(model, "add"), nested_form_data(empty)).status_code == 302
    assert model.objects.get(slug=empty["slug"]).live is False


@MODELS
def test_without_permission(model: type[models.LibraryItem]) -> None:
    client = editor()
    response = client.post(url(model, "add"), nested_form_data(FILLED_IN[model]))
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert not model.objects.exists()


def test_an_editor_without_the_right_to_publish_saves_a_draft() -> None:
    client = editor("add_condition", "change_condition")
    data = FILLED_IN[models.Condition] | {"action-publish": "publish"}
    client.post(url(models.Condition, "add"), nested_form_data(data))
    assert models.Condition.objects.get().live is False


def test_a_second_slug_is_refused_in_words(admin_client: Client) -> None:
    factories.condition("Sick headache", slug="migraine")
    data = nested_form_data(FILLED_IN[models.Condition])
    response = admin_client.post(url(models.Condition, "add"), data)
    assert response.status_code == 200
    assert "This language already has an item with this slug." in response.content.decode()
    assert models.Condition.objects.count() == 1


@MODELS
def test_listing_and_search(model: type[models.LibraryItem], admin_client: Client) -> None:
    make = {
        models.Condition: factories.condition,
        models.Therapy: factories.therapy,
        models.MedicineClass: factories.medicine_class,
        models.Person: factories.person,
        models.Disclaimer: factories.disclaimer,
        models.CrisisResource: factories.crisis_resource,
        models.CallToAction: factories.call_to_action,
    }[model]
    make("Sunrise"), make("Evening")
    found = admin_client.get(url(model, "list"), {"q": "sunr"}).content.decode()
    assert ("Sunrise" in found, "Evening" in found) == (True, False)


def test_usage_names_the_article(admin_client: Client) -> None:
    condition = factories.condition("Migraine")
    article = pages.article(
        "Headaches at work",
        body=[{"type": "condition_list", "value": [{"condition": condition.pk}]}],
        about=[condition],
    )
    ReferenceIndex.create_or_update_for_object(article)
    usage = admin_client.get(url(models.Condition, "usage", condition.pk)).content.decode()
    assert "Headaches at work" in usage


@pytest.mark.parametrize(
    ("make", "fields", "shown"),
    [
        (
            factories.medicine_class,
            {"examples": ["sumatriptan", "zolmitriptan"], "safety_warning": "Not <today>."},
            ["Example medicines", "sumatriptan<br>zolmitriptan", "Not &lt;today&gt;."],
        ),
        (factories.disclaimer, {"text": "<p>Ask <b>first</b>.</p>"}, ["<p>Ask <b>first</b>.</p>"]),
        (factories.condition, {"needs_crisis_block": True}, ["Needs crisis help", "Yes"]),
        (factories.call_to_action, {"style": "link"}, ["Plain link"]),
    ],
)
def test_preview(make: Any, fields: dict, shown: list[str]) -> None:
    html = make(**fields).make_preview_request().content.decode()
    assert [text for text in shown if text.lower() not in html.lower()] == []
