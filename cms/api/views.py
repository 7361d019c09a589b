"""The delivery API, version 1: published content for frontends, read only and without sessions.

Whoever has a token reads the drafts too that they may change: see `access`.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.dateparse import parse_datetime
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from cms.api.access import Reader, UnknownTokenError, reader_of
from cms.api.changes import changes_answer
from cms.api.contents import VERSIONS, contents_answer
from cms.api.openapi import document
from cms.api.pages import page_answer
from cms.pages.models import BasePage

READING = ("GET", "HEAD", "OPTIONS")
LONGEST_PATH = 2000


@csrf_exempt
def pages(request: HttpRequest) -> HttpResponse:
    """One page by its path, with everything a frontend needs to render it."""
    if request.method not in READING:
        return _wrong_method()
    if request.method == "OPTIONS":
        return _answer_options()
    path = request.GET.get("path")
    fault = _path_fault(path)
    if fault is not None:
        return problem(HTTPStatus.BAD_REQUEST, "invalid-path", fault)
    path = _ended(path)
    site = Site.find_for_request(request)
    page = find_page(site, path) if site else None
    if page is None:
        moved = _redirect(site, path) if site else None
        return problem(
            HTTPStatus.NOT_FOUND,
            "page-not-found",
            f"There is no published page at {path}",
            **({"redirect": moved} if moved else {}),
        )
    with override(page.locale.language_code):
        return _answer(request, page_answer(page, site, request))


@csrf_exempt
def changes(request: HttpRequest) -> HttpResponse:
    """The pages that changed since a time, and those that are gone."""
    if request.method not in READING:
        return _wrong_method()
    if request.method == "OPTIONS":
        return _answer_options()
    path = request.GET.get("path", "/")
    since, after = request.GET.get("since", ""), request.GET.get("after", "0")
    fault = _path_fault(path) or _since_fault(since) or _after_fault(after)
    if fault is not None:
        return problem(HTTPStatus.BAD_REQUEST, "invalid-parameter", fault)
    try:
        reader = reader_of(request)
    except UnknownTokenError:
        return _unauthorized("This token is not known.")
    site = Site.find_for_request(request)
    below = _readable(reader, site, path) if site else None
    if site is None or below is None:
        return _no_page(path)
    answer = changes_answer(
        reader,
        site,
        request,
        below=None if path == "/" else below,
        since=parse_datetime(since) if since else None,
        after=int(after),
    )
    return _personal(answer)


@csrf_exempt
def contents(request: HttpRequest) -> HttpResponse:
    """One page as its editor wrote it, with what it refers to."""
    if request.method not in READING:
        return _wrong_method()
    if request.method == "OPTIONS":
        return _answer_options()
    path, version = request.GET.get("path"), request.GET.get("version", "live")
    fault = _path_fault(path)
    if version not in VERSIONS:
        fault = f"The version is one of {', '.join(VERSIONS)}."
    if fault is not None:
        return problem(HTTPStatus.BAD_REQUEST, "invalid-parameter", fault)
    try:
        reader = reader_of(request)
    except UnknownTokenError:
        return _unauthorized("This token is not known.")
    site = Site.find_for_request(request)
    found = _readable(reader, site, path) if site else None
    page = found.specific if found else None
    if not isinstance(page, BasePage) or (version == "live" and not page.live):
        return _no_page(path)
    may_change = reader.changeable().filter(pk=page.pk).exists()
    if version == "draft" and not may_change:
        if not reader.is_known:
            return _unauthorized("Drafts are for those with a token.")
        return problem(HTTPStatus.FORBIDDEN, "not-allowed", "You may not change this page.")
    with override(page.locale.language_code):
        return _personal(contents_answer(page, version, request, public=not may_change))


@csrf_exempt
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document of this API."""
    if request.method not in READING:
        return _wrong_method()
    if request.method == "OPTIONS":
        return _answer_options()
    return _answer(request, document())


@csrf_exempt
def not_found(request: HttpRequest, rest: str = "") -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, "no-such-endpoint", "This API has no such endpoint.")


def find_page(site: Site, path: str) -> BasePage | None:
    """The live, public page of the site at `path`, as its URL has it."""
    url_path = _url_path(site, path)
    if url_path is None:
        return None
    found = Page.objects.live().public().filter(url_path=url_path).specific().first()
    return found if isinstance(found, BasePage) else None


