"""What must stand out: care cards, do and don't, disclaimers and help in a crisis."""

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StructBlock,
    StructBlockValidationError,
)
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.blocks.features import TEXT
from cms.blocks.lists import PointBlock


class CalloutBlock(StructBlock):
    """A care card: what to do, and how fast.

    After the care cards of the NHS design system: from what readers can do themselves to calling an
    ambulance. A warning is for a risk without a place to go.
    """

    level = ChoiceBlock(
        choices=[
            ("self_care", "Self-care: what readers can do themselves"),
            ("professional", "See a professional: not urgent"),
            ("urgent", "Urgent: get help today"),
            ("emergency", "Emergency: call for help now"),
            ("warning", "Warning: a risk to know about"),
        ],
    )
    heading = CharBlock(
        required=False, max_length=255, help_text="Such as “Call an ambulance if:”."
    )
    text = RichTextBlock(features=TEXT)

    class Meta:
        icon = "warning"
        group = "Safety"
        label_format = "{heading}"
        label = "Care card or warning"
        description = "When to look after yourself, see somebody or call for help"
        preview_value = {
            "level": "emergency",
            "heading": "Call an ambulance if someone:",
            "text": "<ul><li>cannot breathe</li><li>has pain in the chest</li></ul>",
        }


class DoDontBlock(StructBlock):
    """What helps and what harms, side by side. Both are lists of plain texts."""

    do = ListBlock(PointBlock(), label="Do")
    dont = ListBlock(PointBlock(), label="Don't")

    class Meta:
        icon = "check"
        group = "Safety"
        label = "Do and don't"
        description = "What helps and what to avoid"
        preview_value = {
            "do": ["drink plenty of water"],
            "dont": ["share towels with other people"],
        }


def _has_words(text) -> bool:
    """Whether a rich text says anything: an emptied editor leaves an empty paragraph behind."""
    return bool(strip_tags(text.source).strip())


class DisclaimerBlock(StructBlock):
    """A disclaimer from the library, or one of the article's own."""

    disclaimer = SnippetChooserBlock("library.Disclaimer", required=False, label="From the library")
    text = RichTextBlock(
        required=False,
        features=TEXT,
        label="Or your own",
        help_text="Only if the library has none.",
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        chosen, written = bool(cleaned["disclaimer"]), _has_words(cleaned["text"])
        if chosen and written:
            message = "Keep either the disclaimer from the library or your own, not both."
        elif not chosen and not written:
            message = "Choose a disclaimer from the library, or write one here."
        else:
            return cleaned
        raise StructBlockValidationError({"text": ValidationError(message)})

    class Meta:
        icon = "info-circle"
        group = "Safety"
        description = "Tells readers to decide with a professional"
        preview_value = {
            "text": "<p>This page cannot replace advice from your doctor. "
            "Talk to them before you change a treatment.</p>"
        }


class CrisisResourcesBlock(StructBlock):
    """Where to get help now, from the library."""

    heading = CharBlock(required=False, max_length=255)
    resources = ListBlock(SnippetChooserBlock("library.CrisisResource", label="Service"), min_num=1)

    class Meta:
        icon = "mobile-alt"
        group = "Safety"
        label = "Help in a crisis"
        label_format = "{heading}"
        description = "Crisis lines and services from the library"
        preview_value = {"heading": "Where to get help now", "resources": []}
