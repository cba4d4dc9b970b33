"""How a figure is told: asserted, negated, denied, false, possible, proposed, forecast, past or corrected; and change.

A figure is told as the verbs, nouns and helping verbs above it in the parse say (`data/statuses.csv`); a sentence that
corrects an earlier version tells no figure of the outlet's at all. Opposites are kept apart here so that nothing later
takes a denial for a report.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from samestory.annotate.figures import acts, former, ranging
from samestory.annotate.figures.belied import CONTENT, DEFINITE, TRUE, belied
from samestory.annotate.figures.joined import CHANGE
from samestory.annotate.figures.words import SIMPLE
from samestory.calendar import MONTHS
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

STATUSES = ("corrected", "false", "denied", "negated", "possible", "proposed", "forecast", "past", "asserted")
POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}
INSIDE = frozenset("obj obl ccomp xcomp csubj csubj:pass acl advcl nsubj:pass nmod conj appos obl:agent".split())
NEGATIONS = acts.NEGATIONS
BESIDE = frozenset({"acl", "acl:relcl", "appos"})
CLAUSES = frozenset({"advcl", "ccomp", "csubj", "acl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
TAKEN_UP = known.words("behind not without denying")
UNSURE = known.words("verbs of knowing")
PROOF = known.words("nouns of proof")
FORESEEN = known.words("what a forecaster sees")
JUDGING = known.words("verbs of judging what is there")
NEEDING = ("need", "require")  # they would need 60 votes: so many are needed
ESTIMATING = known.words("verbs of estimating")
DENIED = ("denied", "false")
AHEAD = {"proposed", "forecast"}  # what a level would be changed from it was before
GIVERS = ("from", "by", "with", "in", "among", "between")
REQUIRED = known.words("what a rule asks for so many of")
HEIGHT = 7  # how many words above the figure are looked at
_NONE_OF = re.compile(
    r"\b(?:none|neither|no one|nobody|not (?:a single )?one|not any|not all) (?:of|among) (?:the |its |"
    r"their |those |these |about )*$",
    re.I,
)
_NOT = re.compile(r"(?<!\bif )(?:not|never)\s(?:the )?$", re.I)
_UNTIL = re.compile(r"\b(?:until|till)\b[^,;.:]*$", re.I)
_SHORT_OF = re.compile(
    r"\s(?:second|minute|hour|day|week|month|year|decade)s?\s(?:from|after|before|since|into|ago|old)\b"
)
_PLAN = re.compile(
    r"(?!-)(?:[-\s](?!the\b|a\b|an\b|to\b|of\b|that\b|points?\b)[\w-]{1,20}){0,2}[-\s](?:proposal|plan|offer|target|"
    r"forecast|projection|bid)\b",
    re.I,
)
_REQUIRES = re.compile(r"\b(?:must|(?:has|have|had) to|needs?|needed|requires?|required|takes?)\b[^,;]*$", re.I)
LEGAL = ("maximum", "minimum", "legal", "statutory", "mandatory")
_CORRECTS = re.compile(r"\b(?:that|said|misstated|gave|as|in which)\b", re.I)
_NOW = re.compile(r"\b(?:not|rather than|instead of|it (?:is|was)|in fact|the correct)\s(?:the )?$", re.I)
_MONTH = "(?:" + "|".join(month.title() for month in MONTHS) + r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_DAY = "|".join([
    rf"(?:early |late |mid-?)?(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}(?!\d))?(?:,? \d{{4}})?",
    r"\d{4}(?!\d)",
    r"(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?",
    r"yesterday|today|now|(?:this|last) (?:week|month|year|morning|evening)",
    r"(?:the )?(?:end|start|beginning|close|middle) of (?:the )?[\w ,]{3,20}?(?=[,.;]|$)",
])  # fmt: skip
_AS_OF = re.compile(rf"\b(?:[Aa]s of|[Aa]s at|[Aa]s on|[Bb]y)\s(?P<day>{_DAY})")
_BOUND = (
    r"(?:(?:an? |the )?(?:estimated|average|record|total|further|additional|another|about|around|nearly|almost|"
    r"more than|less than|fewer than|at least|just|only|over|under|below|above|up to|some|roughly|approximately|"
    r"as (?:much|many|little|few) as|average of) ?){0,3}(?<![\w])"
)
_EARLIER = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|up from|down from|from)\s(?:[a-z]+ ){0,3}[$£€]?$|"
    r"\bagainst\s(?:the )?[$£€]?$|"
    r"\bthan the $",
    re.I,
)
_ON_COURSE = re.compile(rf"\bon (?:course|track|pace) (?:for|to \w+)\s{_BOUND}[$£€]?$", re.I)
_FORMER = re.compile(
    rf"\b(?:previous|earlier|prior|former|initial|old) (?:[a-z-]+ ){{0,2}}(?:toll|figure|total|count|record|tally|"
    rf"estimate|number|rate|price|level|peak|high|low|forecast)s? (?:of|at)\s{_BOUND}[$£€]?$",
    re.I,
)
_BY = re.compile(rf"\bby\s{_BOUND}[$£€]?$", re.I)
_TO = re.compile(
    rf"(?<!\bup )(?<!\bdown )(?<!\bequal )(?<!\bclose )(?<!\bsimilar )(?<!\bdue )"
    rf"\bto\s{_BOUND}[$£€]?$|\b(?:went|rose|risen|jumped|climbed) up to\s[$£€]?$",
    re.I,
)
_DOWN_FROM = re.compile(rf"(?:{CHANGE.pattern})(?: [a-z]+)? from\s(?:[a-z]+ ){{0,3}}[$£€]?$", re.I)
_FROM = re.compile(r"\bfrom\s(?:[a-z]+ ){0,3}[$£€]?$", re.I)
_NUMBER = r"(?:[a-z]+ ){0,3}[$£€]?(?:[0-9]|(?:" + "|".join(SIMPLE) + r")\b)"
_TO_LEVEL = re.compile(rf"(?:[^.;]|\.[0-9]){{0,90}}?\bto\s{_NUMBER}", re.I)
_TO_FROM = re.compile(rf"\bto\s{_NUMBER}(?:[^.;]|\.[0-9]){{0,60}}\bfrom\s(?:[a-z]+ ){{0,3}}[$£€]?$", re.I)
_MOVED = re.compile(
    r"(?<!\bmaking )(?<!\bmade )(?<!\bmakes )(?<!\bmake )"
    r"\b(?:up|down|rose|risen|rising|rises?|fell|fallen|falls?|falling|grew|grown|grows?|growing|dropped|"
    r"drops?|climbed|climbs?|"
    r"dipped|eased|weakened|strengthened|plummeted|crept|inched|retreated|sank|rallied|ticked up|ticked down|"
    r"jumped|declined|slipped|gained|increased|decreased|shrank|soared|surged|plunged|tumbled|slid)"
    r"\s(?:about |around |nearly |almost |just |only |more than |over |some |roughly |at least )?[$£€]?$",
    re.I,
)
_SIZE_OF_CHANGE = re.compile(
    r"(?:[\s-](?:percent|per cent|percentage|points?))*%?[\s-](?:[\w-]+ )?(?:increase|rise|drop|fall|"
    r"decline|jump|gain|cut|reduction|"
    r"hike|surge|slide|growth|decrease|dip)\b",
    re.I,
)
_BACK_THEN = re.compile(
    r"[^,;.]{0,40}?\b(?:(?:a|one|two|three|four|five|six|ten) (?:years?|months?|weeks?|days?|decades?|"
    r"quarters?) (?:earlier|ago|before)|"
    r"(?:the )?(?:last|previous|prior|same) (?:year|month|week|quarter|season|election|vote|survey|poll|"
    r"census|report)|the (?:year|month|week|day) before|"
    r"(?:in|since|at the end of) (?:the )?(?:19|20)[0-9]{2}s?)\b"
)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], str]:
    rows = known.table("statuses.csv", ["word", "pos", "status", "source"])
    return {(word, pos): status for word, pos, status in rows[["word", "pos", "status"]].itertuples(index=False)}


@lru_cache(maxsize=1)
def _correcting() -> re.Pattern[str]:
    phrases = [word for (word, pos) in _table() if pos == "sentence"]
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + r")\b", re.I)


def status(
    amount: "Token | None", noun: "Token | None", act: str | None, left: str, right: str, change: str | None
) -> str:
    """How the figure is told: the gravest of what stands above it, `asserted` where nothing does.

    `left` and `right` are the sentence before and after the number, `change` as told by `change`.
    """
    if _corrects(left, right):
        return "corrected"
    if _NONE_OF.search(left) or (_NOT.search(left) and change is None and not _SHORT_OF.match(right)):
        return "negated"
    found = set() if amount is None else _above(amount, noun, act)
    found |= {"proposed"} if _PLAN.match(right) else set()
    found |= {"forecast"} if _ON_COURSE.search(left) else set()
    found |= {belied(amount)} if amount is not None else set()
    found -= AHEAD if noun is not None and _by_rule(noun, left) else set()
    before = change == "from" or _FORMER.search(left) or former.in_words(left, right)
    found = found - AHEAD | {"past"} if before else found
    if "possible" in found or _UNTIL.search(left):
        found -= {
            "negated"
        }  # if it could not get to 70 votes: neither told nor denied; not until 40 had come: they came
    return next((name for name in STATUSES if name in found), "asserted")


def _by_rule(noun: "Token", left: str) -> bool:
    """Whether a rule says how many: must win 60 votes, have to muster two-thirds of each chamber, a legal maximum."""
    asked = noun.lemma_.lower() in REQUIRED and bool(_REQUIRES.search(left))
    return asked or any(child.lower_ in LEGAL for child in noun.lefts)


def _corrects(left: str, right: str) -> bool:
    """Whether the figure is the one withdrawn: `an earlier version said 21`; of `21, not 12` the second is not."""
    correcting = _correcting().search(left)
    if correcting is None:
        return False
    return bool(_CORRECTS.search(left, correcting.start())) and not _NOW.search(left[:-1] + left[-1:].rstrip() + " ")


def _above(amount: "Token", noun: "Token | None", act: str | None) -> set[str]:
    """The statuses that the words above a figure give it, clause by clause."""
    found: set[str] = set()
    own = noun is not None and noun.i > amount.i
    there = _definite(noun if own and noun is not None else amount, amount) or _told_of(amount, noun)
    token, free, told = amount, not there, False
    counted = {amount.i, noun.i if noun is not None else amount.i}
    itself = counted if act else set()
    reached = (free or bool(act)) and not _told_of(amount, noun)
    denies, below = ranging.ranges(amount, noun), None
    assumed = beside = inside = within = False
    for _ in range(HEIGHT):
        helped = _helped(token, free, reached and not assumed, token.i in counted)
        helped = {"possible"} if told and _unsure(token) else helped
        helped ^= {"negated"} if reached and ranging.undone(token, below) else set()  # not to fail is to do
        open_ = "negated" in helped and not (denies and ranging.handed_down(token, below))
        found |= helped - {"negated"} | {"possible"} if open_ else helped
        found |= {"past"} if former.formerly(token, below) else set()
        above = token.head
        if above.i == token.i or token.dep_ == "parataxis" or (token.dep_ == "acl:relcl" and not _content(token)):
            return found
        named = "denied" if _unproved(above) else "forecast" if _foreseen(above, token) else _named(above, token)
        known = named in DENIED and (token.i in counted or token.pos_ == "NUM")  # of two claims refuted there were two
        known |= token.dep_ == "nummod" and above.tag_ == "NNS" and above.i in counted  # and two plans are two plans
        if (
            named
            and not known
            and _governs(above, token, amount)
            and (
                (free or reached) and not beside
                if named in DENIED
                else free and not (within and token.dep_ in SUBJECTS)
            )
        ):
            found.add(named)
        if "proposed" in found and _estimated(above, token):
            found = found - AHEAD | {"forecast"}
        assumed = assumed or (token.i not in counted and token.pos_ == "NOUN" and _known(token))
        free = free and not (_apart(token) or _befell(token)) and not (inside and token.dep_ in SUBJECTS)
        told = (told or token.dep_ in ("ccomp", "csubj")) and token.dep_ != "advcl"
        inside = inside or token.dep_.startswith("acl")  # reports that they hold 12 could hurt: the 12 are told of
        within = within or inside or token.dep_ == "appos"  # what is said of a subject is not said of what describes it
        reached = reached and _reached(token, itself)
        beside = beside or (token.dep_.startswith("acl") and not _content(token))
        below, token = token, above
    return found


def _told_of(amount: "Token", noun: "Token | None") -> bool:
    """Whether a clause tells of those something is not done to: he would not appeal to the 47 percent who wait."""
    beside = any(token is not None and token.dep_.startswith("obl") for token in (amount, noun))
    return beside and noun is not None and any(child.dep_ == "acl:relcl" for child in noun.children)


def _unproved(noun: "Token") -> bool:
    """There is no evidence that 12 people came: nobody tells so."""
    return noun.lemma_.lower() in PROOF and any(child.lower_ in ("no", "without") for child in noun.lefts)


def _foreseen(verb: "Token", below: "Token") -> bool:
    """The bank sees growth of 3 percent: in the present tense what offices see of such things is still to come."""
    seen = verb.lemma_.lower() == "see" and verb.tag_ in ("VBZ", "VBP") and below.lemma_.lower() in FORESEEN
    return seen and below.dep_ in ("obj", "nsubj", "ccomp")


def _named(word: "Token", below: "Token") -> str | None:
    """The status a word gives what stands below it: ruled out, set to open, calls for, expects, a plan."""
    pos, lemma = POS.get(word.pos_, ""), word.lemma_.lower()
    particle = next((child.lower_ for child in word.children if child.dep_ == "compound:prt"), "")
    said = [(f"{lemma} {particle}", pos), (f"{lemma} {_case(below)}", pos), (lemma, pos)]
    said = [(word.lower_, "infinitive"), *said] if _to_do(word, below) and not particle else said
    return next((status for key in said if (status := _table().get(key))), _by_hoax(word, below) or _not_true(word))


def _by_hoax(verb: "Token", below: "Token") -> str | None:
    """What a rumour or hoax says is false."""
    who = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    told = who is not None and below.dep_ == "ccomp" and _table().get((who.lemma_.lower(), "noun")) == "false"
    return "false" if told else None


def _not_true(word: "Token") -> str | None:
    """What is said not to be true: it is not true that 200 homes burned."""
    denied = any(child.lower_ in NEGATIONS for child in word.children)
    return "negated" if denied and word.pos_ == "ADJ" and word.lower_ in TRUE else None


def _to_do(word: "Token", below: "Token") -> bool:
    """Whether what stands below is to be done, or stands before what is: due to employ 12; 12 are believed to have."""
    children = list(word.children)
    verbs = children if below.dep_ in SUBJECTS else [below]
    to_do = any(verb.dep_ in ("xcomp", "advcl") and any(child.lower_ == "to" for child in verb.lefts) for verb in verbs)
    return to_do and not any(child.dep_ == "obj" for child in children)


def _estimated(verb: "Token", clause: "Token") -> bool:
    """Whether an office estimated what a clause says: that a plan would save so much is its forecast, no proposal."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in ESTIMATING and clause.dep_ == "ccomp"


