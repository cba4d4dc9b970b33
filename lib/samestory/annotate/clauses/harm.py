"""Which clauses tell an act of harm, by the sourced list `data/harm.csv`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate import reporting
from samestory.annotate.actors import lookup
from samestory.annotate.clauses.grammar import TIMES, child, preposition
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT_VERBS = known.words("light verbs of attacks")
AGAINST = {"on", "against", "upon", "of", "into"}
# Events that are most often none of harm, unless a word before them says so ("a bombing campaign").
PEACEFUL, ARMED = {"campaign", "operation", "struggle"}, {"military", "bombing", "air", "aerial", "ground", "armed"}
MONTHS = set("jan feb mar apr jun jul aug sep sept oct nov dec".split())
WORDED = {"as", "over"}  # "attacked him as soft": with words
# Acts that are done to people only; what is attacked or destroyed may be a thing, but no idea and no text.
TO_PEOPLE = {"kill", "injure", "abduct", "detain", "torture", "displace", "starve"}
ABSTRACT = ("cognition", "communication", "emotion", "feeling", "motive")
THINGS = {"it", "this", "that", "which", "what", "something", "everything", "nothing"}
SOME = 0.2  # of a noun's uses, from which it may be a person or a group
MOSTLY = 0.5
GAME = "game"  # rules harm out of verbs that also tell who won


# Verbs of harm that as often tell an argument, or a loss without ruins: harm only where something says so.
ARGUED, ROUTED = {"attack"}, {"beat", "beaten", "maul", "whip"}
RUINED = {"destroy"}
UNSURE = {"attack", "destroy"}  # harm only with a target
WEAKENED = {"out", "down", "off", "away"}  # “the habit is dying out”
LONGING = {"hungry", "starved", "starving"}  # for leadership
ONESELF = known.words("words of a death by one's own hand")
DISEASES = known.words("diseases and what brings them")
OF_WHICH = {"of", "from", "with", "to", "after"}  # somebody dies, or suffers
BLOWS = known.words("words of a beating with blows")

PEOPLED = {"invade"}  # as often said of those who come
STRUCK = {"hit", "strike"}  # harm only by what can strike
LAUNCHED = {"launch", "mount", "unleash", "wage"}  # as often with words
MARKS = {"“", "‘", '"', "'"}
CAPTIVES = frozenset({"hostage", "captive", "prisoner"})

KINDS = (
    "verb",
    "undergo",
    "state",
    "event",
    "count",
    "armed",
    "weapon",
    "cause",
    "site",
    "realm",
    "part",
    "figurative",
)


class Term(NamedTuple):
    """A term of `data/harm.csv` with its act, and the objects that make it one of harm, or rule harm out."""

    act: str
    only_with: frozenset[str]
    not_with: frozenset[str]


@lru_cache(maxsize=1)
def terms() -> dict[str, dict[str, Term]]:
    """The terms of `data/harm.csv` by kind: what is done or befalls, who and what can do it, and to what it is done."""
    table = known.table("harm.csv", ["term", "kind", "act", "only_with", "not_with", "source"]).fillna("")
    found: dict[str, dict[str, Term]] = {kind: {} for kind in KINDS}
    for row in table.itertuples(index=False):
        found[row.kind][row.term] = Term(row.act, frozenset(row.only_with.split()), frozenset(row.not_with.split()))
    return found


def is_event(noun: Token | None) -> bool:
    """Whether a noun names an event that can harm (attack, campaign, war), not someone who acts."""
    return noun is not None and noun.pos_ in ("NOUN", "VERB") and noun.lemma_.lower() in terms()["event"]


def undergoes(verb: Token) -> bool:
    """Whether a verb tells what becomes of its subject, with nobody acting (die, perish)."""
    term = terms()["undergo"].get(verb.lemma_.lower())
    return term is not None and (not term.only_with or any(_is_one_of(noun, term.only_with) for noun in verb.rights))


def is_state(predicate: Token) -> bool:
    """Whether a predicate after *be* is a state of harm (dead, wounded, displaced)."""
    return predicate.lemma_.lower() in terms()["state"] or predicate.lower_ in terms()["state"]


def may_be(verb: Token) -> bool:
    """Whether a verb is one of harm in one of its senses."""
    return verb.lemma_.lower() in terms()["verb"]


def is_harm(verb: Token, target: Token | None, actor: Token | None = None) -> bool:
    """Whether a verb with this target is an act of harm, done to somebody who can suffer it.

    A verb with other senses (strike, hit, beat) needs a target, none of those the list rules out ("strike a deal"); one
    that is harm only with some objects needs one of them ("take hostages", "taken captive"). A lawsuit hits nobody.
    """
    term = terms()["verb"].get(verb.lemma_.lower())
    if leaves_so(verb) is not None or not is_word(verb):
        return False
    if term is None:
        somebody = actor is None or _can_harm(actor)
        return (
            struck_by(verb) is not None
            and not (target is None and actor is None)
            and somebody
            and _is_deed(verb, target, actor)
        )
    if term.only_with:
        nouns = [*verb.rights] if target is None else [target, *target.rights, *verb.rights]
        if any(t.text in MARKS and t.nbor().lower_ in term.only_with for t in verb.sent[:-1]):
            return False  # “held them “hostage””
        held = CAPTIVES.isdisjoint(term.only_with) or target is None or is_someone(target)
        return held and any(_is_one_of(noun, term.only_with) for noun in nouns)
    if actor is not None and not _can_harm(actor):
        return False
    after = [*verb.rights, *(target.rights if target is not None else ())]
    if term.act == "attack" and any(t.lower_ in WORDED for c in after for t in c.children):
        return False
    if target is None or any(_is_one_of(c, term.not_with) for c in (target, *verb.rights)):
        return not term.not_with and term.act not in UNSURE
    if is_event(target) or _is_compound(verb):
        return False
    if GAME in term.not_with and _is_team(target):
        return False
    return _is_no_figure(verb, target, actor, term.act) and _can_suffer(target, term.act)


def _is_no_figure(verb: Token, target: Token, actor: Token | None, act: str) -> bool:
    """Whether a verb that may tell an argument, a contest or a loss is meant as harm.

    *Attack* needs an attacker or a weapon that is armed, or a place as its target; *beat* another than two names;
    *destroy* something that stands.
    """
    lemma = verb.lemma_.lower()
    if lemma in STRUCK:
        return (actor is not None and _strikes(actor)) or any(map(_is_weapon, verb.rights))
    if lemma in PEOPLED:
        return actor is None or _is_armed(actor)
    if lemma in ARGUED:
        return _is_site(target) or (actor is not None and _is_armed(actor)) or any(map(_is_weapon, verb.rights))
    if lemma in ROUTED and (target.pos_ in ("PROPN", "PRON") or target.lemma_.lower() in lookup.load().titles):
        beaten = any(c.lemma_.lower() in BLOWS for c in verb.rights) or (verb.dep_ == "conj" and may_be(verb.head))
        return beaten or (actor is not None and _is_armed(actor))
    if act in RUINED and _is_realm(target) and not (actor is not None and _strikes(actor)):
        return False  # “they will ruin the country”
    return act not in RUINED or _is_site(target)


def _is_site(noun: Token) -> bool:
    """Whether a noun names what can be struck: a place, a building, a vehicle."""
    named = lookup.load().names.get(noun.text)
    return _is_one_of(noun, frozenset(terms()["site"])) or (named is not None and named[1] == "place")


def _is_armed(actor: Token) -> bool:
    """Whether somebody is one who attacks with more than words: an armed group, a country, a man without a name."""
    named = lookup.load().names.get(actor.text)
    nation = named is not None and named[1] in ("place", "people")
    return nation or _is_one_of(actor, frozenset(terms()["armed"])) or actor.text in terms()["armed"]


def _is_deed(verb: Token, target: Token | None, actor: Token | None) -> bool:
    """Whether an attack that is launched is one of more than words: by the armed, with arms, or on a place."""
    event = struck_by(verb)
    armed = event is not None and any(c.lower_ in ARMED for c in event.lefts)
    by_arms = armed or (actor is not None and _is_armed(actor)) or (target is not None and _is_site(target))
    return verb.lemma_.lower() not in LAUNCHED or by_arms


def _strikes(actor: Token) -> bool:
    """Whether something can strike, or ruin a whole place: the armed, a weapon, an event, a storm or a vehicle."""
    kinds = ("weapon", "cause")
    return _is_armed(actor) or is_event(actor) or any(_is_one_of(actor, frozenset(terms()[kind])) for kind in kinds)


def _can_harm(actor: Token) -> bool:
    """Whether what a noun names can do harm: somebody, a body, or a thing that strikes; no tax burns anyone."""
    if any(map(is_disease, (actor, *(c for c in actor.children if c.dep_ in ("flat", "nummod"))))):
        return False
    if actor.pos_ != "NOUN" or actor.is_upper:
        return actor.lower_ not in ("it", "this", "that")
    told = reporting.can_tell(actor.lemma_.lower()) and _share(actor, *ABSTRACT) <= MOSTLY
    return told or actor.lower_ in counts() or _strikes(actor)


def is_disease(noun: Token) -> bool:
    """Whether a noun names a disease or what brings it, also numbered: “Covid-19”."""
    return not {noun.lower_, noun.lemma_.lower(), noun.lower_.split("-")[0]}.isdisjoint(DISEASES)


def leaves_so(verb: Token) -> Token | None:
    """The verb that leaves somebody as another word tells: left of injured in “a blast that left two injured”."""
    bare = not any(c.dep_.startswith("aux") for c in verb.children)
    above = verb.head.head if verb.head.dep_ == "obj" and verb.dep_ in ("acl", "amod") else verb.head
    left = above.lemma_.lower() == "leave" and above.i < verb.i and verb.dep_ in ("acl", "amod", "xcomp", "conj")
    return above if left and bare else None


def left_as(verb: Token) -> str | None:
    """What somebody is left as: injured in “left two injured”; None where a verb leaves nobody so."""
    if verb.lemma_.lower() != "leave":
        return None
    after = (t for c in verb.rights for t in (c, *c.rights))
    return next((t.lower_ for t in after if t.lower_ in terms()["verb"]["leave"].only_with), None)


def is_word(verb: Token) -> bool:
    """Whether a bare verb is none of a list of nouns: not bomb in “requiring police, agents and bomb squads to go”."""
    listed = verb.dep_ == "conj" and verb.tag_ in ("VB", "VBP") and verb.head.pos_ in ("NOUN", "PROPN")
    bare = listed and not any(c.dep_.startswith(("nsubj", "aux")) for c in verb.children)
    return not bare and verb.tag_ != "NN"


def is_someone(noun: Token) -> bool:
    """Whether a noun means people, who can be held: no country is a hostage."""
    named = lookup.load().names.get(noun.text)
    if named is not None and named[1] in ("place", "organisation"):
        return False
    person = noun.pos_ in ("PROPN", "PRON", "NUM") and noun.lower_ not in THINGS
    if _is_one_of(noun, CAPTIVES):
        held = next((c for c in noun.lefts if c.dep_ in ("compound", "flat", "amod")), None)
        return held is None or is_someone(held)  # “hold the budget hostage”
    return person or noun.lower_ in counts() or _share(noun, "person") >= SOME


def _is_realm(noun: Token) -> bool:
    """Whether a noun names a whole country or the world, which words ruin more often than bombs."""
    named = lookup.load().names.get(noun.text)
    return _is_one_of(noun, frozenset(terms()["realm"])) or (named is not None and named[1] == "place")


def _is_weapon(noun: Token) -> bool:
    return noun.dep_ == "obl" and preposition(noun) == "with" and noun.lemma_.lower() in terms()["weapon"]


def befalls(predicate: Token, target: Token | None) -> bool:
    """Whether a state of harm, or what a verb such as *die* tells, is said of people: no argument is dead."""
    faint = any(c.lower_ in (WEAKENED if c.dep_ == "compound:prt" else ("rather",)) for c in predicate.children)
    longing = any(c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.lefts) for c in predicate.children)
    longing |= predicate.lower_ in LONGING and any(preposition(c) == "for" for c in predicate.rights)
    own_hand = any(t.lower_ in ONESELF for c in predicate.rights if c.dep_ == "obl" for t in c.subtree)
    ill = any(is_disease(t) for c in predicate.rights if preposition(c) in OF_WHICH for t in c.subtree)
    if target is None or faint or longing or own_hand or ill:
        return False  # “I am dying to go”, “died of a self-inflicted wound”, “of Ebola”
    named = lookup.load().names.get(target.text)
    return (named is None or named[1] not in ("place", "organisation")) and _can_suffer(target, "kill")


def _is_compound(verb: Token) -> bool:
    """Whether a participle is the second half of an adjective: “hard-hit towns”."""
    return verb.i > 1 and verb.nbor(-1).text == "-" and not verb.nbor(-1).whitespace_


def _is_team(target: Token) -> bool:
    """Whether a target is a team or a party, as what is beaten in a contest: “beat the Giants”; no people is one."""
    named = target.tag_ == "NNPS" or (target.pos_ == "PROPN" and target.text.endswith("s"))
    whole = any(c.lower_ == "the" for c in target.children)
    return named and whole and lookup.load().names.get(target.text, ("", ""))[1] != "people"


def _can_suffer(target: Token, act: str) -> bool:
    """Whether an act of harm can be done to what a noun names: to people, or (an attack) to a thing."""
    if target.tag_ in ("WP", "WDT"):
        return False  # “who died and made you king?”
    things = next((c for c in target.children if c.dep_ == "nmod" and preposition(c) == "of"), None)
    if target.pos_ in ("NUM", "DET") and things is not None:
        return _can_suffer(things, act)  # “shot down four of its arguments”
    if target.pos_ in ("NOUN", "PROPN") and _share(target, *ABSTRACT) > MOSTLY:
        return False
    body = target.is_upper or (_share(target, "group") > MOSTLY and _share(target, "person") < SOME)
    if act in TO_PEOPLE and target.pos_ == "PROPN" and body and target.text not in terms()["armed"]:
        return False  # “TPP was killed”, “beat up the State Department”
    if act not in TO_PEOPLE or target.pos_ in ("PROPN", "NUM", "ADJ", "DET"):
        return target.lower_ not in THINGS or act not in TO_PEOPLE
    if target.pos_ == "PRON":
        return target.lower_ not in THINGS
    if target.lemma_.lower() in terms()["part"]:
        return False  # “it killed a piece of me”
    counted = next((c for c in target.children if c.dep_ == "nmod" and preposition(c) == "of"), None)
    if counted is not None and _share(target, "person", "group") < SOME:
        return _can_suffer(counted, act)
    return _share(target, "person", "group") >= SOME or target.lower_ in counts()


def _share(noun: Token, *kinds: str) -> float:
    """The share of a noun's uses that are of some kinds (`data/word_senses.csv`)."""
    senses = dict(reporting.senses(noun.lemma_.lower(), "NOUN"))
    return sum(senses.get(kind, 0.0) for kind in kinds)


