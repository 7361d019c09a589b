from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from cms.exchange.article_import import ImportRefusedError, import_article
from cms.exchange.manuscript import FORMATS, UnreadableError, words_of
from cms.quality import gate
from cms.quality.reading import shown


class Command(BaseCommand):
    help = "Bring in an article as its author sent it, as a draft with typed blocks."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help=f"one of {', '.join(FORMATS)}")
        parser.add_argument(
            "--parent", default="/", metavar="PATH", help="the page to put it under (default: /)"
        )
        parser.add_argument(
            "--publish", action="store_true", help="publish it, if the gate lets it through"
        )

    def handle(self, *args, file: Path, parent: str, publish: bool, **options):
        try:
            imported = import_article(file, parent)
        except (ImportRefusedError, UnreadableError) as error:
            raise CommandError(str(error)) from None
        page = imported.page
        say = self.stdout.write
        say(f"Draft “{page.title}” at {page.url}, with {len(imported.record['body'])} blocks:")
        for block in imported.record["body"]:
            say(f"    {block['type']:<16} {_gist(block['value'])}")
        if imported.proposed:
            say("Not in the library; add them, or leave the names as they are:")
            for kind, name in imported.proposed:
                say(f"    {kind.replace('_', ' '):<16} {name}")
        if imported.doubts:
            say("Please look at these:")
            for doubt in imported.doubts:
                say(f"    {doubt}")
        say("")
        say(shown(gate.judge(page)))
        say(f"Edit it at {reverse('wagtailadmin_pages:edit', args=[page.pk])}")
        if publish:
            self._publish(page)

    def _publish(self, page):
        try:
            page.get_latest_revision().publish()
        except ValidationError as error:
            reasons = "\n".join(f"    {message}" for message in error.messages)
            raise CommandError(
                f"It stays a draft, because it must not go live:\n{reasons}"
            ) from None
        self.stdout.write(f"Published at {page.url}")


def _gist(value) -> str:
    """What a block holds, in a few words."""
    if isinstance(value, list):
        names = [next(iter(item.values())) if isinstance(item, dict) else item for item in value]
        return f"{len(value)}: {', '.join(map(str, names))}"[:80]
    if isinstance(value, dict) and "items" in value:
        return f"{len(value['items'])}: {', '.join(item['term'] for item in value['items'])}"[:80]
    if isinstance(value, dict):
        value = next(iter(value.values()), "")
    return words_of(str(value))[:80]
