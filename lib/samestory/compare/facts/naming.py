"""Naming: what the tellings of one fact call the same thing, as a partition over any number of outlets.

Two ways lead to it here: words of one class (`data/namings.csv`: gunman, shooter, suspect) in sentences that tell one
fact, and, where something is known to be contested, the labels of `data/referents.csv`. Only words outside quotation
marks count. Descriptions of persons are found in `persons`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, permutations, product
from typing import NamedTuple

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts.instead import definite
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stories import stories
from samestory.corpus import known

CONTESTED, STYLE = 1.0, 0.25  # how far apart two words of a class are
SAME_FACT = 0.9  # how sure words of one class in one fact are
LISTED = 0.97
SOMEBODYS = 0.8  # what is left of it where a side reports somebody's words
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
    plural: bool


def words(phrases: pd.DataFrame) -> pd.DataFrame:
    """The noun phrases whose head is in a class of `data/namings.csv`: the phrases with `what`, `word` and `weight`.

    Not those of a `loose` class: police and authorities are often two.
    """
    classes = known.table("namings.csv", ["what", "word", "weight", "source"])
    classes = classes[classes["weight"].ne("loose")]
    heads = phrases[phrases["name"].isna()].assign(word=phrases["head"].str.lower())
    return heads.merge(classes[["what", "word", "weight"]], on="word", how="inner").sort_values(
        ["article_id", "start"], kind="stable", ignore_index=True
    )


def by_class(
    phrases: pd.DataFrame, facts: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Words of one class that the tellings of one fact have in one another's place.

    A word is one outlet's where the other of the two has it nowhere outside quotation marks; what has a label of its
    own in `labels` is left to `listed`. Errors: two things of one class in one sentence (the attack, and the attack
    before it).
    """
    held = words(phrases)
    held = held[~held.index.isin(spans.within(labels, held)["outer"])]
    own = held[held["voice"].isin(OWN)]
    sure = own[own["text"].map(definite).astype(bool)]
    used = {article: frozenset(rows["word"]) for article, rows in own.groupby("article_id")}
    inside = {article: [_word(row) for row in rows.itertuples()] for article, rows in sure.groupby("article_id")}
    group = dict(zip(articles["article_id"], articles[by], strict=True))
    met: dict[tuple, list[tuple[Word, Word, int]]] = defaultdict(list)
    for fact, rows in facts.groupby("fact", sort=False):
        for one, other in combinations(rows.itertuples(), 2):
            if group[one.article_id] == group[other.article_id]:
                continue
            for a, b in _instead(_within(inside, one), _within(inside, other)):
                own = (a.word not in used[b.article_id]) + (b.word not in used[a.article_id])
                if own == 2 or (own and a.weight == b.weight == "contested" and one.level == "show"):
                    met[one.story, a.what].append((a, b, int(fact)))
    for (story, what), ties in met.items():
        yield from _partition(story, what, ties, group)


def _word(row) -> Word:
    said = {content.stem(token.strip(".,").lower()) for token in str(row.text).split()[:-1]}
    described = frozenset(said - {content.stem(word) for word in content.FUNCTION_WORDS | GENERAL})
    plural = str(row.text).split()[-1].lower() != row.word
    return Word(row.article_id, row.what, row.word, row.weight, row.start, row.end, described, plural)


def _within(inside: dict[str, list[Word]], sentence) -> list[Word]:
    found = inside.get(sentence.article_id, [])
    return [word for word in found if sentence.start <= word.start and word.end <= sentence.end]


def _instead(first: list[Word], second: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Pairs of words of one class that stand one in each sentence, and neither in the other.

    Words that differ in style only must be described alike, or not at all; each class must stand once in each.
    """
    for a, b in product(first, second):
        if a.what != b.what or a.word == b.word or a.plural != b.plural:
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


def listed(
    labels: pd.DataFrame,
    actors: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    but: Iterable[Difference] = (),
    by: str = "outlet",
) -> Iterator[Difference]:
    """Referents of `data/referents.csv` for which two groups have no label in common in their own voice.

    None that `but` has already, and none where a side reports somebody's words beside another's own. A label inside the
    name of a body (NARAL *Pro-Choice* America) is that body's word.
    """
    group, story = (
        dict(zip(articles["article_id"], values, strict=True)) for values in (articles[by], stories(articles))
    )
    own = labels[labels["voice"].isin(OWN) & labels["use"].eq("mention")]
    own = own[~own["referent"].isin([difference.subject for difference in but])]
    own = own[~own.index.isin(in_names(own, actors))]
    own = own.assign(group=own["article_id"].map(group), story=own["article_id"].map(story))
    for (name, referent), told in own.groupby(["story", "referent"], sort=False):
        sides = _apart(told)
        places = pd.MultiIndex.from_frame(told[["article_id", "start"]])
        voices = told.loc[places.isin([side[:2] for side in sides]), "voice"]
        if len(sides) > 1 and voices.nunique() == 1 and not _used_by_another(sides, labels, articles, group):
            far = weights().get(str(referent), CONTESTED) * (SOMEBODYS if voices.eq("attributed").any() else 1.0)
            yield Difference("naming", str(name), str(referent), sides, "another word", LISTED, far)


def _apart(told: pd.DataFrame) -> tuple[Side, ...]:
    """Of one referent a side for each group that has no label in common with another."""
    counts = {g: Counter(rows["label"]) for g, rows in told.groupby("group", sort=False)}
    apart = [g for g in counts if any(not counts[g].keys() & counts[o].keys() for o in counts if o != g)]
    return tuple(_first(told[told["group"].eq(g)], _own_label(g, counts)) for g in apart)


def in_names(labels: pd.DataFrame, actors: pd.DataFrame) -> pd.Index:
    """The labels that are a part of a longer name."""
    names = actors[actors["mention"].eq("name") & actors["text"].str.contains(" ", regex=False)]
    held = spans.within(labels, names)
    longer = labels["text"].str.len()[held["inner"]].to_numpy() < names["text"].str.len()[held["outer"]].to_numpy()
    return pd.Index(held.loc[longer, "inner"])


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
