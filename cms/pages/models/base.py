"""What every page has, and the pages that lead to articles."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import ArticleBody
from cms.pages.serializers import rendition_of
from cms.quality.fields import SuppressField
from cms.quality.forms import LintedPageForm


class BasePage(Page):
    """A page with a summary, typed blocks, and what search engines and social networks show."""

    base_form_class = LintedPageForm

    summary = models.TextField(
        blank=True, help_text="One or two sentences under the title: what readers will find here."
    )
    body = StreamField(ArticleBody(), blank=True)
    social_image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown when somebody shares the page. About 1200 × 630 pixels.",
    )
    suppress = SuppressField()

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("body"),
    ]

    content_panels = [*Page.content_panels, "summary", "body"]
    promote_panels = [
        MultiFieldPanel(
            [
                "slug",
                FieldPanel("seo_title", heading="Title for search engines"),
                FieldPanel("search_description", heading="Description for search engines"),
            ],
            heading="Search engines",
        ),
        MultiFieldPanel(["social_image"], heading="Social networks"),
        MultiFieldPanel(["show_in_menus"], heading="Menus"),
    ]
    settings_panels = [*Page.settings_panels, "suppress"]

    api_fields = [
        APIField("summary", writable=True),
        APIField("body", writable=True),
        APIField("social_image", writable=True),
        APIField("social_rendition", serializer=rendition_of("social_image")),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Forget what was accepted of blocks that are gone."""
        super().clean()
        if any("block" in each for each in self.suppress):
            there = {block["id"] for block in self.body.get_prep_value()}
            self.suppress = [
                each for each in self.suppress if "block" not in each or each["block"] in there
            ]


class HomePage(BasePage):
    """The first page of the site in one language."""

    page_description = "The first page of the site. There is one for each language."
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.SectionPage", "pages.ArticlePage"]

    class Meta:
        verbose_name = "home page"


class SectionPage(BasePage):
    """A topic: it lists the articles and sections below it."""

    page_description = "A topic, such as Sleep. It lists the articles below it."
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types = ["pages.SectionPage", "pages.ArticlePage"]

    class Meta:
        verbose_name = "section"
