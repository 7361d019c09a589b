"""What readers can do next."""

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
)
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.library.validators import validate_link, validate_phone

TARGETS = ("page", "url", "phone")


class CallToActionBlock(StructBlock):
    """A button or link to one page, web address or phone number, its own or from the library.

    It may still need its target: a draft keeps the promise, and the linter keeps it from readers.
    """

    call_to_action = SnippetChooserBlock(
        "library.CallToAction",
        required=False,
        label="From the library",
        help_text="Leave the rest empty then: the library says where it leads.",
    )
    label = CharBlock(
        required=False, max_length=120, help_text="Say what happens, such as Find a therapist."
    )
    page = PageChooserBlock(required=False, help_text="Fill in one of page, web address and phone.")
    url = CharBlock(
        required=False, max_length=2000, label="Web address", validators=[validate_link]
    )
    phone = CharBlock(required=False, max_length=32, validators=[validate_phone])
    style = ChoiceBlock(
        choices=[
            ("primary", "Main button"),
            ("secondary", "Second button"),
            ("link", "Plain link"),
        ],
        default="primary",
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        chosen = cleaned["call_to_action"]
        targets = [name for name in TARGETS if cleaned[name]]
        if not chosen and not cleaned["label"].strip():
            wrong, message = "label", "Write what happens, or choose one from the library."
        elif chosen and (cleaned["label"].strip() or targets):
            wrong = "label" if cleaned["label"].strip() else targets[0]
            message = "Keep either the one from the library or your own, not both."
        elif len(targets) > 1:
            wrong, message = targets[1], "Keep one of page, web address and phone."
        else:
            return cleaned
        raise StructBlockValidationError({wrong: ValidationError(message)})

    class Meta:
        icon = "link"
        group = "Next steps"
        label_format = "{label} {call_to_action}"
        description = "A button or link to a page, a web address or a phone number"
        preview_value = {
            "label": "Find a pharmacy",
            "url": "https://www.example.org/pharmacies/",
            "style": "primary",
        }
