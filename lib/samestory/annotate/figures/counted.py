"""What a figure counts, by the grammar of its sentence: the noun it numbers, the share's `of`, or the verb's subject.

Parses are Universal Dependencies (`corpus.parser`). Where a figure has no noun of its own (`49 are still held`), it
takes that of the figure before it in the sentence.
"""

import re
from collections.abc import Callable
from itertools import takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Row = dict[str, Any]
Rule = Callable[["Token", Row], "Token | None"]
_OF_THEM = re.compile(r"\s(?:of|among)\s(?:them|whom|which|these|those)\b")
INWARD = frozenset({"nummod", "compound", "amod", "nmod", "det", "flat", "fixed", "advmod", "nmod:unmarked"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
ALONE = frozenset([*SUBJECTS, "obj", "conj", "appos", "ROOT", "root", "parataxis", "dep", "ccomp", "nummod", "nmod"])
KEPT = frozenset({"amod", "compound", "flat", "nummod", "advmod", "nmod", "nmod:poss", "case", "fixed", "goeswith"})
AMOUNTS = frozenset(
    "percent % point points cent cents dollar dollars hundred thousand million billion trillion dozen".split()
)
BETWEEN = frozenset(
    "between plus or minus about around some roughly nearly almost more less than up to at least only just over "
    "under $ £ € a an".split()
)
TOTALS = frozenset("total average maximum minimum combination".split())
DROPPED = frozenset("more other another additional further total mere only fewer less many".split())


def noun(doc: "Doc", row: Row) -> "Token | None":
    """The noun a figure counts; None where its sentence gives it none."""
    top = amount(doc, row)
    if top is None or _OF_THEM.match(row["right"]):
        return None
    rules = OWN_RULES if row["kind"] in ("duration", "age") else RULES
    return next((found for rule in rules if (found := rule(top, row)) is not None), None)


def phrase(token: "Token", row: Row) -> tuple[int, int]:
    """The noun with what stands before it, right of the figure or right of its article: offsets into the text."""
    left, taken = token, row["end"] + row["unit_length"]
    for child in sorted(token.lefts, key=lambda child: child.i, reverse=True):
        foreign = child.left_edge.idx < taken <= token.idx or row["start"] <= child.idx < taken
        if foreign or child.pos_ in ("DET", "PRON") or child.dep_ not in KEPT:
            break
        left = child.left_edge
    while left.i < token.i and (left.pos_ in OUTSIDE or left.lower_ in DROPPED):
        left = left.nbor(1)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    right = following if following.dep_ in ("flat", "compound") and following.head == token else token
    return left.idx, right.idx + len(right)


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
        hyphened = row["end"] + 1
        return next((token for token in amount.sent if token.idx == hyphened and token.is_alpha), None)
    if row["kind"] in ("count", "fraction", "ratio") and amount.pos_ == "NOUN" and amount.idx >= row["end"]:
        return None if _parted(amount, row) else amount
    head = amount.head
    if head.i <= amount.i or amount.dep_ not in INWARD or head.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    while head.dep_ == "compound" and head.head.i == head.i + 1 and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    unit = head.lower_ in AMOUNTS and not (row["kind"] == "count" and head.lower_ in ("points", "point"))
    return None if unit or _parted(head, row) else head


def _parted(noun: "Token", row: Row) -> bool:
    """True where an article stands between: 1,010 a week earlier counts no week."""
    return any(token.pos_ == "DET" for token in noun.doc[noun.sent.start : noun.i] if token.idx >= row["end"])


def _of(amount: "Token", row: Row) -> "Token | None":
    """The whole a share is of, the things a dozen is of: `63% of adults`, `dozens of houses`."""
    for child in amount.rights:
        if (
            child.dep_.startswith("nmod")
            and _case(child) == "of"
            and child.pos_ in NOMINAL
            and child.idx >= row["end"] + row["unit_length"]
        ):
            return child
    return None


def _next(amount: "Token", row: Row) -> "Token | None":
    """The noun that simply follows, where the parse ties it to something else: 99 delegates, half the vote."""
    words = [token for token in amount.sent if token.idx >= row["end"] + row["unit_length"]]
    whole = row["kind"] in ("measure", "percent") and bool(words) and words[0].lower_ == "of"
    if row["kind"] not in ("count", "fraction", "ratio", "money") and not whole:
        return None
    vague = whole or row["form"] in ("vague", "fraction", "half", "ratio")
    while words and vague and (words[0].lower_ == "of" or words[0].pos_ in ("DET", "PRON")):
        words = words[1:]
    chain = list(takewhile(lambda token: _chained(token) and token.lower_ not in AMOUNTS - {"points"}, words))
    nouns = [token for token in chain if token.pos_ in NOMINAL and token.lower_ not in DROPPED]
    plurals = [token for token in nouns if token.tag_ in ("NNS", "NNPS")]
    if not nouns or nouns[-1].i != chain[-1].i or nouns[-1].lemma_ in TIMES:
        return None
    return (plurals or nouns)[-1]


def _chained(token: "Token") -> bool:
    return token.pos_ in CHAINED or (token.pos_ == "VERB" and token.tag_ in ("VBN", "VBG"))


def _purpose(amount: "Token", row: Row) -> "Token | None":
    """What a sum is in or for: `$60 billion in infrastructure spending`, `$5 million for schools`."""
    after = next((t for t in amount.sent if t.idx >= row["end"] + row["unit_length"]), None)
    if row["kind"] != "money" or after is None or after.lower_ not in ("in", "for", "of") or after.dep_ != "case":
        return None
    known = after.head.pos_ == "NOUN" and after.head.i > after.i and after.head.lemma_ not in TIMES
    return after.head if known else None


def _quality(amount: "Token", row: Row) -> "Token | None":
    """What a percentage or sum is the size of: wage growth of 3 percent, an error of plus or minus 3 points."""
    if row["kind"] not in ("percent", "money"):
        return None
    first = next((token for token in amount.sent if token.idx + len(token) > row["start"]), amount)
    before = [token for token in amount.doc[amount.sent.start : first.i] if token.lower_ not in BETWEEN]
    if len(before) < 2 or before[-1].lower_ != "of" or before[-2].pos_ != "NOUN" or before[-2].lemma_ in TOTALS:
        return None
    return before[-2]


def _among(amount: "Token", row: Row) -> "Token | None":
    """Those a sentence begins with: among the unemployed, 4.2 million; of the 251 captives, 49."""
    first = amount.sent[0]
    if first.lower_ not in ("of", "among") or row["kind"] not in ("count", "percent") or amount.idx < first.head.idx:
        return None
    return first.head if first.dep_ == "case" and first.head.i < amount.i else None


def _changed(amount: "Token", row: Row) -> "Token | None":
    """What rose, fell or was: payrolls rose 11,400; the rate was 8.1 percent; it cut jobs by 34,000."""
    if amount.dep_ in SUBJECTS or _case(amount) == "of":
        return None
    token = amount
    for _ in range(5):
        if token.lemma_.lower() in VERBS_OF_AMOUNT or any(child.dep_ == "cop" for child in token.children):
            return _argument(token, amount, row)
        if token.head.i == token.i or token.pos_ == "VERB":
            return None
        token = token.head
    return None


def _argument(verb: "Token", amount: "Token", row: Row) -> "Token | None":
    """The object the amount changes, else the nearest subject, else the noun a participle hangs on."""
    children = [
        child for child in verb.children if child.i < amount.i and child.i != amount.i and not _holds(child, amount)
    ]
    objects = [child for child in children if child.dep_ == "obj" and child.pos_ in NOMINAL]
    subjects = [child for child in children if child.dep_ in SUBJECTS]
    found = (objects or subjects)[-1:]
    if found:
        if row["kind"] == "count" and not objects and verb.lemma_.lower() in AGENTIVE:
            return None
        things = found[0].pos_ == "NOUN" or (
            found[0].pos_ == "PROPN" and (row["kind"] != "count" or found[0].is_sent_start)
        )
        return found[0] if things else None
    before = next(
        (t for t in reversed(list(amount.doc[verb.sent.start : verb.i])) if t.pos_ not in ("AUX", "ADV", "PART")), None
    )
    if before is not None and before.pos_ in NOMINAL:
        return before
    return verb.head if verb.dep_ in ("acl", "acl:relcl") and verb.head.pos_ in NOMINAL else None


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


OUTSIDE = ("DET", "PUNCT", "ADP", "PRON", "NUM", "SYM")
CHAINED = ("ADJ", "NOUN", "PROPN")
NOMINAL = ("NOUN", "PROPN")
TIMES = frozenset("time year month week day quarter decade hour season night".split())
AGENTIVE = frozenset("gain lose add shed pay earn cost bring keep put set take drive send leave".split())
VERBS_OF_AMOUNT = frozenset(
    "be rise fall increase decrease decline drop jump grow climb slip raise cut lower go slide shrink soar surge "
    "plunge tumble widen narrow move change expand reduce boost edge improve swell balloon double triple reach "
    "hit total average number stand come hold remain stay exceed top approach rebound gain lose slow accelerate "
    "dip ease add shed amount equal push bring keep put set estimate peak recover sink spike leap advance retreat "
    "inch tick near surpass set worth cost pay earn take drive send leave".split()
)
OWN_RULES: list[Rule] = [_own, _of]
RULES: list[Rule] = [_own, _of, _next, _purpose, _quality, _changed, _beside, _among]
