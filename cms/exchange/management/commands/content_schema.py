from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms.exchange.files import dump
from cms.exchange.schema import content_schema


class Command(BaseCommand):
    help = "Write the JSON Schema of content files."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--check", action="store_true", help="only tell whether the file is up to date"
        )

    def handle(self, *args, file: Path, check: bool, **options):
        schema = dump(content_schema())
        if not check:
            file.write_text(schema, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != schema:
            raise CommandError(f"{file} is out of date: run manage.py content_schema {file}")
