from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.exchange.load import load


class Command(BaseCommand):
    help = "Load a folder of content files. What is already as its file says stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args, folder: Path, **options):
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        loaded = load(folder)
        say = self.stdout.write
        for name, what in loaded.dangling:
            say(f"{name}: links to {what}, which is not there")
        for refusal in loaded.refused:
            say(f"{refusal.file}: stays a draft, because it must not go live as it is:")
            for reason in refusal.reasons:
                say(f"    {reason}")
        say(
            f"{len(loaded.created)} created, {len(loaded.changed)} changed, "
            f"{len(loaded.unchanged)} unchanged, {len(loaded.refused)} kept as drafts by the gate, "
            f"{len({fault.file for fault in loaded.faults})} not loaded"
        )
        if loaded.faults:
            raise CommandError("\n".join(str(fault) for fault in loaded.faults))
