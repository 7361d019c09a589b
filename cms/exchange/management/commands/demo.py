"""`manage.py demo`: everything a newcomer needs to see the product, in one process."""

import hashlib
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from cms.exchange.accounts import Account, make_accounts
from cms.exchange.load import load
from cms.exchange.ports import HOST, answers, why_not
from cms.exchange.processes import run_together
from cms.exchange.summary import judge_articles, lines
from cms.pages.models import HomePage


class Command(BaseCommand):
    help = "Load the demo content, make demo accounts, and serve the site with a task worker."
    # The database may not be there yet.
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default="8000", help="where to serve (default: 8000)")
        parser.add_argument("--content", type=Path, default=settings.BASE_DIR / "content_fixtures")
        parser.add_argument(
            "--new-passwords", action="store_true", help="give the demo accounts new passwords"
        )
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, then end")

    def handle(
        self, *, port: str, content: Path, new_passwords: bool, no_serve: bool, **options: Any
    ) -> None:
        if not settings.CONTENTLINT_DEMO:
            raise CommandError(
                "The demonstration makes accounts with passwords on the screen:"
                " it runs with cms.settings.dev only."
            )
        if not no_serve and (reason := why_not(port)):
            raise CommandError(reason)
        try:
            self.prepare(port, content, new_passwords=new_passwords)
            if not no_serve:
                self.serve(port)
        except KeyboardInterrupt:
            raise CommandError("stopped before the demo was ready") from None

    def prepare(self, port: str, content: Path, *, new_passwords: bool) -> None:
        self.say("Preparing the database")
        call_command("migrate", verbosity=0, interactive=False)
        self.load(content)
        self.place_site(int(port))
        self.show_accounts(make_accounts(new_passwords=new_passwords))

    def load(self, content: Path) -> None:
        """Load the content files, unless they are the ones that were loaded last.

        Files that have not changed are left alone, so that what somebody has written in the demo
        is still there the next time.
        """
        digest = digest_of(content)
        marker = settings.VAR_DIR / "demo-content"
        if HomePage.objects.exists() and marker.is_file() and marker.read_text() == digest:
            self.say(f"{content.name} is loaded and has not changed")
            return
        self.say(f"Loading {content.name}")
        loaded = load(content)
        for fault in loaded.faults:
            self.stderr.write(f"contentlint: {fault}")
        self.say(
            f"{len(loaded.created)} files loaded anew, {len(loaded.changed)} changed,"
            f" {len(loaded.refused)} kept as drafts by the gate"
        )
        for line in lines(judge_articles()):
            self.say(line)
        marker.write_text(digest)

    def place_site(self, port: int) -> None:
        """Give the site the address it is served at: previews and full URLs are made of it."""
        site = Site.objects.get(is_default_site=True)
        site.hostname, site.port = HOST, port
        site.save()

    def show_accounts(self, accounts: list[Account]) -> None:
        if all(account.password is None for account in accounts):
            names = ", ".join(account.name for account in accounts)
            self.say(f"Accounts: {names} (lost a password? make demo ARGS=--new-passwords)")
            return
        self.say("Accounts for this demo; the passwords are shown this once")
        for account in accounts:
            password = account.password or "(as before)"
            self.stdout.write(f"  {account.role:<18} {account.name:<10} {password}")

    def serve(self, port: str) -> None:
        address = f"http://{HOST}:{port}"
        manage = [sys.executable, "-W", "ignore", str(settings.BASE_DIR / "manage.py")]

        def ready() -> None:
            self.say(f"Serving {address}/ and {address}/admin/ (Ctrl-C stops it)")

        ended = run_together(
            {
                "server": [*manage, "runserver", "--noreload", "--skip-checks", f"{HOST}:{port}"],
                "task worker": [*manage, "db_worker", "--no-reload", "--queue-name", "*"],
            },
            os.environ | {"WAGTAILADMIN_BASE_URL": address},
            is_ready=lambda: answers(port),
            when_ready=ready,
        )
        if ended:
            raise CommandError(ended)
        self.say("Stopped")

    def say(self, line: str) -> None:
        self.stdout.write(f"contentlint: {line}")
        self.stdout.flush()


def digest_of(folder: Path) -> str:
    """Changes when any file in the folder does."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
