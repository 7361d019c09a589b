"""`manage.py demo`, up to the point where it serves."""

import json
import socket
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings
from wagtail.models import Site

from cms.exchange.ports import HOST
from cms.library.models import Therapy

pytestmark = pytest.mark.django_db

THERAPY = {
    "kind": "therapy",
    "slug": "music-therapy",
    "locale": "en-US",
    "state": "live",
    "name": "Music therapy",
    "description": "You play or listen to music with a trained therapist.",
}


@pytest.fixture
def content(tmp_path: Path, settings: Settings) -> Path:
    settings.CONTENTLINT_DEMO = True
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.mkdir()
    folder = tmp_path / "content"
    write(folder, THERAPY)
    return folder


def write(folder: Path, item: dict[str, str]) -> None:
    path = folder / "library" / "therapy" / f"{item['slug']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(item), encoding="utf-8")


def prepare(content: Path, *arguments: str) -> str:
    said = StringIO()
    call_command(
        "demo", "--content", str(content), "--no-serve", *arguments, stdout=said, stderr=said
    )
    return said.getvalue()


def test_it_loads_the_content_and_makes_accounts_that_can_log_in(content: Path) -> None:
    said = prepare(content, "--port", "8123")

    assert Therapy.objects.get().name == "Music therapy"
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == (HOST, 8123)
    accounts = [line.rsplit(maxsplit=2)[1:] for line in said.splitlines() if line.startswith("  ")]
    assert [name for name, _ in accounts] == ["admin", "editor", "reviewer"]
    assert all(authenticate(username=name, password=password) for name, password in accounts)


def test_doing_it_again_keeps_what_people_changed_and_shows_no_password(content: Path) -> None:
    prepare(content)
    Therapy.objects.update(name="Music therapy, mended")

    said = prepare(content)

    assert "content is loaded and has not changed" in said
    assert Therapy.objects.get().name == "Music therapy, mended"
    assert [line for line in said.splitlines() if line.startswith("  ")] == []


def test_content_files_that_changed_are_loaded_again(content: Path) -> None:
    prepare(content)
    write(content, THERAPY | {"slug": "art-therapy", "name": "Art therapy"})
    prepare(content)
    assert set(Therapy.objects.values_list("name", flat=True)) == {"Music therapy", "Art therapy"}


def test_a_bad_file_is_named_and_the_others_are_loaded(content: Path) -> None:
    broken = content / "library" / "therapy" / "broken.json"
    broken.write_text("{", encoding="utf-8")
    said = prepare(content)
    assert "library/therapy/broken.json" in said
    assert Therapy.objects.count() == 1


def test_it_refuses_outside_development(content: Path, settings: Settings) -> None:
    settings.CONTENTLINT_DEMO = False
    with pytest.raises(CommandError, match=r"runs with cms\.settings\.dev only"):
        prepare(content)
    assert not Therapy.objects.exists()


def test_a_taken_port_is_said_before_anything_is_done(content: Path) -> None:
    with socket.create_server((HOST, 0)) as listener:
        port = str(listener.getsockname()[1])
        with pytest.raises(CommandError, match=f"^port {port} is taken"):
            call_command("demo", "--content", str(content), "--port", port)
    assert not Therapy.objects.exists()
