"""What has changed since somebody last asked, for frontends and tools that keep what they read."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageLogEntry, PageViewRestriction, Site

from cms.api.access import Reader
from cms.api.items import page_link
from cms.api.schemas import BOOLEAN, INTEGER, PATH, TEXT, TIME, URL, array, nullable, struct
from cms.library.models import LIBRARY
from cms.pages.models import PublisherSettings, SiteCrisisResource, SiteDisclaimer

AT_ONCE = 500
"""So many pages come in one answer."""
OVERLAP = datetime.timedelta(minutes=1)
"""What is being saved while somebody asks carries an earlier time; it comes again instead."""
GONE = ("wagtail.delete", "wagtail.unpublish")


def changes_answer(
    reader: Reader,
    site: Site,
    request: HttpRequest,
    *,
    below: Page | None,
    since: datetime.datetime | None,
    after: int,
) -> dict[str, Any]:
    """The pages at and below `below`, all of the site without it, that changed at `since` or later.

    Those with an id above `after`, in the order of ids, as many as one answer holds.
    """
    asked_at = timezone.now()
    readable = reader.pages().filter(depth__gt=1)
    drafts = set(reader.changeable().values_list("pk", flat=True)) if reader.is_known else set()
    wanted = readable.filter(_within(site, below), pk__gt=after)
    if since is not None:
        wanted = wanted.filter(
            Q(last_published_at__gte=since)
            | Q(last_published_at=None)
            | Q(pk__in=reader.changeable().values("pk"), latest_revision_created_at__gte=since)
        )
    rows = list(wanted.select_related("locale").order_by("pk")[: AT_ONCE + 1])
    pages = (_page(page, page.pk in drafts, request) for page in rows[:AT_ONCE])
    return {
        "next_since": _time(asked_at - OVERLAP),
        "shared": _shared(drafts) if after == 0 else None,
        "pages": [page for page in pages if page is not None],
        "deleted": [] if since is None or after else list(_deleted(since, readable)),
        "next_after": rows[AT_ONCE - 1].pk if len(rows) > AT_ONCE else None,
    }


def _within(site: Site, below: Page | None) -> Q:
    if below is not None:
        return Q(path__startswith=below.path)
    homes = site.root_page.get_translations(inclusive=True)
    within = Q(pk__in=[])
    for path in homes.values_list("path", flat=True):
        within |= Q(path__startswith=path)
    return within


def _page(page: Page, with_draft: bool, request: HttpRequest) -> dict[str, Any] | None:
    """A page and when it changed; None for one that no address leads to."""
    if page.get_url_parts(request) is None:
        return None
    times = [page.last_published_at, page.latest_revision_created_at if with_draft else None]
    changed = max(filter(None, times), default=None)
    link = page_link(page, request)
    return {
        "id": page.pk,
        "path": link["path"],
        "url": link["url"],
        "live": page.live,
        "draft": with_draft and (page.has_unpublished_changes or not page.live),
        "changed": _time(changed) if changed else None,
    }


def _deleted(since: datetime.datetime, readable: QuerySet[Page]) -> Iterable[dict[str, Any]]:
    """What was deleted or unpublished, and did not come back."""
    gone = PageLogEntry.objects.filter(action__in=GONE, timestamp__gte=since)
    gone = gone.exclude(page_id__in=readable.values("pk"))
    for pk, when in gone.values_list("page_id").annotate(Max("timestamp")).order_by("page_id"):
        yield {"id": pk, "changed": _time(when)}


def _shared(drafts: Collection[int]) -> str:
    """Changes with what many pages depend on.

    The library, the settings of the site, redirects, and for each page where it stands and whether
    the public may see it: links to it depend on that. And which `drafts` the reader may read.
    """
    pages = Page.objects.order_by("pk").values_list("pk", "live", "url_path")
    restrictions = PageViewRestriction.objects.order_by("pk").values_list("pk", "page__path")
    redirects = Redirect.objects.order_by("pk").values_list("pk", "old_path")
    files = (
        model.objects.order_by("pk").values_list("pk")
        for model in (get_image_model(), get_document_model())
    )
    tables = (PublisherSettings, SiteDisclaimer, SiteCrisisResource, *LIBRARY.values())
    rows = (model.objects.order_by("pk").values_list() for model in tables)
    digest = hashlib.sha256(repr(sorted(drafts)).encode())
    for table in (pages, restrictions, redirects, *files, *rows):
        for row in table.iterator():
            digest.update(repr(row).encode())
        digest.update(b"\0")
    return digest.hexdigest()[:32]


def _time(value: datetime.datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


PAGE_CHANGE = struct(
    {
        "id": INTEGER,
        "path": PATH,
        "url": URL,
        "live": {**BOOLEAN, "description": "Whether the public sees it."},
        "draft": {**BOOLEAN, "description": "Whether there are words that are not published."},
        "changed": nullable(TIME),
    },
    "A page, and when it last changed.",
)
SCHEMA = struct(
    {
        "next_since": {**TIME, "description": "What to send as `since` next time."},
        "shared": {
            **nullable(TEXT),
            "description": "Differs from the last answer's where something changed that many "
            "answers depend on: the library, the site's settings, or the address or publication "
            "of any page. Then read everything again. Only in the first of several answers.",
        },
        "pages": array({"$ref": "#/components/schemas/PageChange"}),
        "deleted": {
            **array(struct({"id": INTEGER, "changed": TIME})),
            "description": "Pages of any site that were deleted or unpublished since.",
        },
        "next_after": {
            **nullable(INTEGER),
            "description": "What to send as `after` for the rest; null where this was the last.",
        },
    },
    "Pages that changed.",
)
