"""Publishing many pages at once: those that are fit go live, the others are named."""

from typing import Any

from django.db import transaction
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction

from cms.quality.gate import LintBlocked
from cms.quality.middleware import explain


class LintedPublishBulkAction(PublishBulkAction):
    """Wagtail's own, with a savepoint for each page; one refusal would undo the whole batch."""

    def __init__(self, request, model):
        super().__init__(request, model)
        self.refusals: list[LintBlocked] = []

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "refusals": self.refusals}

    @classmethod
    def execute_action(cls, objects, include_descendants=False, user=None, refusals=None, **kwargs):
        refusals = [] if refusals is None else refusals
        parents = children = 0
        for page in objects:
            parents += cls._publish(page, user, refusals)
            if include_descendants:
                drafts = page.get_descendants().not_live().defer_streamfields().specific()
                for draft in drafts.iterator():
                    if user is None or draft.permissions_for_user(user).can_publish():
                        children += cls._publish(draft, user, refusals)
        return parents, children

    @classmethod
    def _publish(cls, page, user, refusals: list[LintBlocked]) -> int:
        """Publish one page and return 1, or note why not and return 0."""
        try:
            with transaction.atomic():
                revision = page.get_latest_revision() or page.specific.save_revision(user=user)
                revision.publish(user=user)
        except LintBlocked as refusal:
            refusals.append(refusal)
            return 0
        return 1

    def get_success_message(self, num_parent_objects, num_child_objects):
        for refusal in self.refusals:
            explain(self.request, refusal)
        if not num_parent_objects and not num_child_objects:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)
