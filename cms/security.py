"""The Content-Security-Policy header: a second wall, should markup ever get past the first."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

# Pages may show images and videos from elsewhere, and run nothing but our own files.
PAGES = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: https:",
        "media-src 'self' https:",
        "frame-src 'self' https:",
        "style-src 'self' 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
# The editor's own scripts need inline code; the rest holds there too.
ADMIN = "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: every response says what a browser may load for it, unless it says so itself."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        policy = ADMIN if request.path.startswith(reverse("wagtailadmin_home")) else PAGES
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    return respond
