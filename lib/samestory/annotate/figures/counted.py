"""What a figure counts, by the grammar of its sentence: the noun it numbers, the share's `of`, or the verb's subject.

Parses are Universal Dependencies (`corpus.parser`). Where a figure has no noun of its own (`49 are still held`), it
takes that of the figure before it in the sentence.
"""

import re
from collections.abc import Callable
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Any

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.figures.joined import CHANGE
from samestory.annotate.figures.words import DENOMINATORS
from samestory.calendar import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Row = dict[str, Any]
Rule = Callable[["Token", Row], "Token | None"]
_OF_THEM = re.compile(
    r"\s(?:of|among)\s(?:them|whom|which|(?:these|those)(?=\s?(?:[,.;:)]|$|\w+ed\b|(?:who|in|with|that|are|were|have|had|to)\b)))\b"
)
_OF_WHICH = re.compile(r"\s(?:of|among)\s(?:which|whom)\b")
_OF_THOSE = re.compile(r"\s(?:of|among)\s(?:these|those)\s")
_TO_LESS = re.compile(r"(?:%| percent| per cent)? to ([0-9]{1,2}(?:\.[0-9])?)(?:%| percent| per cent)")
_AFTER_MORE = re.compile(r"(?<![0-9.])([0-9]{1,2}(?:\.[0-9])?)(?:%| percent| per cent) to $")
_MOVED = re.compile(rf"(?:{CHANGE.pattern}|\bfrom)\s(?:[0-9.]+(?:%| percent| per cent) to )?$", re.I)
_NOT_OF = re.compile(
    r"\sand\s[A-Z]|[\"”’'] (?!(?:of|among|in|for)\b)\w"
)  # the next name; a remark: “47 percent” comment
_SECOND = re.compile(r"[0-9](?:%| percent)[-–]$")  # a 49%-33% margin is none of 33%
_AWAY = re.compile(r"\s(?:away|from|off|outside|inland|offshore|(?:to the )?(?:north|south|east|west)\w*)\b")
INWARD = frozenset(
    {"nummod", "compound", "amod", "nmod", "det", "det:predet", "flat", "fixed", "advmod", "nmod:unmarked"}
)
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
ALONE = frozenset([*SUBJECTS, "obj", "conj", "appos", "ROOT", "root", "parataxis", "dep", "ccomp", "nummod", "nmod"])
ARGUMENTS = frozenset("obj nsubj nsubj:pass obl nmod conj iobj".split())
COMPARED = ("JJR", "RBR", "VBN", "VBD")
PAID = known.words("verbs of paying with two objects")
AMOUNTS = known.words("nouns of amount")
BETWEEN = known.words("words inside an amount")
TOTALS = known.words("nouns of a total")
MARKS = known.words("nouns of a level that is marked")
DROPPED = known.words("quantifiers that head no count")
PAIRS = known.words("pairs of words that describe a noun")


def noun(doc: "Doc", row: Row) -> "Token | None":
    """The noun a figure counts; None where its sentence gives it none."""
    top = amount(doc, row)
    if top is None or _distance(row):
        return None
    if _OF_THEM.match(row["right"]):
        return _of_which(top, row)
    rules = OWN_RULES.get(row["kind"], RULES)
    unit = range(row["end"], row["end"] + row["unit_length"]) if row["kind"] == "count" else ()
    nouns = (found for rule in rules if (found := rule(top, row)) is not None and not _lasting(found, row))
    found = next(
        (
            found
            for found in nouns
            if found.idx not in unit and not (_when(found) or _mark(found, row) or _those(found))
        ),
        None,
    )  # four per day: no day
    found = _of_what(found) if found is not None and found.lower_ == "worth" else found
    found = _past_pair(found) if found is not None else None
    if found is not None and row["kind"] == "multiplier" and (found.lower_ == "times" or found.pos_ in ("ADJ", "ADV")):
        return None  # ten times; twice as likely
    if row["kind"] == "percent" and (
        result(row) or _SECOND.search(row["left"]) or _NOT_OF.match(row["right"], row["unit_length"])
    ):
        return None
    if found is not None and row["kind"] == "percent" and (_verb_of_share(found, row) or _of_two(top)):
        return None
    return None if found is not None and found.lower_ in (AMOUNTS | DROPPED) - {"points", "point"} else found


