from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint import citations, cues, health
from lint.document import Document
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Judges, Severity, Theme, rule
from lint.text import analysis

_THINGS = frozenset(
    """
    research study studies trial trials science evidence data literature survey surveys findings
    figures statistics reviews analysis analyses review report reports experiments proof
    neuroscience
    """.split()
)
"""What shows something."""

_PEOPLE = frozenset(
    """
    experts scientists researchers specialists academics scholars neuroscientists epidemiologists
    economists investigators ROLES
    """.split()
)
"""Who says something; ROLES are doctors, nurses, psychologists ..."""

_MASS = frozenset(
    """
    research science evidence literature proof neuroscience study trial review report analysis
    survey
    """.split()
)
"""Singular nouns: "research shows" is a report, "research report" is not."""

_BASE = frozenset(
    """
    show prove find suggest indicate demonstrate confirm reveal establish conclude report support
    back point link tell say highlight agree tie connect document associate recognise recognize
    """.split()
)
_EXAMINED = frozenset(
    "sleep swallow conduction case imaging blood nerve doppler laboratory".split()
)
"""What makes a study a test of one patient."""

_NEW = frozenset("a an one another recent new major large larger small big systematic".split())
_SHOWING = frozenset(
    """
    show shows showed shown showing prove proves proved proven proving find finds found finding
    suggest suggests suggested suggesting indicate indicates indicated indicating demonstrate
    demonstrates demonstrated demonstrating confirm confirms confirmed confirming reveal reveals
    revealed revealing establish establishes established conclude concludes concluded report
    reported reporting support supports supported supporting back backs backed point points pointed
    pointing link links linked linking tell tells told say says highlight highlights highlighted
    agree agrees tie ties tied connect connects connected document documents documented associate
    associates associated recognise recognize
    """.split()
)
_SAYING = frozenset(
    """
    agree agreed say says believe find found show shows shown discover discovered prove proved
    proven know known report reported conclude concluded learned learnt suggest confirm confirmed
    estimate recognise recognize consider observed noticed warn argue
    """.split()
)
_ROLES_SAY = frozenset("agree agreed say believe found shown proved proven known".split())
_ONLY_WITH_HAVE = frozenset("found shown proved proven known".split())
_FINDING = frozenset("find found show shows discover discovered report reported observed".split())
WORDS = Words(
    " ".join(
        (_THINGS | _PEOPLE) - {"ROLES", "report"}
        | {"proven", "proved", "shown", "documented", "established", "demonstrated", "validated"}
        | {"accepted", "scientific", "scientifically", "clinically", "recognised", "recognized"}
        | {"evidenced", "agree", "agreed", "consensus", "known", "recognise", "recognize", "found"}
        | {"say", "believe", "community", "tests"}
    )
)

_TEAMS = frozenset(
    """
    team teams nurse nurses centre centres center centers participants volunteers assistant staff
    doctor doctors visit visits drug drugs medicine protocol group groups coordinator programme
    program funding grant grants site sites unit fund bank charity into's protection
    ROLE ROLES
    """.split()
)
"""Words that "research" or "study" describes: "the research team finds"."""

_NOT_OUT = frozenset("up out".split())
_BACKING = frozenset("back backs backed".split())
_AMOUNTS = frozenset("years decades centuries wealth lots plenty mountain".split())
_OWNERS = frozenset("your my his her".split())
_NONE = frozenset(
    """
    no zero few little neither any not never without insufficient limited weak hardly fewer poor
    mixed conflicting inconclusive lack scant scarce
    """.split()
)
_BLOCKERS = frozenset(
    """
    not never cannot to will may might could can would should must yet hope hopes aim aims try tries
    need needs want wants plan whether if who which that how why what where when is are was were be
    do does did help helps helped let lets allow allows ask asks until unless fail fails failed so
    ; : ? ( )
    """.split()
)
"""Words between the noun and its verb that make it no report of what is known."""

