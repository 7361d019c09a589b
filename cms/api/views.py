"""The delivery API, version 1: published content for frontends, read only and without sessions."""

from __future__ import annotations

import hashlib
import json
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

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
    path = path if path.endswith("/") else f"{path}/"
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
    language, _, rest = path.strip("/").partition("/")
    locale = Locale.objects.filter(language_code=language).exclude(pk=site.root_page.locale_id)
    home = site.root_page
    if (other := locale.first()) is not None:
        home = home.get_translation_or_none(other)
    else:
        rest = path.strip("/")
    if home is None:
        return None
    url_path = f"{home.url_path}{rest}/" if rest else home.url_path
    found = Page.objects.live().public().filter(url_path=url_path).specific().first()
    return found if isinstance(found, BasePage) else None


def _path_fault(path: str | None) -> str | None:
    """What is wrong with the parameter, for the person who wrote the frontend."""
    if not path:
        return "Say which page: ?path=/treatments/example/"
    if not path.startswith("/"):
        return "The path must start with a slash."
    if len(path) > LONGEST_PATH:
        return f"The path is longer than {LONGEST_PATH} characters."
    parts = unquote(path).split("/")
    if any(not character.isprintable() for character in path) or "\\" in path:
        return "The path holds a character that no path has."
    if any(part in (".", "..") for part in parts) or "" in parts[1:-1]:
        return "The path must not hold empty parts, . or .. ."
    if "?" in path or "#" in path:
        return "Send the path alone, without a query or a fragment."
    return None


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
