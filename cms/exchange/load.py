"""Loads a folder of content files into the CMS.

A file is loaded whole or not at all; what already is as the file says is left alone. Everything is
saved as a draft first and then published through the gate: what it refuses stays a draft.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from wagtail.images.fields import WagtailImageField
from wagtail.models import Locale, Page, Site

from cms.exchange import files
from cms.exchange.files import ContentSet, Entry, Fault
from cms.exchange.keys import Keys
from cms.exchange.locales import code_of, default_code, tag_of
from cms.exchange.records import (
    PAGES,
    fill_image,
    fill_item,
    fill_page,
    fill_site,
    image_record,
    item_record,
    page_record,
    site_record,
)
from cms.images.models import CmsImage
from cms.library.models import LIBRARY, LibraryItem
from cms.pages.models import BasePage, HomePage, PublisherSettings
from cms.pages.site import ensure_site
from cms.quality import adapter, gate


@dataclass(frozen=True)
class Refusal:
    """A file loaded as a draft only, because the gate did not let it go live."""

    file: str
    reasons: tuple[str, ...]


@dataclass
class Loaded:
    """What loading did, by file; `dangling` are (file, what its text links to and is not there)."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    dangling: list[tuple[str, str]] = field(default_factory=list)


def load(folder: Path) -> Loaded:
    """Load the content files below `folder`."""
    return _Loading(folder, files.read(folder), ensure_site()).run()


def current(page: BasePage) -> BasePage:
    """The page as a content file tells it: as the public sees it, or else its latest draft."""
    return page if page.live else page.get_latest_revision_as_object()


