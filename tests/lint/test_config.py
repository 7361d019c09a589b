from pathlib import Path

import pytest

from lint import config, profiles, rules
from lint.config import Config, ConfigError, LinkSettings
from lint.rule import Severity

FULL = """
profile = "uk-nhs"
fail-on = "warning"
paths = ["guides", "news/index.md"]
select = ["long-sentence", "missing-alt"]
ignore = ["missing-alt"]

[site]
publisher = "Riverside Trust"
own-brands = ["Riverside Plus"]
own-domains = ["riverside.org"]
disclaimers = {en-US = "Talk to your doctor."}

[links]
timeout = 3
interval = 0.25
private-hosts = ["staff.riverside.org"]

[rules.long-sentence]
warning = 30
severity = "info"

[rules.review-overdue]
enabled = false
"""


def written(folder: Path, text: str, name: str = "contentlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rule(name: str):
    return config.rule_named(name)


def test_reads_everything(tmp_path: Path) -> None:
    file = written(tmp_path, FULL)
    assert config.load(file) == Config(
        profile="uk-nhs",
        fail_on=Severity.WARNING,
        rules={
            "long-sentence": {"warning": 30, "severity": "info"},
            "review-overdue": {"enabled": False},
        },
        paths=(tmp_path / "guides", tmp_path / "news/index.md"),
        select=("long-sentence", "missing-alt"),
        ignore=("missing-alt",),
        publisher="Riverside Trust",
        own_brands=("Riverside Plus",),
        own_domains=("riverside.org",),
        disclaimers={"en-US": "Talk to your doctor."},
        links=LinkSettings(timeout=3.0, interval=0.25, private_hosts=("staff.riverside.org",)),
        file=file,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fail-on = 'never'", 'fail-on is "never"; it must be one of info, warning, error.'),
        ("profile = 'uk'", 'profile is "uk"; it must be one of us, uk-nhs, strict.'),
        ("paths = 'guides'", 'paths is "guides"; it must be a list of texts.'),
        ("ignor = []", 'ignor is not known. Did you mean "ignore"?'),
        (
            "ignore = ['long-sentense']",
            'There is no rule "long-sentense". Did you mean "long-sentence"?',
        ),
        (
            "[rules.long-sentense]",
            'There is no rule "long-sentense". Did you mean "long-sentence"?',
        ),
        ("[rules]\nlong-sentence = 25", "rules.long-sentence is 25; it must be a table."),
        (
            "[rules.long-sentence]\nwarnin = 3",
            'rules.long-sentence.warnin is not known. Did you mean "warning"?',
        ),
        (
            "[rules.long-sentence]\nwarning = 'x'",
            'rules.long-sentence.warning is "x"; it must be a whole number.',
        ),
        (
            "[rules.long-sentence]\nwarning = true",
            "rules.long-sentence.warning is true; it must be a whole number.",
        ),
        ("[rules.long-sentence]\nwarning = -1", "it must be a whole number, 0 or more."),
        (
            "[rules.long-sentence]\nenabled = 'no'",
            'rules.long-sentence.enabled is "no"; it must be true or false.',
        ),
        ("[rules.long-sentence]\nseverity = 'bad'", "it must be one of info, warning, error."),
        ("[links]\ntimeout = 'soon'", "it must be a number of seconds from 0 to 600."),
        ("[links]\ntimout = 3", 'links.timout is not known. Did you mean "timeout"?'),
        ("site = 'x'", 'site is "x"; it must be a table.'),
        (
            "[site.disclaimers]\nen-US = 3",
            "site.disclaimers.en-US is 3; it must be text in quotation marks.",
        ),
        ("paths = [", "it is not valid TOML"),
    ],
)
def test_says_what_is_wrong_and_what_is_allowed(tmp_path: Path, text: str, expected: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        config.load(file)
    assert str(error.value).startswith(f"{file}: ")
    assert expected in str(error.value)


def test_names_keys_in_pyproject_with_their_table(tmp_path: Path) -> None:
    file = written(tmp_path, "[tool.contentlint]\nprofile = 3", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"tool\.contentlint\.profile is 3; it must be one of"):
        config.load(file)


def test_takes_the_nearest_file_that_configures_something(tmp_path: Path) -> None:
    inner = tmp_path / "guides" / "sleep"
    inner.mkdir(parents=True)
    written(tmp_path / "guides", "[tool.other]\nx = 1", "pyproject.toml")
    outer = written(tmp_path, "[tool.contentlint]\nfail-on = 'info'", "pyproject.toml")
    assert config.find(inner) == outer
    assert config.discover(inner).fail_on is Severity.INFO
    nearer = written(tmp_path, "fail-on = 'warning'")
    assert config.find(inner) == nearer


@pytest.mark.parametrize(
    ("settings", "locale", "enabled", "severity"),
    [
        (Config(), "en-US", True, None),
        (Config(ignore=("missing-author-or-publisher",)), "en-US", False, None),
        (Config(select=("missing-alt",)), "en-US", False, None),
        (Config(rules={"missing-author-or-publisher": {"enabled": False}}), "en-GB", False, None),
        (Config(profile="strict"), "en-GB", True, Severity.ERROR),
        (
            Config(profile="strict", rules={"missing-author-or-publisher": {"severity": "info"}}),
            "en-US",
            True,
            Severity.INFO,
        ),
    ],
)
def test_the_project_goes_before_the_profile(settings, locale, enabled, severity) -> None:
    found = settings.settings_for(rule("missing-author-or-publisher"), locale)
    assert (found.enabled, found.override) == (enabled, severity)


def test_a_configured_severity_replaces_only_the_rules_own() -> None:
    reading = rule("reading-grade")
    found = Config(rules={reading.name: {"severity": "info"}}).settings_for(reading, "en-US")
    kept = next(each for each in Severity if each not in (reading.severity, Severity.INFO))
    assert found.severity(reading.severity, reading) is Severity.INFO
    assert found.severity(kept, reading) is kept


@pytest.mark.parametrize("profile", profiles.PROFILES)
def test_profiles_set_what_exists(tmp_path: Path, profile: str) -> None:
    """A profile is held to the same checks as what a project writes."""
    table = profiles.PROFILES[profile]
    known = {each.name: each for each in rules.every()}
    for name, settings in table.items():
        for key, value in settings.items():
            if key == "severity":
                assert Severity(value)
            elif key != "enabled":
                assert type(value) is type(known[name].options[key])


@pytest.mark.parametrize(
    ("profile", "locale", "expected"),
    [
        (None, "en-GB", ("uk-nhs",)),
        (None, "en-US", ("us",)),
        (None, "fr-FR", ("us",)),
        ("us", "en-GB", ("us",)),
        ("strict", "en-GB", ("uk-nhs", "strict")),
    ],
)
def test_the_profile_follows_the_locale_unless_configured(profile, locale, expected) -> None:
    assert profiles.layers(profile, locale) == expected
