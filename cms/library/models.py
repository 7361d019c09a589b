"""What articles share: conditions, treatments, people and the texts that keep readers safe."""

from collections.abc import Iterator
from functools import cache

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    PageChooserPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from cms.library.fields import LinesField
from cms.library.validators import validate_country, validate_link, validate_phone
from cms.quality.fields import SuppressField
from cms.quality.forms import LintedItemForm

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class LibraryItem(
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """Something articles point at by its slug, which is unique in each locale."""

    base_form_class = LintedItemForm

    slug = models.SlugField(
        max_length=100,
        allow_unicode=True,
        help_text="The short name that content files and links use. Keep it once it is in use.",
    )
    slug.required_on_save = True
    suppress = SuppressField()

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )
    _workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        for_concrete_model=False,
    )

    label_field = "name"

    class Meta(TranslatableMixin.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="%(app_label)s_%(class)s_unique_slug",
            )
        ]

    def __str__(self) -> str:
        return getattr(self, self.label_field)

    @classmethod
    @cache
    def own_fields(cls) -> tuple[models.Field, ...]:
        """What this kind of item says of itself, in order, without what all items share."""
        shared = {field.name for field in LibraryItem._meta.get_fields()}
        return tuple(
            field
            for field in cls._meta.concrete_fields
            if not field.primary_key and field.name not in shared
        )

    def clean(self) -> None:
        """Refuse a slug that is taken: forms leave out the locale, and so skip the constraint."""
        super().clean()
        locale = self.locale_id or self.get_default_locale().pk
        others = type(self)._default_manager.filter(locale=locale, slug=self.slug)
        if others.exclude(pk=self.pk).exists():
            raise ValidationError({"slug": "This language already has an item with this slug."})

    def get_preview_template(self, request, mode_name):
        return "library/item_preview.html"

    def get_preview_context(self, request, mode_name):
        return {"item": self, "rows": list(self._rows())}

    def _rows(self) -> Iterator[dict[str, object]]:
        """What the fields of this kind of item hold, in order, without the empty ones."""
        for field in self.own_fields():
            if field.name == self.label_field:
                continue
            value = getattr(self, field.name)
            if field.choices:
                value = getattr(self, f"get_{field.name}_display")()
            elif isinstance(value, list):
                value = "\n".join(value)
            elif isinstance(value, bool):
                value = "Yes" if value else ""
            if value:
                yield {
                    "label": field.verbose_name,
                    "value": value,
                    "is_rich": isinstance(field, RichTextField),
                }


def search_fields(*names: str) -> list[index.BaseField]:
    """Search by the first field as one types, by all of them in full, and filter by locale."""
    return [
        index.AutocompleteField(names[0]),
        *(index.SearchField(name) for name in (*names, "slug")),
        index.FilterField("slug"),
        index.FilterField("locale"),
        index.FilterField("live"),
        index.FilterField("translation_key"),
    ]


class Condition(LibraryItem):
    """An illness or problem that articles are about."""

    name = models.CharField(max_length=120)
    name.required_on_save = True
    also_called = LinesField(
        help_text="Other names and abbreviations that readers may know, one on each line."
    )
    description = models.TextField(
        blank=True, help_text="What it is, in one to three plain sentences."
    )
    code = models.CharField(
        "clinical code", max_length=40, blank=True, help_text="For example F32 or 35489007."
    )
    code_system = models.CharField(
        max_length=40,
        blank=True,
        help_text="Where the code comes from, such as ICD-10-CM or SNOMED CT.",
    )
    needs_crisis_block = models.BooleanField(
        "needs crisis help",
        default=False,
        help_text="Articles about this condition should show where to get help in a crisis.",
    )

    panels = [
        TitleFieldPanel("name", placeholder="Name of the condition"),
        "slug",
        "also_called",
        "description",
        MultiFieldPanel(["code", "code_system"], heading="Clinical code"),
        "needs_crisis_block",
        "suppress",
    ]
    search_fields = search_fields("name", "also_called", "description", "code")

    class Meta(LibraryItem.Meta):
        verbose_name = "condition"
        ordering = ["name"]


class Therapy(LibraryItem):
    """A talking or other treatment that is no medicine."""

    name = models.CharField(max_length=120)
    name.required_on_save = True
    abbreviation = models.CharField(max_length=20, blank=True, help_text="Such as CBT.")
    description = models.TextField(
        blank=True, help_text="What happens in this therapy, in plain words."
    )
    evidence_note = models.TextField(
        blank=True, help_text="What is known about how well it works, and from where."
    )

    panels = [
        TitleFieldPanel("name", placeholder="Name of the therapy"),
        "slug",
        "abbreviation",
        "description",
        "evidence_note",
        "suppress",
    ]
    search_fields = search_fields("name", "abbreviation", "description")

    class Meta(LibraryItem.Meta):
        verbose_name = "therapy"
        verbose_name_plural = "therapies"
        ordering = ["name"]


