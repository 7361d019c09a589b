"""A second run says what the first said, and judges only what has changed."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from lint import engine, judging
from lint.judging import Judge
from tests.lint.cli.runs import CLEAN, FAILS, REMARKS, WARNS, write

PAGES = 9
FORMATS = ("text", "json", "sarif", "github")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that were judged anew."""
    names: list[str] = []
    report = Judge.report

    def noted(judge: Judge, source) -> engine.Report | None:
        names.append(Path(source.name).name)
        return report(judge, source)

    monkeypatch.setattr(Judge, "report", noted)
    return names


@pytest.fixture
def pages(run) -> None:
    write(**{f"texts__{number}_md": CLEAN for number in range(PAGES - 3)})
    write(texts__a_md=FAILS, texts__b_md=WARNS, texts__c_md=REMARKS)


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("form", FORMATS)
def test_a_second_run_judges_nothing_and_says_the_same(run, judged, form) -> None:
    first = run("check", "texts", "--offline", "--format", form)
    assert len(judged) == PAGES
    second = run("check", "texts", "--offline", "--format", form)
    assert len(judged) == PAGES
    assert second == first
    assert run("check", "texts", "--offline", "--no-cache", "--format", form) == first
    assert len(judged) == 2 * PAGES


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("change", "anew"),
    [
        (lambda: write(texts__a_md=CLEAN), ["a.md"]),
        (lambda: write(texts__new_md=WARNS), ["new.md"]),
        (lambda: Path("texts/b.md").unlink(), []),
        (lambda: write(contentlint_toml='ignore = ["title-length"]'), None),
    ],
)
def test_only_what_changed_is_judged_again(run, judged, change, anew) -> None:
    run("check", "texts", "--offline")
    judged.clear()
    change()
    again = run("check", "texts", "--offline")
    assert len(judged) == PAGES if anew is None else judged == anew
    assert again == run("check", "texts", "--offline", "--no-cache")


def test_an_item_that_a_page_shows_is_part_of_what_is_judged(run, judged) -> None:
    item = '{{"name": "Rest", "text": "<p>{}</p>"}}'
    page = (
        '{"kind": "article", "title": "Rest", "slug": "rest", "locale": "en-US", "body":'
        ' [{"type": "disclaimer", "value": {"disclaimer": "rest"}, "id": "a"}]}'
    )
    write(set__library__disclaimer__rest_json=item.format("Rest now."))
    write(**{f"set__pages__en-US__rest{number}_json": page for number in range(PAGES)})
    run("check", "set/pages", "--offline")
    judged.clear()
    write(set__library__disclaimer__rest_json=item.format("Rest. It never fails to cure flu."))
    judging.forget()
    run("check", "set/pages", "--offline")
    assert len(judged) == PAGES


PAGE = (
    '{{"kind": "article", "title": "Rest", "locale": "en-US", "state": "{}", "body": [{{"type":'
    ' "paragraph", "value": "<p><a linktype=\\"page\\" ref=\\"/rest0/\\">{}</a></p>"}}]}}'
)


def page(name: str, text: str) -> None:
    write(**{f"set__pages__en-US__{name}_json": text})


@pytest.mark.parametrize(
    ("change", "anew"),
    [
        (lambda: page("rest0", PAGE.format("live", "Resting")), 1),
        (lambda: page("rest0", PAGE.format("draft", "Rest")), PAGES),
        (lambda: page("rest0", "{"), PAGES),
        (lambda: page("new", PAGE.format("live", "Rest")), PAGES + 1),
        (lambda: write(set__notes_md="Not shown anywhere."), 0),
        (lambda: write(set__images__owl_png="Not a picture."), PAGES),
        (lambda: write(set__site_json='{"publisher": "Riverside"}'), PAGES),
    ],
)
def test_of_another_page_only_what_can_be_known_of_it_counts(run, judged, change, anew) -> None:
    for number in range(PAGES):
        page(f"rest{number}", PAGE.format("live", "Rest"))
    run("check", "set/pages", "--offline")
    judged.clear()
    change()
    judging.forget()
    again = run("check", "set/pages", "--offline")
    assert len(judged) == anew
    judging.forget()
    assert again == run("check", "set/pages", "--offline", "--no-cache")


@pytest.mark.usefixtures("pages")
def test_what_is_remembered_wrongly_is_judged(run, judged) -> None:
    import sqlite3

    first = run("check", "texts", "--offline", "--cache-dir", "memory")
    with sqlite3.connect("memory/verdicts.sqlite3") as database:
        database.execute("UPDATE verdicts SET value = '[]'")
    judged.clear()
    assert run("check", "texts", "--offline", "--cache-dir", "memory") == first
    assert len(judged) == PAGES


@pytest.mark.usefixtures("pages")
def test_few_documents_leave_no_trace(run) -> None:
    run("check", "texts/a.md", "--offline", "--cache-dir", "memory")
    assert not Path("memory").exists()


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("form", FORMATS)
def test_several_processes_say_the_same(run, form) -> None:
    one = run("check", "texts", "--offline", "--no-cache", "--jobs", "1", "--format", form)
    assert run("check", "texts", "--offline", "--no-cache", "--jobs", "2", "--format", form) == one


def test_what_an_archive_holds_beside_a_page_is_part_of_what_is_judged(run, judged) -> None:
    page = '{{"kind": "article", "title": "Rest {}", "body": []}}'

    def pack(*more: str) -> None:
        with zipfile.ZipFile("set.zip", "w") as archive:
            for number in range(PAGES):
                archive.writestr(f"pages/en-US/rest{number}.json", page.format(number))
            for name in more:
                archive.writestr(name, "{}")

    pack()
    run("check", "set.zip", "--offline")
    judged.clear()
    pack("library/disclaimer/rest.json")
    run("check", "set.zip", "--offline")
    assert len(judged) == PAGES + 1


def test_a_name_means_another_file_in_another_folder(run, judged, monkeypatch) -> None:
    write(contentlint_toml='[[overrides]]\npaths = ["a/**"]\nignore = ["title-length"]')
    for folder in ("a", "b"):
        write(**{f"{folder}__{number}_md": WARNS for number in range(PAGES)})
    top = Path.cwd()
    for folder in ("a", "b"):
        monkeypatch.chdir(top / folder)
        run("check", ".", "--offline", "--cache-dir", "../memory")
    assert len(judged) == 2 * PAGES


@pytest.mark.usefixtures("pages")
def test_nobody_else_reads_what_is_remembered(run) -> None:
    Path("memory").mkdir(mode=0o755)
    run("check", "texts", "--offline", "--cache-dir", "memory")
    assert [stat.S_IMODE(path.stat().st_mode) for path in Path("memory").iterdir()] == [0o600]