def _of_which(amount: "Token", row: Row) -> "Token | None":
    """The towns of `to towns, 40 of which are poor`: the noun before the comma; of `40 of them` nothing is known."""
    opens = amount.left_edge.i + amount.left_edge.is_punct
    before = amount.doc[max(0, opens - 2) : opens]
    noun = len(before) == 2 and before[1].text == "," and before[0].pos_ == "NOUN"
    return before[0] if noun and _OF_WHICH.match(row["right"]) else None


def _past_pair(noun: "Token") -> "Token":
    """The Republicans of `23 rank and file Republicans`, where a set pair of words only describes them."""
    if noun.doc[noun.i : noun.i + 3].text.lower() not in PAIRS:
        return noun
    described = [word for word in takewhile(_chained, noun.doc[noun.i + 3 : noun.i + 9]) if word.pos_ in NOMINAL]
    return described[-1] if described else noun


def result(row: Row) -> bool:
    """Whether a share is the higher or lower side of a result, 31% to 23%, and nothing moved from one to the other."""
    if _MOVED.search(row["left"]):
        return False
    first, second = _TO_LESS.match(row["right"]), _AFTER_MORE.search(row["left"])
    return bool(first and float(first[1]) < row["low"]) or bool(second and float(second[1]) > row["low"])


def _when(token: "Token") -> bool:
    """Whether a noun only says when, as in `two last year` and `the $60 million of April`, or is itself a number."""
    before = token.nbor(-1).lower_ if token.i else ""
    dated = token.pos_ == "PROPN" and token.lower_ in DATES
    return dated or (token.lemma_ in TIMES and token.tag_ == "NN" and before in SOME_TIME) or token.pos_ == "NUM"


def _mark(noun: "Token", row: Row) -> bool:
    """Whether a noun only says where a level stands: a record low of 1.15 percent, at 21,400 points."""
    points = noun.lower_ in ("point", "points") and _case(noun) == "at"
    low = noun.pos_ == "NOUN" and noun.lemma_.lower() in MARKS and noun.idx < row["start"]
    return points or low


def _lasting(noun: "Token", row: Row) -> bool:
    """Whether a noun is a time with a number of its own: in two hours to drive three miles no hours are driven."""
    own = (child for child in noun.children if child.like_num and not row["start"] <= child.idx < row["end"])
    return row["kind"] in ("measure", "money", "percent") and noun.lemma_ in TIMES and any(own)


def _of_two(amount: "Token") -> bool:
    """Whether a share is the second of a result: a 52 percent to 48 percent margin is no margin of 48 percent."""
    first = next((word for word in amount.lefts if word.like_num), amount)
    before = [word.lower_ for word in amount.doc[max(0, first.i - 2) : first.i]]
    return before in (["percent", "to"], ["%", "to"]) and amount.dep_ in INWARD


def _distance(row: Row) -> bool:
    """Whether a measure says how far away something is, which counts nothing: 12 miles southeast of the town."""
    return row["kind"] == "measure" and bool(_AWAY.match(row["right"], row["unit_length"]))


def _verb_of_share(token: "Token", row: Row) -> bool:
    """The report of `44 percent report they do`: a verb of saying right behind the share, then what is said."""
    beyond = row["end"] + row["unit_length"]
    if not 0 <= token.idx - beyond <= 1 or token.tag_ != "NN" or token.i + 1 >= len(token.doc):
        return False
    return reporting.is_saying(token.lemma_) and token.nbor(1).pos_ in ("DET", "PRON", "PROPN", "SCONJ")


def amount(doc: "Doc", row: Row) -> "Token | None":
    """The top of the amount: of `$5.7 billion` the dollar, of `62.6 percent` the percent."""
    span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
    if span is None:
        return None
    reach = row["end"] + row["unit_length"]
    top = span.root
    while top.head.i != top.i and top.dep_ in INWARD and _part_of_amount(top.head, row, reach):
        top = top.head
    return top


def _part_of_amount(head: "Token", row: Row, reach: int) -> bool:
    return row["start"] - 4 <= head.idx < reach or (head.lower_ in ("$", "£", "€") and abs(head.idx - row["start"]) < 5)


