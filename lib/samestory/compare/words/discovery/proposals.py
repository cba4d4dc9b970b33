"""Proposals: pairs of labels gathered from all stories, ranked by how sure they are, with their evidence."""

import re
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from samestory import known
from samestory.compare import groups
from samestory.compare.facts.stories import article_pairs
from samestory.compare.words.discovery import actors as described
from samestory.compare.words.discovery import slots
from samestory.compare.words.discovery.words import Pair, content, head, plain

LIKELY = 0.5  # score of a proposal: below are offices of one name, and descriptions beside the name alone
COLUMNS = [
    "rank", "referent", "label", "group", "other_label", "other_group", "ways", "n", "stories", "score", "evidence",
]  # fmt: skip


def discover(
    actors: pd.DataFrame,
    phrases: pd.DataFrame,
    aligned: pd.DataFrame,
    edits: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
) -> pd.DataFrame:
    """Pairs of labels that seem to name one actor or event in articles of different groups, the surest first.

    From the span tables of `annotate.actors` and `annotate.phrases` and the pairs and edits of `compare.passages`.
    Columns: `rank`; `referent`, the actor's name where it is known; `label` as `group` has it, `other_label` as
    `other_group` has it; `ways` it was found (`apposition`: beside the actor's name, or for it; `same place` of aligned
    sentences; `same act`); `n` pairs of passages in `stories`; `score` (0 to 1), by which they are ranked; `evidence`,
    a list of (article_id, start, end). Proposals, not findings: on 90 political articles of three US outlets 45 of the
    50 highest-ranked were, on reading, two names for one actor or event; a person decides.
    """
    pairs = article_pairs(articles, by=by)
    group = dict(zip(articles["article_id"], groups.of(articles, by), strict=True))
    texts = {name: plain(text).casefold() for name, text in zip(articles["article_id"], articles["text"], strict=True)}
    found = [
        *(pair for pair in described.described(actors, pairs) if not _both_say(pair, texts)),
        *slots.aligned(phrases, aligned, edits),
        *slots.acts(phrases, pairs),
    ]
    table = pd.DataFrame(gathered(found, group), columns=COLUMNS[1:])
    table = table.sort_values(["score", "n", "label"], ascending=[False, False, True], kind="stable", ignore_index=True)
    return table.assign(rank=range(1, len(table) + 1))[COLUMNS]


def _both_say(pair: Pair, texts: dict[str, str]) -> bool:
    """Whether the article of one side has the description of the other, too: then it is no choice between the two."""
    name = content(pair.referent)
    return any(
        plain(side.label).casefold() in texts[other.article_id]
        for side, other in ((pair.a, pair.b), (pair.b, pair.a))
        if not content(side.label) <= name
    )


def gathered(found: Iterable[Pair], group: dict) -> list[tuple]:
    """One row for each two labels, whichever side has which."""
    together: dict[tuple, list[Pair]] = {}
    for pair in found:
        key = (*pair.referent.split()[-1:], *sorted([pair.a.label.casefold(), pair.b.label.casefold()]))
        together.setdefault(key, []).append(pair)
    return [_row(pairs, group) for pairs in together.values() if pairs[0].referent or _of_one_kind(pairs[0])]


def _of_one_kind(pair: Pair) -> bool:
    """Whether two labels may be names of one thing: not where each is of a class of words, and of none in common.

    A ceasefire is a halt to fighting, a war is a conflict: what stands in one place of a sentence may be opposites.
    """
    one, other = _classes_of(pair.a.label), _classes_of(pair.b.label)
    return not one or not other or bool(one & other)


def _row(pairs: list[Pair], group: dict) -> tuple:
    first = pairs[0]
    doubt = 1.0
    for sure in {(pair.way, pair.story): pair.sure for pair in pairs}.values():
        doubt *= 1 - sure
    evidence = list(dict.fromkeys(side[1:] for pair in pairs for side in (pair.a, pair.b)))
    ways = list(dict.fromkeys(pair.way for pair in pairs))
    return (
        first.referent or None, first.a.label, group[first.a.article_id], first.b.label, group[first.b.article_id],
        ways, len(pairs), len({pair.story for pair in pairs}), 1 - doubt, evidence,
    )  # fmt: skip


def names_for_one(proposals: pd.DataFrame) -> pd.DataFrame:
    """The proposals that a naming can be read from.

    Two descriptions of one named actor, or two nouns of one class of `data/namings.csv` (gunman, shooter). A ceasefire
    and a war that stand in one place of a sentence are no names for one thing, nor are laws and teachers that would
    solve one problem.
    """
    named = pd.Series([_are_names(row) for row in proposals.itertuples()], proposals.index, dtype="bool")
    return proposals[named]


def rows(proposals: pd.DataFrame) -> pd.DataFrame:
    """Rows for a table of referents from proposals: `referent, label, pattern, note, source`.

    Of those that are `names_for_one`, and rather so than not (LIKELY). The labels of a pair share a referent, named by
    the actor or else by the first label; change what you like.
    """
    chosen = names_for_one(proposals[proposals["score"].ge(LIKELY)])
    made = [
        (
            row.referent if pd.notna(row.referent) else row.label,
            label,
            _pattern(label),
            f"proposed: {', '.join(row.ways)}",
            "discovered",
        )
        for row in chosen.itertuples()
        for label in (row.label, row.other_label)
    ]
    table = pd.DataFrame(made, columns=["referent", "label", "pattern", "note", "source"])
    return table.drop_duplicates(["referent", "label"], ignore_index=True)


def _are_names(row) -> bool:
    """Whether both labels describe the actor the row names, or their heads are of one class."""
    if pd.notna(row.referent):
        name = content(row.referent)
        return not any(content(label) <= name for label in (row.label, row.other_label))
    return bool(_classes_of(row.label) & _classes_of(row.other_label))


def _classes_of(label: str) -> frozenset[str]:
    """The classes of `data/namings.csv` that the head of a label is in."""
    noun = head(label)
    forms = {noun, noun.removesuffix("s"), re.sub("men$", "man", noun)}
    return frozenset().union(*(_classes().get(form, frozenset()) for form in forms))


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    table = known.table("namings.csv", ["what", "word", "weight"])
    table = table[table["weight"].ne("loose")]
    return {str(word): frozenset(rows) for word, rows in table.groupby("word")["what"]}


def _pattern(label: str) -> str:
    """The label as a pattern for `data/referents.csv`: its words as they stand, singular or plural."""
    return re.escape(label).replace(r"\ ", " ").replace(r"\'", "'") + ("s?" if label[-1:].isalpha() else "")
