"""Articles to measure with: made anew for every run, as varied as a health site's own.

No sentence is stored. Each is drawn from a frame whose slots are drawn from word lists, so that
nothing is fast only because the same words come back. Most sentences are good; as on a real site,
some are too long, name no source, or say too much.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lint.easy_words import easy_words
from lint.health import phrases
from lint.syllables import table

WORDS = 1_100
"""How long an article is, about."""

_FILES = 100
"""How many articles a folder holds."""

_SLOTS = {
    "who": """people|adults|many patients|older adults|children|teenagers|some families|carers
        |women|men|new parents|students|shift workers|most readers|your relatives|young people""",
    "symptom": """headaches|tiredness|a dry mouth|poor sleep|low mood|a racing heart|stomach cramps
        |a rash|back pain|trouble breathing|dizzy spells|night sweats|a cough|swollen ankles
        |blurred vision|joint pain|nausea|loss of appetite|itching|muscle weakness|chest pain
        |panic attacks|memory problems|shaky hands|a sore throat|constipation|weight loss""",
    "role": """doctor|GP|pharmacist|nurse|midwife|therapist|specialist|health visitor|counselor
        |psychiatrist|dietitian|care team""",
    "food": """oats|beans|yogurt|grapefruit juice|coffee|leafy greens|fish|eggs|rice|berries|nuts
        |lentils|cheese|bread|soup|tea|a light supper|water""",
    "activity": """walking|swimming|gardening|stretching|cycling|slow breathing|reading|dancing
        |yoga|a warm bath|quiet music|cooking|drawing|a short rest|light housework""",
    "time": """in the morning|at night|before meals|after a few days|twice a week|every day|for six
        weeks|over the winter|within a month|at weekends|by the evening|most afternoons""",
    "adverb": """slowly|gently|usually|often|sometimes|rarely|mostly|at first|again|quickly|safely
        |in part|as a rule|now and then""",
    "place": """at home|at the clinic|in the hospital|at school|at work|in a group|online|by phone
        |near you|in the pharmacy""",
    "verb": """notice|describe|report|live with|cope with|worry about|learn about|talk about|plan
        for|get used to|recover from|ask about""",
    "help": """ease|reduce|improve|change|affect|relieve|prevent|shorten|bring on|worsen|mask
        |delay|explain""",
    "thing": """a diary|a list of questions|your tablets|a repeat prescription|the leaflet|a blood
        test|an appointment|a care plan|your medical history|a second opinion|a scan|an inhaler
        |a support group|a pill box|a reminder on your phone""",
    "degree": "mild|moderate|severe|lasting|sudden|common|rare|uncomfortable|serious|harmless",
    "number": "two|three|four|five|six|ten|a dozen|20|30|40|half of all|one in ten|15 per cent of",
}
_FRAMES = """
{Who} who have {condition} may {verb} {symptom} {time}.
{Symptom} and {symptom} are {degree} signs of {condition}, and they {adverb} pass {time}.
Talk to your {role} before you start {activity} or change {thing}.
{Medicine} can {help} {symptom}, but it {adverb} takes {number} weeks to work.
Your {role} will ask how long you have had {symptom} and whether {symptom2} came with it.
{Therapy} helps {who} to {verb} {symptom} {place}.
Try {activity} {time}; it can {help} {symptom} in {who}.
Do not stop {medicine} without speaking to your {role}.
If {symptom} gets worse {time}, ring your {role} or call {number} hours later, e.g. {time}.
Keep {thing} {place}, and bring it when you see the {role}.
Eat {food} and {food2} {time}, unless your {role} has told you not to.
It is {degree} to {verb} {symptom} when you first take {medicine}.
What you can do {place}:
Some {who} find that {activity} {time}, together with {therapy}, can {help} {symptom} and {symptom2} more than {medicine} alone, although it is hard to say for whom.
Research shows that {therapy} can {help} {condition}.
A {word} and {word2} {word3} may {help} {condition} {adverb}.
{Who} {adverb} {verb} {word} {place}, and {word2} {time}.
Ask about {word} when the {word2} is {degree}, or when {symptom} lasts more than {number} days.
The {word} of {condition} is {adverb} {degree}, and {who} {verb} it {time}.
{Number} {who} with {condition} {verb} {symptom} at some point.
[Read about {condition}](https://health.example.net/{slug}/) and how {therapy} is arranged {place}.
Your dose of {medicine} may change, so keep **{thing}** with you and *{activity}* short.
{Activity} is safe for most {who}, but {symptom} or {symptom2} can mean that you need {thing}.
People with {condition} and {condition2} often need {thing} {time} (see your {role}).
There is no need to {verb} {word}: the {role} has heard it {adverb}.
"""  # noqa: E501
_LIST_FRAMES = """
{activity} {time}
{symptom} that {adverb} lasts {time}
{thing}, {place}
{food} and {food2}
a {degree} {word} or {word2}
"""
_HEADINGS = """
How {condition} starts|Living with {condition}|Treatment with {medicine}|What helps {place}
|{Therapy} and {activity}|When to see your {role}|{Symptom} and {symptom2}|Looking after yourself
|Eating {food}|Questions to ask your {role}
"""


def article(number: int) -> str:
    """Markdown, with front matter; the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - a text, not a secret
    draw = _Draw(chance)
    parts = [
        "---",
        f"title: {draw.fill(chance.choice(_headings()))[:60]}",
        f"locale: {chance.choice(['en-US', 'en-US', 'en-GB'])}",
        "last_reviewed: 2026-10-01",
        "next_review: 2028-10-01",
        "---",
        "",
    ]
    words = 0
    while words < WORDS:
        parts += [f"## {draw.fill(chance.choice(_headings()))}", ""]
        for _ in range(chance.randint(2, 4)):
            block = draw.list() if chance.random() < 0.2 else draw.paragraph()
            words += block.count(" ")
            parts += [block, ""]
    return "\n".join(parts)


def write(folder: Path, count: int) -> list[Path]:
    """`count` articles in `folder`, so many to a subfolder."""
    paths = []
    for number in range(count):
        path = folder / f"{number // _FILES:03}" / f"{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), encoding="utf-8")
        paths.append(path)
    return paths


def variety(count: int) -> tuple[int, float]:
    """The vocabulary of the first `count` articles, and the share of distinct sentences."""
    vocabulary: set[str] = set()
    distinct: set[str] = set()
    sentences = 0
    for number in range(count):
        for line in article(number).splitlines():
            vocabulary.update(re.findall(r"[a-z']+", line.lower()))
            for sentence in re.split(r"(?<=[.?!]) ", line):
                if " " in sentence:
                    sentences += 1
                    distinct.add(sentence)
    return len(vocabulary), len(distinct) / sentences


class _Draw:
    """Fills frames."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def paragraph(self) -> str:
        chosen = self.chance.choices(_frames(), k=self.chance.randint(2, 5))
        return " ".join(self.fill(frame) for frame in chosen)

    def list(self) -> str:
        frames = self.chance.choices(_list_frames(), k=self.chance.randint(3, 5))
        return "\n".join(f"- {self.fill(frame)}" for frame in frames)

    def fill(self, frame: str) -> str:
        return re.sub(r"\{(\w+)\}", self._slot, frame)

    def _slot(self, found: re.Match[str]) -> str:
        name = found[1].rstrip("123")
        if name == "slug":
            return f"{self.chance.choice(_words())}-{self.chance.randrange(900)}"
        words = self.chance.choice(_choices(name.lower()))
        return words[0].upper() + words[1:] if name[0].isupper() else words


@cache
def _choices(slot: str) -> list[str]:
    match slot:
        case "word":
            return _words()
        case "medicine" | "condition":
            return sorted(phrases(f"{slot}s"))
        case "therapy":
            return sorted(phrases("therapies"))
    return [" ".join(choice.split()) for choice in _SLOTS[slot].split("|")]


@cache
def _words() -> list[str]:
    """Ordinary words of every length."""
    return sorted(word for word in {*easy_words(), *table()} if word.isalpha() and len(word) > 3)


@cache
def _frames() -> list[str]:
    return _FRAMES.strip().splitlines()


@cache
def _list_frames() -> list[str]:
    return _LIST_FRAMES.strip().splitlines()


@cache
def _headings() -> list[str]:
    return [" ".join(heading.split()) for heading in _HEADINGS.split("|")]


def texts(count: int) -> Iterator[str]:
    return (article(number) for number in range(count))
