"""Speaks the Language Server Protocol with an editor, over standard input and output.

What the editor tells is kept as texts. One thread judges them, one after the other; a text that
a newer one has replaced by then is passed over. Nothing here fails in a way that the editor shows
as a traceback.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lint import __version__, judging
from lint.config import FILE_NAMES, rule_named
from lint.document import Problem
from lint.reporters import explanation
from lint.rule import Finding, Severity
from lint.server import actions, texts
from lint.server.actions import Change
from lint.server.places import Places
from lint.server.texts import OpenText
from lint.server.verdicts import Bench, Mark, Verdict

SOURCE = "contentlint"
PAUSE = 0.2
"""Seconds after a change in which another makes the first not worth judging."""

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_WATCHED = (*(f"**/{name}" for name in FILE_NAMES), "**/*.json")
"""Files that can change the verdict on others."""


class Editor(LanguageServer):
    """What one editor has open, and what was said of it."""

    def __init__(self) -> None:
        # Full texts: an article is small, and a change by lines depends on what a line is.
        super().__init__(
            SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self._texts: dict[str, OpenText] = {}
        self._languages: dict[str, str] = {}
        self._judged: dict[str, tuple[OpenText, asyncio.Future[Verdict | None]]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._publishing: set[asyncio.Task[None]] = set()
        self._thread = ThreadPoolExecutor(1)
        self._bench = Bench(Path.cwd())

    def report_server_error(self, error: Exception, source: Any) -> None:
        """In the editor's log, in a line: a message on the screen would help nobody."""
        self._log(str(error) or type(error).__name__)

    def _log(self, message: str) -> None:
        said = " ".join(message.split())[:500]
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, said))

    # What is open

    def begin(self, folder: str | None) -> None:
        """The editor says in which folder it works."""
        if folder is not None and Path(folder).is_dir():
            self._bench = Bench(Path(folder))

    def open(self, uri: str, language: str, version: int, words: str) -> None:
        self._languages[uri] = language
        self.take(uri, version, words, pause=0)

    def take(self, uri: str, version: int, words: str, pause: float = PAUSE) -> None:
        """The document is now this."""
        path = to_fs_path(uri)
        text = texts.opened(uri, self._languages.get(uri, ""), version, path, words)
        if text is not None:
            self._texts[uri] = text
            self._later(uri, pause)

    def close(self, uri: str) -> None:
        self._languages.pop(uri, None)
        self._judged.pop(uri, None)
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        if self._texts.pop(uri, None) is not None:
            self._publish(uri, None, [])

    def again(self, pause: float) -> None:
        """Files have changed that any verdict may rest on."""
        judging.forget()
        self._judged.clear()
        for uri in self._texts:
            self._later(uri, pause)

    def end(self) -> None:
        """Nothing more is said; what waits to be judged never is."""
        for waiting in self._waiting.values():
            waiting.cancel()
        self._texts.clear()
        self._thread.shutdown(wait=False, cancel_futures=True)

    # Verdicts

    def _later(self, uri: str, pause: float) -> None:
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(pause, self._start, uri)

    def _start(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        task = asyncio.ensure_future(self._judge_and_publish(uri))
        self._publishing.add(task)
        task.add_done_callback(self._publishing.discard)

    async def _judge_and_publish(self, uri: str) -> None:
        verdict = await self.verdict(uri)
        if verdict is None or self._texts.get(uri) is not verdict.text:
            return
        places = self.places(verdict.text)
        shown = [diagnostic(mark, places) for mark in verdict.marks]
        self._publish(uri, verdict.text.version, shown)

    def _publish(self, uri: str, version: int | None, shown: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, shown, version=version)
        )

    async def verdict(self, uri: str) -> Verdict | None:
        """What is said of the text as it is now; None if it changes or closes meanwhile."""
        text = self._texts.get(uri)
        if text is None:
            return None
        known = self._judged.get(uri)
        if known is None or known[0] is not text:
            loop = asyncio.get_running_loop()
            known = text, loop.run_in_executor(self._thread, self._judge, text)
            self._judged[uri] = known
        # Whoever else waits for it still gets it when this one is cancelled.
        return await asyncio.shield(known[1])

    def _judge(self, text: OpenText) -> Verdict | None:
        return self._bench.verdict(text) if self._texts.get(text.uri) is text else None

    def places(self, text: OpenText) -> Places:
        return Places(text, self.workspace.position_codec.client_num_units)

    # What the editor asks

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """Why there is a rule against what stands here."""
        verdict = await self.verdict(uri)
        if verdict is None:
            return None
        places = self.places(verdict.text)
        offset = places.offset(position)
        found: dict[str, Mark] = {}
        for mark in verdict.at(offset, offset):
            if isinstance(mark.said, Finding):
                found.setdefault(mark.said.rule, mark)
        if not found:
            return None
        pages = "\n---\n\n".join(explanation.markdown(rule_named(name)) for name in found)
        first = next(iter(found.values()))
        words = types.MarkupContent(types.MarkupKind.Markdown, pages)
        return types.Hover(words, places.range(first.start, first.end))

    async def offers(
        self, uri: str, where: types.Range, only: tuple[str, ...]
    ) -> list[types.CodeAction]:
        """The changes that fit the stretch `where`, of the kinds `only` (all where it is empty)."""
        verdict = await self.verdict(uri)
        if verdict is None:
            return []
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._offered, verdict, where, only)

    def _offered(
        self, verdict: Verdict, where: types.Range, only: tuple[str, ...]
    ) -> list[types.CodeAction]:
        def wanted(kind: str) -> bool:
            return not only or any(kind == each or kind.startswith(f"{each}.") for each in only)

        offered: list[types.CodeAction] = []
        if wanted(types.CodeActionKind.QuickFix.value):
            places = self.places(verdict.text)
            here = verdict.at(places.offset(where.start), places.offset(where.end))
            # The words under the cursor before all that is said of the document.
            here.sort(key=lambda mark: mark.end - mark.start)
            for mark in here[: actions.MOST_OFFERED]:
                offered += self._quick_fixes(verdict, mark, places)
        if wanted(FIX_ALL):
            change = actions.all_safe(verdict, self._bench.verdict)
            if change is not None:
                edit = self._edit(verdict.text, [change], self.places(verdict.text))
                offered.append(types.CodeAction("Make all safe fixes", kind=FIX_ALL, edit=edit))
        return offered

    def _quick_fixes(
        self, verdict: Verdict, mark: Mark, places: Places
    ) -> Iterator[types.CodeAction]:
        mending = actions.mending(verdict, mark, self._bench.verdict)
        if mending is not None:
            yield types.CodeAction(
                mending.title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(mark, places)],
                is_preferred=mending.safe or None,
                edit=self._edit(verdict.text, mending.changes, places),
            )
        change = actions.acceptance(verdict, mark, self._bench.verdict)
        if change is not None and isinstance(mark.said, Finding):
            yield types.CodeAction(
                f"Accept this {mark.said.rule}, with a reason",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(mark, places)],
                edit=self._edit(verdict.text, [change], places),
            )

    def _edit(
        self, text: OpenText, changes: Sequence[Change], places: Places
    ) -> types.WorkspaceEdit:
        edits = [
            types.TextEdit(
                places.range(each.start, each.end), each.replacement.replace("\n", text.newline)
            )
            for each in changes
        ]
        return types.WorkspaceEdit(changes={text.uri: edits})


