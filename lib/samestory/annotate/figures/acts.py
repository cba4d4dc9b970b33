"""What was done to those a figure counts (`data/acts.csv`): killed, taken, held, displaced.

The participle or adjective that hangs on them (captives taken, 300 dead), the verb whose object or subject they are, or
what the noun itself says (49 deaths), in that order.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from samestory.annotate import reporting
from samestory.annotate.figures import nouns
from samestory.annotate.figures.ages import PERSON
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
STATES = ("held", "displaced", "evacuated")  # captives and refugees may also be taken, freed, killed
BEFALL = ("dead", "killed", "injured", "missing")
NEGATIONS = known.words("negations that deny a figure")
BODIES = "held dead"
OF_THE_DEAD = known.words("words beside the bodies of the dead")
BESIDE = 8  # words to either side in which those counted are called dead
WHOLES = ("of", "among")  # of the 40 aboard 12 were hurt: not the 40
HURT, FATAL = ("injured", "shot"), ("dead", "fatally", "death")  # shot dead, fatally shot, stabbed to death
HELPING = ("AUX", "ADV", "PART")
UNDERGOING = ("obj", "nsubj:pass", "nsubj", "obl", "conj", "nmod", "appos")


@lru_cache(maxsize=1)
def _acts() -> dict[tuple[str, str], tuple[str, bool]]:
    rows = known.table("acts.csv", ["lemma", "pos", "act", "done_to", "source"])
    return {
        (lemma, pos): (act, done_to == "people")
        for lemma, pos, act, done_to in rows[["lemma", "pos", "act", "done_to"]].itertuples(index=False)
    }


def is_act(lemma: str) -> bool:
    """Whether a verb says what is done to people: kill, jail, evacuate."""
    return (lemma, "verb") in _acts()


def is_state(word: "Token") -> bool:
    """Whether a word says what befell those it is said of: dead, wounded, missing."""
    return any((word.lemma_.lower(), pos) in _acts() for pos in ("verb", "adjective"))


def act(noun: "Token | None", amount: "Token | None", phrase: str | None = None) -> str | None:
    """The act for a figure, from the noun it counts (or the number itself where the noun is left out).

    `phrase` is what is counted, where said elsewhere. Captives of whom only bodies are held are no reported deaths.
    """
    done = _done(noun, amount)
    named = noun.lemma_ if noun is not None else nouns.lemma(phrase.split()[-1]) if phrase else ""
    captive = _acts().get((named.lower(), "noun"), ("", False))[0] == "held"
    return BODIES if captive and ((done == "dead" and _called_dead(noun, amount)) or _bodies(noun)) else done


def _called_dead(noun: "Token | None", amount: "Token | None") -> bool:
    """Whether they are said to be dead, not to have died or been left dead by something."""
    head = max(filter(None, (noun, amount)), key=lambda token: token.i, default=None)
    near = () if head is None else head.doc[max(head.sent.start, head.i - BESIDE) : head.i + BESIDE]
    return any(token.lower_ == "dead" and token.head.lemma_ not in ("leave", "find", "shoot") for token in near)


def _of_the_dead(noun: "Token") -> bool:
    """Whether a body is one that is found, kept or buried, and none that governs: said in the words of its sentence."""
    return any(token.lemma_.lower() in OF_THE_DEAD for token in noun.sent)


def _bodies(noun: "Token | None") -> bool:
    """The bodies of 18 hostages."""
    above = noun.head if noun is not None and noun.dep_ == "nmod" else None
    return above is not None and _acts().get((above.lemma_.lower(), "noun"), ("", False))[0] == BODIES


def _done(noun: "Token | None", amount: "Token | None") -> str | None:
    own = _acts().get((noun.lemma_.lower(), "noun")) if noun is not None else None
    if noun is not None and own and own[0] not in STATES:
        return own[0] if own[0] != BODIES or _of_the_dead(noun) else None
    if noun is not None and amount is not None and _part(noun, amount):
        of_part = next((act for token in _above(amount) if (act := _named(token, noun))), None)
        if of_part is not None:
            return of_part
    elided = noun is None or (amount is not None and noun.i < amount.i)
    heads = [token for token in ((amount, noun) if elided else (noun, amount)) if token is not None]
    ways = (_on, _above, _itself)
    beside = [(head, way) for way in ways for head in heads if way is not _on or head is noun]
    pairs = [(head, way) for head in heads for way in ways] if elided else beside
    whose = noun if noun is not None else amount
    found = (act for head, way in pairs for token in way(head) if (act := _named(token, whose)))
    return next((act for act in found if act != BODIES), None)


def _part(noun: "Token", amount: "Token") -> bool:
    """Whether some of those known are counted: of `12 of the 40 injured were released` the 12 were."""
    return noun.head.i == amount.i < noun.i and any(child.lower_ in ("the", "those", "its") for child in noun.lefts)


def _named(token: "Token", head: "Token | None") -> str | None:
    particle = next(
        (f"{token.lemma_.lower()} {child.lower_}" for child in token.children if child.dep_ == "compound:prt"), ""
    )
    pos = POS.get(token.pos_, "")
    found = _acts().get((particle, pos)) or _acts().get((token.lemma_.lower(), pos))
    if found is None:
        return None
    act, people = found
    act = "killed" if act in HURT and any(child.lower_ in FATAL for child in token.children) else act
    passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children) or (
        token.dep_ == "acl" and token.tag_ == "VBN"
    )
    thing = head is not None and head.pos_ == "NOUN" and not reporting.is_people(head.lemma_)
    return act if not people or (passive and not thing) or (head is not None and _people(head)) else None


def _people(head: "Token") -> bool:
    words = {head.lemma_.lower(), head.lower_}
    held = _acts().get((head.lemma_.lower(), "noun"), ("", False))[0] in ("held", "killed", "dead")
    return bool(words & PERSON) or held or (head.pos_ == "PROPN" and head.lower_.endswith("s"))


def _above(head: "Token") -> Iterator["Token"]:
    """The verb or adjective the figure is subject or object of; through `and` and `including` upwards."""
    token = head
    for _ in range(4):
        # What is released are images of two men.
        pictured = token.dep_ == "nmod" and token.head.lemma_.lower() in nouns.PICTURES
        among = token.dep_ == "obl" and any(child.dep_ == "case" and child.lower_ in WHOLES for child in token.children)
        if (
            among
            or pictured
            or (token.dep_ == "obl" and _aside(token, head))
            or (token.dep_ not in UNDERGOING and not token.dep_.startswith("nummod"))
        ):
            return
        below, token = token, token.head
        if below.dep_ == "nmod" and _suffered(token) and any(child.lower_ == "of" for child in below.lefts):
            yield token
            return
        if token.pos_ in ("VERB", "AUX", "ADJ"):
            if left_undone(below):
                return
            yield token.head if token.dep_ in ("aux", "aux:pass") else token  # people have so far this year died
            return


def _suffered(noun: "Token") -> bool:
    """Whether a noun says what befell those it is of: he was held over the deaths of nine people, who were not held."""
    act, _ = _acts().get((noun.lemma_.lower(), "noun"), (BODIES, False)) if noun.pos_ == "NOUN" else (BODIES, False)
    return act not in (BODIES, *STATES)


def _on(head: "Token") -> Iterator["Token"]:
    """Participles and relative clauses on the noun, and adjectives: captives taken, people who died, 27 dead."""
    if head.pos_ == "NUM":
        yield from islice((token for token in head.doc[head.i + 1 : head.sent.end] if token.pos_ not in HELPING), 1)
    if head.dep_ == "obj":
        yield from (
            child for child in head.head.children if child.dep_ == "xcomp" and child.pos_ == "ADJ" and child.i > head.i
        )
    for child in head.children:
        if any(token.like_num for token in islice(head.doc[head.i + 1 : child.i], BESIDE)):
            continue  # 50 captives, 27 of them dead
        if child.dep_ == "acl:relcl" and any(word.lower_ in ("which", "whom") and _cased(word) for word in child.lefts):
            continue  # two planes, in which four died
        if child.dep_.startswith("acl") or (child.dep_ in ("amod", "xcomp") and child.pos_ in ("ADJ", "VERB")):
            yield child
            yield from (inner for inner in child.children if inner.dep_ in ("ccomp", "xcomp"))


def _aside(token: "Token", head: "Token") -> bool:
    """Whether what is done is done to another: he killed the man in front of 40 people."""
    return head.dep_ != "conj" and any(child.dep_ == "obj" for child in token.head.children)


def left_undone(subject: "Token") -> bool:
    """Whether those counted did not do what the verb says: 40 people did not vote; but not: 40 people did not die."""
    verb = subject.head
    negated = any(child.dep_ == "advmod" and child.lower_ in NEGATIONS for child in verb.children)
    return (
        subject.dep_ == "nsubj" and negated and _acts().get((verb.lemma_.lower(), "verb"), ("", False))[0] not in BEFALL
    )


def _cased(word: "Token") -> bool:
    return any(child.dep_ == "case" for child in word.children)


def _itself(head: "Token") -> Iterator["Token"]:
    yield head
    yield from (child for child in head.children if child.dep_ in ("compound", "nmod") and child.i < head.i)
