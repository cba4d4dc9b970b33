"""Things and acts that the articles of an event call alike or otherwise: nouns joined where sentences tell one fact.

A noun stands for a thing in an article. Two nouns of two articles are one thing where sentences that may tell one fact
have them in one another's place: words of one class (`data/namings.csv`), one noun with other words before it, or
another noun with the same words before it in the same slot.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts import naming
from samestory.compare.facts.alignment import CARRIES
from samestory.compare.facts.instead import NOTHING_OF_ITS_OWN, ROOT, TURNS, definite
from samestory.compare.facts.sides import OWN
from samestory.compare.facts.stems import stems
from samestory.compare.words.discovery.slots import EMPTY as NAMELESS
from samestory.corpus import likeness

# Likeness of two nouns with the same words before them: in one slot, anywhere, and in one slot where one has both.
ALIKE, NEAR, ALMOST = 0.3, 0.6, 0.7
EMPTY = NOTHING_OF_ITS_OWN | {content.stem(word) for word in NAMELESS}
TOLD = frozenset(
    "the this these that those his her its their our".split()
)  # what begins a phrase of what was spoken of
GENERAL = frozenset(content.stem(word) for word in (*naming.GENERAL, *TURNS))  # words before a noun that tell nothing
OWNED = re.compile(r"[’']s? ")  # after whose it is
NAMES = re.compile(r"[A-Z\d]")
IN_TURN = TURNS - {"former", "new", "own", "same", "one"}  # which of several in a row
NAME = re.compile(r"[A-Z][\w’'.-]+")
OF_NAME = re.compile(r"[A-Z][\w’'-]+ (?:for|of|and|&) $")  # what stands before half a name
LONGEST = 40  # letters of it
BEHIND = re.compile(r" ((?:in|of|on|at|for|against|over) [^,.;:!?“”\"\n]{0,60})")  # what a thing is said to be of


class Noun(NamedTuple):
    """A noun as it stands for one thing in one article: which of several, if there are, the words before it say."""

    article_id: str
    head: str
    plural: bool
    which: frozenset[str] = frozenset()


class Phrase(NamedTuple):
    """A noun phrase: its row of the table of phrases, its noun, what tells which it is, and all that is before it.

    `turn` are the words that tell which of several in a row (first, next), `behind` the names of what follows it.
    """

    row: int
    noun: Noun
    start: int
    end: int
    word: str
    which: frozenset[str]
    before: frozenset[str]
    slot: tuple[str, str, str] | None
    bare: bool
    told: bool
    of_many: bool
    listed: str
    turn: frozenset[str]
    behind: frozenset[str]


def things(
    phrases: pd.DataFrame,
    pairs: pd.DataFrame,
    actors: pd.DataFrame,
    labels: pd.DataFrame,
    classes: pd.DataFrame,
    texts: dict[str, str],
) -> Iterator[pd.DataFrame]:
    """The phrases of each thing for which two articles have words in sentences that may tell one fact.

    `pairs` is the table of `facts.proposed`, `classes` that of `data/namings.csv`, `texts` those of the articles. Each
    is a part of `phrases`, those inside quotation marks with it; none is part of a name, or holds one of an actor.
    Where an article tells several of one noun apart (the tax bill, the gun bill), each is a thing of its own, and “the
    bill” none. Errors: of two things that no word tells apart, both are taken for one.
    """
    named = spans.within(phrases, actors[actors["mention"].eq("name")])["inner"]
    people = actors[actors["mention"].eq("name") & actors["kind"].eq("person")]
    beside = set(zip(people["article_id"], people["start"], strict=True))
    alone = phrases.drop(index=named.unique())
    whole = [_is_whole(texts[row.article_id], row.start, row.end, row.article_id, beside) for row in alone.itertuples()]
    found = _apart(list(_read(alone[pd.Series(whole, alone.index, dtype="bool")], labels, texts)))
    ways: dict[Noun, frozenset[str]] = defaultdict(frozenset)
    for phrase in found:
        ways[phrase.noun] |= phrase.which
    has = {phrase.noun[:2] for phrase in found}
    own = set(phrases.index[phrases["voice"].isin(OWN)])
    of_article = defaultdict(list)
    for phrase in found:
        if phrase.row in own:
            of_article[phrase.noun.article_id].append(phrase)
    whats = classes.groupby("word")["what"].agg(frozenset)
    of_noun: dict[Noun, list[Phrase]] = defaultdict(list)
    for phrase in found:
        of_noun[phrase.noun].append(phrase)
    linked: dict[Noun, set[Noun]] = defaultdict(set)
    told: set[int] = set()
    for a, b, here, there, sure in _facing(pairs, of_article, texts):
        if _one_thing(a, b, here, there, whats, ways, has, sure):
            linked[a.noun].add(b.noun)
            linked[b.noun].add(a.noun)
            told |= {a.row, b.row}
    for nouns in _together(linked):
        if not _several(nouns):
            rows = [p.row for noun in nouns for p in of_noun[noun] if p.row in told or not p.bare]
            yield phrases.loc[sorted(rows)]


def _facing(
    pairs: pd.DataFrame, of_article: Mapping[str, list[Phrase]], texts: dict[str, str]
) -> Iterator[tuple[Phrase, Phrase, list[Phrase], list[Phrase], bool]]:
    """Each two phrases of sentences that may tell one fact, all phrases of both, and whether the sentences surely do.

    Not two of which one is said to be of something that the other sentence does not name.
    """
    for pair in pairs.itertuples():
        here = [p for p in of_article[pair.article_id] if pair.start <= p.start and p.end <= pair.end]
        there = [p for p in of_article[pair.other_id] if pair.other_start <= p.start and p.end <= pair.other_end]
        mine = texts[pair.article_id][pair.start : pair.end]
        theirs = texts[pair.other_id][pair.other_start : pair.other_end]
        for a, b in product(here, there):
            if not _of_another(a, b, theirs) and not _of_another(b, a, mine):
                yield a, b, here, there, pair.score >= CARRIES


def _is_whole(text: str, start: int, end: int, article: str, people: set[tuple[str, int]]) -> bool:
    """Whether a phrase is of a thing, and whole: no half of a name, no “for instance”, nobody named right behind it.

    So not “Disease Control rules” in “Centers for Disease Control rules”, nor “the former agent” in “the former agent,
    Ida Moss,”.
    """
    before = text[max(0, start - LONGEST) : start]
    half = text[start].isupper() and OF_NAME.search(before)
    aside = text[start:].startswith("instance") and before.endswith("for ")
    return not half and not aside and not any((article, end + gap) in people for gap in (1, 2))


def _of_another(one: Phrase, other: Phrase, sentence: str) -> bool:
    """Whether a noun is said to be of something by a name that the sentence with another noun has not."""
    return one.word != other.word and any(name not in sentence for name in one.behind)


def _read(phrases: pd.DataFrame, labels: pd.DataFrame, texts: dict[str, str]) -> Iterator[Phrase]:
    """The noun phrases that may speak of one thing: no names, no times, none counted, and ending with their noun."""
    nouns = phrases[phrases["name"].isna() & phrases["head"].notna() & phrases["role"].ne("apposition")]
    heads = frozenset(map(content.stem, nouns["head"].unique()))
    held = spans.within(labels, nouns)
    referents = dict(zip(held["outer"], labels["referent"].loc[held["inner"]], strict=True))
    for row in nouns.itertuples():
        words = str(row.text).split()
        last, word = words[-1].lower(), str(row.head).lower()
        stem = content.stem(word)
        if last[:3] != word[:3] or stem in EMPTY or not definite(row.text):
            continue
        before = stems(row.descriptor, parts=True) - {stem} - GENERAL
        names = stems(" ".join(w for w in words[:-1] if NAMES.search(w)), parts=True)
        slot = (str(row.role), str(row.governor), str(row.preposition)) if pd.notna(row.governor) else None
        plural = last != word
        noun = Noun(str(row.article_id), word, plural)
        turn = frozenset(w.lower() for w in words[:-1]) & IN_TURN
        behind = BEHIND.match(texts[row.article_id], row.end)
        of = frozenset(NAME.findall(behind[1])) if behind else frozenset()
        which = (before & (heads | names)) | turn
        bare, told = plural and len(words) == 1, words[0].lower() in TOLD
        listed = str(referents.get(row.Index, ""))
        many = plural or not (told or words[0].lower() in {"a", "an"} or OWNED.search(row.text))
        yield Phrase(
            int(row.Index), noun, row.start, row.end, word, which, before, slot, bare, told, many, listed, turn, of
        )


def _apart(found: list[Phrase]) -> list[Phrase]:
    """The phrases, each noun with what tells which it is where its article has several; without those that do not."""
    said: dict[Noun, set[frozenset[str]]] = defaultdict(set)
    for phrase in found:
        if phrase.which:
            said[phrase.noun].add(phrase.which)
    several = {noun for noun, each in said.items() if any(not a & b for a, b in combinations(each, 2))}
    kept = [p for p in found if p.noun not in several or p.which]
    return [p._replace(noun=p.noun._replace(which=p.which)) if p.noun in several else p for p in kept]


def _one_thing(
    a: Phrase, b: Phrase, here: list[Phrase], there: list[Phrase], whats: pd.Series, ways: dict, has: set, sure: bool
) -> bool:
    """Whether two phrases of sentences that may tell one fact stand for one thing.

    Of many, and of a stuff, two articles may mean others: nouns in the plural or without an article must stand in one
    slot, be described alike, speak both of what was spoken of, or have a label of one referent; one noun may as well
    where the sentences surely tell one fact and only one of them describes it.
    """
    same_slot = a.slot is not None and a.slot == b.slot
    alike = same_slot or bool(a.before & b.before) or (a.told and b.told)
    alike = alike or (sure and a.noun.head == b.noun.head and not (a.before and b.before))
    alike = alike or (bool(a.listed) and a.listed == b.listed)
    if (a.turn and b.turn and not a.turn & b.turn) or (bool(a.turn) != bool(b.turn) and (a.before or b.before)):
        return False  # “the second step” is not the next, “a long step” maybe not the first
    if a.noun.plural != b.noun.plural or ((a.of_many or b.of_many) and not alike):
        return False
    if ways[a.noun] and ways[b.noun] and not ways[a.noun] & ways[b.noun] and not (sure and a.which and b.which):
        return False
    if a.noun.head == b.noun.head:
        return all(len({p.noun for p in of if p.noun.head == a.noun.head}) == 1 for of in (here, there))
    if a.noun.head[:ROOT] == b.noun.head[:ROOT]:
        return False
    shared = whats.get(a.word, frozenset()) & whats.get(b.word, frozenset())
    if shared:
        return all(len({p.word for p in of if whats.get(p.word, frozenset()) & shared}) == 1 for of in (here, there))
    both = {(a.noun.article_id, b.noun.head), (b.noun.article_id, a.noun.head)} & has  # who tells two things, maybe
    like = likeness.likeness(a.word, b.word) if a.before & b.before else 0.0
    return like >= (ALMOST if both else ALIKE) if same_slot else like >= NEAR and a.before == b.before


def _together(linked: dict[Noun, set[Noun]]) -> Iterator[set[Noun]]:
    """The nouns that are joined, one by way of another."""
    left = dict.fromkeys(linked)
    while left:
        found, new = set(), {next(iter(left))}
        while new:
            found |= new
            new = {other for noun in new for other in linked[noun]} - found
        for noun in found:
            left.pop(noun, None)
        yield found


def _several(nouns: Iterable[Noun]) -> bool:
    """Whether nouns that were joined are two things of one article that it tells apart."""
    seen = [noun[:3] for noun in nouns]
    return len(seen) != len(set(seen))
