"""What chance alone and a planted word do to keyness: news of one outlet split at random, and a word's rate doubled.

Needs a folder of articles of several outlets (`gold/../corpora/three_outlets`); takes some minutes.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from samestory import corpus
from samestory.compare import words
from samestory.corpus import counting

SPLITS = PLANTED = 200


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """`(measure, reached, target)`: the share of splits that show no difference, and of planted words found."""
    outlets = corpus.articles(gold.parent / "corpora" / "three_outlets")
    split = {name: placebo(one) for name, one in outlets.groupby("outlet")}
    return [
        *((f"placebo: splits of {name} without a difference", 1 - share, 0.95) for name, share in split.items()),
        ("planted: doubled word of 15 or more in 1,000 found", planted(outlets), 0.9),
    ]


def placebo(articles: pd.DataFrame, splits: int = SPLITS) -> float:
    """The share of random halvings of one outlet's articles in which any term is called a difference."""
    rng = np.random.default_rng(1)
    half = np.arange(len(articles)) % 2
    shown = [
        words.keyness(articles.assign(half=rng.permutation(half)), by="half", seed=seed)["clears_floor"].any()
        for seed in range(splits)
    ]
    return float(np.mean(shown))


def planted(articles: pd.DataFrame, trials: int = PLANTED, least: float = 0.015, most: float = 1.0) -> float:
    """The share of trials in which a word said twice wherever it stands in half of 40 articles is found.

    Forty of the articles, their halves and the word (of those that make up between `least` and `most` of all words)
    are drawn anew in each trial. Rarer words vary too much between articles: of those of 5 to 15 in 1,000 one in seven
    is found.
    """
    rng = np.random.default_rng(2)
    counted = counting.frequencies(([text] for text in articles["text"]), ngrams=[1])
    rate = counted["count"] / counted["count"].sum()
    candidates = counted.loc[rate.between(least, most), "term"]
    found = []
    for seed in range(trials):
        some = articles.sample(40, random_state=seed).drop(columns="event")
        some["half"] = rng.permutation(np.arange(40) % 2)
        word = rng.choice(candidates)
        twice = some["text"].str.replace(rf"\b({word})\b", r"\1 \1", case=False, regex=True)
        some["text"] = some["text"].where(some["half"] == 0, twice)
        table = words.keyness(some, by="half", seed=seed)
        found.append(word in set(table.loc[table["clears_floor"] & table["group"].astype("str").eq("1"), "term"]))
    return float(np.mean(found))
