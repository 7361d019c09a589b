"""What is said about a document: the same keys in front matter, content files and pages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from lint.document import (
    ArticleKind,
    DocumentKind,
    Image,
    Kind,
    Link,
    Location,
    Meta,
    Person,
    Reference,
    Source,
    Text,
)
from lint.readers.composing import Composer, plain

E = TypeVar("E", DocumentKind, ArticleKind)


class Library(Protocol):
    """Whoever can look up library items; a `lint.site.Site` is one."""

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None: ...


LIBRARY_KINDS = (
    "condition",
    "therapy",
    "medicine_class",
    "person",
    "disclaimer",
    "crisis_resource",
    "call_to_action",
)
DEFAULT_LOCALE = "en-US"
_OUTSIDE_META = frozenset({"title", "slug", "locale", "kind", "article_kind", "state", "suppress"})
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SLUG = re.compile(r"[\w-]+")


def locale_of(written: str) -> str:
    """A locale as the linter writes it, "en-GB", or "" where `written` is none."""
    written = written.strip()
    if not _LOCALE.fullmatch(written):
        return ""
    language, *rest = re.split("[-_]", written)
    shaped = (
        part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part
        for part in rest
    )
    return "-".join([language.lower(), *shaped])


@dataclass(frozen=True)
class Described:
    """A document's metadata, and what kind of document it makes it."""

    meta: Meta
    kind: DocumentKind
    article_kind: ArticleKind
    locale: str
    locale_declared: bool


class MetadataReader:
    """Reads the fields of a document. Values are strings, or texts that know their place."""

    def __init__(
        self,
        fields: Mapping[str, Any],
        composer: Composer,
        library: Library | None = None,
        *,
        in_meta: bool = True,
    ) -> None:
        self.fields = fields
        self.composer = composer
        self.in_meta = in_meta
        self.locale = self._locale()
        self.library = library

    def path(self, key: str) -> str:
        return f"meta.{key}" if self.in_meta and key not in _OUTSIDE_META else key

    # Parts, in the order their words are read

    def head(self) -> Described:
        """The metadata; its words become blocks."""
        title = self._block("title", Kind.TITLE)
        kind = self._choice("kind", DocumentKind, DocumentKind.ARTICLE)
        article_kind = self._choice("article_kind", ArticleKind, ArticleKind.CLINICAL)
        summary = self._block("summary", Kind.SUMMARY)
        description = self._block("description", Kind.DESCRIPTION)
        self._block("seo_title", Kind.META)
        also_called = tuple(self._also_called())
        self._hero()
        authors, reviewers = self._people("authors"), self._people("reviewers")
        about = tuple(text.plain for _, text in self._texts("about"))
        for item in about:
            prefix, _, key = item.partition(":")
            if prefix in LIBRARY_KINDS and key:
                self._refer("about", Reference(prefix, key))
        for index, page in self._texts("related"):
            self._refer(f"related[{index}]", Reference("page", page.plain))
        meta = Meta(
            title=title,
            slug=self._string("slug"),
            summary=summary,
            description=description,
            authors=authors,
            reviewers=reviewers,
            publisher=self._string("publisher"),
            last_reviewed=self._string("last_reviewed"),
            next_review=self._string("next_review"),
            reviewed_text=self._string("reviewed_text"),
            sources=tuple(source for _, source in self._sources()),
            about=about,
            also_called=also_called,
            tags=tuple(text.plain for _, text in self._texts("tags")),
            audience=self._string("audience"),
            declared=True,
        )
        for rule, reason, where in suppressed(
            self.fields.get("suppress"), self.composer, self.path("suppress")
        ):
            self.composer.suppress_everywhere(rule, reason, where)
        self.composer.path = ""
        return Described(
            meta,
            kind,
            article_kind,
            self.locale or DEFAULT_LOCALE,
            bool(self.locale),
        )

    def sources(self) -> None:
        """The list of sources as blocks."""
        for index, source in self._sources(silent=True):
            self.composer.path = self.path(f"sources[{index}]")
            text = plain(source.citation or source.url)
            link = (Link(0, len(text.plain), source.url),) if source.url else ()
            self.composer.block(Kind.SOURCE, text, links=link)

    # Fields

    def _problem(self, code: str, message: str, key: str, value: Any = None) -> None:
        offset = value.pieces[0].source if isinstance(value, Text) and value.pieces else None
        self.composer.problem(code, message, offset, path=self.path(key))

    def _locale(self) -> str:
        written = self._string("locale")
        locale = locale_of(written)
        if written and not locale:
            self._problem(
                "malformed-article",
                f'The locale "{written}" is not one; write it like "en-US".',
                "locale",
                self.fields["locale"],
            )
        return locale

    def _text(self, key: str) -> Text:
        value = self.fields.get(key, "")
        if value is None:
            self._problem("null-value", f'The field "{key}" is null.', key)
            return Text("")
        text = _as_text(value)
        if text is None:
            self._problem(
                "malformed-article", f'The field "{key}" should be text, not {named(value)}.', key
            )
            return Text("")
        return text

    def _string(self, key: str) -> str:
        return self._text(key).plain.strip()

    def _block(self, key: str, kind: Kind) -> str:
        text = self._text(key)
        if text.plain.strip():
            self.composer.path = self.path(key)
            if isinstance(self.fields.get(key), str):
                text = self.composer.field(text.plain)
            self.composer.block(kind, text)
        return text.plain.strip()

    def _refer(self, key: str, reference: Reference) -> None:
        self.composer.path = self.path(key)
        self.composer.block(Kind.META, "", references=(reference,))

    def _choice(self, key: str, choices: type[E], default: E) -> E:
        written = self._string(key)
        if not written:
            return default
        try:
            return choices(written)
        except ValueError:
            known = [choice.value for choice in choices]
            self._problem(
                "malformed-article",
                f'The {key.replace("_", " ")} "{written}" is unknown'
                f"{suggestion(written, known)}; it is read as {default.value}.",
                key,
                self.fields[key],
            )
            return default

    def _list(self, key: str) -> Iterator[tuple[int, Any]]:
        value = self.fields.get(key)
        if value is None:
            if key in self.fields:
                self._problem("null-value", f'The field "{key}" is null.', key)
            return
        if isinstance(value, (str, Text)):
            value = [value] if _as_text(value) != Text("") else []
        if not isinstance(value, list):
            self._problem(
                "malformed-article", f'The field "{key}" should be a list, not {named(value)}.', key
            )
            return
        for index, item in enumerate(value):
            if item is None:
                self._problem("null-value", "This entry is null.", f"{key}[{index}]")
            else:
                yield index, item

    def _texts(self, key: str) -> Iterator[tuple[int, Text]]:
        for index, item in self._list(key):
            text = _as_text(item)
            if text is None:
                self._problem(
                    "malformed-article",
                    f"This entry should be text, not {named(item)}.",
                    f"{key}[{index}]",
                )
            elif text.plain.strip():
                yield index, text

    def _also_called(self) -> Iterator[str]:
        for index, text in self._texts("also_called"):
            self.composer.path = self.path(f"also_called[{index}]")
            self.composer.block(Kind.META, text)
            yield text.plain.strip()

    def _hero(self) -> None:
        image = self.fields.get("hero_image")
        if image is None or image == "":
            return
        reference = Reference("image", str(getattr(image, "plain", image)))
        alt = self._text("hero_alt") if self.fields.get("hero_alt") is not None else None
        self.composer.path = self.path("hero_image")
        self.composer.block(
            Kind.IMAGE,
            alt or Text(""),
            image=Image(
                None if alt is None else alt.plain,
                decorative=bool(self.fields.get("hero_decorative", False)),
                reference=reference,
            ),
            references=(reference,),
        )

    def _people(self, key: str) -> tuple[Person, ...]:
        people = []
        for index, item in self._list(key):
            if isinstance(item, Mapping):
                name = _as_text(item.get("name", ""))
                credentials = _as_text(item.get("credentials") or "")
                if name is not None and name.plain.strip():
                    people.append(
                        Person(
                            name.plain.strip(),
                            name.plain.strip(),
                            "" if credentials is None else credentials.plain.strip(),
                        )
                    )
                    continue
            text = _as_text(item)
            if text is None:
                self._problem(
                    "malformed-article",
                    f"A person is a name or a key of the library, not {named(item)}.",
                    f"{key}[{index}]",
                )
            elif text.plain.strip():
                people.append(self._person(f"{key}[{index}]", text.plain.strip()))
        return tuple(people)

    def _person(self, key: str, written: str) -> Person:
        if not _SLUG.fullmatch(written):
            name, _, credentials = written.partition(",")
            return Person(written, name.strip(), credentials.strip() or None)
        self._refer(key, Reference("person", written))
        locale = self.locale or DEFAULT_LOCALE
        found = self.library.library_item("person", written, locale) if self.library else None
        if found is None:
            return Person(written, written)
        return Person(
            written, str(found.get("name") or written), str(found.get("credentials") or "")
        )

    def _sources(self, silent: bool = False) -> Iterator[tuple[int, Source]]:
        problems = len(self.composer.problems)
        for index, item in self._list("sources"):
            if isinstance(item, Mapping):
                facts = {
                    key: text.plain.strip()
                    for key in ("citation", "url", "accessed", "evidence")
                    if (text := _as_text(item.get(key) or "")) is not None
                }
                yield index, Source(**facts)
                continue
            text = _as_text(item)
            if text is not None:
                yield index, Source(text.plain.strip())
            else:
                self._problem(
                    "malformed-article",
                    f"A source is an object, not {named(item)}.",
                    f"sources[{index}]",
                )
        if silent:
            del self.composer.problems[problems:]


