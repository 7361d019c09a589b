"""Who asks, and which pages they may read: the public ones, and those they may change.

A token of Wagtail's v3 API says who asks. A session never does: what a browser holds must not open
drafts to the frontend of another host.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

PERMISSIONS = {"change", "publish"}


class UnknownTokenError(Exception):
    """The request has a token that nobody has, or not any more."""


@dataclass(frozen=True)
class Reader:
    """Somebody who asks; `user` is anonymous where no token says otherwise."""

    user: Any

    @property
    def is_known(self) -> bool:
        return bool(self.user.is_authenticated)

    def pages(self) -> QuerySet[Page]:
        """The pages they may read, live or not."""
        public = Page.objects.live().public()
        if not self.is_known:
            return cast("QuerySet[Page]", public)
        allowed = Q(pk__in=public.values("pk")) | Q(pk__in=self.changeable().values("pk"))
        return cast("QuerySet[Page]", Page.objects.filter(allowed))

    def changeable(self) -> QuerySet[Page]:
        """The pages whose drafts they may read."""
        if not self.is_known:
            return Page.objects.none()
        return PagePermissionPolicy().instances_user_has_any_permission_for(self.user, PERMISSIONS)


def reader_of(request: HttpRequest) -> Reader:
    """Raises `UnknownTokenError`."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if not scheme:
        return Reader(AnonymousUser())
    found = BearerTokenAuth().authenticate(request, token) if scheme.lower() == "bearer" else None
    if found is None:
        raise UnknownTokenError
    return Reader(found.user)
