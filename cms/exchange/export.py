"""Writes what is in the CMS as a folder of content files: loaded and written again, the same bytes.

A page that is live is written as the public sees it; changes that are not published are told, not
written.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from wagtail.models import Locale, Site

from cms.exchange import files
from cms.exchange.keys import Keys
from cms.exchange.load import current
from cms.exchange.locales import default_code, tag_of
from cms.exchange.records import (
    PAGES,
    image_record,
    item_record,
    page_record,
    site_record,
    state_of,
)
from cms.images.models import CmsImage
from cms.library.models import LIBRARY
from cms.pages.models import BasePage, HomePage, PublisherSettings


@dataclass
class Exported:
    """The files written, and those whose unpublished changes are not in them."""

    written: list[str] = field(default_factory=list)
    unpublished_changes: list[str] = field(default_factory=list)


def export(folder: Path) -> Exported:
    """Write everything below `folder`."""
    exported = Exported()
    keys = {code: Keys(code) for code in Locale.objects.values_list("language_code", flat=True)}
    for model in PAGES.values():
        for page in model.objects.select_related("locale").order_by("path"):
            name = _page_name(page, keys[page.locale.language_code])
            record = page_record(current(page), state_of(page), keys[page.locale.language_code])
            _write(folder, name, files.dump(record), exported)
            if page.live and page.has_unpublished_changes:
                exported.unpublished_changes.append(name)
    for kind, model in LIBRARY.items():
        taken = set(
            model.objects.filter(locale__language_code=default_code()).values_list(
                "slug", flat=True
            )
        )
        for item in model.objects.select_related("locale").order_by("slug", "locale"):
            code = item.locale.language_code
            shared = code != default_code() and item.slug in taken
            name = f"library/{kind}/{item.slug}{f'.{tag_of(code)}' if shared else ''}.json"
            shown = item if item.live else item.get_latest_revision_as_object()
            _write(
                folder, name, files.dump(item_record(shown, state_of(item), keys[code])), exported
            )
            if item.live and item.has_unpublished_changes:
                exported.unpublished_changes.append(name)
    for image in CmsImage.objects.order_by("slug"):
        picture = folder / "images" / f"{image.slug}{Path(image.file.name).suffix}"
        _write(folder, f"images/{image.slug}.json", files.dump(image_record(image)), exported)
        with image.file.open("rb") as source, picture.open("wb") as target:
            shutil.copyfileobj(source, target)
        exported.written.append(f"images/{picture.name}")
    site = Site.objects.filter(is_default_site=True).first()
    record = site_record(PublisherSettings.for_site(site)) if site else {}
    if record:
        _write(folder, "site.json", files.dump(record), exported)
    return exported


def _page_name(page: BasePage, keys: Keys) -> str:
    locale = tag_of(page.locale.language_code)
    place = (keys.place(page.pk) or (locale, "/"))[1].strip("/")
    if isinstance(page, HomePage):
        return f"pages/{locale}/index.json"
    if isinstance(page, PAGES["section"]):
        return f"pages/{locale}/{place}/index.json"
    return f"pages/{locale}/{place}.json"


def _write(folder: Path, name: str, text: str, exported: Exported) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    exported.written.append(name)