def suppressed(value: Any, composer: Composer, path: str) -> Iterator[tuple[str, str, Location]]:
    """The rules that a `suppress` accepts, each with its reason and its place.

    It is a list of {"rule": ..., "reason": ...}; what is missing is an empty text.
    """
    if value is None:
        return
    if not isinstance(value, list):
        message = f'"suppress" is a list of rules with reasons; found {named(value)}.'
        composer.problem("malformed-article", message, path=path)
        return
    for index, item in enumerate(value):
        where = f"{path}[{index}]"
        if not isinstance(item, Mapping):
            message = f'A suppression is {{"rule": ..., "reason": ...}}; found {named(item)}.'
            composer.problem("malformed-article", message, path=where)
            continue
        rule, reason = (_as_text(item.get(key)) or Text("") for key in ("rule", "reason"))
        pieces = (*rule.pieces, *reason.pieces)
        place = composer.location(pieces[0].source if pieces else None, where)
        yield rule.plain.strip(), reason.plain.strip(), place


def _as_text(value: Any) -> Text | None:
    """`value` as words, or None where it is something else."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Text(str(value))
    return None


def named(value: Any) -> str:
    """What a value is, in words."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str() | Text():
            return "text"
        case list() | tuple():
            return "a list"
        case Mapping():
            return "an object"
    return type(value).__name__


def suggestion(written: str, known: list[str]) -> str:
    """ "; did you mean ...?" where a known name is near."""
    near = difflib.get_close_matches(written[:100], known, 1, 0.7)
    return f", did you mean {near[0]}?" if near else ""