_NO_REPORT_BEFORE = frozenset(
    """
    what whether if when until unless how why once ask asks asking help helps helping let lets
    allow allows so need needs want wants wait look looks looking before after
    """.split()
)
_INDIRECT = frozenset("whether if which who where when what".split())
_FINITE = frozenset(
    """
    that no link links connection difference differences benefit benefits has have is are was were
    can may does do did had improved improves helped helps reduced reduces both how why people
    """.split()
)
_NO_OBJECT = frozenset(
    """
    team teams worker workers group groups service services line staff is was for from then in at
    and home page
    """.split()
)
_BARE_AGREED = frozenset("to with a the your about when which if what".split())
_NOW_SHOWING = (["showing"], ["finding"], ["suggesting"], ["proving"], ["revealing"])
_NO_RESULT = frozenset("mixed conflicting inconclusive varying differing inconsistent".split())
_GAP = 12
"""How many words may stand between the noun and its verb."""

_NEGATIVE_END = Pattern(
    r"\b(?:is|are|remains?|was|were|looks)\ (?:(?:still|very|quite|mostly|rather|too|only)\ )?"
    r"(?:weak|limited|lacking|mixed|poor|thin|scarce|inconclusive|conflicting|unclear|missing"
    r"|patchy|low|scant|uncertain|disputed|sparse|not)\b"
)
_ADJECTIVES = r"(?:(?!no\b|little\b|any\b|your\b|whether\b)[\w']+\ ){0,5}"
_EVIDENCE = (
    r"(?:research|stud(?:y|ies)|trials?|science|evidence|data|experts|scientists|researchers|ROLES"
    r"|specialists|surveys?|experiments|meta\ analyses|findings|reviews)"
)
_PROVEN = Pattern(
    r"""\b(?:
      (?:clinically|scientifically|medically|empirically)\ (?:and\ \w+\ )?(?:proven|proved|validated
        |shown|established|backed|supported|demonstrated|verified|confirmed|documented)
    | (?:science|research|evidence|clinically|scientifically)\ (?:backed|proven|supported)
    | proven\ (?:and\ \w+\ )?(?:treatments?|methods?|ways?|therap(?:y|ies)|remed(?:y|ies)
        |approach(?:es)?|techniques?|strateg(?:y|ies)|programmes?|programs?|results|benefits|relief
        |effective|effectiveness)
    )\b"""
)
_SHOWN_TO = Pattern(
    r"\b(?:(?:been|was|were|is|are)\ (?:\w+\ )?(?:proved|demonstrated)|shown|proven)"
    r"\ (?:(?:by|in)\ (?:\w+\ ){1,4})?to\ "
    r"(?!(?:an?|the|your|our|their|his|her|you|me|us|them|people|patients|others|everyone)\b)\w+"
)
_FOUND_TO = Pattern(
    r"\b(?:(?:has|have|was|were|is|are|been)\ ){1,2}(?:also\ |often\ |consistently\ )?found\ to\ "
    r"(?:be\ (?:(?:as|more|less|very|highly|quite|especially|particularly|just|at|least)\ ){0,3}"
    r"(?:effective|helpful|safe|useful|beneficial|better|linked|associated|successful|good|harmful"
    r"|worse|powerful)|reduce|lower|improve|help|ease|cut|increase|raise|work|relieve|prevent"
    r"|protect|boost|slow|shorten|treat|decrease|lessen|calm|speed|promote|support|benefit)\b"
)
_IT_IS = Pattern(
    r"""\b(?:it|this|that)\ (?:is|'s|has|was)\ (?:(?:now|long|been|by|very|also|already)\ ){0,3}(?:
      (?:well|widely|generally|commonly|universally|clearly|firmly|scientifically)\ ){0,2}
      (?:documented|established|proven|proved|shown|demonstrated|accepted|recognised|recognized
        |agreed|understood|acknowledged|known|found)\ (?:(?:by|among|in|for)\ (?:[\w']+\ ){1,6})?
      that\b"""
)
_WELL_KNOWN = Pattern(
    r"\b(?:well|widely|clearly|firmly|amply|thoroughly)\ (?:documented|established|evidenced|proven"
    r"|demonstrated|researched)\b"
)
_EVIDENCE_IS = Pattern(
    r"""\b(?:evidence|research|science|data|literature|studies|trials|experts)\ (?:(?:for|on|behind
      |about|in|from|that|of)\ (?:[\w'-]+\ ){1,8}?)?(?:is|are|'s|looks)\ (?:(?:now|very|quite|so
      |increasingly|pretty|really|all)\ )?(?:clear|strong|overwhelming|compelling|convincing|robust
      |settled|solid|conclusive|consistent|growing|undeniable|unanimous|plentiful|promising|agreed
      |in)\b(?!\ (?:the|a|progress|place))"""
)
_THERE_IS = Pattern(
    rf"""\b(?:there\ (?:is|'s|are|exists?|has\ been)|(?:we|scientists|experts|researchers|ROLES)
      \ (?:now\ |also\ |do\ )?have|provid(?:es?|ed)|offers?|gives?|with)\ {_ADJECTIVES}
      (?:evidence|proof|research|studies|data|consensus|agreement|trials)\ (?:(?:now|from|in|among
      |between|available)\ (?:[\w']+\ ){{0,5}}?)?(?:that|to\ (?:show|suggest|support|back|indicate
      |prove)|for|showing|suggesting|supporting|indicating|behind|of\ (?:a|its|their)\ (?:benefit
      |effect))\b"""
)
_EMERGED = Pattern(
    r"\bevidence\ (?:(?:has\ |now\ ){0,2}emerged|exists|is\ (?:mounting|growing|emerging))"
    r"\ (?:that|for)\b|\b(?:strong|solid|good|robust|large|growing|substantial|sound|firm)"
    r"\ evidence\ base\b"
)
_COMMUNITY = Pattern(
    r"\b(?:medical|scientific|research)\ community\ (?:now\ |largely\ |widely\ )?"
    r"(?:agrees|accepts|recogni[sz]es|believes)\b"
)
_CONSENSUS = Pattern(r"\b(?:consensus|agreement)\ (?:among\ (?:[\w']+\ ){1,5})?(?:is\ )?that\b")
_ACCORDING = Pattern(
    rf"\baccording\ to\ {_ADJECTIVES}{_EVIDENCE}(?!\w)"
    rf"|,\ say\ {_ADJECTIVES}(?:experts|scientists|researchers|specialists|ROLES)(?!\w)"
)
_BACKED = Pattern(
    rf"\b(?:shown|proven|proved|backed|supported|confirmed|demonstrated|underpinned|validated"
    rf"|established|borne\ out|grounded|rooted)(?:\ up)?\ (?:in|by|through|with)\ {_ADJECTIVES}"
    rf"{_EVIDENCE}(?!\w)"
)
_KNOWN_FROM = Pattern(
    rf"\b(?:we|ROLES|scientists|experts)\ (?:now\ |also\ )?know\ (?:from|through|thanks\ to)"
    rf"\ {_ADJECTIVES}{_EVIDENCE}(?!\w)"
)
_IN_TRIALS = Pattern(
    r"^(?:but\ |and\ |also\ ,\ )?(?:in|across|during)\ (?:(?:(?!this\b|a\b|the\b|your\b)"
    r"[\w-]+\ ){0,4}(?:trials|studies|experiments|tests|surveys)|(?:one|another|a\ (?:recent|large"
    r"|small|new|major))\ (?:\w+\ ){0,2}(?:study|trial|survey|experiment)"
    r"|an?\ (?:\w+\ ){0,2}?(?:study|trial|survey|experiment|review)(?=\ (?:of|with)\ ))"
    r"(?:\ (?:of|in|with|on)(?:\ (?:\d+,\d+|[\w']+)){1,6}?)?\ ,\ "
    r"(?!(?:researchers|scientists|ROLES|you|we|the\ researchers|volunteers)\b)"
    r"(?:[\w'%.]+\ ){1,12}?(?:had|were|was|did|felt|slept|fell|rose|got|lost|gained|lived|found"
    r"|made|saw|became|reported|scored|better|fewer|less|more|lower|higher|\w{2,}ed|helps|works)\b"
)
_DID_IN_TRIALS = Pattern(
    r"\b(?:reduced|improved|cut|lowered|raised|helped|worked|eased|linked|outperformed|beat"
    r"|increased|relieved|prevented|lifted|protected|halved|doubled)\ (?:[\w'%.]+\ ){0,10}?"
    rf"(?:in|across)\ {_ADJECTIVES}(?:trials|studies)\b"
)
_BASED = Pattern(rf"\bbased\ on\ {_ADJECTIVES}(?<!on\ )(?:research|science|studies|trials)(?!\w)")
_PROVED = frozenset("shown proven proved demonstrated".split())
_SETTLED = frozenset(
    """
    documented established evidenced proven proved shown demonstrated accepted recognised recognized
    agreed understood acknowledged known found researched
    """.split()
)
_SUPPORTED = _PROVED | frozenset(
    "backed supported confirmed underpinned validated established borne grounded rooted".split()
)
_TESTS = frozenset("trial trials study studies experiments tests survey surveys".split())
_TESTED = Pattern(
    r"\b(?:clinical|laboratory|lab|independent|scientific|consumer)\ tests\ (?:have\ |all\ |now\ )?"
    r"(?:shown?|proven?|proved|demonstrated?)\b(?!\ (?:whether|if|your|you)\b)"
    r"|\btests\ have\ (?:shown|demonstrated|proved|proven)\ (?:that|it|our)\b(?!\ (?:you|your)\b)"
)
_FAMILIES = (
    (frozenset({"tests"}), _TESTED),
    (_SUPPORTED | {"documented", "verified"}, _PROVEN),
    (_PROVED, _SHOWN_TO),
    (frozenset({"found"}), _FOUND_TO),
    (_SETTLED, _IT_IS),
    (_SETTLED, _WELL_KNOWN),
    (_THINGS | {"experts"}, _EVIDENCE_IS),
    (_THINGS | {"consensus", "agreement"}, _THERE_IS),
    (frozenset({"evidence"}), _EMERGED),
    (frozenset({"community"}), _COMMUNITY),
    (frozenset({"consensus", "agreement"}), _CONSENSUS),
    (frozenset({"according", "say"}), _ACCORDING),
    (_SUPPORTED, _BACKED),
    (frozenset({"know"}), _KNOWN_FROM),
    (_TESTS, _IN_TRIALS),
    (frozenset({"trials", "studies"}), _DID_IN_TRIALS),
    (frozenset({"based"}), _BASED),
)
"""Ways to call on evidence, each with the words of which a line that does so holds one."""