def _own(amount: "Token", row: Row) -> "Token | None":
    """The noun the amount stands before: `two temporary halts`, `a $2.2 trillion stimulus`, `7.4 percent rate`."""
    if row["right"].startswith("-") and not row["right"].startswith("-to-") and row["kind"] == "count":
        return _hyphened(amount, row)
    if row["kind"] in ("count", "fraction", "ratio") and amount.pos_ == "NOUN" and amount.idx >= row["end"]:
        return None if _parted(amount, row) else amount
    head = amount.head
    nominal = head.pos_ in ("NOUN", "PROPN", "ADJ") or (amount.dep_ == "nummod" and head.dep_ in ARGUMENTS)
    if head.i <= amount.i or amount.dep_ not in INWARD or not nominal:
        return None
    between = amount.doc[amount.i + 1 : head.i]
    broken = next((token for token in between if token.is_punct and not token.is_quote and token.text != "-"), None)
    if broken is not None:
        before = broken.nbor(-1)
        return (
            before
            if before.idx >= row["end"] + row["unit_length"] and before.pos_ in ("NOUN", "PROPN", "ADJ")
            else None
        )
    head = _before_time(_single(_whole(head), amount, row))
    if row["kind"] == "money" and head.pos_ == "PROPN":
        return None  # a list of sums and names
    unit = head.lower_ in AMOUNTS and not (row["kind"] == "count" and head.lower_ in ("points", "point"))
    return None if unit or _parted(head, row) else head


def _whole(head: "Token") -> "Token":
    """The last noun of a compound, the space of a 10-mile-wide space; a name behind it (a cut Doe signed) is apart."""
    while head.head.i > head.i and (
        (head.dep_ == "compound" and _only_parts(head) and head.head.pos_ in ("NOUN", head.pos_))
        or (head.dep_ == "amod" and head.pos_ == "ADJ" and head.head.pos_ == "NOUN")
    ):
        head = head.head
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    plural = after.tag_ in ("NNS", "VBZ") and after.dep_ == head.dep_ == "obj"  # a plural taken for a verb
    return after if head.tag_ == "NN" and plural else head


def _before_time(noun: "Token") -> "Token":
    """The vote of a 97-1 vote hours later, where the hours say when."""
    after, before = (noun.doc[max(0, place) : place + 1].text.lower() for place in (noun.i + 1, noun.i - 1))
    timed = noun.lemma_ in TIMES and after in ("before", "after", "later", "earlier", "ago") and before
    return noun.nbor(-1) if timed and noun.nbor(-1).pos_ in NOMINAL else noun


def _only_parts(first: "Token") -> bool:
    """Whether between a word and the noun it belongs to stand only further parts of that noun."""
    return all(token.head.i == first.head.i for token in first.doc[first.i + 1 : first.head.i])


def _single(noun: "Token", amount: "Token", row: Row) -> "Token":
    """The joke of `one joke people dislike`: one is of a noun in the singular."""
    before = noun.nbor(-1) if noun.i else noun
    plural = row["low"] == row["high"] == 1 and noun.tag_ == "NNS" and before.i > amount.i
    return before if plural and before.tag_ == "NN" else noun


def _hyphened(amount: "Token", row: Row) -> "Token | None":
    """The member of a 435-member House, the margin of an 11-point margin, the people of 20-plus people."""
    after = [token for token in amount.doc[amount.i : amount.i + 12] if token.idx > row["end"]]
    first = next((token for token in after if token.is_alpha), None)
    if first is None or first.idx != row["end"] + 1:
        return None
    if first.lower_ not in THROUGH:
        return first if first.pos_ != "ADP" else None  # he went 13-for-15
    rest = list(takewhile(_chained, (token for token in after if token.i > first.i and token.text != "-")))
    return next((token for token in reversed(rest) if token.pos_ in NOMINAL), None)


def _parted(noun: "Token", row: Row) -> bool:
    """True where an article stands between: 1,010 a week earlier counts no week."""
    near = noun.doc[max(0, noun.i - REACH) : noun.i]
    return any(token.pos_ == "DET" for token in near if token.idx >= row["end"])