@lru_cache(maxsize=1)
def counts() -> frozenset[str]:
    """Words that stand for a number of people ("dozens", "two 12-year-olds")."""
    return frozenset(terms()["count"])


def _is_one_of(noun: Token, words: frozenset[str]) -> bool:
    """Whether a noun is one of the words, in the singular or plural (also where a capital hides its lemma)."""
    return noun.lemma_.lower() in words or noun.lower_.removesuffix("s") in words


def struck_by(verb: Token) -> Token | None:
    """The event noun of a light verb ("launch an attack", "wage war"); None where the verb is none."""
    noun = child(verb, "obj", "nsubj:pass") if verb.lemma_.lower() in LIGHT_VERBS else None
    if noun is None or not is_event(noun):
        return None
    armed = noun.lemma_.lower() not in PEACEFUL or any(c.lower_ in ARMED for c in noun.children)
    worded = any(c.lower_ in terms()["figurative"] for c in noun.lefts)
    return noun if armed and not worded else None


def against(verb: Token) -> Token | None:
    """Whom an event told with a light verb is directed at ("launched strikes on Iran")."""
    event = struck_by(verb)
    places = [*event.children, *verb.children] if event is not None else []
    directed = (c for c in places if c.dep_ in ("nmod", "obl") and preposition(c) in AGAINST)
    elsewhere = TIMES | MONTHS | terms()["figurative"].keys()  # “on Monday”, “on Twitter”
    return next((c for c in directed if c.lemma_.lower().rstrip(".") not in elsewhere), None)
