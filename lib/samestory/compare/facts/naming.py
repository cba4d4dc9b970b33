"""Naming: what the tellings of one fact call the same thing, as a partition over any number of outlets.

Three ways lead to a naming difference: words of one class (`data/namings.csv`: gunman, shooter, suspect) in sentences
that tell one fact; descriptions that outlets give one person; and, where something is known to be contested, the labels
of `data/referents.csv`. Only words outside quotation marks count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, permutations, product
from typing import NamedTuple

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories
from samestory.corpus import known

OWN = ("narrator", "attributed")
CONTESTED, STYLE = 1.0, 0.25  # how far apart two words of a class are
DESCRIBED, CHARGED, SAID_OF, NAMED = (
    0.5,
    0.9,
    0.6,
    0.1,
)  # two descriptions, a clause about somebody here only, two names
SAME_FACT = 0.9  # how sure words of one class in one fact are
CHARGES = frozenset({  # the cues that make a clause about somebody grave: what a person is charged with, and by whom
    "illegal", "crime", "war crime", "charge", "indict", "investigate", "sue", "guilty", "convict", "perjury",
    "violate", "genocide", "prosecute", "court", "international court",
})  # fmt: skip
LISTED = 0.97
SOMEBODYS = 0.8  # what is left of it where a side reports somebody's words
SPOKEN = re.compile(r"[“”\"]|\bthat\b")  # a clause about what somebody said is no description
STRAY = re.compile(r"[a-z]+(?: (?:Mr|Mrs|Ms|Dr)\.?)?")  # one small word beside a name is mostly none of its own
BESIDE = 3  # characters between a name and what describes it
ABBREVIATED = ("Rep.", "Sen.", "Gov.", "Gen.", "Lt.", "Sgt.", "Col.", "Atty.", "Dr.", "Prof.", "Vice", "Prime", "U.S.")
GENERAL = frozenset("first last former new other many more own".split())


class Word(NamedTuple):
    """A noun phrase of a class of words where it stands."""

    article_id: str
    what: str
    word: str
    weight: str
    start: int
    end: int
    described: frozenset[str]


def words(phrases: pd.DataFrame) -> pd.DataFrame:
    """The noun phrases whose head is in a class of `data/namings.csv`: the phrases with `what`, `word` and `weight`."""
    classes = known.table("namings.csv", ["what", "word", "weight", "source"])
    heads = phrases[phrases["name"].isna()].assign(word=phrases["head"].str.lower())
    return heads.merge(classes[["what", "word", "weight"]], on="word", how="inner").sort_values(
        ["article_id", "start"], kind="stable", ignore_index=True
    )


def by_class(
    phrases: pd.DataFrame, facts: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Words of one class that the tellings of one fact have in one another's place.

    A word counts as one outlet's where no other outlet of the two uses it outside quotation marks anywhere; what has a
    label of its own in `labels` is left to `listed`. Errors: two things of one class in one sentence (the attack, and
    the attack before it).
    """
    held = words(phrases)
    held = held[~held.index.isin(spans.within(labels, held)["outer"])]
    own = held[held["voice"].isin(OWN)]
    used = {article: frozenset(rows["word"]) for article, rows in own.groupby("article_id")}
    inside = {article: [_word(row) for row in rows.itertuples()] for article, rows in own.groupby("article_id")}
    group = dict(zip(articles["article_id"], articles[by], strict=True))
    met: dict[tuple, list[tuple[Word, Word, int]]] = defaultdict(list)
    for fact, rows in facts.groupby("fact", sort=False):
        for one, other in combinations(rows.itertuples(), 2):
            if group[one.article_id] == group[other.article_id]:
                continue
            for a, b in _instead(_within(inside, one), _within(inside, other)):
                if a.word not in used[b.article_id] or b.word not in used[a.article_id]:
                    met[one.story, a.what].append((a, b, int(fact)))
    for (story, what), ties in met.items():
        yield from _partition(story, what, ties, group)


def _word(row) -> Word:
    said = {content.stem(token.strip(".,").lower()) for token in str(row.text).split()[:-1]}
    described = frozenset(said - {content.stem(word) for word in content.FUNCTION_WORDS | GENERAL})
    return Word(row.article_id, row.what, row.word, row.weight, row.start, row.end, described)


def _within(inside: dict[str, list[Word]], sentence) -> list[Word]:
    found = inside.get(sentence.article_id, [])
    return [word for word in found if sentence.start <= word.start and word.end <= sentence.end]