_FAMILY_WORDS = frozenset().union(*(words for words, _ in _FAMILIES))

_ASKED = Pattern(
    r"^(?:so\ |and\ |but\ )?what\ do(?:es)?\ (?:the\ |all\ this\ )?"
    r"[^?]{0,40}(?:say|show|tell\ us|find)\ \?$"
)
_ANSWERED = Pattern(
    r"^(?:it|they)\ (?:all\ |clearly\ |both\ )?"
    r"(?:shows?|says?|suggests?|proves?|finds?|tells?\ us)\b"
    r"(?!\ (?:little|nothing|no|nobody|different|that\ no|that\ we\ do\ not)\b)"
)
_ONE_PERSON = (["you"], ["he"], ["she"], ["i"], ["who"])
_UNSURE = Pattern(
    r"\b(?:whether|if|yet|until|unless|ask|must|have\ to|has\ to|needs?|before|myths?|claim(?:s|ed"
    r"|ing)?|adverts?|ads|beware|wary|labels?|careful|so\ called|supposedly|say|says|called|said"
    r"|want|look|looks|looking|bring|demand|for\ real|hopes?|aims?|can|could|would|may|might|will"
    r"|what|little|lack|limited|insufficient|any|scant|weak|mixed|conflicting|inconclusive|poor"
    r"|low\ quality|lets?|inquest|court|unlikely)\b"
)
_CLAIMED = Pattern(
    r"\b(?:myths?|claim(?:s|ed|ing)?|adverts?|ads|beware|wary|labels?|careful|so\ called"
    r"|supposedly|inquest|court|phrases?|words?|telling)\b"
)
_REFERS_BACK = frozenset("this these that those the their both its such they".split())


