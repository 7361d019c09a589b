from pathlib import Path

import pytest

from lint import config, profiles, rules
from lint.config import Config, ConfigError, LinkSettings, Override, Value
from lint.rule import Severity

FULL = """
profile = "uk-nhs"
fail-on = "warning"
scores = "textstat"
paths = ["guides", "news/index.md"]
exclude = ["drafts/**"]
baseline = "old.json"
select = ["long-sentence", "missing-alt"]
ignore = ["missing-alt", "links"]

[site]
publisher = "Riverside Trust"
own-brands = ["Riverside Plus"]
own-domains = ["riverside.org"]
disclaimers = {en-US = "Talk to your doctor."}

[links]
timeout = 3
interval = 0.25
total = 90
per-host = 2
retries = 0
include = ["https://*"]
exclude = ["*/drafts/*"]
accept = [403, 999]
private-hosts = ["staff.riverside.org"]
proxy = true

[rules.long-sentence]
warning = 30
severity = "info"

[rules.review-overdue]
enabled = false

[lexicon]
medicines = ["Restwell"]

[[overrides]]
paths = ["news/**"]
profile = "us"
ignore = ["readability"]
rules.long-sentence.warning = 35
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
        scores="textstat",
        rules={
            "long-sentence": {"warning": 30, "severity": "info"},
            "review-overdue": {"enabled": False},
        },
        paths=(tmp_path / "guides", tmp_path / "news/index.md"),
        select=("long-sentence", "missing-alt"),
        exclude=("drafts/**",),
        baseline=tmp_path / "old.json",
        ignore=("missing-alt", "links"),
        overrides=(
            Override(
                ("news/**",),
                profile="us",
                ignore=("readability",),
                rules={"long-sentence": {"warning": 35}},
            ),
        ),
        lexicon={"medicines": ("Restwell",)},
        publisher="Riverside Trust",
        own_brands=("Riverside Plus",),
        own_domains=("riverside.org",),
        disclaimers={"en-US": "Talk to your doctor."},
        links=LinkSettings(
            timeout=3.0,
            interval=0.25,
            total=90.0,
            per_host=2,
            retries=0,
            include=("https://*",),
            exclude=("*/drafts/*",),
            accept=(403, 999),
            private_hosts=("staff.riverside.org",),
            proxy=True,
        ),
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
            'There is no rule or theme "long-sentense". Did you mean "long-sentence"?',
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
        ("[links]\nper-host = 0", "it must be a whole number from 1 to 20."),
        ("[links]\nretries = true", "it must be a whole number from 0 to 5."),
        ("[links]\naccept = ['403']", "it must be a list of statuses, such as [403, 999]."),
        ("[links]\nproxy = 'on'", "it must be true or false."),
        ("[links]\ntimout = 3", 'links.timout is not known. Did you mean "timeout"?'),
        ("site = 'x'", 'site is "x"; it must be a table.'),
        (
            "[site.disclaimers]\nen-US = 3",
            "site.disclaimers.en-US is 3; it must be text in quotation marks.",
        ),
        ("paths = [", "it is not valid TOML"),
        ("select = ['safty']", 'There is no rule or theme "safty". Did you mean "safety"?'),
        ("extend = 3", "extend is 3; it must be text in quotation marks."),
        ("extend = 'none.toml'", "none.toml: it could not be read (No such file or directory)."),
        ("extend = 'contentlint.toml'", "extend leads back to contentlint.toml."),
        ("overrides = 3", "overrides is 3; it must be tables, each under [[...]]."),
        ("[[overrides]]\nprofile = 'us'", "overrides[0].paths is missing"),
        (
            "[[overrides]]\npaths = ['a']\nprofil = 'us'",
            'overrides[0].profil is not known. Did you mean "profile"?',
        ),
        (
            "[lexicon]\nmedicine = ['x']",
            'lexicon.medicine is not known. Did you mean "medicines"?',
        ),
    ],
)
def test_says_what_is_wrong_and_what_is_allowed(tmp_path: Path, text: str, expected: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        config.load(file)
    assert str(error.value).startswith(f"{tmp_path}/")
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


def test_extends_another_file(tmp_path: Path) -> None:
    """Values replace those below them, overrides and words are added to them."""
    written(
        tmp_path,
        """
        fail-on = "info"
        ignore = ["links"]
        lexicon.medicines = ["Restwell"]
        overrides = [{paths = ["old/**"], ignore = ["safety"]}]
        [rules.long-sentence]
        warning = 30
        info = 18
        """,
        "shared.toml",
    )
    (tmp_path / "site").mkdir()
    file = written(
        tmp_path / "site",
        """
        extend = "../shared.toml"
        ignore = []
        lexicon.medicines = ["Calmodine"]
        overrides = [{paths = ["new/**"], ignore = ["structure"]}]
        [rules.long-sentence]
        warning = 40
        """,
    )
    found = config.load(file)
    assert found == Config(
        fail_on=Severity.INFO,
        lexicon={"medicines": ("Restwell", "Calmodine")},
        overrides=(
            Override(("old/**",), ignore=("safety",)),
            Override(("new/**",), ignore=("structure",)),
        ),
        rules={"long-sentence": {"warning": 40, "info": 18}},
        file=file,
    )
    base = f"{tmp_path}/site/../shared.toml"
    assert found.origins["fail_on"] == base
    explained = found.explained(rule("long-sentence"), "en-US")
    assert (explained["warning"], explained["info"]) == (Value(40, str(file)), Value(18, base))
    assert found.explained(rule("long-sentence"), "en-GB")["enabled"] == Value(True)


def test_files_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    file = written(tmp_path, "extend = 'b.toml'")
    written(tmp_path, "extend = 'contentlint.toml'", "b.toml")
    with pytest.raises(ConfigError, match=r"b\.toml: extend leads back to contentlint\.toml\."):
        config.load(file)


@pytest.mark.parametrize(
    ("select", "ignore", "enabled"),
    [
        (("readability",), (), True),
        (("safety",), (), False),
        (("safety", "long-sentence"), (), True),
        ((), ("readability",), False),
        (("long-sentence",), ("readability",), False),
        ((), ("safety",), True),
    ],
)
def test_rules_are_chosen_by_name_or_theme(select, ignore, enabled) -> None:
    found = Config(select=select, ignore=ignore).settings_for(rule("long-sentence"), "en-US")
    assert found.enabled is enabled


@pytest.mark.parametrize(
    ("name", "warning", "enabled"),
    [
        ("news/a.md", 40, True),
        ("news/old/a.md", 40, False),
        ("guides/a.md", 30, True),
        ("guides/news.md", 30, True),
        ("guides/draft.md", 30, False),
        ("https://cms.example.org/news/sleep/", 40, True),
        ("../elsewhere/news/a.md", 30, True),
    ],
)
def test_overrides_count_for_the_files_that_match(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, warning: int, enabled: bool
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    file = written(
        site,
        """
        [rules.long-sentence]
        warning = 30
        [[overrides]]
        paths = ["/news/**"]
        rules.long-sentence.warning = 40
        [[overrides]]
        paths = ["old/", "draft.md"]
        ignore = ["readability"]
        """,
    )
    found = config.load(file).at(name).settings_for(rule("long-sentence"), "en-US")
    assert (found.options["warning"], found.enabled) == (warning, enabled)
