from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lint import direction, health
from lint.direction import Direction, Form
from lint.document import Block, Document, Group, Kind, Span
from lint.health import CLASS, CONDITION, MEDICINE, THERAPY, Line
from lint.patterns import Pattern, Words
from lint.rule import CouldNotCheck, Found, Judges, Severity, Theme, rule
from lint.site import Site

_NAMED = {
    MEDICINE: "a medicine",
    CLASS: "a class of medicines",
    THERAPY: "a therapy",
    CONDITION: "a condition",
}
_MEDICINES = (MEDICINE, CLASS)
_FOOD = "a food taken as a remedy"


def _listed() -> Iterator[tuple[str, list[str]]]:
    """Each heading of the word list of this rule, with its phrases as lines have them."""
    table = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    for part in re.sub(r"^#.*\n", "", table, flags=re.MULTILINE).split("[")[1:]:
        what, _, rows = part.partition("]")
        phrases = rows.replace("\n", ",").replace("-", " ").replace("'s", " 's").split(",")
        yield what, [phrase.strip() for phrase in phrases if phrase.strip()]


_LISTED = dict(_listed())
_PATTERNS = {
    what: Pattern(rf"\b(?:{'|'.join(phrases)})s?\b", re.NOFLAG) for what, phrases in _LISTED.items()
}
_LISTED_WORDS = " ".join(
    f"{max(phrase.split(), key=len)}*" for phrases in _LISTED.values() for phrase in phrases
)
_FOR_HEALTH = Pattern(
    r"\b(?:eas(?:e|es|ed|ing)|helps?\ you|drop\ off|(?:calm|reliev|sooth|shorten|heal|boost|lower"
    r"|reduc|fight|treat|cur(?:e|ing)|settl|capsul|pain|ache|sleep|nausea|stomach|remed|swell|inflam)\w*)\b"
)
_TRIGGERS = Words(
    f"""
    {_LISTED_WORDS} drink
    MEDICINE CLASS THERAPY CONDITION medicine* medication* meds tablet* pill* drug* capsule*
    antidepressant* mg mcg microgram* milligram* \u03bcg ug unit* puff* drops dose* dosage treatment
    therapy symptom* self quiz test questionnaire checklist score tired exhausted sad edge hopeless
    worthless dizzy sick nauseous breathless anxious panicky restless irritable numb faint depressed
    empty tearful worried shaky feverish wheezy unwell agitated sleeping headache* pain fever
    nightmares flashbacks rash cough palpitations nausea cramp* swelling itching vomiting bleeding
    hot low fatigue sweats burnt burned breath lightheaded headed bloated constipated diarrh*
    dizziness heartburn throat nose vision numbness tingling itchy blood lump* bruis* mucus
    """
)
_MEDICINE_TRIGGERS = Words(
    """
    MEDICINE CLASS medicine* medication* meds tablet* pill* drug* capsule* antidepressant* mg mcg
    microgram* milligram* \u03bcg ug unit* puff* drops dose* dosage treatment therapy
    """
)
_OWN_MEDICINE = Pattern(
    r"""\b(?:your|prescribed|prescription|psychiatric|these|this|each|every|a|the|new)
    \ (?:\w+\ )?(?:medicines?|medications?|meds|tablets?|pills?|drugs?|capsules?
    |antidepressants?)\b
    |\b(?:take|taking|takes|prescribed?|prescribing)\ (?:\w+\ ){0,2}(?:medicines?|medications?
    |meds|tablets?|pills?)\b"""
)
_DOSE = Pattern(
    r"""\b(?:one|two|three|four|half\ a|\d+(?:[.,]\d+)?)\ (?:mg|mcg|micrograms?|milligrams?
    |[\u00b5\u03bc]g|ug|units?|puffs?
    |tablets?|pills?|capsules?|drops|doses?)\b
    |\b(?:dose|doses|dosage)\b(?!\ of\ (?:humou?r|fun|reality|realism|sunshine|luck|common|nostalgia
    |optimism|culture|history|fresh|sarcasm|kindness))"""
)
_STOPPING = Pattern(
    r"""\b(?:start|starting|stop|stopping|begin|beginning|change|changing|come\ off|coming\ off
    |quit|quitting)
    \ (?:\w+\ ){0,3}(?:treatment|medicines?|medications?|tablets?|pills?|therapy)\b"""
)
_YOUR_SYMPTOMS = Pattern(
    r"""\b(?:your\ symptoms?|symptoms\ you)\b
    |\byou(?:'re|'ve)?\ (?:(?:may|might|could|can|often|always|also|still|have|are|feel|be
    |been|felt)\ ){0,4}
    (?:(?:feel|feeling|have|having|notice|get|getting|experience|experiencing
    |feels|wake(?:\ up)?|waking(?:\ up)?|find\ yourself|seem)\ )?
    (?:(?:very|more|so|really|a|an|any|some|trouble|always|constantly|often)\ ){0,3}
    (?:(?:tired|sick)(?!\ of\b)
    |(?:worried|anxious)(?!\ (?:about|that|to)\b)|exhausted|sad|on\ edge|hopeless|worthless
    |dizzy|nauseous|breathless
    |panicky|restless|irritable|numb
    |faint|depressed|empty|tearful|shaky|feverish|wheezy|unwell|agitated|sleeping
    |headaches?|pain|chest\ pain|fever|nightmares|flashbacks|rash|cough
    |palpitations|nausea|cramps?|swelling|itching|vomiting|bleeding|hot\ flushes|hot\ flashes
    |low|fatigue|night\ sweats|burnt\ out|burned\ out|short\ of\ breath|lightheaded|light\ headed
    |bloated|constipated|diarrho?ea|dizziness|heartburn|sore\ throat|runny\ nose
    |blurred\ vision|numbness|tingling|itchy)\b
    |\byou\ (?:(?:may|might|could|can|also|often)\ ){0,2}(?:notice|see|find|pass|vomit|cough\ up)
    \ (?:any\ |a\ |some\ )?(?:blood|lumps?|bruis(?:es|ing)|mucus)\b"""
)
_SELF_ASSESSMENT = Pattern(
    r"""\b(?:self\ (?:test|assessment|check|screening|diagnos\w+)|symptom\ checker|phq\ 9|gad\ 7
    |(?:quiz|test|questionnaire|checklist|score)\ (?:\w+\ ){0,6}(?:if\ you|whether\ you|you\ have
    |you\ are|do\ you\ have)(?=.{0,80}\b(?:symptoms?|depress\w+|anxious|anxiety|burnt|burnout
    |stress\w*|mood|moods|sleep\w*|drink\w*|health|condition|disorder|addict\w*|risk|memory|worr\w+
    |ill|pregnant|need\ (?:help|treatment)|might\ have|may\ have)\b))\b"""
)
_DRINKING = Pattern(r"\bhow\ much\ (?:do\ )?you\ (?:now\ )?drink\b|\bdrinking\ too\ much\b")
_ELSEWHERE = (
    # Words that are no health words in the company of one of these.
    (
        frozenset({"tablet", "tablets"}),
        frozenset(
            """
            phone phones laptop laptops computer computers screen screens device devices app apps
            download browser charger wifi desktop keyboard
            """.split()
        ),
    ),
    (frozenset({"loss", "deaf", "deafness"}), frozenset("tty relay captions".split())),
    (
        frozenset({"depression"}),
        frozenset(
            "atlantic weather rain rainfall winds gales economic recession unemployment".split()
        ),
    ),
)
_OF_MEDICINE = (
    (_DOSE, "a dose"),
    (_STOPPING, "starting or stopping treatment"),
    (_OWN_MEDICINE, "a medicine"),
)
_OTHER = (
    (_YOUR_SYMPTOMS, "the reader's symptoms"),
    (_SELF_ASSESSMENT, "self-assessment"),
    (_DRINKING, "drinking"),
)
_SELLING = frozenset({Form.DIRECTIVE, Form.MODAL, Form.CONSIDER, Form.ANSWER})
_READ_KINDS = frozenset(
    {
        Kind.TITLE,
        Kind.SUMMARY,
        Kind.HEADING,
        Kind.CARD_HEADING,
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.TERM,
        Kind.CELL,
    }
)


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="HONcode principle 2 (complementarity); NHS content style guide, care cards",
    advice="Add a sentence that ties the decision to a professional, such as "
    '"Talk to your doctor or pharmacist before you change anything", or a disclaimer block.',
    passes=[
        "Mirtazapine can make you sleepy. Ask your pharmacist when to take it.",
        "Which dose of mirtazapine suits you should be worked out with your prescriber.",
        "This leaflet on CBT is no substitute for professional advice.",
        "This page cannot say which tablet fits you. Your GP can.",
        "Tell your nurse about any fits.\n\nLamotrigine is used for epilepsy.",
        "On no account come off mirtazapine without a word with your GP.",
        "Turmeric gives the rice its colour.",
        "Come to our summer fair. The Bipolar Trust has a cake stall.",
        "Our lifts are being mended this week.",
    ],
    fails=[
        "Mirtazapine can make you sleepy.",
        "Psychiatrists prescribe mirtazapine for adults.",
        "You no longer need to see a doctor to get mirtazapine.",
        "Mirtazapine can help. My sister told me to see a psychiatrist.",
        "CBT can help. Read our guide, When to See a Therapist.",
        "Mirtazapine can help. You might think that you should ask a doctor.",
        "Mirtazapine is ready. Ask the pharmacist for a bag.",
        "Black cohosh has been brewed for hot flushes for centuries.",
        "Strap a sprained ankle for a week.",
        "Take 15 mg at night. Our doctors are ready, so call today.",
    ],
)
def missing_professional_disclaimer(document: Document, site: Site) -> Found:
    """Clinical articles send readers to somebody who knows them before they decide.

    A page cannot examine anybody. Where it names a medicine, a therapy or a condition, it says who
    can: in a sentence, in a disclaimer block, or, where no medicine is discussed, in the text that
    every page of the site carries. Naming a role is not enough: "psychiatrists prescribe it" sends
    nobody anywhere.
    """
    trigger = next(_triggers(document), None)
    if trigger is None:
        return
    if any(_counts(found, site) for found in direction.any_direction(document)):
        return
    unread = next(_unread_disclaimers(document), None)
    if unread is not None:
        yield CouldNotCheck(unread, "the chosen disclaimer could not be looked up")
        return
    what, words = trigger
    message = (
        f'This article discusses {what} ("{words}") and never tells readers to decide with a'
        " health professional."
    )
    carried = site.disclaimer(document.locale)
    if carried and direction.says_where_to_turn(carried):
        medicine = next(_medicine_triggers(document), None)
        if medicine is None:
            return
        message += " The site-wide disclaimer is not enough where a medicine is discussed."
    yield None, message