class MedicineClass(LibraryItem):
    """A family of medicines, with what readers must know to take them safely."""

    name = models.CharField(max_length=120)
    name.required_on_save = True
    examples = LinesField("example medicines", help_text="Names of medicines, one on each line.")
    used_for = models.TextField(blank=True, help_text="What it is prescribed for.")
    side_effects = models.TextField("common side effects", blank=True)
    safety_warning = models.TextField(
        blank=True, help_text="The warning that must stand beside this medicine."
    )
    stop_safely = models.TextField(
        "stopping safely", blank=True, help_text="What to do before stopping it."
    )

    panels = [
        TitleFieldPanel("name", placeholder="Name of the medicine class"),
        "slug",
        "examples",
        "used_for",
        MultiFieldPanel(["side_effects", "safety_warning", "stop_safely"], heading="Safety"),
        "suppress",
    ]
    search_fields = search_fields("name", "examples", "used_for")

    class Meta(LibraryItem.Meta):
        verbose_name = "medicine class"
        verbose_name_plural = "medicine classes"
        ordering = ["name"]


class Person(LibraryItem):
    """Somebody who writes or reviews articles."""

    name = models.CharField(max_length=120)
    name.required_on_save = True
    credentials = models.CharField(
        max_length=200, blank=True, help_text="Degrees and registrations, such as MD or MRCPsych."
    )
    role = models.CharField(max_length=120, blank=True, help_text="Such as Clinical reviewer.")
    profile = models.TextField(blank=True, help_text="A few sentences for readers.")
    conflicts_of_interest = models.TextField(
        blank=True, help_text="What readers should know, or “None declared”."
    )

    panels = [
        TitleFieldPanel("name", placeholder="Full name"),
        "slug",
        "credentials",
        "role",
        "profile",
        "conflicts_of_interest",
        "suppress",
    ]
    search_fields = search_fields("name", "credentials", "role")

    class Meta(LibraryItem.Meta):
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name"]


class Disclaimer(LibraryItem):
    """A text that tells readers to take their decision with a professional."""

    class Purpose(models.TextChoices):
        GENERAL = "general", "General"
        MEDICINE = "medicine", "Medicine"
        EMERGENCY = "emergency", "Emergency"

    name = models.CharField(max_length=120, help_text="For editors; readers do not see it.")
    name.required_on_save = True
    text = RichTextField(features=TEXT_FEATURES)
    purpose = models.CharField(max_length=20, choices=Purpose, default=Purpose.GENERAL)

    panels = [
        TitleFieldPanel("name", placeholder="Name for editors"),
        "slug",
        "text",
        "purpose",
        "suppress",
    ]
    search_fields = search_fields("name", "text")

    class Meta(LibraryItem.Meta):
        verbose_name = "disclaimer"
        ordering = ["name"]


class CrisisResource(LibraryItem):
    """A line or service that helps people in a crisis, in one country."""

    name = models.CharField(max_length=120)
    name.required_on_save = True
    country = models.CharField(
        max_length=2,
        validators=[validate_country],
        help_text="Two letters, such as US or GB.",
    )
    phone = models.CharField(max_length=32, blank=True, validators=[validate_phone])
    text_number = models.CharField(
        "number for text messages",
        max_length=32,
        blank=True,
        validators=[validate_phone],
    )
    url = models.URLField("website", max_length=500, blank=True, validators=[validate_link])
    hours = models.CharField(
        max_length=120, blank=True, help_text="Such as 24 hours a day, every day."
    )
    used_for = models.TextField(blank=True, help_text="Who should use it, and for what.")

    panels = [
        TitleFieldPanel("name", placeholder="Name of the service"),
        "slug",
        "country",
        MultiFieldPanel(["phone", "text_number", "url", "hours"], heading="How to reach it"),
        "used_for",
        "suppress",
    ]
    search_fields = [*search_fields("name", "used_for"), index.FilterField("country")]

    class Meta(LibraryItem.Meta):
        verbose_name = "crisis resource"
        ordering = ["name"]


class CallToAction(LibraryItem):
    """A next step to offer readers: a page, a link or a phone number."""

    class Style(models.TextChoices):
        PRIMARY = "primary", "Main button"
        SECONDARY = "secondary", "Second button"
        LINK = "link", "Plain link"

    label = models.CharField(
        max_length=120, help_text="Say what happens, such as Find a therapist."
    )
    label.required_on_save = True
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    url = models.CharField("web address", max_length=2000, blank=True, validators=[validate_link])
    phone = models.CharField(max_length=32, blank=True, validators=[validate_phone])
    style = models.CharField(max_length=20, choices=Style, default=Style.PRIMARY)

    label_field = "label"

    panels = [
        TitleFieldPanel("label", placeholder="Words on the button"),
        "slug",
        MultiFieldPanel(
            [PageChooserPanel("page"), "url", "phone"],
            heading="Where it leads",
            help_text="Fill in one of the three.",
        ),
        FieldPanel("style"),
        "suppress",
    ]
    search_fields = search_fields("label")

    class Meta(LibraryItem.Meta):
        verbose_name = "call to action"
        verbose_name_plural = "calls to action"
        ordering = ["label"]

    def clean(self) -> None:
        super().clean()
        targets = [name for name in ("page_id", "url", "phone") if getattr(self, name)]
        if len(targets) > 1:
            raise ValidationError(
                {targets[1].removesuffix("_id"): "Fill in one of page, web address and phone."}
            )


LIBRARY: dict[str, type[LibraryItem]] = {
    "condition": Condition,
    "therapy": Therapy,
    "medicine_class": MedicineClass,
    "person": Person,
    "disclaimer": Disclaimer,
    "crisis_resource": CrisisResource,
    "call_to_action": CallToAction,
}
"""The kinds of library items, as content files name them."""
