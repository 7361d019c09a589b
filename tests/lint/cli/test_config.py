"""`contentlint config`."""

import json
import tomllib
from pathlib import Path

from tests.lint.cli.runs import write

SETTINGS = """
fail-on = "warning"
[site]
publisher = "Riverside Trust"
[rules.long-sentence]
warning = 30
[[overrides]]
paths = ["news/**"]
ignore = ["links"]
rules.long-sentence.warning = 35
"""


def test_says_what_counts_for_a_path_and_who_said_so(run) -> None:
    write(contentlint_toml=SETTINGS, news__a_md="---\nlocale: en-GB\n---\n\nRest.")
    shown = json.loads(run("config", "news/a.md", "--profile", "strict", "--format", "json").out)
    file = str(Path("contentlint.toml").resolve())
    settings, rules = shown["settings"], shown["rules"]
    assert (shown["path"], shown["locale"], shown["file"]) == ("news/a.md", "en-GB", file)
    assert settings["fail-on"] == {"value": "warning", "from": file}
    assert settings["profile"] == {"value": "strict", "from": "the command line"}
    assert settings["ignore"] == {"value": ["links"], "from": "overrides for news/**"}
    assert settings["site.own-brands"] == {"value": [], "from": "default"}
    assert rules["long-sentence"]["warning"] == {"value": 35, "from": "overrides for news/**"}
    assert rules["broken-link"]["enabled"] == {
        "value": False,
        "from": "ignored by overrides for news/**",
    }
    assert rules["missing-author-or-publisher"]["severity"] == {
        "value": "error",
        "from": "profile strict",
    }
    assert rules["long-paragraph"]["warn-of-sentences"] == {"value": True, "from": "profile uk-nhs"}


def test_the_text_is_a_configuration_with_the_same_result(run) -> None:
    write(contentlint_toml=SETTINGS)
    text = run("config", "guides").out
    assert 'publisher = "Riverside Trust"' in text
    assert tomllib.loads(text)["rules"]["long-sentence"]["warning"] == 30
    write(again__contentlint_toml=text)
    again = run("config", "guides", "--config", "again/contentlint.toml").out
    assert tomllib.loads(again) == tomllib.loads(text)


def test_where_nothing_is_configured_the_defaults_are_shown(run) -> None:
    lines = run("config").out.splitlines()
    assert lines[0] == "# For . (en-US): no configuration file was found"
    assert any(line.split() == 'profile = "us" # the locale en-US'.split() for line in lines)
