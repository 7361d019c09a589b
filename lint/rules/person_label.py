from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint import cues, health
from lint.document import Document, Kind
from lint.health import Line
from lint.mends import Mend, reworded
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule

_ALSO_ADJECTIVES = """
    schizophrenic alcoholic epileptic diabetic asthmatic anorexic bulimic autistic depressive
    psychotic prediabetic dyslexic dyspraxic paraplegic quadriplegic tetraplegic haemophiliac
    hemophiliac spastic arthritic catatonic manic borderline drunk
    insomniac hypochondriac
    phobic agoraphobic claustrophobic emetophobic arachnophobic compulsive neurotic coeliac celiac
"""
"""Labels that are adjectives too: "an alcoholic" is a person, "an alcoholic drink" is not."""

_ONLY_NOUNS = """
    addict junkie druggie crackhead pothead smackhead wino drunkard psychopath sociopath
    hoarder leper bipolar harmer stammerer stutterer narcissist kleptomaniac pyromaniac cokehead
    pillhead
"""
_GROUPS = """
    disabled handicapped blind deaf depressed obese addicted autistic bipolar epileptic
    schizophrenic diabetic anorexic alcoholic crippled paralysed paralyzed infirm insane demented
    psychotic suicidal ill impaired challenged retarded
"""
"""Adjectives that "the" makes a crowd of: "the disabled"."""

_ADJECTIVES = frozenset(_ALSO_ADJECTIVES.split())
_NOUNS = frozenset(_ONLY_NOUNS.split())
_CROWDS = frozenset(_GROUPS.split())
_INCOMPLETE_CROWDS = frozenset("ill impaired challenged retarded".split())
_COMPANIONS = frozenset("elderly old sick poor homeless frail aged vulnerable injured".split())
_ADVERBS = frozenset(
    """
    mentally physically chronically terminally critically seriously severely visually hearing
    cognitively learning developmentally intellectually emotionally clinically criminally
    """.split()
)
_OF_CROWDS = frozenset(
    """
    treated untreated undiagnosed homeless long term adult young younger older elderly poor violent
    hospitalised hospitalized institutionalised institutionalized jailed incarcerated newly most
    """.split()
)
"""Words that may stand between "the" and the crowd, before any adverb."""
_PLURALS = {label + "s": label for label in (*_ADJECTIVES, *_NOUNS)} | {"junkies": "junkie"}
_NAMED = {
    "schizophrenic": "schizophrenia",
    "borderline": "borderline personality disorder",
    "drunk": "an alcohol problem",
    "addict": "an addiction",
    "junkie": "a drug addiction",
    "druggie": "a drug addiction",
    "crackhead": "a drug addiction",
    "pothead": "a cannabis problem",
    "smackhead": "a heroin addiction",
    "alcoholic": "an alcohol addiction",
    "wino": "an alcohol addiction",
    "drunkard": "an alcohol addiction",
    "bipolar": "bipolar disorder",
    "epileptic": "epilepsy",
    "diabetic": "diabetes",
    "prediabetic": "prediabetes",
    "asthmatic": "asthma",
    "anorexic": "anorexia",
    "bulimic": "bulimia",
    "depressive": "depression",
    "psychotic": "psychosis",
    "insomniac": "insomnia",
    "dyslexic": "dyslexia",
    "haemophiliac": "haemophilia",
    "hemophiliac": "hemophilia",
    "hypochondriac": "health anxiety",
    "arthritic": "arthritis",
    "phobic": "a phobia",
    "agoraphobic": "agoraphobia",
    "claustrophobic": "claustrophobia",
    "emetophobic": "emetophobia",
    "arachnophobic": "arachnophobia",
    "coeliac": "coeliac disease",
    "celiac": "celiac disease",
}
_LABELS = frozenset({*_ADJECTIVES, *_NOUNS, *_PLURALS, *_CROWDS})
WORDS = Words(" ".join({*_LABELS, "bipolar*"}))

_DETERMINERS = frozenset("a an the every each another any one this that some no".split())
_BESIDE = frozenset(
    """
    recovering former reformed chronic known severe severely functioning functional high lifelong
    drug heroin crack meth opioid gambling sex food dry paranoid manic type 1 2 one two insulin
    dependent brittle typical true real hopeless untreated undiagnosed diagnosed newly young older
    old elderly fellow homeless male female single active practising practicing ex confessed self
    stable mild adult teenage suspected possible DRUG CLASS MEDICINE
    """.split()
)
"""Words that may stand between "a" and the label."""

