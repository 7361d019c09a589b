from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import DraftStateMixin, Page

from cms.quality import gate
from cms.quality.gate import Verdict


class Command(BaseCommand):
    """Finds what went past the gate: raw SQL, QuerySet.update() and bulk writes send no signal.

    It also finds what was fit when it went live and is not any more: an overdue review, a chosen
    library item that was unpublished, a rule that is new.
    """

    help = "Judge everything that is live; the exit status is 1 where something has errors."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--unpublish", action="store_true", help="Take what has errors off the site."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        judged = found = 0
        for item in _live_items():
            judged += 1
            verdict = gate.against(gate.judge(item), None)
            if verdict.passes:
                continue
            found += 1
            self._report(item, verdict)
            if options["unpublish"]:
                item.unpublish()
        done = "unpublished" if options["unpublish"] else "with errors"
        self.stdout.write(f"{judged} live, {found} {done}.")
        if found:
            raise CommandError(f"{found} of {judged} live items have errors.", returncode=1)

    def _report(self, item: DraftStateMixin, verdict: Verdict) -> None:
        self.stdout.write(f"{item._meta.verbose_name} {item.pk}: {item}")
        for finding in verdict.blocking:
            self.stdout.write(f"  {finding.rule}: {gate.sentence(finding)}")
        for problem in verdict.unjudged:
            self.stdout.write(f"  {problem.code}: {problem.message}")


def _live_items() -> Iterator[DraftStateMixin]:
    yield from Page.objects.filter(live=True, depth__gt=1).specific().iterator()
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield from model._base_manager.filter(live=True).iterator()
