"""The blocks that articles are made of: one family a file, put together here."""

from wagtail.blocks import StreamBlock

from cms.blocks.actions import CallToActionBlock
from cms.blocks.callouts import (
    CalloutBlock,
    CrisisResourcesBlock,
    DisclaimerBlock,
    DoDontBlock,
)
from cms.blocks.evidence import SourcesBlock
from cms.blocks.lists import KeyPointsBlock
from cms.blocks.media import ImageBlock, TableBlock, VideoBlock
from cms.blocks.text import HeadingBlock, ParagraphBlock, QuestionsBlock, QuoteBlock
from cms.blocks.treatments import (
    ConditionListBlock,
    ExplainedListBlock,
    MedicineListBlock,
    TherapyListBlock,
)

__all__ = ["ArticleBody"]


class ArticleBody(StreamBlock):
    """Every block an article may hold. The names are those in content files and in the linter."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    key_points = KeyPointsBlock()
    quote = QuoteBlock()
    questions = QuestionsBlock()

    condition_list = ConditionListBlock()
    therapy_list = TherapyListBlock()
    medicine_list = MedicineListBlock()
    explained_list = ExplainedListBlock()

    callout = CalloutBlock()
    do_dont = DoDontBlock()
    disclaimer = DisclaimerBlock()
    crisis_resources = CrisisResourcesBlock()

    call_to_action = CallToActionBlock()
    sources = SourcesBlock()

    image = ImageBlock()
    table = TableBlock()
    video = VideoBlock()