class _Loading:
    """One run: a place for every page first, so that links find it; then drafts; then live."""

    def __init__(self, folder: Path, content: ContentSet, site: Site) -> None:
        self.folder = folder
        self.content = content
        self.site = site
        self.loaded = Loaded(faults=list(content.faults))
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.homes = {home.locale_id: home for home in HomePage.objects.all()}
        self.new: dict[str, Page] = {}
        self.to_publish: list[tuple[str, Page | LibraryItem]] = []

    def run(self) -> Loaded:
        for picture, record in self.content.images:
            self._load_image(picture, record)
        self.keys = self._fresh_keys()
        places = {entry.name: self._place(entry) for entry in self.content.pages}
        self.keys = self._fresh_keys()
        for entry in self.content.library:
            self._load(entry, None)
        self.keys = self._fresh_keys()
        for entry in self.content.pages:
            if places[entry.name] is not None:
                self._load(entry, places[entry.name])
        self._publish()
        self._load_site()
        return self.loaded

    def _fresh_keys(self) -> dict[str, Keys]:
        return {code: Keys(code) for code in self.locales}

    def _fault(self, name: str, reason: str, place: str = "") -> None:
        self.loaded.faults.append(Fault(name, place, reason))

    # Pictures and places

    def _load_image(self, picture: Path, record: dict[str, Any]) -> None:
        name = picture.relative_to(self.folder).as_posix()
        image = CmsImage.objects.filter(slug=picture.stem).first()
        fresh = image is None
        image = image or CmsImage(slug=picture.stem)
        with picture.open("rb") as stream:
            same_file = not fresh and stream.read() == image.file.read()
            if same_file and image_record(image) == record:
                self.loaded.unchanged.append(name)
                return
            fill_image(image, record)
            try:
                if not same_file:
                    stream.seek(0)
                    # Refuses what is no picture, or unpacks to more than a picture should.
                    image.file = WagtailImageField().clean(File(stream, picture.name))
                    image._set_image_file_metadata()
                image.full_clean()
                with transaction.atomic():
                    image.save()
            except ValidationError as error:
                self._fault(name, " ".join(error.messages))
                return
        (self.loaded.created if fresh else self.loaded.changed).append(name)

    def _place(self, entry: Entry) -> BasePage | None:
        """The page of the entry, made as an empty draft if there is none."""
        tag, path = entry.place
        locale = self.locales.get(code_of(tag))
        if locale is None:
            self._fault(entry.name, f"this site has no content in {tag}")
            return None
        model = PAGES[entry.record["kind"]]
        if path == "/":
            return self.homes[locale.pk]
        parent_path, _, slug = path.rstrip("/").rpartition("/")
        parent = self._find(locale, f"{parent_path}/")
        if parent is None:
            self._fault(entry.name, f"there is no page {parent_path}/ to put it under")
            return None
        page = parent.get_children().filter(slug=slug).first()
        if page is not None:
            if page.specific_class is not model:
                what = page.specific_class._meta.verbose_name
                self._fault(entry.name, f"the site has a page of another kind there: {what}")
                return None
            return page.specific
        if not model.can_create_at(parent.specific):
            what = parent.specific_class._meta.verbose_name
            self._fault(entry.name, f"nothing of this kind can stand under a {what}")
            return None
        page = model(title=entry.record["title"], slug=slug, locale=locale, live=False)
        others = (self._find(other, path) for other in self.locales.values() if other != locale)
        translation = next((other for other in others if other is not None), None)
        if translation is not None:
            page.translation_key = translation.translation_key
        parent.add_child(instance=page)
        self.new[entry.name] = page
        return page

    def _find(self, locale: Locale, path: str) -> Page | None:
        home = self.homes.get(locale.pk)
        if home is None or path == "/":
            return home
        return Page.objects.filter(url_path=home.url_path.rstrip("/") + path).first()

    # Drafts

    def _load(self, entry: Entry, page: BasePage | None) -> None:
        keys = self.keys[code_of(entry.record.get("locale", tag_of(default_code())))]
        keys.missing.clear()
        keys.dangling.clear()
        try:
            with transaction.atomic():
                if page is None:
                    self._draft_item(entry, keys)
                else:
                    self._draft_page(entry, page, keys)
        except ValidationError as error:
            for place, reasons in _by_place(error):
                self._fault(entry.name, " ".join(reasons), place)
            if entry.name in self.new:
                Page.objects.get(pk=self.new.pop(entry.name).pk).delete()
            return
        self.loaded.dangling += [(entry.name, what) for what in keys.dangling]

    def _draft_item(self, entry: Entry, keys: Keys) -> None:
        record = entry.record
        model = LIBRARY[record["kind"]]
        locale = self.locales[keys.language]
        item = model.objects.filter(slug=record["slug"], locale=locale).first()
        fresh = item is None
        if item is None:
            item = model(slug=record["slug"], locale=locale, live=False)
            original = model.objects.filter(slug=record["slug"]).first()
            if original is not None:
                item.translation_key = original.translation_key
        before = None if fresh else item_record(_latest(item), "", keys)
        target = item if fresh else _latest(item)
        fill_item(target, record, keys)
        _check_references(keys)
        changed = item_record(target, "", keys) != before
        if changed:
            if fresh or not item.live:
                target.full_clean()
                target.save()
            target.save_revision()
        self._note(entry, model.objects.get(pk=target.pk), fresh=fresh, changed=changed)

    def _draft_page(self, entry: Entry, page: BasePage, keys: Keys) -> None:
        page = type(page).objects.get(pk=page.pk)  # children have been added since
        fresh = entry.name in self.new
        target = current(page)
        before = page_record(target, "", keys)
        fill_page(target, entry.record, keys)
        _check_references(keys)
        changed = fresh or page_record(target, "", keys) != before
        if changed:
            if not page.live:
                target.save()
            target.save_revision(log_action=True)
        self._note(entry, type(page).objects.get(pk=page.pk), fresh=fresh, changed=changed)

    def _note(self, entry: Entry, item: Page | LibraryItem, *, fresh: bool, changed: bool) -> None:
        wanted = entry.record.get("state", "live")
        if wanted == "draft" and item.live:
            item.unpublish()
            changed = True
        elif wanted == "live" and (changed or not item.live):
            self.to_publish.append((entry.name, item))
        done = self.loaded.created if fresh else self.loaded.changed if changed else None
        (self.loaded.unchanged if done is None else done).append(entry.name)

    # Publishing

    def _publish(self) -> None:
        """Publish what says it is live: library items first, then pages, all links among them good.

        Where the gate refuses a page, those that link to it are asked again without it.
        """
        items = [each for each in self.to_publish if not isinstance(each[1], Page)]
        pages = [each for each in self.to_publish if isinstance(each[1], Page)]
        with adapter.going_live_together(page.pk for _, page in pages):
            self._publish_each(items)
        while True:
            with adapter.going_live_together(page.pk for _, page in pages):
                fit = [(name, page) for name, page in pages if self._is_fit(name, page)]
                if len(fit) == len(pages):
                    self._publish_each(pages)
                    return
            pages = fit

    def _is_fit(self, name: str, page: Page) -> bool:
        if not gate.is_on():
            return True
        draft = page.get_latest_revision_as_object()
        verdict = gate.verdict(draft)
        if not verdict.passes:
            refusal = gate.LintBlocked(draft, verdict)
            self.loaded.refused.append(Refusal(name, tuple(refusal.messages)))
        return verdict.passes

    def _publish_each(self, waiting: list[tuple[str, Page | LibraryItem]]) -> None:
        for name, item in waiting:
            # Read again: a page above may have moved to another path a moment ago.
            fresh = type(item).objects.get(pk=item.pk)
            try:
                with transaction.atomic():
                    fresh.get_latest_revision().publish()
            except ValidationError as error:
                self.loaded.refused.append(Refusal(name, tuple(error.messages)))

    # The site

    def _load_site(self) -> None:
        record = self.content.site
        if not record:
            return
        settings = PublisherSettings.for_site(self.site)
        if site_record(settings) == record:
            self.loaded.unchanged.append("site.json")
            return
        keys = self._fresh_keys()
        try:
            with transaction.atomic():
                fill_site(settings, record, keys)
                for each in keys.values():
                    _check_references(each)
                settings.full_clean()
                settings.save()
        except ValidationError as error:
            self._fault("site.json", " ".join(error.messages))
            return
        self.loaded.changed.append("site.json")


def _latest(item: LibraryItem) -> LibraryItem:
    return (
        item if item.live or item.latest_revision is None else item.get_latest_revision_as_object()
    )


def _check_references(keys: Keys) -> None:
    if keys.missing:
        raise ValidationError([f"there is no {what}" for what in keys.missing])


def _by_place(error: ValidationError) -> list[tuple[str, list[str]]]:
    if hasattr(error, "error_dict"):
        return [(f"$.{name}", messages) for name, messages in error.message_dict.items()]
    return [("", error.messages)]
