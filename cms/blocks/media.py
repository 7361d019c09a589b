"""Pictures, videos and tables."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.api.rich_text import APIRichText
from wagtail.blocks import Block, BooleanBlock, CharBlock, RichTextBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.blocks.features import LINE, TEXT
from cms.library.validators import validate_link


class ImageBlock(StructBlock):
    """A picture with a description, or marked as decoration."""

    image = ImageChooserBlock()
    alt = CharBlock(
        required=False,
        label="Description",
        help_text="What the picture tells, for people who cannot see it.",
    )
    decorative = BooleanBlock(
        required=False,
        label="Only decoration",
        help_text="Screen readers skip the picture.",
    )
    caption = CharBlock(required=False, max_length=500)

    class Meta:
        icon = "image"
        group = "Media"
        label_format = "{alt} {caption}"
        description = "A picture with a description and a caption"
        preview_value = {
            "image": None,
            "alt": "A hand under running water",
            "caption": "Wash for as long as it takes to hum a tune twice.",
        }


class TableBlock(TypedTableBlock):
    """A table whose every column has a heading.

    Stored as {"columns": [{"type": "text", "heading": "Age"}, ...],
    "rows": [{"values": ["...", ...]}, ...], "caption": "..."}. The type of a column is "text",
    and its values plain texts, or "rich_text", and its values HTML.
    """

    text = CharBlock(required=False, label="Text")
    rich_text = RichTextBlock(required=False, features=LINE, label="Text with links")

    def to_python(self, value):
        try:
            return super().to_python(value)
        except (AttributeError, IndexError, KeyError, TypeError) as error:
            message = "A table has columns of known types, and rows with a value for each."
            raise ValidationError(message) from error

    def value_for_form(self, value):
        """The whole table: Wagtail's v3 API asks every block, and its own table fails to answer.

        The API cleans rich text everywhere but in a table, so that is done here.
        """
        for row in value.row_data:
            row["values"] = [
                _cleaned(column["block"], cell)
                for column, cell in zip(value.columns, row["values"], strict=True)
            ]
        return value

    def value_from_datadict(self, data, files, prefix):
        whole = data.get(prefix)
        if isinstance(whole, TypedTable):
            return whole
        return super().value_from_datadict(data, files, prefix)

    class Meta:
        icon = "table"
        group = "Media"
        description = "Rows and columns, with a caption and column headings"
        preview_value = {
            "columns": [
                {"type": "text", "heading": "Age"},
                {"type": "rich_text", "heading": "Hours of sleep"},
            ],
            "rows": [
                {"values": ["Adults", "<p>7 to 9</p>"]},
                {"values": ["School children", "<p>9 to 12</p>"]},
            ],
            "caption": "How much sleep people need",
        }


def _cleaned(block: Block, cell: Any) -> Any:
    """A cell with no more markup than the editor offers."""
    if not isinstance(block, RichTextBlock):
        return cell
    html, _removed = APIRichText.convert_input(cell.source, features=block.features)
    return block.to_python(html)


class VideoBlock(StructBlock):
    """A video on another site, with everything that is said in it."""

    url = CharBlock(
        max_length=2000,
        label="Web address",
        validators=[validate_link],
        help_text="The address of the video's page on YouTube or Vimeo.",
    )
    title = CharBlock(max_length=255, help_text="What the video shows.")
    transcript = RichTextBlock(
        required=False,
        features=TEXT,
        help_text="What is said and shown, for people who cannot hear or see it.",
    )

    class Meta:
        icon = "media"
        group = "Media"
        label_format = "{title}"
        description = "A video with its transcript"
        preview_value = {
            "url": "https://www.example.org/videos/washing-hands/",
            "title": "How to wash your hands",
            "transcript": "<p>Wet your hands. Take some soap. Rub for 20 seconds.</p>",
        }