@rule(
    Severity.WARNING,
    theme=Theme.EVIDENCE,
    judges=Judges.CLINICAL,
    source="FTC, Health products compliance guidance (2022); CDC Clear Communication Index, 11",
    advice="Name the study or the guideline, link to it, or leave the appeal to evidence out.",
    passes=[
        "Research shows that walking lifts mood (Varga, 2019).",
        "Trials suggest that yoga eases pain [4].",
        "There is little evidence that detox diets work.",
        "Your research team will show you where to go.",
        "Research is under way to find a vaccine.",
        "Ask your doctor what the research shows.",
    ],
    fails=[
        "⟦Research shows that⟧ walking lifts mood.",
        "This tea is ⟦clinically proven⟧ to help you sleep.",
        "⟦It is well documented that⟧ noise raises stress.",
        "⟦According to experts⟧, a short nap is enough.",
        "Warm baths ⟦have been found to help⟧ sore joints.",
    ],
)
def uncited_evidence(document: Document) -> Found:
    """Who speaks of evidence says where it stands.

    "Studies show" asks a reader to trust without a way to check. A link, a reference mark, or the
    name of a study or a guideline in the sentence or the next lets them look, and lets the next
    reviewer see whether it still holds. What is not known, what researchers only think or
    recommend, research under way, and questions to ask about evidence need no source.
    """
    for line in health.lines_with(document, WORDS):
        found = _appeal(line)
        if found is None and line.question and _asked_of_evidence(line):
            sentence = analysis(document).after(line.sentence)
            if sentence is not None:
                line = health.line_of(document, sentence)
                answer = _ANSWERED.search(line.text)
                found = answer.span() if answer else None
        if found is None or cues.quoted(document, line, *found):
            continue
        if cues.mentioned(document, line, *found):
            continue
        words = line.text[: found[1]].split(" ")
        refers_back = not _REFERS_BACK.isdisjoint(words[:6])
        if citations.cited(document, line, refers_back=refers_back):
            continue
        where = line.span(*found)
        yield where, f'"{where.quote}" names no source that a reader could look up.'


