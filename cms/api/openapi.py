"""The OpenAPI document of the delivery API, made from what its answers are made of."""

from __future__ import annotations

from functools import cache

from cms.api.pages import components
from cms.api.schemas import INTEGER, TEXT, Schema, reference


@cache
def document() -> Schema:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "contentlint delivery API",
            "version": "1.0.0",
            "description": "Published health content for frontends. Only what the public may see.",
        },
        "servers": [{"url": "/api/content/v1"}],
        "paths": {"/pages/": {"get": _pages_operation()}},
        "components": {"schemas": {**components(), "Problem": _problem()}},
    }


def _pages_operation() -> Schema:
    return {
        "operationId": "getPage",
        "summary": "One page by its path, with everything needed to render it",
        "parameters": [
            {
                "name": "path",
                "in": "query",
                "required": True,
                "description": "The path of the page's URL, such as /treatments/example/ or "
                "/en-gb/treatments/example/.",
                "schema": {"type": "string", "pattern": "^/", "maxLength": 2000},
            },
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