def _known(noun: "Token") -> bool:
    """Whether a noun is of something known: what is not linked to Monday’s killing of 12 leaves the killing as told."""
    return any(child.dep_ == "nmod:poss" for child in noun.lefts)


def _content(token: "Token") -> bool:
    """Reports that 12 people died: the clause is what the report says, not which report it is."""
    subject = any(
        child.dep_.startswith("nsubj") and child.lower_ not in ("that", "which", "who") for child in token.children
    )
    return subject and token.head.lemma_.lower() in CONTENT | PROOF


def _unsure(token: "Token") -> bool:
    """Did not say or know that 12 people died: neither told nor denied."""
    return token.lemma_.lower() in UNSURE and any(child.lower_ in NEGATIONS for child in token.children)


def _reached(token: "Token", itself: set[int]) -> bool:
    """Whether what is denied above a word is denied of it: of no clause beside it, nor of what stands before the verb.

    A subject is denied where something was done to those counted (`itself`): 40 people were not killed; that 14 percent
    did not answer is said of 14 percent.
    """
    if token.dep_ in SUBJECTS:
        return token.i in itself and not acts.left_undone(token)
    if any(child.dep_ == "mark" and child.lower_ in ("if", "whether") for child in token.children):
        return False
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX", "ADJ"):
        return any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in token.children)
    listed = _case(token) == "including"  # failed to deliver on several, including four: so many there are
    return token.dep_ not in BESIDE and not _apart(token) and not listed


