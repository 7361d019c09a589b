"""A pretended CMS on this machine: it answers what it is told to, and notes what it was asked."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "wagtail-7f3k"

Answer = tuple[int, Mapping[str, str], bytes]
Answers = Callable[[str, dict[str, str]], Answer]


@dataclass
class Server:
    """What it was asked; `answers` says what it answers."""

    answers: Answers
    origin: str = ""
    asked: list[str] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)


@contextmanager
def serving(answers: Answers, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            split = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(split.query).items()}
            server.asked.append(self.path)
            server.tokens.add(self.headers.get("Authorization", ""))
            status, headers, body = server.answers(split.path, query)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        scheme = "http"
        if context is not None:
            listening.socket = context.wrap_socket(listening.socket, server_side=True)
            scheme = "https"
        server.origin = f"{scheme}://127.0.0.1:{listening.server_address[1]}"
        threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        listening.shutdown()


def says(value: Any, status: int = 200, **headers: str) -> Answer:
    return status, {"Content-Type": "application/json", **headers}, json.dumps(value).encode()


def page(pk: int, path: str, *, live: bool = True, draft: bool = False, changed: str = "1") -> Any:
    return {"id": pk, "path": path, "live": live, "draft": draft, "changed": changed}


def listing(*pages: Any, **more: Any) -> Answer:
    answer = {"next_since": "T1", "shared": "s", "deleted": [], "next_after": None}
    return says({**answer, "pages": list(pages), **more})


@dataclass
class Cms:
    """Answers as the delivery API does; what it holds can change."""

    pages: list[Any]
    shared: str = "s"
    deleted: tuple[int, ...] = ()

    def __call__(self, path: str, query: dict[str, str]) -> Answer:
        if path.endswith("/changes/"):
            changed = [each for each in self.pages if each["changed"] > query.get("since", "")]
            deleted = [{"id": pk} for pk in self.deleted]
            return listing(*changed, shared=self.shared, deleted=deleted, next_since="T1")
        return says({"content": {"title": query["path"], "version": query["version"]}})


PAGES = [page(2, "/b/", draft=True), page(1, "/a/"), page(3, "/c/", live=False, draft=True)]
