"""The OpenAPI document of the delivery API, made from what its answers are made of."""

from __future__ import annotations

from functools import cache

from cms.api import changes, contents
from cms.api.pages import components
from cms.api.schemas import INTEGER, TEXT, TIME, Schema, reference

SECURITY: list[dict[str, list[str]]] = [{}, {"token": []}]
"""With a token or without."""


@cache
def document() -> Schema:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "contentlint delivery API",
            "version": "1.0.0",
            "description": "Published health content for frontends. Only what the public may see, "
            "but for those whose token lets them read drafts.",
        },
        "servers": [{"url": "/api/content/v1"}],
        "paths": {
            "/pages/": {"get": _pages_operation()},
            "/changes/": {"get": _changes_operation()},
            "/contents/": {"get": _contents_operation()},
        },
        "components": {
            "schemas": {
                **components(),
                "Changes": changes.SCHEMA,
                "PageChange": changes.PAGE_CHANGE,
                "Contents": contents.SCHEMA,
                "Problem": _problem(),
            },
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A token of the authoring API. With it come the drafts of pages "
                    "that its user may change or publish.",
                }
            },
        },
    }


def _pages_operation() -> Schema:
    return {
        "operationId": "getPage",
        "summary": "One page by its path, with everything needed to render it",
        "parameters": [
            _path_parameter(
                "The path of the page's URL, such as /treatments/example/ or "
                "/en-gb/treatments/example/.",
                required=True,
            ),
            {
                "name": "If-None-Match",
                "in": "header",
                "required": False,
                "description": "The ETag of an earlier answer.",
                "schema": TEXT,
            },
        ],
        "responses": {
            "200": {
                "description": "The page",
                "headers": {"ETag": {"schema": TEXT}, "Cache-Control": {"schema": TEXT}},
                "content": {"application/json": {"schema": reference("Page")}},
            },
            "304": {"description": "The earlier answer still holds"},
            "400": _problem_answer("The path is missing or cannot be one"),
            "404": _problem_answer("No published page is there; `redirect` says where it moved"),
            "405": _problem_answer("This API can only be read"),
        },
    }


def _changes_operation() -> Schema:
    return {
        "operationId": "getChanges",
        "summary": "The pages that changed, and those that are gone",
        "security": SECURITY,
        "parameters": [
            _path_parameter("Only the page at this path and those below it."),
            {
                "name": "since",
                "in": "query",
                "required": False,
                "description": "Only what changed at this time or later: the `next_since` of an "
                "earlier answer.",
                "schema": TIME,
            },
            {
                "name": "after",
                "in": "query",
                "required": False,
                "description": "The `next_after` of the answer before.",
                "schema": {**INTEGER, "minimum": 0},
            },
        ],
        "responses": {
            "200": {
                "description": "The changes, in the order of the pages' ids",
                "content": {"application/json": {"schema": reference("Changes")}},
            },
            "400": _problem_answer("A parameter makes no sense"),
            "401": _problem_answer("The token is not known"),
            "404": _problem_answer("No page that the reader may see is at this path"),
            "405": _problem_answer("This API can only be read"),
        },
    }


def _contents_operation() -> Schema:
    return {
        "operationId": "getContents",
        "summary": "One page as its editor wrote it, with what it refers to",
        "security": SECURITY,
        "parameters": [
            _path_parameter("The path of the page's URL.", required=True),
            {
                "name": "version",
                "in": "query",
                "required": False,
                "description": "What the public sees, or the newest words.",
                "schema": {"enum": list(contents.VERSIONS), "default": "live"},
            },
        ],
        "responses": {
            "200": {
                "description": "The page",
                "content": {"application/json": {"schema": reference("Contents")}},
            },
            "400": _problem_answer("A parameter makes no sense"),
            "401": _problem_answer("The token is not known, or a draft needs one"),
            "403": _problem_answer("The token's user may not change this page"),
            "404": _problem_answer("No page that the reader may see is there"),
            "405": _problem_answer("This API can only be read"),
        },
    }


def _path_parameter(description: str, *, required: bool = False) -> Schema:
    return {
        "name": "path",
        "in": "query",
        "required": required,
        "description": description,
        "schema": {"type": "string", "pattern": "^/", "maxLength": 2000},
    }


def _problem_answer(description: str) -> Schema:
    content = {"application/problem+json": {"schema": reference("Problem")}}
    return {"description": description, "content": content}


def _problem() -> Schema:
    return {
        "type": "object",
        "description": "An error, after RFC 9457.",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": INTEGER,
            "detail": TEXT,
            "redirect": {**TEXT, "description": "Where the page has moved."},
        },
        "required": ["type", "title", "status", "detail"],
    }