def _titled(amount: "Token", row: Row) -> "Token | None":
    """The fine of `a $200 million fine`, whatever the parse takes it for: one word between an article and no noun."""
    doc, beyond = amount.doc, row["end"] + row["unit_length"]
    place = next((t.i for t in doc[amount.i : amount.i + REACH] if t.idx >= beyond), None)
    first = doc.char_span(row["start"], row["end"], alignment_mode="expand")
    if place is None or first is None or row["kind"] not in ("money", "percent", "measure") or row["right"][:1] != " ":
        return None
    opens = doc[max(0, first.start - 2) : first.start].text.lower().rstrip("$£€ ").split()[-1:]
    alone = place + 1 >= len(doc) or doc[place + 1].pos_ not in (*CHAINED, "NUM", "VERB")
    word = doc[place]
    known = word.is_alpha and word.is_lower and word.pos_ in ("INTJ", "X", "VERB", "ADJ") and word.tag_ not in COMPARED
    return word if opens in (["a"], ["an"]) and alone and known else None


def _of(amount: "Token", row: Row) -> "Token | None":
    """The whole a share is of, the things a dozen is of: `63% of adults`, `dozens of houses`, `tens of millions of`."""
    if row["right"].startswith(", of "):
        return None  # like the last four, of stagnation
    inside = (c for c in amount.rights if c.dep_ == "nmod" and amount.idx < c.idx < row["end"])
    amount = next(inside, amount)
    for child in amount.rights:
        if (
            child.dep_.startswith("nmod")
            and _case(child) in ("of", "off")
            and (child.pos_ in NOMINAL or any(token.dep_ == "det" for token in child.lefts))
            and child.idx >= row["end"] + row["unit_length"]
        ):
            return _plural_of(_possessed(child))
    return None


def _those(token: "Token") -> bool:
    """Whether a participle says which of those are counted: of those planning to vote."""
    asked = any(word.lower_ == "those" for word in token.doc[max(0, token.i - 2) : token.i])
    return token.lower_.endswith("ing") and asked


def _plural_of(noun: "Token") -> "Token":
    """The troops of `thousands of US and Korean troops`, where the parse stops at the first country."""
    joint = (child for child in noun.rights if child.dep_ == "conj" and child.tag_ == "NNS")
    return next(joint, noun) if noun.tag_ == "NNP" else noun


def _possessed(token: "Token") -> "Token":
    """The income of a household's annual income, where the parse stops at the household."""
    rest = token.doc[token.i + 1 : token.i + 8]
    if len(rest) < 2 or rest[0].tag_ != "POS":
        return token
    chain = [word for word in takewhile(_chained, rest[1:]) if word.pos_ in NOMINAL]
    return chain[-1] if chain else token


def _numbering(amount: "Token", row: Row) -> "Token | None":
    """The protesters of `protesters in the hundreds`, the cocaine of `cocaine worth £200,000`."""
    first = _first(amount, row)
    before = [
        token
        for token in amount.doc[max(0, first.i - 5) : first.i]
        if token.lower_ not in BETWEEN - {"in", "the"} and token.text != ","
    ]
    if (
        row["form"] == "vague"
        and not row["right"].startswith(" of ")
        and [t.lower_ for t in before[-2:]] == ["in", "the"]
    ):
        return before[-3] if len(before) > 2 and before[-3].pos_ in NOMINAL else None
    worth = row["kind"] == "money" and len(before) > 1 and before[-1].lower_ == "worth"
    return before[-2] if worth and before[-2].pos_ in NOMINAL else None


def _first(amount: "Token", row: Row) -> "Token":
    """The first word of an amount."""
    low = max(amount.sent.start, amount.i - REACH)
    return next((token for token in amount.doc[low : amount.i + 1] if token.idx + len(token) > row["start"]), amount)