def _denies(word: "Token") -> bool:
    """Whether a negation denies: no fewer than, not only, not as many as deny nothing."""
    after = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    return word.lower_ in NEGATIONS and after not in TAKEN_UP


def _helped(token: "Token", free: bool, reached: bool, own: bool) -> set[str]:
    """What helping verbs, negations and `if` beside a verb or adjective say; nothing of a figure known already.

    `own`: the word is what is counted itself.
    """
    found = set()
    for child in token.children:
        word = child.lemma_.lower() if child.dep_ == "mark" else child.lower_.replace("’", "'")
        needed = (word == "would" and token.lemma_.lower() in NEEDING) or _judged(token)
        if child.dep_ in ("aux", "aux:pass") and free and not needed:
            found.add(_table().get((word, "modal"), ""))
        elif child.dep_ == "mark" and (token.dep_ in CLAUSES or token.pos_ == "NOUN") and free:
            found.add(_table().get((word, "mark"), ""))
        elif child.dep_ == "advmod" and token.pos_ in ("VERB", "AUX", "ADJ") and reached and _denies(child):
            found.add("negated")
        elif child.dep_ in ("advmod", "amod") and free:
            found.add(_qualified(child, token, own))
    return found - {""}


def _judged(verb: "Token") -> bool:
    """Whether what stands below a verb is judged, and so there: whoever should strike down five statutes."""
    return verb.lemma_.lower() in JUDGING and verb.pos_ == "VERB"