def _instead(first: list[Word], second: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Pairs of words of one class that stand one in each sentence, and neither in the other.

    Words that differ in style only must be described alike, or not at all; each class must stand once in each.
    """
    for a, b in product(first, second):
        if a.what != b.what or a.word == b.word:
            continue
        if a.word in {w.word for w in second} or b.word in {w.word for w in first}:
            continue
        named = a.described & b.described or not (a.described or b.described)
        alone = (
            len({w.word for w in first if w.what == a.what}) == len({w.word for w in second if w.what == a.what}) == 1
        )
        if alone and (a.weight == "contested" or named):
            yield a, b


def _partition(story: str, what: str, ties: list[tuple[Word, Word, int]], group: dict) -> Iterator[Difference]:
    """One difference for a class: for each group the word it uses most among those that were tied."""
    uses: dict[object, dict[str, list[Word]]] = defaultdict(lambda: defaultdict(list))
    for a, b, _ in ties:
        for word in (a, b):
            uses[group[word.article_id]][word.word].append(word)
    chosen = {name: max(found.values(), key=len) for name, found in uses.items()}
    if len({found[0].word for found in chosen.values()}) < 2:
        return
    first = ties[0][0]
    sides = tuple(_most_telling(found) for found in chosen.values())
    far = CONTESTED if first.weight == "contested" else STYLE
    yield Difference("other word", story, what, sides, "another word", SAME_FACT, far, ties[0][2])


def _most_telling(found: list[Word]) -> Side:
    """The place of a word where most is said of it."""
    best = max(found, key=lambda word: len(word.described))
    return Side(best.article_id, best.start, best.end)


def listed(labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> Iterator[Difference]:
    """Referents of `data/referents.csv` for which two groups have no label in common in their own voice."""
    group, story = (
        dict(zip(articles["article_id"], values, strict=True)) for values in (articles[by], stories(articles))
    )
    own = labels[labels["voice"].isin(OWN) & labels["use"].eq("mention")]
    own = own.assign(group=own["article_id"].map(group), story=own["article_id"].map(story))
    for (name, referent), told in own.groupby(["story", "referent"], sort=False):
        counts = {g: Counter(rows["label"]) for g, rows in told.groupby("group", sort=False)}
        apart = [g for g in counts if any(not counts[g].keys() & counts[o].keys() for o in counts if o != g)]
        if len(apart) < 2:
            continue
        sides = tuple(_first(told[told["group"].eq(g)], _own_label(g, counts)) for g in apart)
        if _used_by_another(sides, labels, articles, group):
            continue
        far = weights().get(str(referent), CONTESTED)
        voices = told[told["start"].isin([side.start for side in sides])]["voice"]
        far *= SOMEBODYS if voices.eq("attributed").any() else 1.0
        yield Difference("naming", str(name), str(referent), sides, "another word", LISTED, far)


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """How far apart two labels of a referent are, from the column `weight` of `data/referents.csv`."""
    table = known.table("referents.csv", ["referent", "weight"])
    return {row.referent: CONTESTED if row.weight == "contested" else STYLE for row in table.itertuples()}


def _used_by_another(sides: tuple[Side, ...], labels: pd.DataFrame, articles: pd.DataFrame, group: dict) -> bool:
    """Whether a side's word stands in another side's headline, or there in marks that are nobody's quotation."""
    about = articles.set_index("article_id")
    scare = labels[labels["voice"].eq("scare")]
    for one, other in permutations(sides, 2):
        word = about["text"][one.article_id][one.start : one.end].casefold()
        theirs = about.index[[group[article] == group[other.article_id] for article in about.index]]
        marked = scare.loc[scare["article_id"].isin(theirs), "text"].str.casefold()
        titles = about["headline"][theirs].dropna().astype("str").str.casefold()
        if word in set(marked) or any(word in title for title in titles):
            return True
    return False


def _own_label(group: object, counts: dict) -> str:
    """The label that sets a group apart: one that fewest others use, of those the one it uses most."""
    others = Counter(label for g, found in counts.items() if g != group for label in found)
    return min(counts[group], key=lambda label: (others[label], -counts[group][label], label))


def _first(told: pd.DataFrame, label: str) -> Side:
    row = told[told["label"].eq(label)].iloc[0]
    return Side(row["article_id"], int(row["start"]), int(row["end"]))


def persons(
    actors: pd.DataFrame, cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Persons whom two groups describe in words of which none is common: “a retiree”, “a local resident”.

    Also those of whom one group says something in a clause (“who is wanted …”) that no other does, the further apart
    where the clause is of what a person is charged with (`cues`); and, as hardly a difference, those with another name.
    """
    charged = cues[cues["term"].isin(CHARGES)]
    charges = dict(iter(charged.groupby("article_id")["start"]))
    named = actors[actors["kind"].eq("person") & actors["mention"].eq("name") & actors["voice"].isin(OWN)]
    about = articles[["article_id", "text"]].assign(group=articles[by], story=stories(articles))
    named = named.merge(about.rename(columns={"text": "whole"}), on="article_id")
    last, initial = named["actor"].str.split().str[-1].str.casefold(), named["actor"].str[0]
    for (story, _, _), told in named.groupby(["story", last.rename("last"), initial.rename("initial")], sort=False):
        if told["group"].nunique() < 2 or not told["actor"].str.contains(" ").any():
            continue
        full = max(told["actor"], key=len)
        described = {g: _descriptions(rows) for g, rows in told.groupby("group", sort=False)}
        has = {g: frozenset().union(*(said for _, said, _ in found)) for g, found in described.items() if found}
        apart = [g for g in has if any(not has[g] & has[other] for other in has if other != g)]
        if len(apart) > 1:
            sides = tuple(described[g][0][0] for g in apart)
            yield Difference("description", str(story), full, sides, "described otherwise", SAME_FACT, DESCRIBED)
            continue
        forms = {g: _form(rows) for g, rows in told.groupby("group", sort=False)}
        clauses = {g: found[0][0] for g, found in described.items() if found and found[0][2]}
        if clauses:
            sides = tuple(clauses.get(g, side) for g, (_, side) in forms.items())
            said = [side for side, _, _ in (found[0] for found in described.values() if found and found[0][2])]
            grave = any(charges[s.article_id].between(s.start, s.end).any() for s in said if s.article_id in charges)
            kind, far = ("naming", CHARGED) if grave else ("description", SAID_OF)
            yield Difference(kind, str(story), full, sides, "described here, not there", SAME_FACT, far)
        elif len({form for form, _ in forms.values()}) > 1:
            sides = tuple(side for _, side in forms.values())
            yield Difference("description", str(story), full, sides, "named otherwise", SAME_FACT, NAMED)


def _form(rows: pd.DataFrame) -> tuple[str, Side]:
    """The fullest name a group gives a person, with its title, and where."""
    whole = [(row, _beside(row) if pd.notna(row.descriptor) else None) for row in rows.itertuples()]
    spans = [(span or (row.start, row.end), row) for row, span in whole]
    (start, end), row = max(spans, key=lambda pair: (len(pair[1].text.split()), pair[0][1] - pair[0][0]))
    return row.whole[start:end], Side(row.article_id, start, end)


def _descriptions(rows: pd.DataFrame) -> list[tuple[Side, frozenset[str], bool]]:
    """What a group says a person is, where it stands beside the name: more than a title and the name.

    Each as its span, its stems, and whether it is a clause (“who is wanted …”); clauses first, then the longest.
    """
    found = []
    for row in rows[rows["descriptor"].notna()].itertuples():
        stems = {content.stem(word.strip(".,()").lower()) for word in row.descriptor.split()}
        said = frozenset(stems) - _plain() - {content.stem(word.lower()) for word in row.actor.split()}
        span = _beside(row)
        if said and span:
            found.append((Side(row.article_id, *span), said, row.descriptor.startswith("who ")))
    return sorted(found, key=lambda one: (not one[2], -len(one[1])))


def _beside(row) -> tuple[int, int] | None:
    """The span of a description with its name, where the description stands directly before or after it."""
    if SPOKEN.search(row.descriptor) or STRAY.fullmatch(row.descriptor):
        return None
    before = row.whole.rfind(row.descriptor, 0, row.start)
    if before >= 0 and row.start - before - len(row.descriptor) <= BESIDE:
        return before, row.end
    after = row.whole.find(row.descriptor, row.end, row.end + BESIDE + len(row.descriptor))
    return (row.start, after + len(row.descriptor)) if after >= 0 else None


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """Stems that describe nobody: titles, their abbreviations and function words."""
    return frozenset(content.stem(word.lower()) for word in (*content.TITLES, *content.FUNCTION_WORDS, *ABBREVIATED))