_NO_QUALITY = frozenset("and or , of to for in non low anti more less very so bit little".split())
_FOLLOWERS = frozenset(
    """
    in on at with without from to by for since until after before during when while if because
    as than like of into near through under over but so who whom whose that which is are was were
    be been being am can cannot could may might must should will would shall do does did has have
    had not never always often usually sometimes rarely also only too or and himself herself
    themselves myself yourself 's alone again now then today here there either already once says
    said more less whether ,
    of about seldom hardly several twice every next last many tomorrow yesterday you we i they
    he she
    . ; : ! ? ) \u2014 /
    """.split()
)
"""Words that can follow a person, and no noun that the label would describe."""

_BEFORE_SEVERAL = frozenset("that this some any no".split())
"""Determiners after which a word on -s is rather a noun: "shows that depressive illnesses are"."""

_NO_DEEDS = frozenset("related induced based led".split())
_THEN = frozenset("takes costs means requires brings offers needs begins starts".split())
"""What help for a crowd does: "care for the demented takes patience"."""

_NO_ADVERBS = frozenset("early daily weekly monthly family elderly only deadly".split())

_CROWD_VERBS = frozenset(
    """
    need deserve face live want get find feel suffer struggle die receive use take become remain
    make go say know see think tend commit rely qualify hear ask come end cope seem lose pay hurt
    lack enjoy vote travel sleep wake wait stay fall fear keep try stop start meet gather attend
    join report respond recover prefer choose worry
    """.split()
)
_STARTS_PERSON = frozenset(
    """
    a an the his her their its my your our he she they it we you i is are was were has have had
    can may must should will would does do did not never often needs wants takes lives
    """.split()
)
_NO_VERB = ("ss", "is", "us", "sports", "series")
_NO_PERSON_BEFORE = frozenset(
    """
    non anti adrenaline news gym fitness sports data political thrill travel sugar history exercise
    chocolate anticonvulsant
    """.split()
)
_SCHIZOPHRENIC_PERSON = frozenset(
    """
    patient patients person people man men woman women boy boys girl girls child children
    adult adults inmate inmates offender offenders
    """.split()
)
_DENIED = Pattern(
    r"(?:\b(?:nobody|no\ one)\ is|\bnot|n't|\bnever|\bmore\ than|\bbeyond)"
    r"\ (?:just\ |only\ )?(?:an?\ )?$"
)
_MAKES = Pattern(
    r"(?:\bnot|n't)\ (?:(?:have|need|to|be|being|becoming|make|mean|automatically|necessarily"
    r"|that|you|someone|somebody|person|are|is|they|he|she)\ ){1,8}(?:an?\ )?$"
)
_CALLED = Pattern(
    r"\b(?:call(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|branded|dubbed|known\ as|seen\ as|named"
    r"|(?:words?|terms?|labels?|names?)(?:\ such\ as|\ like|\ of)?|instead\ of|rather\ than)\ "
    r"(?:(?:you|them|him|her|me|us|(?:your|them|him|her|my)sel(?:f|ves)|someone|somebody|people"
    r"|a\ person|as|being|an?|the)\ ){0,3}$"
)
_SEEN_AS = Pattern(
    r"\b(?:see|sees|saw|seen|view(?:s|ed)?|treat(?:s|ed|ing)?|describ(?:e|es|ed|ing)|regard(?:s|ed)?"
    r"|think\ of|thought\ of|dismiss(?:es|ed)?)\ (?:(?:you|them|him|her|me|us|someone|people"
    r"|yourself|themselves|himself|herself)\ )?as\ (?:just\ )?(?:(?:an?|the)\ )?$"
)
_TOLD = Pattern(r"\b(?:say|saying|write|writing)\ (?:to|about|of)\ (?:\w+\ ){0,3}$")
_LEADS_TO_WORDS = Pattern(
    r"\b(?:avoid|do(?:\ not|n't)\ (?:say|use|write)|instead\ of|rather\ than|words|terms|labels"
    r"|language)\b"
)
_LISTED = Pattern(
    r"\b(?:words?|terms?|labels?|names|language)\ (?:such\ as|like|including)\ "
    r"(?:[\w',]+\ ){0,8}$"
)
_CROWD_NAMED = {
    "the disabled": "disabled people",
    "the blind": "blind people",
    "the deaf": "deaf people",
    "the depressed": "people with depression",
    "the obese": "people with obesity",
    "the autistic": "autistic people",
    "the epileptic": "people with epilepsy",
    "the mentally ill": "people with a mental illness",
    "the severely mentally ill": "people with a severe mental illness",
    "the chronically ill": "people with a long-term illness",
    "the visually impaired": "people with a visual impairment",
    "the hearing impaired": "people with a hearing impairment",
    "the physically disabled": "people with a physical disability",
    "the learning disabled": "people with a learning disability",
}
_BEFORE_PEOPLE = frozenset(
    """
    about affect affects all among and are as because between both but by few for from help helps
    if in is like many most of on or other out some than that the these those to when where which
    while who with , : ;
    """.split()
)
"""Words before a plural label that do not describe the people."""
_SELF = Pattern(
    r"\bi\ (?:am|was|became|had\ become)\ (?:(?:still|now|also|just|not|once|only)\ )?"
    r"(?:(?:a|an|the)\ )?(?:[\w']+\ ){0,2}$|\bi'(?:m|ve\ been)\ (?:[\w']+\ ){0,4}$"
)
_WE = Pattern(r"\bwe\ (?:(?:are|were)\ (?:all\ |both\ )?)?$|\bus\ $")
_WE_AFTER = Pattern(r"\ ,\ (?:i|we|i'm|i've)\ ")
_AS_ONE = Pattern(r"\bas\ an?\ (?:[\w']+\ ){0,2}$")
_SAYS_I = Pattern(r"\ (?:,\ )?(?:i|we|i'm|i've|i'd|my|our)\b")
_FELLOWSHIP = Pattern(r"\b(?:al-anon|alanon|alateen|nar-anon|naranon)\b")
_FIRST_PERSON = Pattern(r"\b(?:i|i'm|i've|i'd|we|we're)\b")


