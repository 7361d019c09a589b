"""A decent answer wherever a refused publication has no form of its own to say so."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin.utils import quote
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.html import format_html_join
from wagtail.admin import messages as admin_messages
from wagtail.models import Page

from cms.quality.gate import LintBlocked
from cms.quality.problem import problem


class RefusedPublicationMiddleware:
    """Leads the editor back to the draft, which is kept, with the findings in a message."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        if not isinstance(refusal, LintBlocked):
            return None
        if not _is_admin(request) or _expects_json(request):
            return JsonResponse(problem(refusal), status=422)
        explain(request, refusal)
        url = edit_url(refusal.item) or (
            request.path if request.method == "POST" else reverse("wagtailadmin_home")
        )
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": url})  # what Wagtail's modal reads
        return HttpResponseRedirect(url)


def explain(request: HttpRequest, refusal: LintBlocked) -> None:
    """Tell the editor what keeps the item from going live."""
    url = edit_url(refusal.item)
    buttons = [admin_messages.button(url, "Edit")] if url else []
    findings = format_html_join("", "<li>{}</li>", ((message,) for message in refusal.messages))
    messages.error(
        request,
        admin_messages.render(
            f"“{refusal.item}” is not fit for readers so; nothing was published. Please mend:",
            buttons,
            detail=format_html_join("", '<ul class="errorlist">{}</ul>', ((findings,),)),
        ),
    )


def edit_url(item: Model) -> str | None:
    """Where the item can be mended, if it is stored."""
    if item.pk is None or not type(item)._base_manager.filter(pk=item.pk).exists():
        return None
    if isinstance(item, Page):
        return reverse("wagtailadmin_pages:edit", args=[item.pk])
    viewset = getattr(item, "snippet_viewset", None)
    return reverse(viewset.get_url_name("edit"), args=[quote(item.pk)]) if viewset else None


def _is_admin(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("wagtailadmin_home"))


def _expects_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
