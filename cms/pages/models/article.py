"""The article, and the ordered lists of people, sources and subjects that belong to one."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.api import APIField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable
from wagtail.search import index

from cms.library.fields import LinesField
from cms.library.validators import validate_link
from cms.pages.models.base import BasePage
from cms.pages.serializers import LiveItemField, LivePageField, rendition_of


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey(
        "pages.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ArticlePage(BasePage):
    """An article: typed blocks, and everything that lets readers trust it."""

    class Kind(models.TextChoices):
        CLINICAL = "clinical", "Clinical"
        NEWS = "news", "News"
        EVENT = "event", "Event"
        STAFF = "staff", "Staff"
        STORY = "story", "Personal story"

    class Audience(models.TextChoices):
        PUBLIC = "public", "Everyone"
        PATIENTS = "patients", "People with the condition"
        CARERS = "carers", "Family and carers"
        YOUNG_PEOPLE = "young_people", "Young people"
        PROFESSIONALS = "professionals", "Health professionals"

    article_kind = models.CharField(
        "kind of article",
        max_length=20,
        choices=Kind,
        default=Kind.CLINICAL,
        help_text="Clinical articles must name a reviewer, review dates and a disclaimer.",
    )
    also_called = LinesField(
        help_text="Other names readers may search for, one on each line.",
    )
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.PUBLIC)
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name="main image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        "description of the image",
        max_length=255,
        blank=True,
        help_text="What the picture tells, for people who cannot see it.",
    )
    hero_decorative = models.BooleanField(
        "only decoration", default=False, help_text="Screen readers skip the picture."
    )
    last_reviewed = models.DateField(
        null=True, blank=True, help_text="When a clinician last checked the whole article."
    )
    next_review = models.DateField(
        "next review due", null=True, blank=True, help_text="When it must be checked again."
    )
    reviewed_text = models.TextField(
        blank=True,
        editable=False,
        help_text="What `lint.reviewed` makes of the words as they were at the last review.",
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    page_description = "Health information, news, an event or somebody's story."
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]
    subpage_types = []

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("also_called", boost=2),
        index.FilterField("article_kind"),
        index.FilterField("audience"),
        index.FilterField("last_reviewed"),
        index.FilterField("next_review"),
        index.RelatedFields("tags", [index.SearchField("name"), index.FilterField("slug")]),
    ]

    content_panels = [
        *BasePage.content_panels[:-1],
        MultiFieldPanel(
            ["hero_image", "hero_alt", "hero_decorative"],
            heading="Main image",
            classname="collapsed",
        ),
        "body",
    ]
    review_panels = [
        MultipleChooserPanel(
            "authors", chooser_field_name="person", heading="Authors", label="author"
        ),
        MultipleChooserPanel(
            "reviewers",
            chooser_field_name="person",
            heading="Clinical reviewers",
            label="reviewer",
            help_text="Somebody with clinical credentials who is not an author.",
        ),
        MultiFieldPanel(
            [FieldRowPanel(["last_reviewed", "next_review"])], heading="Dates of review"
        ),
        InlinePanel(
            "sources",
            heading="Sources",
            label="source",
            help_text="The guidelines and studies that the article rests on.",
        ),
    ]
    subject_panels = [
        MultiFieldPanel(["article_kind", "audience"], heading="What it is"),
        "also_called",
        MultipleChooserPanel(
            "about_conditions",
            chooser_field_name="condition",
            heading="Conditions it is about",
            label="condition",
        ),
        MultipleChooserPanel(
            "about_therapies",
            chooser_field_name="therapy",
            heading="Therapies it is about",
            label="therapy",
        ),
        MultipleChooserPanel(
            "about_medicine_classes",
            chooser_field_name="medicine_class",
            heading="Medicines it is about",
            label="medicine class",
        ),
        MultipleChooserPanel(
            "related",
            chooser_field_name="article",
            heading="Related articles",
            label="article",
        ),
        FieldPanel("tags"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Content"),
            ObjectList(review_panels, heading="Sources and review"),
            ObjectList(subject_panels, heading="Subject"),
            ObjectList(BasePage.promote_panels, heading="Promote"),
            ObjectList(BasePage.settings_panels, heading="Settings"),
        ]
    )

    api_fields = [
        *BasePage.api_fields,
        APIField("article_kind", writable=True),
        APIField("also_called", writable=True),
        APIField("audience", writable=True),
        APIField("hero_image", writable=True),
        APIField("hero_rendition", serializer=rendition_of("hero_image")),
        APIField("hero_alt", writable=True),
        APIField("hero_decorative", writable=True),
        APIField("authors", writable=True),
        APIField("reviewers", writable=True),
        APIField("last_reviewed", writable=True),
        APIField("next_review", writable=True),
        APIField("sources", writable=True),
        APIField("about_conditions", writable=True),
        APIField("about_therapies", writable=True),
        APIField("about_medicine_classes", writable=True),
        APIField("related", writable=True),
        APIField("tags", writable=True),
    ]

    class Meta:
        verbose_name = "article"


class ArticleAuthor(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey("library.Person", on_delete=models.CASCADE, related_name="+")

    api_fields = [
        APIField("person", writable=True),
        APIField("details", serializer=LiveItemField("person")),
    ]


class ArticleReviewer(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="reviewers")
    person = models.ForeignKey("library.Person", on_delete=models.CASCADE, related_name="+")

    api_fields = [
        APIField("person", writable=True),
        APIField("details", serializer=LiveItemField("person")),
    ]


class ArticleCondition(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="about_conditions")
    condition = models.ForeignKey("library.Condition", on_delete=models.CASCADE, related_name="+")

    api_fields = [
        APIField("condition", writable=True),
        APIField("details", serializer=LiveItemField("condition")),
    ]


class ArticleTherapy(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="about_therapies")
    therapy = models.ForeignKey("library.Therapy", on_delete=models.CASCADE, related_name="+")

    api_fields = [
        APIField("therapy", writable=True),
        APIField("details", serializer=LiveItemField("therapy")),
    ]


class ArticleMedicineClass(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="about_medicine_classes")
    medicine_class = models.ForeignKey(
        "library.MedicineClass", on_delete=models.CASCADE, related_name="+"
    )

    api_fields = [
        APIField("medicine_class", writable=True),
        APIField("details", serializer=LiveItemField("medicine_class")),
    ]


class RelatedArticle(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related")
    article = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")

    api_fields = [
        APIField("article", writable=True),
        APIField("details", serializer=LivePageField("article")),
    ]


class ArticleSource(Orderable):
    """Where facts come from, and how strong that evidence is."""

    class Evidence(models.TextChoices):
        GUIDELINE = "guideline", "Guideline"
        SYSTEMATIC_REVIEW = "systematic_review", "Systematic review"
        TRIAL = "trial", "Trial"
        OBSERVATIONAL = "observational", "Observational study"
        EXPERT = "expert", "Expert opinion"
        PATIENT_INFORMATION = "patient_information", "Patient information"
        OTHER = "other", "Something else"

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="sources")
    citation = models.TextField(
        help_text="Who wrote it, its title, and where and when it appeared."
    )
    url = models.URLField("web address", max_length=2000, blank=True, validators=[validate_link])
    accessed = models.DateField(
        "date accessed", null=True, blank=True, help_text="When somebody last looked it up."
    )
    evidence = models.CharField(
        "kind of evidence", max_length=30, choices=Evidence, default=Evidence.OTHER
    )

    panels = ["citation", "url", FieldRowPanel(["accessed", "evidence"])]
    api_fields = [
        APIField("citation", writable=True),
        APIField("url", writable=True),
        APIField("accessed", writable=True),
        APIField("evidence", writable=True),
    ]