def diagnostic(mark: Mark, places: Places) -> types.Diagnostic:
    """A finding, or a problem of the input, as editors show it."""
    said = mark.said
    if isinstance(said, Problem):
        wrong = said.fatal or said.unjudged
        message, code, severity = said.message, said.code, types.DiagnosticSeverity.Warning
        severity = types.DiagnosticSeverity.Error if wrong else severity
    else:
        message = f"{said.message} {said.advice}".rstrip()
        code, severity = said.rule, _SEVERITIES[said.severity]
    return types.Diagnostic(
        places.range(mark.start, mark.end), message, severity=severity, code=code, source=SOURCE
    )


def serve() -> None:
    """Serve one editor until it says goodbye."""
    if not os.environ.get("CONTENTLINT_DEBUG"):
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    editor = Editor()
    _life(editor)
    _documents(editor)
    _questions(editor)
    editor.start_io()


def _life(editor: Editor) -> None:
    @editor.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        folders = [each.uri for each in params.workspace_folders or ()]
        root = next(filter(None, [*folders, params.root_uri]), None)
        editor.begin(to_fs_path(root) if root else params.root_path)

    @editor.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        known = "workspace.did_change_watched_files.dynamic_registration"
        if get_capability(editor.client_capabilities, known):
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration(SOURCE, method, options)
            editor.client_register_capability(types.RegistrationParams([registration]))

    @editor.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        editor.end()


def _documents(editor: Editor) -> None:
    @editor.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        new = params.text_document
        editor.open(new.uri, new.language_id, new.version, new.text)

    @editor.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        words = editor.workspace.get_text_document(document.uri).source
        editor.take(document.uri, document.version, words)

    @editor.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        editor.again(pause=0)

    @editor.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        editor.close(params.text_document.uri)

    @editor.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        editor.again(pause=PAUSE)


def _questions(editor: Editor) -> None:
    @editor.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        try:
            return await editor.hover(params.text_document.uri, params.position)
        except Exception as error:
            editor.report_server_error(error, None)
            return None

    @editor.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        only = tuple(getattr(each, "value", each) for each in params.context.only or ())
        try:
            return await editor.offers(params.text_document.uri, params.range, only)
        except Exception as error:
            editor.report_server_error(error, None)
            return []