@rule(
    Severity.WARNING,
    theme=Theme.LANGUAGE,
    source="NIDA, Words matter; AP Stylebook: disabilities; NHS style guide: inclusive content",
    advice="Name the person first and the condition second.",
    passes=[
        "Alcoholics Anonymous meets in the hall on Friday.",
        "An alcoholic drink can make you sleepy.",
        "The disabled toilet is on the left.",
        '"I am an alcoholic," says Ray.',
        'Write "people with schizophrenia", not "schizophrenics".',
        "Having a drink does not make you an alcoholic.",
    ],
    fails=[
        "⟦Schizophrenics⟧ may hear voices.",
        "Her father is an ⟦alcoholic⟧, and drinks at night.",
        "The bus has space for ⟦the disabled⟧.",
        "A ⟦diabetic⟧ needs to look at both feet each day.",
        "⟦The severely mentally ill⟧ wait for a bed.",
    ],
)
def person_label(document: Document) -> Found:
    """A person has a condition and is not one.

    "Schizophrenics", "an addict" or "the disabled" make an illness the whole of a person, and
    people who read that they are a label ask for help later. Words that describe (an asthmatic
    child, disabled people) are let be, except where they tie a person to schizophrenia. What people
    call themselves is theirs to choose; a label that somebody else says in quotation marks is
    an info.
    """
    for line in health.lines_with(document, WORDS):
        for start, end, label in _labels(line):
            severity = _severity(document, line, start, end)
            if severity is None:
                continue
            where = line.span(start, end)
            yield Hit(
                where,
                f'"{where.quote}" makes a condition the name of a person.',
                advice=_advice(label),
                severity=severity,
                mends=() if severity is Severity.INFO else _mends(line, start, end, label),
            )


