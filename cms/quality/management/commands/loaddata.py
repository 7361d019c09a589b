from django.core.management.base import CommandError
from django.core.management.commands import loaddata

from cms.quality import guard
from cms.quality.gate import LintBlocked


class Command(loaddata.Command):
    """Django's own, judging each page once all of its rows are there; else nothing is loaded."""

    def loaddata(self, fixture_labels):
        try:
            with guard.fixture():
                super().loaddata(fixture_labels)
        except LintBlocked as refusal:
            raise CommandError(f"Nothing was loaded. {refusal}") from refusal