def _next(amount: "Token", row: Row) -> "Token | None":
    """The noun that simply follows, where the parse ties it to something else: 99 delegates, half the vote."""
    beyond = row["end"] + row["unit_length"]
    words = [token for token in amount.doc[amount.i : min(amount.sent.end, amount.i + REACH)] if token.idx >= beyond]
    if words and words[0].text == "+":
        words = words[1:]
    if [word.lower_ for word in words[:2]] == ["or", "so"]:
        words = words[2:]
    if row["kind"] == "money" and [word.lower_ for word in words[:2]] == ["worth", "of"]:
        words = words[2:]
    words = _past_ages(_past_bracket(words))
    whole = row["kind"] in ("measure", "percent") and bool(words) and words[0].lower_ == "of"
    if row["kind"] not in ("count", "fraction", "ratio", "money") and not whole:
        return None
    vague = whole or row["form"] in ("vague", "fraction", "half", "ratio")
    while words and vague and (words[0].lower_ == "of" or words[0].pos_ in ("DET", "PRON")):
        words = words[1:]
    chain = list(takewhile(lambda token: _chained(token) and token.lower_ not in AMOUNTS - {"points"}, words))
    chain = chain[:-1] if len(chain) > 1 and chain[-1].lower_ == "worth" else chain
    named = ("NOUN",) if row["kind"] == "money" else NOMINAL
    nouns = [token for token in chain if token.pos_ in named and token.lower_ not in DROPPED]
    plurals = [token for token in nouns if token.tag_ in ("NNS", "NNPS")]
    if not nouns or nouns[-1].i != chain[-1].i or nouns[-1].lemma_ in TIMES:
        return None
    return _possessed(_single((plurals or nouns)[-1], amount, row))


def _state(amount: "Token", row: Row) -> "Token | None":
    """The uninsured of `it would leave 24 million uninsured`, where those counted are only called so."""
    beyond = row["end"] + row["unit_length"]
    after = next((token for token in amount.doc[amount.i : amount.i + REACH] if token.idx >= beyond), None)
    if row["kind"] != "count" or after is None or after.idx != beyond + 1:
        return None
    return after if _called(after) and (after.i + 1 >= len(after.doc) or after.nbor(1).pos_ not in CHAINED) else None


def _called(token: "Token") -> bool:
    """Whether an adjective calls people by their state: the uninsured, the homeless, 40 wounded."""
    return token.pos_ == "ADJ" and token.lower_.endswith(("ed", "less", "missing"))


def _past_bracket(words: list["Token"]) -> list["Token"]:
    """Of `two-thirds (65%) of Republicans` the words behind the bracket."""
    if not words or words[0].text not in ("(", ")"):
        return words
    closes = next((place for place, token in enumerate(words[:6]) if token.text == ")"), None)
    rest = words[closes + 1 :] if closes is not None else []
    return rest if rest and rest[0].lower_ == "of" else words


def _past_ages(words: list["Token"]) -> list["Token"]:
    """Of `two 12-year-old girls` and `two 120mm shells` the words after the age or size."""
    if not words or not words[0].like_num or words[0].i + 1 >= len(words[0].doc):
        return words
    rest = list(dropwhile(lambda token: token.like_num or token.text == "-" or token.lower_ in OF_SIZE, words))
    return rest if len(words) - len(rest) > 1 else words


def _chained(token: "Token") -> bool:
    if token.lower_ == "let":
        return False
    if token.pos_ == "ADV" and token.lower_.endswith("ly"):
        return True
    if token.pos_ == "VERB" and token.tag_ == "VBD" and token.i + 1 < len(token.doc):
        return token.i > 0 and token.nbor(-1).lower_.endswith("ly") and token.nbor(1).pos_ in NOMINAL
    return token.pos_ in CHAINED or (token.pos_ == "VERB" and token.tag_ in ("VBN", "VBG"))


def _purpose(amount: "Token", row: Row) -> "Token | None":
    """What a sum is in or for: `$60 billion in infrastructure spending`, `$5 million for schools`."""
    beyond = row["end"] + row["unit_length"]
    after = next((t for t in amount.doc[amount.i : amount.i + REACH] if t.idx >= beyond), None)
    links = {"money": ("in", "for", "of"), "percent": ("for",)}.get(row["kind"], ())
    if after is None or after.lower_ not in links or after.dep_ != "case":
        return None
    if after.lower_ == "for" and amount.head.lemma_ in RAISING:
        return None  # she raised $23 million for the race, in which there is more
    between = amount.doc[after.i + 1 : after.head.i]
    first = _first(amount, row)
    placed = after.lower_ == "in" and (
        between[:1].text in ("the", "his", "her", "its", "their") or first.nbor(-1 if first.i else 0).lower_ == "at"
    )
    known = not placed and after.head.pos_ == "NOUN" and after.head.i > after.i and after.head.lemma_ not in TIMES
    if not known or any(token.pos_ == "NUM" for token in between):
        return None
    return _joint(after.head)


