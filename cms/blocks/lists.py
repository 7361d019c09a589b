"""What list blocks have in common, and the plainest of them: key points."""

from wagtail.blocks import Block, CharBlock, ListBlock
from wagtail.blocks.definition_lookup import BlockDefinitionLookupBuilder


class ItemsBlock(ListBlock):
    """A list that says in its class what an item is.

    Migrations freeze it as Wagtail's own ListBlock, so that they do not need this class later.
    """

    item: type[Block]

    def __init__(self, **kwargs):
        super().__init__(self.item(), **kwargs)

    def deconstruct(self):
        return "wagtail.blocks.ListBlock", [self.child_block], {}

    def deconstruct_with_lookup(self, lookup: BlockDefinitionLookupBuilder):
        return "wagtail.blocks.ListBlock", [lookup.add_block(self.child_block)], {}


class PointBlock(CharBlock):
    """One point of a list: a plain text."""

    class Meta:
        icon = "list-ul"
        label = "Point"


class KeyPointsBlock(ItemsBlock):
    """What a reader in a hurry should take away: a list of plain texts."""

    item = PointBlock

    class Meta:
        icon = "list-ul"
        group = "Text"
        description = "The few things a reader in a hurry should take away"
        preview_value = [
            "Most colds get better in a week or two.",
            "Antibiotics do not help against a cold.",
        ]