def _readable(reader: Reader, site: Site, path: str) -> Page | None:
    """The page at `path`, live or not, if the reader may see it."""
    return reader.pages().filter(url_path=_url_path(site, _ended(path))).first()


def _ended(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"


def _url_path(site: Site, path: str) -> str | None:
    """Where in the tree of pages a path of the site leads, written as in a URL or as it is read."""
    path = unquote(path)
    language, _, rest = path.strip("/").partition("/")
    locale = Locale.objects.filter(language_code=language).exclude(pk=site.root_page.locale_id)
    home = site.root_page
    if (other := locale.first()) is not None:
        home = home.get_translation_or_none(other)
    else:
        rest = path.strip("/")
    if home is None:
        return None
    return f"{home.url_path}{rest}/" if rest else home.url_path


def _path_fault(path: str | None) -> str | None:
    """What is wrong with the parameter, for the person who wrote the frontend."""
    if not path:
        return "Say which page: ?path=/treatments/example/"
    if not path.startswith("/"):
        return "The path must start with a slash."
    if len(path) > LONGEST_PATH:
        return f"The path is longer than {LONGEST_PATH} characters."
    read = unquote(path)
    parts = read.split("/")
    if not read.isprintable() or "\\" in read:
        return "The path holds a character that no path has."
    if any(part in (".", "..") for part in parts) or "" in parts[1:-1]:
        return "The path must not hold empty parts, . or .. ."
    if "?" in path or "#" in path:
        return "Send the path alone, without a query or a fragment."
    return None


def _since_fault(since: str) -> str | None:
    try:
        found = parse_datetime(since) if since else None
        if found is not None and found.tzinfo is not None:
            found.astimezone(datetime.UTC)  # Refuses what is before the first year, or too late.
    except (OverflowError, ValueError):
        found = None
    if since and (found is None or found.tzinfo is None):
        return "since is a time such as 2026-05-01T08:00:00Z."
    return None


def _after_fault(after: str) -> str | None:
    return None if re.fullmatch("[0-9]{1,18}", after) else "after is the id of a page."


def _redirect(site: Site, path: str) -> str | None:
    """Where an editor's redirect leads from `path`."""
    found = Redirect.get_for_site(site).filter(old_path=Redirect.normalise_path(path)).first()
    return found.link if found else None


def _answer(request: HttpRequest, content: dict[str, Any]) -> HttpResponse:
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="application/json")
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=60, stale-while-revalidate=600"
    return get_conditional_response(request, etag=etag, response=response)


def _personal(content: dict[str, Any]) -> HttpResponse:
    """An answer that depends on who asks, and that nobody in between may keep."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    response = HttpResponse(body, content_type="application/json")
    response["Cache-Control"] = "private, no-store"
    patch_vary_headers(response, ["Authorization"])
    return response


def _unauthorized(detail: str) -> HttpResponse:
    response = problem(HTTPStatus.UNAUTHORIZED, "token-needed", detail)
    response["WWW-Authenticate"] = "Bearer"
    response["Cache-Control"] = "no-store"
    return response


def _no_page(path: str | None) -> HttpResponse:
    response = problem(HTTPStatus.NOT_FOUND, "page-not-found", f"There is no page at {path}")
    response["Cache-Control"] = "private, no-store"
    return response


def _answer_options() -> HttpResponse:
    response = HttpResponse(status=HTTPStatus.NO_CONTENT)
    response["Allow"] = ", ".join(READING)
    return response


def _wrong_method() -> HttpResponse:
    response = problem(
        HTTPStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This API can only be read."
    )
    response["Allow"] = ", ".join(READING)
    return response


def problem(status: HTTPStatus, kind: str, detail: str, **more: str) -> HttpResponse:
    """An error as RFC 9457 has it."""
    content = {"type": f"/problems/{kind}", "title": status.phrase, "status": status, **more}
    response = HttpResponse(
        json.dumps({**content, "detail": detail}, ensure_ascii=False),
        status=status,
        content_type="application/problem+json",
    )
    response["Cache-Control"] = "public, max-age=10"
    return response