def _joint(noun: "Token") -> "Token | None":
    """The cuts of `defense and spending cuts`, where the first is no thing of its own; of state and local ones none."""
    doc = noun.doc
    if (
        noun.tag_ != "NN"
        or any(token.dep_ == "det" for token in noun.lefts)
        or doc[noun.i + 1 : noun.i + 2].text != "and"
    ):
        return noun
    chain = list(takewhile(_chained, doc[noun.i + 2 : noun.i + 6]))
    if len(chain) < 2 or chain[-1].tag_ != "NNS":
        return noun
    return chain[-1] if len([token for token in chain if token.pos_ == "NOUN"]) > 1 else None


def _quality(amount: "Token", row: Row) -> "Token | None":
    """What a percentage or sum is the size of: wage growth of 3 percent, an error of plus or minus 3 points."""
    if row["kind"] not in ("percent", "money", "count"):
        return None
    low, first = max(amount.sent.start, amount.i - REACH), _first(amount, row)
    before = [token for token in amount.doc[low : first.i] if token.lower_ not in BETWEEN]
    if len(before) < 2 or before[-1].lower_ != "of" or before[-2].pos_ != "NOUN" or before[-2].lemma_ in TOTALS:
        return None
    if row["kind"] == "count" and before[-2].lemma_ not in SIZES:
        return None
    return before[-2]


def _among(amount: "Token", row: Row) -> "Token | None":
    """Those a sentence begins with: among the unemployed, 4.2 million; of the 251 captives, 49."""
    first = amount.doc[amount.sent.start]
    if first.lower_ not in ("of", "among") or row["kind"] not in ("count", "percent") or amount.idx < first.head.idx:
        return None
    return first.head if first.dep_ == "case" and first.head.i < amount.i else None


def _changed(amount: "Token", row: Row) -> "Token | None":
    """What rose, fell or was: payrolls rose 11,400; the rate was 8.1 percent; it cut jobs by 34,000."""
    if (
        amount.dep_ in SUBJECTS
        or _case(amount) == "of"
        or (row["kind"] in ("money", "count") and _case(amount) == "with")
    ):
        return None
    token = amount
    for _ in range(5):
        if _of_amount(token) or any(child.dep_ == "cop" for child in token.children):
            return _argument(token, amount, row)
        if token.head.i == token.i or token.pos_ == "VERB":
            return None
        token = token.head
    return None


def _argument(verb: "Token", amount: "Token", row: Row) -> "Token | None":
    """The object the amount changes, else the nearest subject, else the noun a participle hangs on."""
    objects, subjects = _before_amount(verb, amount)
    lemma, money = verb.lemma_.lower(), row["kind"] == "money"
    if lemma in PAID and objects and money:
        objects, subjects = [], subjects if lemma == "cost" else []
        if not subjects:
            return None
    if objects:
        return _thing(objects[-1], row)
    if not subjects:
        return _noun_before(verb, amount, row)
    if money and _paying(verb, subjects[-1]):
        return None
    if money and lemma in TAKING_OFF and amount.dep_ == "obj":
        return _taken_from(verb, amount)
    return None if row["kind"] == "count" and lemma in AGENTIVE else _thing(subjects[-1], row)


def _before_amount(verb: "Token", amount: "Token") -> tuple[list["Token"], list["Token"]]:
    """The objects of a verb that stand before an amount, and its subjects, its own or those of the verb above."""
    children = [child for child in verb.children if child.i < amount.i and not _holds(child, amount)]
    objects = [
        child for child in children
        if child.dep_ == "obj" and child.pos_ in NOMINAL
        and child.lower_ not in AMOUNTS and not child.lower_.endswith("ly")
    ]  # fmt: skip
    subjects = [_antecedent(child, verb) for child in children if child.dep_ in SUBJECTS]
    if not subjects and verb.dep_ != "acl" and verb.i and verb.nbor(-1).pos_ not in NOMINAL:
        subjects = _controlling(verb)
    return objects, subjects


def _antecedent(subject: "Token", verb: "Token") -> "Token":
    """What `which` stands for before a verb: the bridge, which cost $12 million."""
    relative = subject.lower_ in ("which", "that") and verb.dep_ == "acl:relcl" and verb.head.pos_ in NOMINAL
    return verb.head if relative else subject


