"""What a rule is, and what it says."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import FunctionType
from typing import Any, TypeAlias, cast

from lint.document import ArticleKind, Block, Document, DocumentKind, Location, Span
from lint.mends import Fix, Mend
from lint.site import Site


class Severity(Enum):
    """How much a finding matters: an error blocks publishing."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return ("info", "warning", "error").index(self.value)


class Theme(Enum):
    READABILITY = "readability"
    LINKS = "links"
    SAFETY = "safety"
    LANGUAGE = "language"
    EVIDENCE = "evidence"
    STRUCTURE = "structure"
    GOVERNANCE = "governance"
    ACCESSIBILITY = "accessibility"
    METADATA = "metadata"


class Judges(Enum):
    """Which documents a rule is for."""

    CLINICAL = "clinical articles"
    ARTICLES = "articles"
    PAGES = "pages"
    EVERYTHING = "pages and library items"

    def judges(self, document: Document) -> bool:
        match self:
            case Judges.EVERYTHING:
                return True
            case Judges.PAGES:
                return document.kind is not DocumentKind.LIBRARY
            case Judges.ARTICLES:
                return document.kind is DocumentKind.ARTICLE
            case Judges.CLINICAL:
                return (
                    document.kind is DocumentKind.ARTICLE
                    and document.article_kind is ArticleKind.CLINICAL
                )


@dataclass(frozen=True)
class Hit:
    """What a rule yields. `where` None is the whole document.

    `severity` where it differs from the rule's own, `advice` where the rule's own does not fit, and
    for the whole document `measure`: a number that grows as the fault gets worse, by which the
    gate tells an old fault from a worse one. `mends` would mend it: offered only where what comes
    out is right for certain, and worked out only if somebody asks.
    """

    where: Span | Block | None
    message: str
    advice: str = ""
    severity: Severity | None = None
    measure: float | None = None
    mends: Iterable[Mend] = ()


@dataclass(frozen=True)
class CouldNotCheck:
    """What a rule yields where it could not tell; never counted as fine."""

    where: Span | Block | None
    reason: str


Said: TypeAlias = Hit | CouldNotCheck | tuple[Span | Block | None, str]
Found: TypeAlias = Iterator[Said]


@dataclass(frozen=True)
class Example:
    """An example that needs another reader (`text`, `html`, `stream`) or a world of its own."""

    source: str
    reader: str = "markdown"
    site: Site = field(default_factory=Site)


@dataclass(frozen=True)
class Rule:
    """A named check: `name` in kebab-case, `options` the defaults of its keyword arguments."""

    name: str
    check: Callable[..., Found]
    severity: Severity
    theme: Theme
    judges: Judges
    source: str
    advice: str
    any_language: bool
    passes: tuple[Example, ...]
    fails: tuple[Example, ...]
    options: Mapping[str, Any]
    asks_site: bool

    @property
    def title(self) -> str:
        """The rule as an author would say it."""
        return self.explanation.split("\n", 1)[0]

    @property
    def explanation(self) -> str:
        return inspect.getdoc(self.check) or ""

    def run(self, document: Document, site: Site, options: Mapping[str, Any]) -> Iterator[Said]:
        if self.asks_site:
            return self.check(document, site, **options)
        return self.check(document, **options)


def rule(
    severity: Severity,
    *,
    theme: Theme,
    source: str,
    passes: Sequence[str | Example],
    fails: Sequence[str | Example],
    advice: str = "",
    judges: Judges = Judges.EVERYTHING,
    any_language: bool = False,
) -> Callable[[Callable[..., Found]], Rule]:
    """Make a rule of a generator function `(document, *, option=default)`, `site` second if asked.

    `severity` is the rule's own (a hit may carry another), `source` the guidance it rests on,
    `advice` what to write instead. Examples are Markdown; ⟦ ⟧ in a failing one mark each span
    that must be found, and one without marks must be found as a whole.
    """

    def make(check: Callable[..., Found]) -> Rule:
        function = cast(FunctionType, check)  # Whose signature takes `inspect` long to say.
        given = function.__code__.co_varnames[: function.__code__.co_argcount]
        return Rule(
            name=check.__name__.replace("_", "-"),
            check=check,
            severity=severity,
            theme=theme,
            judges=judges,
            source=source,
            advice=advice,
            any_language=any_language,
            passes=tuple(_example(example) for example in passes),
            fails=tuple(_example(example) for example in fails),
            options=dict(function.__kwdefaults__ or {}),
            asks_site="site" in given,
        )

    return make


def _example(example: str | Example) -> Example:
    return example if isinstance(example, Example) else Example(example)


BASELINED = "in the baseline"
"""Why a finding is accepted that the project wrote down as old."""


@dataclass(frozen=True)
class Finding:
    """A fault in a document: where, what is wrong, what to write instead.

    `suppressed` is the reason a person gave for accepting it, or None. `context` is the sentence
    (or sentences) around the quote, which begins at `context_offset` in it. Both are cut short
    where they would go on for pages. `fix` is there if somebody asked for fixes, and there is one.
    """

    rule: str
    theme: Theme
    severity: Severity
    message: str
    advice: str
    quote: str
    location: Location
    suppressed: str | None = None
    measure: float | None = None
    context: str = ""
    context_offset: int = 0
    fix: Fix | None = None


@dataclass(frozen=True)
class Unchecked:
    """What could not be checked, and why."""

    rule: str
    reason: str
    location: Location
