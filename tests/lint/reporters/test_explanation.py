from dataclasses import replace

from lint.document import Document
from lint.reporters import explanation
from lint.rule import Found, Severity, Theme, rule


@rule(
    Severity.WARNING,
    theme=Theme.READABILITY,
    source="Our own observation",
    advice="Write small letters.",
    passes=["Ask about PTSD."],
    fails=["⟦NEVER DRIVE⟧ now.", "- ⟦KEEP\n  AWAY⟧"],
)
def long_sentence(
    document: Document, *, warning: int = 25, most_shouted: tuple = ("A|B",)
) -> Found:
    """Nothing is shouted in capitals.

    Words lose
    their shape in capitals.
    """
    yield from ()


TERMINAL = """\
long-sentence (warning, readability, for pages and library items)

Nothing is shouted in capitals.

Words lose their shape in capitals.

What to do: Write small letters.

Options:
  warning = 25
  most-shouted = ["A|B"]

Profiles:
  uk-nhs: warning = 20

Found:
  | >>NEVER DRIVE<< now.

  | - >>KEEP
  |   AWAY<<

Let pass:
  | Ask about PTSD.

Source: Our own observation
Switch it off: ignore = ["long-sentence"] in the configuration
Accept one finding: <!-- contentlint: ignore long-sentence: the reason --> before its block
Accept all of a file: <!-- contentlint: ignore-file long-sentence: the reason -->
"""
PAGE = """\
# long-sentence

Nothing is shouted in capitals.

Words lose
their shape in capitals.

- Severity: warning
- Theme: readability
- Judges: pages and library items
- What to do: Write small letters.
- Source: Our own observation

## Options

In `[rules.long-sentence]` of the configuration:

| option | default | profile `uk-nhs` |
| --- | --- | --- |
| `warning` | `25` | `20` |
| `most-shouted` | `["A\\|B"]` | `["A\\|B"]` |

## Found

The brackets mark what is found; without them it is the whole document.

````markdown
⟦NEVER DRIVE⟧ now.
````

````markdown
- ⟦KEEP
  AWAY⟧
````

## Let pass

````markdown
Ask about PTSD.
````

## Switch it off

For everything, in the configuration:

```toml
ignore = ["long-sentence"]
```

In a Markdown or HTML file, for the next block or for the file, with your reason:

```markdown
<!-- contentlint: ignore long-sentence: the reason -->
<!-- contentlint: ignore-file long-sentence: the reason -->
```
"""


def test_a_rule_explains_itself_on_the_terminal() -> None:
    assert explanation.render(long_sentence) == TERMINAL


def test_a_rule_has_a_page() -> None:
    assert explanation.markdown(long_sentence) == PAGE


def test_an_error_cannot_be_accepted_in_the_text() -> None:
    error = replace(long_sentence, severity=Severity.ERROR)
    assert explanation.render(error).splitlines()[-1] == (
        "Accept one finding: not in the text, for it is an error"
    )
    assert explanation.markdown(error).endswith(
        "```\n\nA single finding cannot be accepted in the text, for it is an error.\n"
    )