def _thing(argument: "Token", row: Row) -> "Token | None":
    """The noun that an argument of a verb counts: no name of a count, nobody of a measure."""
    noun = _of_what(argument) if argument.pos_ in NOMINAL else argument
    if row["kind"] == "measure" and (noun.pos_ == "PROPN" or reporting.mostly_person(noun.lemma_.lower())):
        return None  # he lost 100 pounds
    named = noun.pos_ == "PROPN" and (row["kind"] != "count" or noun.is_sent_start)
    return noun if noun.pos_ == "NOUN" or named else None


def _taken_from(verb: "Token", amount: "Token") -> "Token | None":
    """What a sum is taken off or put to: cut $2 billion from the budget."""
    found = [child for child in amount.rights if child.dep_ == "nmod" and _case(child) == "from"]
    found += [child for child in verb.rights if child.dep_ == "obl" and _case(child) in ("from", "to")]
    return found[0] if found and found[0].pos_ in NOMINAL else None


def _noun_before(verb: "Token", amount: "Token", row: Row) -> "Token | None":
    """The noun right before a verb that has neither object nor subject, else the one it hangs on."""
    nearest = (
        token
        for token in reversed(list(amount.doc[max(verb.sent.start, verb.i - REACH) : verb.i]))
        if token.pos_ not in ("AUX", "ADV", "PART")
    )
    before = next(nearest, None)
    if before is not None and row["kind"] == "money" and reporting.mostly_person(before.lemma_.lower()):
        return None  # a suit against the actor to recover $130,106
    if before is not None and before.pos_ in NOMINAL and before.i < amount.i:
        part = any(child.dep_ == "cop" for child in verb.children) and before.head.i == verb.i and before.dep_ in INWARD
        return None if part else before
    return _of_what(verb.head) if verb.dep_ in ("acl", "acl:relcl") and verb.head.pos_ in NOMINAL else None


def _paying(verb: "Token", subject: "Token") -> bool:
    """Whether people or a body raise, earn or spend a sum, which counts none of them; or top one as they do so."""
    body = subject.pos_ == "PROPN" or subject.text.isupper() or reporting.can_tell(subject.lemma_.lower())
    above = verb.dep_ == "advcl" and subject.head.i == verb.head.i and verb.head.lemma_.lower() in PAYING
    return above or verb.lemma_.lower() in PAYING or (body and verb.lemma_.lower() in AGENTIVE - {"cost"})


def _controlling(verb: "Token") -> list["Token"]:
    """Who rises in `spending ticked up after plunging 30 percent`, `set to reach 40`: the subject further up.

    Or the object: whoever expects profits to rise 12 percent does not rise.
    """
    for _ in range(3):
        if verb.dep_ not in ("advcl", "xcomp", "conj") or verb.head.i == verb.i:
            return []
        below, verb = verb, verb.head
        objects = [child for child in verb.children if child.dep_ == "obj" and child.i < below.i]
        if objects and below.dep_ == "xcomp":
            return objects[-1:]
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects:
            return subjects
    return []


def _of_what(noun: "Token") -> "Token":
    """The people of a number of people, the growth of an estimate of growth."""
    linked = {"of"} if noun.lemma_ in COLLECTING else {"of", "for"} if noun.lemma_ in FORESEEING else set()
    inner = (
        child
        for child in noun.rights
        if child.dep_.startswith("nmod") and _case(child) in linked and (child.pos_ in NOMINAL or _called(child))
    )
    return next(inner, noun)


def _of_amount(token: "Token") -> bool:
    """Whether a verb says how much something is or changes by, by its lemma or a form that has none here."""
    lemma = IRREGULAR.get(token.lower_, token.lemma_.lower())
    regular = token.lower_.endswith("ed") and {token.lower_[:-2], token.lower_[:-1]} & VERBS_OF_AMOUNT
    return lemma in VERBS_OF_AMOUNT or bool(regular) or token.lower_ in VERBS_OF_AMOUNT


