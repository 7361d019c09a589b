import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from cms.library import factories, models
from cms.pages.factories import home

pytestmark = pytest.mark.django_db


def test_a_slug_is_unique_in_its_language() -> None:
    home()
    american = factories.condition("Anemia", slug="anemia")
    british = factories.condition(
        "Anaemia", slug="anemia", locale=Locale.objects.get(language_code="en-gb")
    )
    assert american.slug == british.slug
    with pytest.raises(ValidationError) as refusal:
        factories.condition("Low iron", slug="anemia")
    assert refusal.value.messages == ["This language already has an item with this slug."]


def test_a_slug_is_refused_before_a_locale_is_set() -> None:
    """As the API validates a new item; saving it then fills in the default locale."""
    factories.condition("Anemia", slug="anemia")
    with pytest.raises(ValidationError) as refusal:
        models.Condition(name="Low iron", slug="anemia").clean()
    assert refusal.value.message_dict == {
        "slug": ["This language already has an item with this slug."]
    }


def test_a_translation_keeps_the_slug() -> None:
    home()
    american = factories.therapy(slug="breathing")
    british = american.copy_for_translation(Locale.objects.get(language_code="en-gb"))
    british.save()
    assert (british.slug, british.locale.language_code) == ("breathing", "en-gb")
    assert british.translation_key == american.translation_key


def test_a_call_to_action_leads_to_one_place() -> None:
    assert factories.call_to_action("Write to us", url="mailto:desk@medlineplus.gov").phone == ""
    assert factories.call_to_action("Still to come", phone="", live=False).pk
    with pytest.raises(ValidationError) as refusal:
        factories.call_to_action(page=home(), url="https://example.org")
    assert refusal.value.message_dict == {"url": ["Fill in one of page, web address and phone."]}


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (models.Condition, "name"),
        (models.Therapy, "name"),
        (models.MedicineClass, "name"),
        (models.Person, "name"),
        (models.Disclaimer, "name"),
        (models.CrisisResource, "name"),
        (models.CallToAction, "label"),
    ],
)
def test_is_called_what_editors_call_it(model: type[models.LibraryItem], name: str) -> None:
    assert str(model(**{name: "So called"})) == "So called"