def _asked_of_evidence(line: Line) -> bool:
    """Whether `line` asks what the evidence says: "What does the research show?"."""
    return bool(_ASKED.search(line.text)) and not _THINGS.isdisjoint(line.text.split(" "))


def _appeal(line: Line) -> tuple[int, int] | None:
    """Where `line` calls on evidence for what it says."""
    if line.question and not line.text.startswith("did you know"):
        return None
    text = line.text
    for start, end in _reports(line):
        if not _CLAIMED.search(text, max(0, start - 80), start):
            return start, end
    held = _FAMILY_WORDS.intersection(text.split(" "))
    for needed, family in _FAMILIES:
        if needed.isdisjoint(held):
            continue
        for match in family.finditer(text):
            start, end = match.span()
            begin = cues.clause_start(line, start)
            if (
                cues.negated(line, start)
                or _UNSURE.search(text, begin, start)
                or _CLAIMED.search(text, max(0, start - 80), start)
                or _NEGATIVE_END.search(text, end, end + 100)
                or (family is _FOUND_TO and text[begin:start].split(" ")[-2:-1] in _ONE_PERSON)
                or (family is _THERE_IS and not _NONE.isdisjoint(text[start:end].split(" ")))
            ):
                continue
            return start, end
    return None


def _reports(line: Line) -> Iterator[tuple[int, int]]:
    """Where a noun of evidence is the subject of a verb that reports: "trials in mice suggest"."""
    words = line.text.split(" ")
    if _THINGS.isdisjoint(words) and _PEOPLE.isdisjoint(words):
        return
    starts = []
    at = 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    for index, word in enumerate(words):
        people = word in _PEOPLE
        if not people and word not in _THINGS:
            continue
        if not _may_report(words, index):
            continue
        verb = _verb(
            words, index, _ROLES_SAY if word == "ROLES" else _SAYING if people else _SHOWING
        )
        if verb and _says_something(words, index, verb, people=people):
            last = verb + 1 if words[verb + 1 : verb + 2] == ["that"] else verb
            yield starts[index], starts[last] + len(words[last])


