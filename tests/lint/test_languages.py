from __future__ import annotations

import pytest

from lint.document import Block, Document, DocumentKind, Kind, Meta, Text
from lint.languages import is_foreign, unsupported

ENGLISH = (
    "Ask the nurse what you can eat before the test, and when you should stop. Most people go "
    "home on the same day. If you feel unwell in the week that follows, ring the ward. They will "
    "tell you what to do and whether you need to come back to us. "
)
SPANISH = (
    "Pregunte a la enfermera qué puede comer antes de la prueba y cuándo debe parar. La mayoría "
    "de las personas vuelve a casa el mismo día. Si se siente mal en la semana siguiente, llame "
    "al hospital. Le dirán qué hacer y si es necesario que vuelva con nosotros otra vez. "
)
GERMAN = (
    "Fragen Sie die Pflegekraft, was Sie vor dem Test essen dürfen und wann Sie damit aufhören "
    "sollen. Die meisten gehen noch am selben Tag nach Hause. Wenn Sie sich in der Woche danach "
    "nicht wohl fühlen, rufen Sie die Station an. Dort sagt man Ihnen, was zu tun ist und ob es "
    "nötig ist, noch einmal zu kommen. "
)
TAGALOG = (
    "Itanong sa nars kung ano ang maaari mong kainin bago ang pagsusuri at kung kailan ka dapat "
    "tumigil. Karamihan sa mga tao ay umuuwi sa araw ding iyon. Kung masama ang pakiramdam mo sa "
    "susunod na linggo, tumawag sa ospital. Sasabihin nila kung ano ang gagawin mo at kung "
    "kailangan mong bumalik. "
)
ARABIC = "اسأل الممرضة عما يمكنك تناوله قبل الفحص"
NAMES = (
    "Aspirin, paracetamol, ibuprofen, naproxen, codeine, morphine, tramadol, ketamine, lidocaine "
)


def made(*texts: str, locale: str = "en-US") -> Document:
    blocks = tuple(Block(Kind.PARAGRAPH, Text(text)) for text in texts)
    return Document("made", DocumentKind.ARTICLE, Meta(), blocks, locale=locale)


@pytest.mark.parametrize(
    "document",
    [
        made(ENGLISH),
        made(ENGLISH, locale="en_GB"),
        made(ENGLISH, locale=""),
        made("Short."),
        made(),
        made("\U0001f308 \U0001f48a"),
        made(ENGLISH * 3, SPANISH, ARABIC),
        made(*[NAMES.split(",")[0]] * 60),
        made(SPANISH[:60]),
    ],
)
def test_english_is_judged(document: Document) -> None:
    assert unsupported(document) is None


@pytest.mark.parametrize(
    "document",
    [made(ENGLISH, locale=locale) for locale in ("ar", "fr-CA", "ES", "he", "pt_BR")]
    + [made(text) for text in (SPANISH, GERMAN, TAGALOG, ARABIC)]
    + [made("Visit the ward.", ARABIC, ARABIC)],
)
def test_other_languages_are_a_named_problem(document: Document) -> None:
    problem = unsupported(document)
    assert problem is not None
    assert (problem.code, problem.unjudged, problem.fatal) == ("unsupported-language", True, False)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (ARABIC, True),
        (f"Ring 555 0100. {ARABIC}", True),
        ("Ask about β-blockers, naïve or not.", False),
        ("Спросите медсестру", True),
        ("", False),
        ("\U0001f308 100 \u00b5g", False),
    ],
)
def test_blocks_of_another_script(text: str, foreign: bool) -> None:
    assert is_foreign(Block(Kind.PARAGRAPH, Text(text))) is foreign
