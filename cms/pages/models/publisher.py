"""What is set once for a whole site: who publishes it, and the texts that stand on every page."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import MultiFieldPanel, MultipleChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Locale, Orderable

from cms.library.fields import LinesField
from cms.library.models import CrisisResource, Disclaimer
from cms.library.validators import validate_domains


class PublisherForm(WagtailAdminModelForm):
    """Refuses two site-wide disclaimers in one language: readers would see neither or both."""

    def clean(self):
        cleaned = super().clean()
        formset = self.formsets["disclaimers"]
        formset.is_valid()  # cleans the rows, which otherwise happens after this form
        seen = set()
        for form in formset.forms:
            disclaimer = getattr(form, "cleaned_data", {}).get("disclaimer")
            if disclaimer is None or form in formset.deleted_forms:
                continue
            if disclaimer.locale_id in seen:
                form.add_error(
                    "disclaimer", f"{disclaimer.locale} already has a site-wide disclaimer."
                )
            seen.add(disclaimer.locale_id)
        return cleaned


@register_setting(icon="site")
class PublisherSettings(ClusterableModel, BaseSiteSetting):
    """The publisher, what belongs to it, and what each language shows on every page."""

    base_form_class = PublisherForm

    publisher = models.CharField(
        "name of the publisher", max_length=200, blank=True, help_text="As readers should see it."
    )
    brands = LinesField(
        "own brands",
        help_text="Names of your own services and products, one on each line. "
        "Clinical articles must say so when they recommend them.",
    )
    domains = LinesField(
        "own domains",
        validators=[validate_domains],
        help_text="Such as health.example.org, one on each line.",
    )

    panels = [
        MultiFieldPanel(["publisher", "brands", "domains"], heading="Publisher"),
        MultipleChooserPanel(
            "disclaimers",
            chooser_field_name="disclaimer",
            heading="Site-wide disclaimers",
            label="disclaimer",
            help_text="Stands on every page of its language. One for each language.",
        ),
        MultipleChooserPanel(
            "crisis_resources",
            chooser_field_name="crisis_resource",
            heading="Site-wide crisis resources",
            label="crisis resource",
            help_text="Stand on every page of their language, in this order.",
        ),
    ]

    class Meta:
        verbose_name = "publisher"

    def disclaimer_for(self, locale: Locale) -> Disclaimer | None:
        """The live disclaimer that every page in this locale carries, if one is chosen."""
        return Disclaimer.objects.filter(live=True, locale=locale, site_uses__settings=self).first()

    def crisis_resources_for(self, locale: Locale) -> list[CrisisResource]:
        """The live crisis resources that every page in this locale carries, in order."""
        return list(
            CrisisResource.objects.filter(
                live=True, locale=locale, site_uses__settings=self
            ).order_by("site_uses__sort_order")
        )


class SiteDisclaimer(Orderable):
    settings = ParentalKey(PublisherSettings, on_delete=models.CASCADE, related_name="disclaimers")
    disclaimer = models.ForeignKey(Disclaimer, on_delete=models.CASCADE, related_name="site_uses")


class SiteCrisisResource(Orderable):
    settings = ParentalKey(
        PublisherSettings, on_delete=models.CASCADE, related_name="crisis_resources"
    )
    crisis_resource = models.ForeignKey(
        CrisisResource, on_delete=models.CASCADE, related_name="site_uses"
    )
