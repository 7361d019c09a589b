"""What readers can do next."""

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
)

from cms.library.validators import validate_link, validate_phone

TARGETS = ("page", "url", "phone")


class CallToActionBlock(StructBlock):
    """A button or link that leads to one page, web address or phone number.

    It may still need its target: a draft keeps the promise, and the linter keeps it from readers.
    """

    label = CharBlock(max_length=120, help_text="Say what happens, such as Find a therapist.")
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
        targets = [name for name in TARGETS if cleaned[name]]
        if len(targets) > 1 and not self.is_deferred_validation:
            message = "Keep one of page, web address and phone."
            raise StructBlockValidationError({targets[1]: ValidationError(message)})
        return cleaned

    class Meta:
        icon = "link"
        group = "Next steps"
        label_format = "{label}"
        description = "A button or link to a page, a web address or a phone number"
        preview_value = {
            "label": "Find a pharmacy",
            "url": "https://www.example.org/pharmacies/",
            "style": "primary",
        }