def _qualified(word: "Token", token: "Token", own: bool) -> str:
    """What an adjective or adverb says of a figure: 12 false claims are 12 claims, false reports of 12 no reports.

    So many potential buyers are so many, whatever they may become.
    """
    named = _table().get((word.lower_, POS.get(word.pos_, "")), "")
    if named == "possible" and any(child.tag_ in ("JJS", "RBS") for child in (*token.lefts, *word.lefts)):
        return ""  # the lowest possible score
    if token.pos_ != "NOUN" or (token.lemma_.lower() in CONTENT and not own) or named not in ("false", "possible"):
        return named
    return "" if named == "false" or (word.dep_ == "amod" and token.tag_ == "NNS") else named


def _governs(above: "Token", below: "Token", amount: "Token") -> bool:
    """Whether what stands below is the content of the word above: not its subject, not a clause of time beside it."""
    if below.dep_ in ("nsubj", "nsubj:outer") and above.pos_ != "ADJ":
        return _called(above, below) or _foreseen(above, below)
    if (below.dep_ == "conj" and below.pos_ == "VERB") or (below.dep_ == "nmod" and _case(below) in GIVERS):
        return False
    if below.dep_.startswith("obl") and below.i < above.i:
        return False
    if above.lemma_ == "want" and any(child.dep_ == "aux:pass" for child in above.children):
        return False  # wanted on a $25,000 warrant
    if _judged(below):
        return False  # wants the court to strike down five statutes: they are there
    if above.lemma_ == "agree" and below.dep_ == "ccomp":
        return False  # agrees that 40 came
    if above.lemma_ in ("ask", "urge") and below.dep_ in ("obj", "nsubj:pass"):
        return False  # whoever is asked
    if above.lemma_ == "threaten" and below.dep_ in ("nsubj:pass", "obj"):
        return False
    ahead = (above.lower_, "infinitive") in _table() and _to_do(above, below)
    if (below.dep_ == "advcl" and not ahead) or (
        below.dep_ == "obl" and above.lemma_ in ("ask", "agree") and _case(below) != "for"
    ):
        return False
    content = below.dep_ in INSIDE or (below.dep_ == "acl:relcl" and _content(below))
    return content or (above.pos_ == "ADJ" and below.dep_ in ("nsubj", "csubj", "ccomp"))


