from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.exchange.export import export


class Command(BaseCommand):
    help = "Write all pages, library items and images as content files below a folder."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args, folder: Path, **options):
        try:
            exported = export(folder)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None
        for name in exported.unpublished_changes:
            self.stdout.write(f"{name}: has changes that are not published, and not in the file")
        self.stdout.write(f"{len(exported.written)} files written to {folder}")