def _mends(line: Line, start: int, end: int, label: str) -> Iterator[Mend]:
    """The person first, where nothing else describes them."""
    where = line.span(start, end)
    said = where.words.lower()
    before = line.before(start).split()
    last = before[-1] if before else ""
    named = _NAMED.get(label)
    if said.startswith("the "):
        yield from reworded(where, _CROWD_NAMED.get(said, ""))
    elif said in _PLURALS and named and (last in _BEFORE_PEOPLE or not before):
        yield from reworded(where, f"people with {named}")
    elif said == label and named and last in ("a", "an") and not _describes(line, end):
        yield from reworded(where, f"person with {named}")


def _describes(line: Line, end: int) -> bool:
    """Whether the label before `end` belongs to the word that follows."""
    following = line.after(end, 40).split()
    return bool(following) and following[0] in _SCHIZOPHRENIC_PERSON


def _labels(line: Line) -> Iterator[tuple[int, int, str]]:
    """Where `line` names people by a condition, and the label."""
    words = line.text.split(" ")
    bipolar = {
        term.start: line.span(term.start, term.end).words.lower()
        for term in line.terms
        if term.words == "bipolar"
    }
    if not bipolar and _LABELS.isdisjoint(words):
        return
    starts = []
    at = 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    words = [bipolar.get(start, word) for start, word in zip(starts, words, strict=True)]
    seen = 0
    for index, word in enumerate(words):
        if index < seen:
            continue
        seen = _crowd(words, index) if word == "the" else 0
        if seen and _is_name(line, starts[seen - 1], ends[seen - 1]):
            continue
        if seen:
            yield starts[index], ends[seen - 1], words[seen - 1]
            continue
        label = _PLURALS.get(word) or (word if _is_person(words, index) else "")
        if (
            label
            and _is_label(label, words, index)
            and not _is_name(line, starts[index], ends[index])
        ):
            yield starts[index], ends[index], label


def _is_label(label: str, words: list[str], index: int) -> bool:
    """Whether the words beside it leave `label` a label of people."""
    before = words[index - 1] if index else ""
    if label == "harmer":
        return before == "self"
    if label == "junkie" and before == "MEDICINE":
        return False  # adrenaline
    return before not in _NO_PERSON_BEFORE and words[index + 1 : index + 2] != ["anonymous"]


def _is_person(words: list[str], index: int) -> bool:
    """Whether the singular word at `index` names a person rather than describes a thing."""
    word = words[index]
    if word in _NOUNS and word != "bipolar":
        return True
    if word not in _ADJECTIVES and word != "bipolar":
        return False
    following = words[index + 1 : index + 3]
    if word == "schizophrenic" and following and following[0] in _SCHIZOPHRENIC_PERSON:
        return True
    first = index - 1
    while first >= 0 and index - first <= 4 and words[first] in _BESIDE:
        first -= 1
    if index > 1 and words[index - 2] in ("a", "an", "the") and words[index - 1] not in _NO_QUALITY:
        first = index - 2  # "a violent alcoholic"
    if first < 0 or words[first] not in _DETERMINERS:
        return False
    if not following:
        return True
    if following[0] in ("and", "or"):
        return len(following) > 1 and following[1] in _STARTS_PERSON | _DETERMINERS
    if following[0] in _FOLLOWERS:
        return True
    if _is_adverb(following[0]) or _is_past(following):
        return True
    if words[first] == "the":
        return following[0][-1] == "s" and following[0][:-1] in _CROWD_VERBS
    if words[first] in _BEFORE_SEVERAL:
        return False
    return following[0].endswith("s") and not following[0].endswith(_NO_VERB)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _NO_ADVERBS


def _is_past(following: list[str]) -> bool:
    """Whether a person did something ("the anorexic weighed 35 kilos"); "related" says no such."""
    said = following[0]
    if not said.endswith("ed") or said.endswith("eed") or said in _NO_DEEDS or not following[1:]:
        return False
    return following[1] in _FOLLOWERS | _DETERMINERS or following[1][:1].isdigit()


