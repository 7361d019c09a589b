"""The language server, driven as an editor drives it: over its standard input and output."""

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from lint import cli
from lint.config import discover
from lint.inputs import gather
from lint.judging import Judge
from lint.server.places import Places
from lint.server.texts import opened

T = TypeVar("T")
PATIENCE = 30
"""Seconds in which the server must have answered, on the slowest of machines."""

CHOSEN = """select = [
    "absolute-claim", "broken-internal-reference", "complex-word", "heading-structure",
    "suppression-without-reason", "unsafe-link-scheme", "vague-link-text",
]
"""
LINK = "[click here](https://riverside.org/naps)"
HTML_LINK = '<a href="https://riverside.org/naps">click here</a>'


class Session:
    """An editor with a server of its own."""

    def __init__(self, folder: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self._client = LanguageClient("tests", "1")
        self.watched = asyncio.Queue[types.RegistrationParams]()
        self.logged: list[str] = []
        self._hear(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._published.put_nowait)
        self._hear(types.CLIENT_REGISTER_CAPABILITY, self.watched.put_nowait)
        self._hear(types.WINDOW_LOG_MESSAGE, lambda said: self.logged.append(said.message))
        self._versions: dict[str, int] = {}
        watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        workspace = types.WorkspaceClientCapabilities(did_change_watched_files=watching)
        capabilities = types.ClientCapabilities(workspace=workspace)
        self.wait(self._client.start_io(sys.executable, "-m", "lint", "server", "--stdio"))
        self.wait(
            self._client.initialize_async(
                types.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri())
            )
        )
        self._client.initialized(types.InitializedParams())

    def _hear(self, what: str, kept: Callable[[Any], object]) -> None:
        def heard(said: Any) -> None:
            kept(said)

        self._client.feature(what)(heard)

    def wait(self, answer: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(asyncio.wait_for(answer, PATIENCE))

    def leave(self) -> tuple[int, bytes]:
        """How the server ended, and what it said on standard error."""
        self.wait(self._client.shutdown_async(None))
        self._client.exit(None)
        server = self._client._server
        assert server is not None
        assert server.stderr is not None
        said = self.wait(server.stderr.read())
        self.wait(self._client.stop())
        self._loop.close()
        assert server.returncode is not None
        return server.returncode, said

    def published(self) -> types.PublishDiagnosticsParams:
        return self.wait(self._published.get())

    def shown(self, uri: str) -> tuple[types.Diagnostic, ...]:
        """What is said next of this document in its last version."""
        while (said := self.published()).uri != uri or said.version != self._versions[uri]:
            pass
        return tuple(said.diagnostics)

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, text: str) -> None:
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self._versions[uri], uri=uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self._client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def save(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self._client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self._client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def files_changed(self, *paths: Path) -> None:
        changed = types.FileChangeType.Changed
        events = [types.FileEvent(path.as_uri(), changed) for path in paths]
        self._client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))

    def actions(self, uri: str, where: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
        found = self.wait(self._client.text_document_code_action_async(params))
        return [each for each in found or () if isinstance(each, types.CodeAction)]

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        params = types.HoverParams(types.TextDocumentIdentifier(uri), position)
        return self.wait(self._client.text_document_hover_async(params))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """One server for all tests; it must end well, and never have said that something broke."""
    session = Session(tmp_path_factory.mktemp("root"))
    yield session
    assert session.leave() == (0, b"")
    assert session.logged == []


@pytest.fixture
def document(tmp_path: Path, session: Session) -> Iterator[Callable[..., str]]:
    """Opens a document in a folder of its own, where only some rules are chosen."""
    tmp_path.joinpath("contentlint.toml").write_text(CHOSEN)
    uris = []

    def document(name: str, text: str, language: str = "markdown") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        uris.append(path.as_uri())
        session.open(uris[-1], text, language)
        return uris[-1]

    yield document
    for uri in uris:
        session.close(uri)


def article(*paragraphs: str, **fields: Any) -> str:
    body = [{"type": "paragraph", "value": paragraph} for paragraph in paragraphs]
    return json.dumps({"title": "Naps", "slug": "naps", "body": body, **fields}, indent=2)


def words_in(text: str, where: types.Range) -> str:
    """The words of a range, as an editor with UTF-16 counts."""
    lines = text.replace("\r\n", "\n").split("\n")

    def cut(line: str, start: int, end: int | None) -> str:
        return line.encode("utf-16-le")[2 * start : end and 2 * end].decode("utf-16-le")

    first, last = where.start.line, where.end.line
    if first == last:
        return cut(lines[first], where.start.character, where.end.character)
    middle = lines[first + 1 : last]
    ends = cut(lines[first], where.start.character, None), cut(lines[last], 0, where.end.character)
    return "\n".join([ends[0], *middle, ends[1]])


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """The text as an editor with UTF-16 changes it."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-16-le")))
    data = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda each: (each.range.start.line, each.range.start.character))[
        ::-1
    ]:
        start, end = (
            starts[at.line] + 2 * at.character for at in (edit.range.start, edit.range.end)
        )
        data = data[:start] + edit.new_text.encode("utf-16-le") + data[end:]
    return data.decode("utf-16-le")


def changed(text: str, action: types.CodeAction) -> str:
    assert action.edit is not None
    assert action.edit.changes is not None
    (edits,) = action.edit.changes.values()
    return applied(text, list(edits))


def spoken(shown: tuple[types.Diagnostic, ...]) -> list[tuple[Any, Any, str]]:
    return [(each.code, each.severity, each.message) for each in shown]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("guide.md", f"---\ntitle: Naps\n---\n\n#### At noon\n\nWe utilize {LINK} to cure flu."),
        ("page.html", f"<h1>Naps</h1><h4>At noon</h4><p>This cures flu: {HTML_LINK}</p>"),
        ("notes.txt", "Naps\n\nA nap cures depression. It is utilized by many.\n"),
        ("naps.json", article(f"<p>A nap cures flu. {HTML_LINK}</p>", meta={"summary": "Utilize"})),
        ("wrong.json", '{"title": "Naps", "body": [}'),
        ("deep.json", '{"body": ' + "[" * 150 + "]" * 150 + "}"),
        ("null.json", article("<p>A nap.</p>", slug=None)),
        ("odd.json", json.dumps({"title": "Naps", "slug": "naps", "body": [{"type": "pargraph"}]})),
        ("nul.md", "A nap\x00 helps."),
        ("empty.md", ""),
        ("hidden.md", "A na\u200bp, a n\u0430p and a na\u202ep."),
        ("front.md", "---\ntitle: [\n---\n\nA nap."),
        ("broken.html", "<p>A nap <b <script>cures flu</p <"),
    ],
)
def test_what_is_said_is_what_the_command_line_says(
    name: str, text: str, tmp_path: Path, session: Session, document: Callable[..., str]
) -> None:
    uri = document(name, text, "json" if name.endswith("json") else "markdown")
    shown = session.shown(uri)
    path = tmp_path / name
    path.write_text(text)
    (source,) = gather([path])
    report = Judge(discover(tmp_path)).report(source)
    assert report is not None
    severities = {"error": 1, "warning": 2, "info": 3}
    said = [
        (each.code, 1 if each.fatal or each.unjudged else 2, each.message)
        for each in report.problems
    ]
    said += [
        (each.rule, severities[each.severity.value], f"{each.message} {each.advice}".rstrip())
        for each in report.findings
    ]
    assert said
    assert spoken(shown) == said
    assert {each.source for each in shown} == {"contentlint"}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("plain.md", f"A nap.\n\nSee {LINK}.", ["click here"]),
        ("emoji.md", f"😴😴 A nap {LINK} 😴 cures flu.", ["click here", "cures flu"]),
        (
            "windows.md",
            f"A nap.\r\n\r\n😴 {LINK}\r\nand it cures\r\nflu.",
            ["click here", "cures\nflu"],
        ),
        ("marked.md", f"\ufeff{LINK}\n\n{LINK}", ["click here", "click here"]),
        ("separators.md", f"A\u2028nap\x0c in\x85line one\n\n{LINK}", ["click here"]),
        ("entity.html", f"<p>Tea &amp; &#128564; naps:\n{HTML_LINK}</p>", ["click here"]),
        ("title.md", '---\ntitle: "To utilize 😴 naps"\n---\n\nSleep.', ["utilize"]),
        (
            "escapes.json",
            article(f"<p>A nap \u2019 \U0001f634 \\ {HTML_LINK} &amp; it cures flu.</p>"),
            ["click here", "cures flu"],
        ),
        (
            "letters.json",
            json.dumps(json.loads(article(f"<p>’ 😴 {HTML_LINK}</p>")), ensure_ascii=False),
            ["click here"],
        ),
        (
            "several.json",
            article(f"<p>Sleep.</p><p>See {HTML_LINK}.</p><p>See {HTML_LINK}.</p>"),
            ["click here", "click here"],
        ),
        ("margins.json", article(meta={"summary": "  A nap cures flu "}), ["cures flu"]),
        ("flat.json", article(summary="A nap cures flu"), ["cures flu"]),
    ],
)
def test_the_words_are_marked_exactly(
    name: str, text: str, words: list[str], session: Session, document: Callable[..., str]
) -> None:
    shown = session.shown(document(name, text))
    assert [words_in(text, each.range) for each in shown] == words
    assert len({(each.range.start.line, each.range.start.character) for each in shown}) == len(
        words
    )


@pytest.mark.parametrize(
    ("encoding", "units", "column"),
    [("utf-8", 1, 5), ("utf-16-le", 2, 3), ("utf-32-le", 4, 2)],
)
def test_columns_count_in_the_units_agreed_on(encoding: str, units: int, column: int) -> None:
    text = opened("untitled:1", "markdown", 1, None, "a\r\n😴 b")
    assert text is not None
    places = Places(text, lambda words: len(words.encode(encoding)) // units)
    position = types.Position(1, column)
    assert places.position(text.source.index("b")) == position
    assert places.offset(position) == text.source.index("b")
    assert places.offset(types.Position(9, 9)) == len(text.source)


def test_only_the_newest_of_many_changes_is_judged(
    session: Session, document: Callable[..., str]
) -> None:
    uri = document("naps.md", "A nap.")
    assert session.shown(uri) == ()
    for count in range(1, 6):
        session.change(uri, f"{LINK}\n\n" * count)
    said = session.published()
    assert (said.uri, said.version, len(said.diagnostics)) == (uri, 6, 5)


def test_what_is_accepted_old_or_excluded_is_not_shown(
    tmp_path: Path, session: Session, document: Callable[..., str]
) -> None:
    accepted = f"<!-- contentlint: ignore vague-link-text: the name of a film -->\n{LINK}"
    assert session.shown(document("accepted.md", accepted)) == ()
    old = f"{LINK}\n"
    tmp_path.joinpath("old.md").write_text(old)
    tmp_path.joinpath("contentlint.toml").write_text(
        CHOSEN + 'baseline = "old.json"\nexclude = ["drafts/"]\n'
    )
    with pytest.raises(SystemExit):
        cli.main(
            ["baseline", str(tmp_path / "old.md"), "--offline", "-o", str(tmp_path / "old.json")]
        )
    shown = session.shown(document("old.md", old + "\nA nap cures flu."))
    assert [each.code for each in shown] == ["absolute-claim"]
    assert session.shown(document("drafts/new.md", "A nap cures flu.")) == ()


def test_what_is_not_ours_is_left_alone(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "package.json"
    session.open(path.as_uri(), '{"name": "naps", "title": "It cures flu"}', "json")
    assert session.shown(path.as_uri()) == ()
    session.open((tmp_path / "naps.py").as_uri(), "# It cures flu", "python")
    session.open("git:/naps.md", "It cures flu", "markdown")
    session.open("untitled:Untitled-1", "It cures flu", "markdown")
    said = session.published()
    assert said.uri == "untitled:Untitled-1"
    assert "absolute-claim" in [each.code for each in said.diagnostics]
    for uri in (path.as_uri(), "untitled:Untitled-1"):
        session.close(uri)
        assert (session.published().uri, said.version) == (uri, 1)


def test_the_configuration_is_read_again_when_it_changes(
    tmp_path: Path, session: Session, document: Callable[..., str]
) -> None:
    config = tmp_path / "contentlint.toml"
    uri = document("naps.md", f"{LINK} cures flu.")
    assert [each.code for each in session.shown(uri)] == ["vague-link-text", "absolute-claim"]
    config.write_text(CHOSEN + "ignore = ['vague-link-text']")
    session.files_changed(config)
    assert [each.code for each in session.shown(uri)] == ["absolute-claim"]
    config.write_text("ignor = []")
    session.save(uri)
    (wrong,) = session.shown(uri)
    assert wrong.code == "configuration"
    assert wrong.message.startswith(f'{config}: ignor is not known. Did you mean "ignore"?')
    base = tmp_path / "base.toml"
    config.write_text('extend = "base.toml"')
    for said, found in (("ignor = []", "configuration"), (CHOSEN, "complex-word")):
        base.write_text(said)
        session.change(uri, "They utilize naps.")
        assert [each.code for each in session.shown(uri)] == [found]
    base.write_text('select = ["heading-structure"]')
    session.change(uri, "#### They utilize naps")
    assert [each.code for each in session.shown(uri)] == ["heading-structure"]
    config.unlink()
    session.change(uri, "#### A nap")
    assert "heading-structure" in [each.code for each in session.shown(uri)]


def test_references_are_looked_up_in_the_content_set(
    tmp_path: Path, session: Session, document: Callable[..., str]
) -> None:
    text = article('<p><a linktype="page" href="/sleep/">How to sleep</a></p>')
    uri = document("pages/en-US/naps.json", text, "json")
    (missing,) = session.shown(uri)
    assert missing.code == "broken-internal-reference"
    page = tmp_path / "pages/en-US/sleep.json"
    page.write_text(article("<p>Sleep.</p>"))
    session.files_changed(page)
    assert session.shown(uri) == ()


def test_the_editor_is_asked_to_watch_what_verdicts_rest_on(session: Session) -> None:
    (registration,) = session.wait(session.watched.get()).registrations
    options = registration.register_options
    assert isinstance(options, dict)
    assert [each["globPattern"] for each in options["watchers"]] == [
        "**/contentlint.toml",
        "**/pyproject.toml",
        "**/*.json",
    ]


@pytest.mark.parametrize(
    ("name", "text", "accepted"),
    [
        (
            "paragraph.md",
            f"A nap.\r\n\r\nSee {LINK}.\r\n",
            "A nap.\r\n\r\n<!-- contentlint: ignore vague-link-text: say why -->\r\n"
            f"See {LINK}.\r\n",
        ),
        (
            "list.md",
            f"1. Naps\n2. 😴 {LINK} now\n3. Sleep",
            f"1. Naps\n2. 😴 {LINK} now <!-- contentlint: ignore vague-link-text: say why -->\n"
            "3. Sleep",
        ),
        (
            "table.md",
            f"| a | b |\n|---|---|\n| They utilize naps | {LINK} |\n",
            "| a | b |\n|---|---|\n| They utilize naps"
            f" <!-- contentlint: ignore complex-word: say why --> | {LINK} |\n",
        ),
        (
            "title.md",
            "---\ntitle: Utilize naps\n---\nSleep.",
            "---\ntitle: Utilize naps\n---\n"
            "<!-- contentlint: ignore-file complex-word: say why -->\n\nSleep.",
        ),
        (
            "page.html",
            f"<p>Naps</p><p>See {HTML_LINK}</p>",
            "<p>Naps</p><p><!-- contentlint: ignore vague-link-text: say why -->"
            f"See {HTML_LINK}</p>",
        ),
    ],
)
def test_a_finding_can_be_accepted_where_it_stands(
    name: str, text: str, accepted: str, session: Session, document: Callable[..., str]
) -> None:
    uri = document(name, text)
    found = session.shown(uri)[0]
    (action,) = [
        each
        for each in session.actions(uri, found.range, types.CodeActionKind.QuickFix)
        if each.title.startswith("Accept")
    ]
    assert action.title == f"Accept this {found.code}, with a reason"
    assert list(action.diagnostics or ()) == [found]
    assert changed(text, action) == accepted
    session.change(uri, accepted)
    assert found.code not in [each.code for each in session.shown(uri)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("error.md", "A nap cures flu."),
        ("content.json", article(f"<p>{HTML_LINK}</p>")),
        ("code.txt", "They utilize naps."),
    ],
)
def test_what_no_comment_can_accept_is_not_offered(
    name: str, text: str, session: Session, document: Callable[..., str]
) -> None:
    uri = document(name, text)
    (found,) = session.shown(uri)
    offered = [each.title for each in session.actions(uri, found.range)]
    assert not [title for title in offered if title.startswith("Accept")]


@pytest.mark.parametrize(
    ("name", "text", "title", "mended"),
    [
        (
            "link.md",
            "😴 Read [the plan](javascript:plan) of naps.\r\n",
            'Write "the plan" instead',
            "😴 Read the plan of naps.\r\n",
        ),
        (
            "link.html",
            '<p>Read <a href="javascript:plan">the plan</a>.</p>',
            'Write "the plan" instead',
            "<p>Read the plan.</p>",
        ),
        (
            "link.json",
            article('<p>“Naps” 😴: <a href="javascript:plan">the plan</a></p>'),
            'Write "the plan" instead',
            article("<p>“Naps” 😴: the plan</p>"),
        ),
        ("hidden.md", "A n\u200bap.", "Take out what is hidden", "A nap."),
        (
            "hidden.json",
            article("<p>A n\u200ba\u200bp.</p>"),
            "Change this in 2 places",
            article("<p>A nap.</p>"),
        ),
    ],
)
def test_a_safe_fix_is_offered_first(
    name: str,
    text: str,
    title: str,
    mended: str,
    session: Session,
    document: Callable[..., str],
) -> None:
    uri = document(name, text)
    (found,) = session.shown(uri)
    fix, everything = session.actions(uri, found.range)
    assert (fix.title, fix.kind, fix.is_preferred) == (title, "quickfix", True)
    assert list(fix.diagnostics or ()) == [found]
    assert changed(text, fix) == mended
    assert (everything.title, everything.kind) == (
        "Make all safe fixes",
        "source.fixAll.contentlint",
    )
    assert changed(text, everything) == mended
    session.change(uri, mended)
    assert session.shown(uri) == ()
    assert session.actions(uri, found.range) == []


def test_a_suggestion_of_words_is_offered_and_not_preferred(
    session: Session, document: Callable[..., str]
) -> None:
    text = "They utilize naps."
    uri = document("naps.md", text)
    (found,) = session.shown(uri)
    suggestion, acceptance = session.actions(uri, found.range)
    assert (suggestion.title, suggestion.is_preferred) == ('Write "use" instead', None)
    assert changed(text, suggestion) == "They use naps."
    assert acceptance.title == "Accept this complex-word, with a reason"


def test_all_safe_fixes_are_made_at_once(session: Session, document: Callable[..., str]) -> None:
    text = "A n\u200bap.\n\n[One](javascript:1) and [two](javascript:2): naps.\n"
    uri = document("naps.md", text)
    nowhere = types.Range(types.Position(9, 0), types.Position(9, 0))
    (action,) = session.actions(uri, nowhere, "source.fixAll")
    assert changed(text, action) == "A nap.\n\nOne and two: naps.\n"
    assert session.actions(uri, nowhere, "quickfix") == []
    assert session.actions(uri, nowhere, "source.organizeImports") == []


def test_hovering_explains_the_rule(session: Session, document: Callable[..., str]) -> None:
    text = f"Naps: {LINK}"
    uri = document("naps.md", text)
    (found,) = session.shown(uri)
    hover = session.hover(uri, types.Position(0, 9))
    assert hover is not None
    assert hover.range == found.range
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.value.startswith("# vague-link-text\n\nA link says where it leads.")
    assert session.hover(uri, types.Position(0, 2)) is None


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    with pytest.raises(SystemExit) as left:
        cli.main(["server"])
    assert left.value.code == cli.Exit.FAILURE
    assert capsys.readouterr() == (
        "",
        'contentlint: The language server needs pygls: run pip install "pygls>=2" where'
        " contentlint is.\n",
    )