def _may_report(words: Sequence[str], index: int) -> bool:
    """Whether what stands before the noun leaves it the subject of a report."""
    word = words[index]
    before = words[max(0, index - 5) : index]
    for back in range(len(before) - 1, -1, -1):
        if before[back] in (",", ";", ":", "but", "and", "\u2014", ")"):
            before = before[back + 1 :]
            break
    if not _NO_REPORT_BEFORE.isdisjoint(before):
        return False
    if any(
        other in _NONE and not (other in ("few", "little") and before[at - 1 : at] == ["a"])
        for at, other in enumerate(before)
    ):
        return False
    nearest = before[-1] if before else ""
    if not _OWNERS.isdisjoint(before[-2:]):
        return False
    if word in ("study", "studies") and nearest in _EXAMINED:
        return False
    if word in ("review", "report", "analysis"):
        return not _NEW.isdisjoint(before)
    return word != "ROLES" or nearest not in ("two", "three", "these", "the", "our", "their")


def _verb(words: Sequence[str], index: int, verbs: frozenset[str]) -> int:
    """Where the verb of the noun at `index` stands, 0 if it has none of `verbs`."""
    aside = False
    for at in range(index + 1, min(len(words), index + 2 + _GAP)):
        word = words[at]
        if at == index + 1 and word in _TEAMS and words[index] not in _PEOPLE:
            return 0
        if word == ",":
            # "studies, including one in children, show"
            if not aside and "," not in words[at + 1 : at + 9]:
                return 0
            aside = True
            continue
        if word in verbs and words[at - 1] not in ("the", "a", "of", "to", "this", "for"):
            plural = (
                "and" in words[index:at]
                or words[at - 1].endswith("s")
                or (index and words[index - 1] == "of")
                or not _AMOUNTS.isdisjoint(words[max(0, index - 4) : index])
            )
            return 0 if word in _BASE and words[index] in _MASS and not plural else at
        if word in ("is", "are") and words[at + 1 : at + 2] in _NOW_SHOWING:
            return at + 1
        if word in _BLOCKERS and words[at : at + 2] != ["to", "date"]:
            return 0
        if word in _NONE or word.endswith("n't"):
            return 0
    return 0


def _says_something(words: Sequence[str], index: int, verb: int, *, people: bool) -> bool:
    """Whether a claim follows the verb, and not "whether ...", a name or a plan."""
    following = words[verb + 1 : verb + 2]
    rest = words[verb + 1 : verb + 14]
    if not following:
        return True
    if following[0] == "up" and words[verb] in _BACKING:
        return len(words) > verb + 2
    if following[0] == "what" and words[verb].startswith(("confirm", "prov")):
        return True
    if following[0] in _NOT_OUT or following[0] in _INDIRECT:
        return False
    if following[0] in _NO_RESULT or "your" in words[index:verb]:
        return False
    said = words[verb]
    between = words[index + 1 : verb]
    if words[index] == "ROLES" and said in _ONLY_WITH_HAVE and "have" not in between:
        return False
    if said in ("say", "says") and following[0] in ("yes", "no", "hello", "sorry"):
        return False
    if words[index] == "study" and said in ("shows", "finds") and following[0] != "that":
        before = words[max(0, index - 1) : index]
        if not before or before[0] not in _NEW | {"this", "the"}:
            return False
    if said in ("support", "supports", "back", "backs", "link", "report"):
        return following[0] not in _NO_OBJECT
    if said in ("agree", "agreed", "agrees"):
        return following[0] not in _BARE_AGREED
    if said in ("tell", "tells", "told") and following[0] not in ("us", "me"):
        return False
    if said in ("point", "points", "pointed", "pointing"):
        return following[0] in ("to", "towards", "toward")
    if said in ("known", "know") and "that" not in rest:
        return False
    if people and said in _FINDING:
        return not _FINITE.isdisjoint(rest)
    if people and said in ("consider", "recognise", "recognize", "suggest"):
        return "that" in rest[:2]
    return following[0] not in _OWNERS