def _crowd(words: list[str], index: int) -> int:
    """Where the crowd that "the" at `index` begins ends ("the mentally ill"), 0 if none does."""
    at = index + 1
    if words[at : at + 1] and words[at] in _COMPANIONS and words[at + 1 : at + 2] == ["and"]:
        at += 2
    first = at
    while at < len(words) and at <= first + 3 and words[at] in _ADVERBS | _OF_CROWDS:
        at += 1
    if at >= len(words) or words[at] not in _CROWDS:
        return 0
    if words[at] in _INCOMPLETE_CROWDS and words[at - 1] not in _ADVERBS:
        return 0
    end = at + 1
    after = end
    while words[after : after + 1] in (["and"], ["or"]):
        more = after + 1
        while more < len(words) and words[more] in _ADVERBS:
            more += 1
        if more >= len(words) or words[more] not in _CROWDS | _COMPANIONS:
            break
        after = more + 1
    if words[after : after + 4] == ["and", "hard", "of", "hearing"]:
        after += 4
    following = words[after : after + 2]
    if words[at] == "blind" and not _people_are_blind(words, index, following):
        return 0
    if not following:
        return end
    if following[0] in ("and", "or"):
        return end if following[1:] and following[1] in _STARTS_PERSON else 0
    if following[0] in _FOLLOWERS or following[0] in _CROWD_VERBS or _is_past(following):
        return end
    governed = index > 0 and words[index - 1] in ("for", "of", "by", "among", "with")
    return end if governed and following[0] in _THEN else 0


def _people_are_blind(words: list[str], index: int, following: list[str]) -> bool:
    """Whether "the blind" are people and no blind at a window."""
    if index and words[index - 1] in ("for", "of", "help", "helps", "and", "or"):
        return True
    return bool(following) and following[0] in ("are", "were", "have", "can", "who", "and")


def _is_name(line: Line, start: int, end: int) -> bool:
    """Whether the word is part of a name or a title: it and a neighbour have a capital."""
    block = line.block
    if block.kind in (Kind.HEADING, Kind.TITLE, Kind.CARD_HEADING):
        return False
    where = line.span(start, end)
    if not where.words[:1].isupper() or where.start == line.sentence.start:
        return False
    before = block.words[max(0, where.start - 40) : where.start].split()
    return bool(before) and (before[-1][:1].isupper() or before[-1] in ("of", "for", "and", "an"))


def _severity(document: Document, line: Line, start: int, end: int) -> Severity | None:
    """How much the label at `start` matters; None where it is denied, or spoken about."""
    text = line.text
    reach = max(0, start - cues.REACH)
    lead = cues.leads(document).get(line.block)
    if lead is not None and _LEADS_TO_WORDS.search(lead.words.lower()):
        return None
    if cues.listed_to_avoid(document, line, start) or _is_of_a_group(line, start, end):
        return None
    if (
        (cues.mentioned(document, line, start, end) and not _TOLD.search(text, reach, start))
        or _CALLED.search(text, reach, start)
        or _LISTED.search(text, reach, start)
        or _SEEN_AS.search(text, reach, start)
        or _DENIED.search(text, reach, start)
        or _MAKES.search(text, reach, start)
    ):
        return None
    if (
        _SELF.search(text, reach, start)
        or _WE.search(text, reach, start)
        or _WE_AFTER.match(text, end)
        or (_AS_ONE.search(text, reach, start) and _SAYS_I.match(text, end))
    ):
        return None
    if cues.quoted(document, line, start, end):
        where = line.span(start, end)
        if _is_bare_quotation(line, where.start, where.end):
            return None
        near = _FIRST_PERSON.search(text, reach, min(len(text), end + cues.REACH))
        return None if near else Severity.INFO
    return Severity.WARNING


def _is_of_a_group(line: Line, start: int, end: int) -> bool:
    """Whether a fellowship says for whom it is: Al-Anon's "families and friends of alcoholics"."""
    if not line.text.startswith(("alcoholic", "addict"), start):
        return False
    return _names_fellowship(line.block.words)


@lru_cache(maxsize=1)  # A block can hold many labels.
def _names_fellowship(words: str) -> bool:
    return _FELLOWSHIP.search(words.lower()) is not None


def _is_bare_quotation(line: Line, start: int, end: int) -> bool:
    """Whether the quotation holds the label and no more ("addict"): a word spoken about."""
    words = line.block.words
    return words[max(0, start - 1) : start] in ('"', "'") and words[end : end + 1] in (
        '"',
        "'",
        ",",
        ".",
    )


def _advice(label: str) -> str:
    if label in _NAMED:
        return f'Write "people with {_NAMED[label]}" or "a person with {_NAMED[label]}".'
    return 'Write "people who ..." or "a person with ...", and name the condition after that.'
