"""The image model: Wagtail's, with a name that content files use and a credit."""

from pathlib import PurePosixPath

from django.db import models
from django.utils.text import slugify
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index


class CmsImage(AbstractImage):
    """A picture that pages show; `description` is its usual alternative text."""

    slug = models.SlugField(
        max_length=100,
        unique=True,
        blank=True,
        help_text="The short name that content files use. Left empty, it follows the file's name.",
    )
    credit = models.CharField(
        max_length=255, blank=True, help_text="Who made it, and under which licence."
    )

    admin_form_fields = (*Image.admin_form_fields, "slug", "credit")
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        stem = slugify(PurePosixPath(self.file.name).stem)[:90] or "image"
        taken = set(
            type(self)
            .objects.filter(slug__startswith=stem)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        names = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
        return next(name for name in names if name not in taken)


class CmsRendition(AbstractRendition):
    image = models.ForeignKey(CmsImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
