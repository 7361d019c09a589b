"""Where the article's facts come from."""

from wagtail.blocks import StaticBlock


class SourcesBlock(StaticBlock):
    """The place where the article's own sources are listed. It stores nothing."""

    class Meta:
        icon = "doc-full"
        group = "Next steps"
        label = "List of sources"
        admin_text = "The sources from the tab “Sources and review” are listed here."
        description = "Shows the article's sources at this place"
        preview_value = None

    def value_for_form(self, value):
        """Nothing; Wagtail's v3 API asks every block, and its own static block fails to answer."""
        return ""
