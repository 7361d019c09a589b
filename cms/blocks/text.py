"""Headings, paragraphs, quotations, questions and answers."""

from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    RichTextBlock,
    StructBlock,
)

from cms.blocks.features import PROSE, TEXT
from cms.blocks.lists import ItemsBlock


class HeadingBlock(StructBlock):
    """A heading below the title, which is level 1. The level is stored as a number."""

    text = CharBlock(max_length=255, form_classname="title")
    level = ChoiceBlock(
        choices=[(2, "2: section"), (3, "3: part of a section"), (4, "4: part of a part")],
        default=2,
    )

    class Meta:
        icon = "title"
        group = "Text"
        label_format = "{text}"
        description = "Starts a section or a part of one"
        preview_value = {"text": "How to look after a cold", "level": 2}


class ParagraphBlock(RichTextBlock):
    """Running text: one or more paragraphs, lists and links."""

    def __init__(self, **kwargs):
        super().__init__(features=PROSE, **kwargs)

    class Meta:
        icon = "pilcrow"
        group = "Text"
        description = "Paragraphs, bullet lists and links"
        preview_value = (
            "<p>A cold is an infection of the nose and throat. <b>Rest</b> and drink plenty.</p>"
            "<ul><li>Wash your hands often.</li><li>Sneeze into a tissue.</li></ul>"
        )


class QuoteBlock(StructBlock):
    """Somebody's own words: a quotation, or a personal story marked as one."""

    text = RichTextBlock(features=TEXT)
    speaker = CharBlock(
        required=False, max_length=255, help_text="Who says it, and in what role if that matters."
    )
    story = BooleanBlock(
        required=False,
        label="This is a personal story",
        help_text="Readers are told that it is one person's experience and no advice.",
    )

    class Meta:
        icon = "openquote"
        group = "Text"
        label_format = "{speaker}"
        label = "Quote or personal story"
        description = "Somebody's own words, with their name"
        preview_value = {
            "text": "<p>I thought it was only a cold. The cough stayed for a month.</p>",
            "speaker": "Noor, 34",
            "story": True,
        }


class QuestionItem(StructBlock):
    question = CharBlock(max_length=255)
    answer = RichTextBlock(features=TEXT)

    class Meta:
        icon = "help"
        label = "Question and answer"
        label_format = "{question}"


class QuestionsBlock(ItemsBlock):
    """Questions that readers ask, each with its answer."""

    item = QuestionItem

    class Meta:
        icon = "help"
        group = "Text"
        label = "Questions and answers"
        description = "What readers often ask, with the answers"
        preview_value = [
            {
                "question": "How long does a cold last?",
                "answer": "<p>Usually one to two weeks. A cough may last longer.</p>",
            },
            {
                "question": "Can I go to work?",
                "answer": "<p>Stay at home while you have a fever.</p>",
            },
        ]