def qualifying_sentences(document: Document, site: Site | None = None) -> tuple[Span, ...]:
    """The sentences that count as the article's disclaimer, in reading order.

    One that sends the reader to the publisher's own brand is a sales call and does not count.
    """
    return tuple(
        found.sentence.span for found in direction.directions(document) if _counts(found, site)
    )


def _counts(found: Direction, site: Site | None) -> bool:
    if found.form not in _SELLING or site is None or not site.own_brands:
        return True
    words = found.sentence.words.lower()
    return not any(brand.lower() in words for brand in site.own_brands)


def _unread_disclaimers(document: Document) -> Iterator[Block]:
    """Disclaimer blocks whose text stands in a library item that could not be found."""
    for block in document.body:
        inside = block.inside(Group.DISCLAIMER)
        if inside is not None and block.references and not block.words.strip():
            yield block


def _read(document: Document, words: Words) -> Iterator[Line]:
    for line in health.lines_with(document, words):
        block = line.block
        if block.kind in _READ_KINDS and not block.inside(Group.DISCLAIMER, Group.SOURCES):
            yield line


def _triggers(document: Document) -> Iterator[tuple[str, str]]:
    """What makes the article need a disclaimer, and the words that do."""
    for line in _read(document, _TRIGGERS):
        for term in line.terms:
            if term.tag in _NAMED and not _is_elsewhere(line, term.words):
                yield _NAMED[term.tag], line.span(term.start, term.end).quote
        for pattern, what in (*_OF_MEDICINE, *_OTHER):
            found = pattern.search(line.text)
            if found and not _is_elsewhere(line, found.group()):
                yield what, line.span(*found.span()).quote
        for what, pattern in _PATTERNS.items():
            found = pattern.search(line.text)
            if found and (what != _FOOD or _FOR_HEALTH.search(line.text)):
                yield what, line.span(*found.span()).quote


def _is_elsewhere(line: Line, words: str) -> bool:
    """Whether the last of `words` means something else here, as a tablet with a screen does."""
    last = words.rsplit(" ", 1)[-1]
    return any(
        last in named and not company.isdisjoint(line.text.split(" "))
        for named, company in _ELSEWHERE
    )


def _medicine_triggers(document: Document) -> Iterator[Line]:
    """Lines in which a medicine, a dose, or stopping is discussed."""
    for line in _read(document, _MEDICINE_TRIGGERS):
        if line.has(*_MEDICINES) or any(pattern.search(line.text) for pattern, _ in _OF_MEDICINE):
            yield line
