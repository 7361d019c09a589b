from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands import publish_scheduled
from wagtail.models import Page, Revision

from cms.quality.gate import LintBlocked


class Command(publish_scheduled.Command):
    """Wagtail's own; a revision that may not go live any more loses its schedule, the rest go live.

    The draft stays as it is, unlocked, and whoever wrote it hears why.
    """

    def handle(self, *args, **options):
        while True:
            try:
                return super().handle(*args, **options)
            except LintBlocked as refusal:
                revisions = _due(refusal)
                if not revisions:
                    raise
                for revision in revisions:
                    self._cancel(revision, refusal)

    def _cancel(self, revision: Revision, refusal: LintBlocked) -> None:
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(
            instance=revision.as_object(),
            action="contentlint.refuse",
            revision=revision,
            data={"messages": refusal.messages},
        )
        self.stderr.write(str(refusal))
        if revision.user and revision.user.email:
            lines = "\n".join(f"- {message}" for message in refusal.messages)
            send_mail(
                f"Not published as scheduled: {revision.object_str}",
                f"“{revision.object_str}” was due to go live, but has errors:\n\n{lines}\n\n"
                "It is kept as a draft. Mend it and publish it again.\n",
                settings.DEFAULT_FROM_EMAIL,
                [revision.user.email],
            )


def _due(refusal: LintBlocked) -> list[Revision]:
    """The revisions that were due for the refused item; for an alias, those of its source."""
    item = refusal.item
    while isinstance(item, Page) and item.alias_of_id:
        item = item.alias_of
    due = Revision.objects.for_instance(item).filter(approved_go_live_at__lt=timezone.now())
    return list(due)