def _called(above: "Token", below: "Token") -> bool:
    """Whether a noun says what a report is, whose content the figure stands in: the claim that 12 died is a hoax."""
    said = any(child.dep_ == "cop" for child in above.children)
    return said and below.lemma_.lower() in CONTENT and any(child.dep_.startswith("acl") for child in below.children)


def _befell(token: "Token") -> bool:
    """What befell those a noun names is told of them, whatever will be: they would free a man jailed for 20 years."""
    bare = token.dep_ == "acl" and token.tag_ == "VBN" and not any(child.dep_ in SUBJECTS for child in token.children)
    return bare and acts.is_act(token.lemma_.lower())


def _apart(token: "Token") -> bool:
    """What shares nothing with the words above: a clause beside them, what opens a sentence, a possessor.

    Of coordinated clauses only those with a subject or helping verb of their own.
    """
    if token.dep_ in ("advcl", "nmod:poss"):
        return True
    if token.dep_.startswith("obl"):
        opens = token.left_edge.i
        return token.i < token.head.i or (opens > 0 and token.doc[opens - 1].text == ",")
    return (
        token.dep_ == "conj"
        and token.tag_ != "VBG"
        and any(child.dep_ in ("nsubj", "nsubj:pass", "aux", "aux:pass") for child in token.children)
    )


