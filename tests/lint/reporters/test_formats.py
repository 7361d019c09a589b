import json

import pytest

from lint.engine import Report
from lint.reporters import FORMATS, text
from tests.lint.reporters.reports import HOSTILE, REPORTS, WHOLE, document


def test_formats_are_known_by_their_names() -> None:
    assert list(FORMATS) == [
        "text",
        "json",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "rdjson",
        "html",
    ]
    assert [name for name, each in FORMATS.items() if each.keeps_text] == ["html"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("reports", [REPORTS, HOSTILE, [], [Report(document("a.md", "A"))]])
def test_every_format_renders_any_reports_twice_alike(name, reports) -> None:
    rendered = FORMATS[name].render(reports, tool="1.2")
    assert rendered.endswith("\n")
    assert FORMATS[name].render(reports, tool="1.2") == rendered


def test_text_is_the_plain_page() -> None:
    assert FORMATS["text"].render(REPORTS, tool="1.2") == text.render(REPORTS, text.Page())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("guides/a.md", "guides/a.md"),
        ("{here}/guides/a.md", "guides/a.md"),
        ("/elsewhere/a.md", "/elsewhere/a.md"),
        ("https://cms.example.org/sleep/", "https://cms.example.org/sleep/"),
    ],
)
def test_servers_know_files_from_the_folder_of_work(name, expected, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = name.format(here=tmp_path)
    reports = [Report(document(name, ""), findings=(WHOLE,))]
    [issue] = json.loads(FORMATS["gitlab"].render(reports, tool="1.2"))
    [diagnostic] = json.loads(FORMATS["rdjson"].render(reports, tool="1.2"))["diagnostics"]
    assert issue["location"]["path"] == diagnostic["location"]["path"] == expected
