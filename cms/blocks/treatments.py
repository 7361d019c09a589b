"""Conditions, treatments and what is said about them, from the library or written out."""

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ListBlock,
    RichTextBlock,
    StructBlock,
    StructBlockValidationError,
)
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.blocks.features import TEXT
from cms.blocks.lists import ItemsBlock

CHOOSER_LABEL = "From the library"
NAME_HELP = "Leave empty to show the name from the library."


class LibraryOrNameBlock(StructBlock):
    """Something from the library, or a name of its own.

    A name given beside a choice is shown instead of the library's.
    """

    chooser: str

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation or cleaned[self.chooser] or cleaned["name"].strip():
            return cleaned
        kind = self.chooser.replace("_", " ")
        message = f"Choose a {kind} from the library, or write its name here."
        raise StructBlockValidationError({"name": ValidationError(message)})


class ConditionItem(LibraryOrNameBlock):
    """A condition, and how each part of the treatment helps."""

    chooser = "condition"

    condition = SnippetChooserBlock("library.Condition", required=False, label=CHOOSER_LABEL)
    name = CharBlock(required=False, max_length=255, help_text=NAME_HELP)
    medication = RichTextBlock(
        required=False,
        features=TEXT,
        label="How medication helps",
        help_text="One or two sentences.",
    )
    therapy = RichTextBlock(
        required=False, features=TEXT, label="How therapy helps", help_text="One or two sentences."
    )
    text = RichTextBlock(required=False, features=TEXT, label="Anything else")

    class Meta:
        icon = "clipboard-list"
        label = "Condition"
        label_format = "{name} {condition}"


class ConditionListBlock(ItemsBlock):
    """Conditions, each with how medication and therapy help."""

    item = ConditionItem

    class Meta:
        icon = "clipboard-list"
        group = "Health"
        label = "Conditions"
        description = "Conditions, and how medication and therapy help with each"
        preview_value = [
            {
                "name": "Hay fever",
                "medication": "<p>Antihistamines can ease sneezing and itchy eyes.</p>",
                "therapy": "<p>Desensitisation helps the body get used to pollen.</p>",
            }
        ]


class TherapyItem(LibraryOrNameBlock):
    chooser = "therapy"

    therapy = SnippetChooserBlock("library.Therapy", required=False, label=CHOOSER_LABEL)
    name = CharBlock(required=False, max_length=255, help_text=NAME_HELP)
    text = RichTextBlock(
        required=False,
        features=TEXT,
        label="Description",
        help_text="Leave empty to show the description from the library.",
    )

    class Meta:
        icon = "group"
        label = "Therapy"
        label_format = "{name} {therapy}"


class TherapyListBlock(ItemsBlock):
    """Therapies, each with what it is."""

    item = TherapyItem

    class Meta:
        icon = "group"
        group = "Health"
        label = "Therapies"
        description = "Therapies, each with what it is"
        preview_value = [
            {
                "name": "Physiotherapy",
                "text": "<p>You learn exercises that ease pain and build strength.</p>",
            }
        ]


class MedicineItem(LibraryOrNameBlock):
    chooser = "medicine_class"

    medicine_class = SnippetChooserBlock(
        "library.MedicineClass", required=False, label=CHOOSER_LABEL
    )
    name = CharBlock(required=False, max_length=255, help_text=NAME_HELP)
    examples = CharBlock(
        required=False,
        max_length=500,
        label="Examples",
        help_text="Medicines of this class. Leave empty to show those from the library.",
    )
    text = RichTextBlock(
        required=False,
        features=TEXT,
        label="What it does",
        help_text="Leave empty to show what the library says.",
    )

    class Meta:
        icon = "tasks"
        label = "Medicine class"
        label_format = "{name} {medicine_class}"


class MedicineListBlock(ItemsBlock):
    """Classes of medicines, each with examples and what it does."""

    item = MedicineItem

    class Meta:
        icon = "tasks"
        group = "Health"
        label = "Medicine classes"
        description = "Kinds of medicine, with examples and what each does"
        preview_value = [
            {
                "name": "Antihistamines",
                "examples": "cetirizine, loratadine",
                "text": "<p>They can ease sneezing, itching and a runny nose.</p>",
            }
        ]


class ExplainedItem(StructBlock):
    term = CharBlock(max_length=255)
    explanation = RichTextBlock(features=TEXT)

    class Meta:
        icon = "tag"
        label = "Item"
        label_format = "{term}"


class ExplainedListBlock(StructBlock):
    """Benefits, steps or terms, each with its explanation."""

    ordered = BooleanBlock(
        required=False, label="These are steps", help_text="Steps are numbered in their order."
    )
    items = ListBlock(ExplainedItem())

    class Meta:
        icon = "list-ol"
        group = "Health"
        label = "Benefits, steps or terms"
        description = "A list of terms, each with its explanation"
        preview_value = {
            "ordered": True,
            "items": [
                {"term": "Wash", "explanation": "<p>Clean the graze with running water.</p>"},
                {"term": "Cover", "explanation": "<p>Put on a plaster that breathes.</p>"},
            ],
        }