def _bracketed(amount: "Token", row: Row) -> "Token | None":
    """Voters in `voters oppose it (57 percent)` and in `half of voters — 51 percent — agree`."""
    first = _first(amount, row)
    while first.i and first.nbor(-1).lower_ in BETWEEN - {"a"}:
        first = first.nbor(-1)
    opens, closes = first.nbor(-1 if first.i else 0), row["right"][row["unit_length"] :].lstrip()
    again = closes.startswith(") of ") and (opens.nbor(-1) if opens.i else opens).lower_.rstrip("s") in DENOMINATORS
    if again or row["kind"] not in ("percent", "count", "money", "fraction", "ratio"):
        return None
    if not (opens.text == "(" and closes.startswith(")")) and not (opens.text in DASHES and closes.startswith(DASHES)):
        return None
    before = opens.nbor(-1) if opens.i else opens
    if before.pos_ in NOMINAL:
        asked = [child for child in before.head.children if child.dep_ == "nsubj" and child.lower_ in RESPONDENTS]
        opinion = row["kind"] == "percent" and opens.text == "(" and before.dep_ in ("obj", "obl")
        return asked[0] if asked and opinion else before
    verb = before if before.pos_ in ("VERB", "ADJ") else before.head
    for _ in range(3):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.pos_ in NOMINAL]
        if subjects or verb.head.i == verb.i:
            return subjects[-1] if subjects else None
        verb = verb.head
    return None


def taken_up(amount: "Token", row: Row) -> bool:
    """Whether a count stands for some already told of: the two, these three, two of those killed."""
    first = _first(amount, row)
    definite = first.i > 0 and first.nbor(-1).lower_ in ("the", "these", "those", "both")
    return row["kind"] == "count" and (definite or bool(_OF_THOSE.match(row["right"])))


def pronoun_subject(amount: "Token") -> bool:
    """Whether the figure is the size of something called they, it or that: of what was counted before."""
    token = amount
    for _ in range(4):
        if _of_amount(token):
            return any(child.dep_ in SUBJECTS and child.lower_ in ("they", "it", "that") for child in token.children)
        if token.head.i == token.i or token.pos_ == "VERB":
            return False
        token = token.head
    return False


def _holds(token: "Token", inner: "Token") -> bool:
    return token.left_edge.i <= inner.i <= token.right_edge.i


def _beside(amount: "Token", row: Row) -> "Token | None":
    """The vote in `a contested vote, 231-192`."""
    head = amount.head
    return (
        head
        if amount.dep_ in ("appos", "nmod")
        and head.i < amount.i
        and head.lemma_ in ("vote", "score", "margin", "ruling")
        else None
    )


def _case(token: "Token") -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


REACH = 60  # words looked at to either side, so that a sentence of a thousand numbers costs no more than a long one
THROUGH = known.words("what follows a number and is not counted")
OF_SIZE = known.words("units inside a compound")
DASHES = ("-", "--", "—", "–")
SIZES = known.words("sizes that are given of something")
COLLECTING = known.words("nouns whose count follows with of")
FORESEEING = known.words("nouns of forecast")
IRREGULAR = {
    "shrank": "shrink", "shrunk": "shrink", "risen": "rise", "rose": "rise", "fallen": "fall", "fell": "fall",
    "grown": "grow", "grew": "grow", "slid": "slide", "sank": "sink", "sunk": "sink", "swollen": "swell",
    "leapt": "leap", "hit": "hit", "stood": "stand", "held": "hold", "came": "come", "went": "go", "lost": "lose",
}  # fmt: skip
CHAINED = ("ADJ", "NOUN", "PROPN")
NOMINAL = ("NOUN", "PROPN")
RESPONDENTS = known.words("those polls ask")
TIMES = known.words("nouns of time")
DATES = frozenset({*MONTHS, *WEEKDAYS})
SOME_TIME = frozenset({"last", "next", "this", "previous", "past"})
PAYING = known.words("verbs whose subject pays or is paid")
TAKING_OFF = known.words("verbs of taking a sum off")
RAISING = ("raise", "collect", "receive")
AGENTIVE = known.words("verbs of amount with an agent")
VERBS_OF_AMOUNT = known.words("verbs of amount")
OWN_RULES: dict[str, list[Rule]] = {
    "duration": [_own, _of], "age": [_own, _of], "ordinal": [_own], "score": [_own, _beside],
}  # fmt: skip
RULES: list[Rule] = [
    _own,
    _titled,
    _numbering,
    _bracketed,
    _of,
    _next,
    _state,
    _purpose,
    _quality,
    _changed,
    _beside,
    _among,
]
