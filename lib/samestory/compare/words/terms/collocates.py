"""Which words stand beside a word, and how exclusively."""

import numpy as np
import pandas as pd

from samestory.compare import groups
from samestory.compare.words.terms import measures
from samestory.corpus import counting

COLUMNS = ["node", "collocate", "group", "together", "left", "right", "node_count", "count", "documents", "log_dice"]


def collocates(
    articles: pd.DataFrame,
    node: str,
    *,
    by: str = "outlet",
    span: int = 5,
    lemmas: bool = False,
    min_count: int = 2,
) -> pd.DataFrame:
    """Which words stand within `span` words of the node in its sentence: a row a collocate and group, by logDice.

    Columns: `together` (uses of the collocate within the span of any use of the node, each counted once), of these to
    the `left` and `right` (nearest node, left where both are as near), `node_count` and `count` (all uses of node and
    collocate in the group), `documents` (articles where they stand together), `log_dice` (Rychlý 2008; 14 at the most,
    one less is half as exclusive; not dependent on the size of the collection). Words that stand beside the node fewer
    than `min_count` times in a group are left out. Raises ValueError where the node is not one word.
    """
    if len(node.split()) != 1:
        raise ValueError(f"The node {node!r} is not one word; name one, such as 'ceasefire'.")
    belongs = groups.of(articles, by)
    running = counting.words(articles, lemmas=lemmas)
    word = node.lower().replace("’", "'")
    if word not in running.vocabulary:
        return pd.DataFrame(columns=COLUMNS)
    beside = _beside(running, running.vocabulary.index(word), span)
    tables = [
        _of_group(belongs.eq(group), running, beside, word).assign(group=group) for group in belongs.cat.categories
    ]
    table = pd.concat(tables, ignore_index=True)
    table = table[table["together"] >= min_count]
    table["group"] = groups.in_order(table["group"], articles, by)
    return table.sort_values(
        ["log_dice", "together", "collocate"], ascending=[False, False, True], ignore_index=True, kind="stable"
    )[COLUMNS]


def _beside(running: counting.Words, node: int, span: int) -> np.ndarray:
    """For each running word, how far the nearest node of its sentence is: -2 is two to its right; 0 is farther."""
    nodes = np.flatnonzero(running.ids == node)
    distance = np.zeros(len(running.ids), int)
    for offset in [sign * step for step in range(span, 0, -1) for sign in (1, -1)]:
        place = nodes + offset
        inside = (place >= 0) & (place < len(running.ids))
        place, origin = place[inside], nodes[inside]
        distance[place[running.sentence[place] == running.sentence[origin]]] = offset
    distance[nodes] = 0
    return distance


def _of_group(chosen: pd.Series, running: counting.Words, beside: np.ndarray, node: str) -> pd.DataFrame:
    """The words beside the node in the chosen articles."""
    size = len(running.vocabulary)
    in_group = chosen.to_numpy()[running.article]
    near = in_group & (beside != 0)
    together = np.bincount(running.ids[near], minlength=size)
    pairs = np.unique(np.stack([running.ids[near], running.article[near]]), axis=1)
    count = np.bincount(running.ids[in_group], minlength=size)
    node_count = count[running.vocabulary.index(node)]
    found = np.flatnonzero(together)
    return pd.DataFrame(
        {
            "node": node,
            "collocate": [running.vocabulary[k] for k in found],
            "together": together[found],
            "left": np.bincount(running.ids[near & (beside < 0)], minlength=size)[found],
            "right": np.bincount(running.ids[near & (beside > 0)], minlength=size)[found],
            "node_count": node_count,
            "count": count[found],
            "documents": np.bincount(pairs[0].astype(int), minlength=size)[found],
            "log_dice": measures.log_dice(together[found], node_count, count[found]),
        }
    )
