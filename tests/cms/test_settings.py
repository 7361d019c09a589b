"""Settings from the environment: what is read, and the one line that says what cannot be."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils.module_loading import import_string

from cms.settings import environment
from cms.settings.environment import SettingsError

ROOT = Path(__file__).resolve().parents[2]
LONG_SECRET = "".join(chr(ord("a") + number % 26) for number in range(60))

READ = [
    (lambda name: environment.text(name, "here"), None, "here"),
    (lambda name: environment.text(name, "here"), "   ", "here"),
    (lambda name: environment.text(name, "here"), " there ", "there"),
    (lambda name: environment.flag(name, default=True), None, True),
    (lambda name: environment.flag(name, default=True), "off", False),
    (lambda name: environment.flag(name, default=False), "TRUE", True),
    (lambda name: environment.integer(name, 7), None, 7),
    (lambda name: environment.integer(name, 7), "0", 0),
    (environment.words, None, []),
    (environment.words, "a.example, b.example,", ["a.example", "b.example"]),
    (lambda name: environment.choice(name, ("new", "off"), "new"), "off", "off"),
    (
        environment.origins,
        "https://a.example,http://[::1]:3000/",
        ["https://a.example", "http://[::1]:3000"],
    ),
    (environment.languages, "DE:Deutsch, cy:Cymraeg", [("de", "Deutsch"), ("cy", "Cymraeg")]),
    (environment.secret, LONG_SECRET, LONG_SECRET),
    (environment.cache, None, {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}),
    (
        environment.cache,
        "redis://10.0.0.9:6379/2",
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://10.0.0.9:6379/2",
        },
    ),
]

REFUSED = [
    (lambda name: environment.flag(name, default=True), "maybe", "write true or false"),
    (lambda name: environment.integer(name, 7), "many", "write a whole number"),
    (lambda name: environment.integer(name, 7), "-1", "the least is 0"),
    (lambda name: environment.choice(name, ("new", "off"), "new"), "old", "one of new, off"),
    (environment.origins, "www.example.org", "https://example.org"),
    (environment.origins, "https://example.org/path", "https://example.org"),
    (environment.origins, "https://ex.example:port", "https://example.org"),
    (environment.languages, "de", "de:German"),
    (environment.secret, None, "is not set"),
    (environment.secret, "short", "at least 50"),
    (environment.secret, "ab" * 40, "too easy to guess"),
    (lambda name: environment.required_words(name, "host names"), " , ", "is not set: host names"),
    (lambda name: environment.database(name, ""), "mysql://me:hidden@db/x", "postgres://"),
    (lambda name: environment.database(name, ""), "postgres://me:hidden@db:no/x", "postgres://"),
    (lambda name: environment.database(name, ""), "postgres://me:hidden@db/", "postgres://"),
    (lambda name: environment.database(name, ""), "hidden", "postgres://"),
    (environment.cache, "memcached://hidden", "redis://"),
    (environment.cache, "redis://:hidden@db:no", "redis://"),
    (lambda name: environment.email(name, ""), "pigeon://hidden", "smtp+tls://"),
    (lambda name: environment.email(name, ""), "smtp://me:hidden@mail:no", "smtp+tls://"),
]


@pytest.mark.parametrize(("read", "value", "expected"), READ)
def test_reads(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[str], Any], value: str | None, expected: object
) -> None:
    monkeypatch.delenv("SOME_SETTING", raising=False)
    if value is not None:
        monkeypatch.setenv("SOME_SETTING", value)
    assert read("SOME_SETTING") == expected


@pytest.mark.parametrize(("read", "value", "hint"), REFUSED)
def test_refuses_in_one_line_that_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[str], Any], value: str | None, hint: str
) -> None:
    monkeypatch.delenv("SOME_SETTING", raising=False)
    if value is not None:
        monkeypatch.setenv("SOME_SETTING", value)
    with pytest.raises(SettingsError) as raised:
        read("SOME_SETTING")
    message = str(raised.value)
    assert message.startswith("SOME_SETTING ")
    assert hint in message
    assert "\n" not in message
    assert "hidden" not in message


@pytest.mark.redis
def test_redis_is_a_cache_that_works(monkeypatch: pytest.MonkeyPatch, redis_url: str) -> None:
    monkeypatch.setenv("SOME_SETTING", redis_url)
    config = environment.cache("SOME_SETTING")
    store = import_string(config["BACKEND"])(config["LOCATION"], {"KEY_PREFIX": "contentlint-test"})
    store.set("words", ["rest", "sleep"], timeout=30)
    assert store.get("words") == ["rest", "sleep"]
    store.delete("words")
    assert store.get("words") is None


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgres_keeps_what_it_is_given() -> None:
    name = "Naïve “quotes” – 🙂"
    Group.objects.create(name=name)
    assert Group.objects.get(name__icontains="NAÏVE").name == name


def test_a_database_address_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_SETTING", "postgres://me:p%40ss@db.example:5433/articles")
    config = environment.database("SOME_SETTING", "sqlite:///ignored.sqlite3")
    assert {key: config[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "articles",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 5433,
    }


def test_a_mail_address_gives_only_the_mail_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_SETTING", "smtp+tls://me:secret@mail.example:587")
    config = environment.email("SOME_SETTING", "consolemail://")
    assert config["EMAIL_HOST"] == "mail.example"
    assert config["EMAIL_PORT"] == 587
    assert config["EMAIL_USE_TLS"] is True
    assert all(key.startswith("EMAIL_") for key in config)


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the project in an environment that holds nothing but these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": LONG_SECRET,
    "ALLOWED_HOSTS": "cms.example.org",
}


def test_production_passes_the_deployment_checks() -> None:
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("variables", "line"),
    [
        (
            {"SECRET_KEY": ""},
            "SECRET_KEY is not set: a random string of at least 50 characters"
            " that nobody else knows",
        ),
        (
            {"ALLOWED_HOSTS": ""},
            "ALLOWED_HOSTS is not set: the host names that this site answers to,"
            " separated by commas",
        ),
        ({"CONTENTLINT_GATE": "none"}, "CONTENTLINT_GATE is 'none': write one of new, all, off"),
    ],
)
@pytest.mark.parametrize("command", [("manage.py", "check"), ("-c", "import cms.wsgi")])
def test_a_server_that_cannot_be_configured_stops_with_one_line(
    command: tuple[str, ...], variables: dict[str, str], line: str
) -> None:
    done = run(*command, **PRODUCTION | variables)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"contentlint: {line}\n")


def test_development_needs_nothing(tmp_path: Path) -> None:
    done = run("manage.py", "check", CONTENTLINT_VAR=str(tmp_path / "var"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "var").is_dir()
