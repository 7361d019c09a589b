"""Natural keys: how content files name what they refer to, instead of by database ids.

A library item and an image are named by their slug, a page by its path, a document by its title. A
name is looked up in the language of the file first, then in the default language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from cms.exchange.locales import default_code


@dataclass
class Keys:
    """The names of everything in the database, as seen from one language (`en-us`).

    Names are read once, a query a kind; make a new one after adding things. Methods that look up
    an id answer None for what is not there, and note it in `missing`; links in a text that lead
    nowhere are moved to `dangling`.
    """

    language: str
    missing: list[str] = field(default_factory=list)
    dangling: list[str] = field(default_factory=list)
    _names: dict[type[Model], dict[tuple[str, str], int]] = field(default_factory=dict)

    def item(self, model: type[Model], slug: str) -> int | None:
        """The id of the library item of this slug."""
        names = self._items(model)
        for language in (self.language, default_code()):
            if (language, slug) in names:
                return names[language, slug]
        return self._miss(f"{model._meta.verbose_name} “{slug}”")

    def item_slug(self, model: type[Model], pk: int) -> str | None:
        return next((slug for (_, slug), id in self._items(model).items() if id == pk), None)

    def page(self, path: str) -> int | None:
        """The id of the page at `path`; a path may begin with a language."""
        for place in self._places(path):
            if place in self._pages:
                return self._pages[place]
        return self._miss(f"page “{path}”")

    def page_path(self, pk: int) -> str | None:
        """The path of the page, as its URL has it: with the language unless it is the default."""
        place = self.place(pk)
        if place is None:
            return None
        language, path = place
        return path if language == default_code() else f"/{language}{path}"

    def place(self, pk: int) -> tuple[str, str] | None:
        """The language of a page, and its path below the home page of that language."""
        return self._paths.get(pk)

    def image(self, slug: str) -> int | None:
        return self._images.get(slug) or self._miss(f"image “{slug}”")

    def image_slug(self, pk: int) -> str | None:
        return next((slug for slug, id in self._images.items() if id == pk), None)

    def document(self, title: str) -> int | None:
        return self._documents.get(title) or self._miss(f"document “{title}”")

    def document_title(self, pk: int) -> str | None:
        return next((title for title, id in self._documents.items() if id == pk), None)

    def _miss(self, what: str) -> None:
        self.missing.append(what)

    def _places(self, path: str) -> list[tuple[str, str]]:
        """Where a page of that path may stand: (language, path below the home page)."""
        language, _, rest = path.strip("/").partition("/")
        explicit = [(language, f"/{rest}/" if rest else "/")] if language in self._languages else []
        return [*explicit, (self.language, path), (default_code(), path)]

    def _items(self, model: type[Model]) -> dict[tuple[str, str], int]:
        if model not in self._names:
            rows = model._default_manager.values_list("locale__language_code", "slug", "pk")
            self._names[model] = {(language, slug): pk for language, slug, pk in rows}
        return self._names[model]

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(Locale.objects.values_list("language_code", flat=True))

    @cached_property
    def _paths(self) -> dict[int, tuple[str, str]]:
        """The language and the path below the home page of every page."""
        rows = Page.objects.filter(depth__gte=2).order_by("path")
        return {
            pk: (language, "/" + url_path.lstrip("/").partition("/")[2])
            for pk, url_path, language in rows.values_list(
                "pk", "url_path", "locale__language_code"
            )
        }

    @cached_property
    def _pages(self) -> dict[tuple[str, str], int]:
        return {place: pk for pk, place in self._paths.items()}

    @cached_property
    def _images(self) -> dict[str, int]:
        return dict(get_image_model().objects.values_list("slug", "pk"))

    @cached_property
    def _documents(self) -> dict[str, int]:
        return dict(get_document_model().objects.order_by("-pk").values_list("title", "pk"))