def _definite(noun: "Token", amount: "Token") -> bool:
    """The 40 passengers, its three ships, the three-phase plan: those are known, whatever is said of them."""
    whole = noun.head.children if noun.dep_ in ("compound", "amod") else ()
    return any(child.lower_ in DEFINITE and child.i <= amount.i for child in (*noun.children, *amount.children, *whole))


def _case(token: "Token") -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def change(left: str, right: str) -> str | None:
    """`by` for the size of a change, `to` for the level it leads to, `from` for an earlier level; None for neither.

    >>> change("Sales rose by ", " percent"), change("The toll rose by 11 to ", "."), change("up from ", " on Sunday")
    ('by', 'to', 'from')
    """
    clause = left[-110:]
    moved = bool(CHANGE.search(clause))
    if _EARLIER.search(clause):
        return "from" if _BACK_THEN.match(right) or (moved and _left_behind(clause, right)) else None
    if _BY.search(clause) and moved:
        return "by"
    if _TO.search(clause) and moved:
        return "to"
    if _MOVED.search(clause) and re.match(
        r"\s?(?:%|per ?cent\b|(?:of )?an? percentage|percentage|points?\b|[.,;]|[—–-]\s|in\b|to\b|from\b|on\b)", right
    ):
        return "by"
    return "by" if _SIZE_OF_CHANGE.match(right) else None


def _left_behind(clause: str, right: str) -> bool:
    """Whether a number behind from, versus or compared with is a level left: refugees from six countries leave none."""
    if clause.endswith(("than the ", "from the ")):
        return False
    turned = _DOWN_FROM.search(clause) or _TO_FROM.search(clause) or _TO_LEVEL.match(right)
    return bool(turned) or not _FROM.search(clause)


def as_of(text: str, sentence: tuple[int, int]) -> str | None:
    """The day a sentence gives its figures for, as written: `as of Monday`, `by the end of June`."""
    found = _AS_OF.search(text, *sentence)
    return found["day"] if found else None
