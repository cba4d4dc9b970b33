"""What the brief says where there is nothing to say, and whether it finds what was planted.

Asks the story for its brief, on articles of one outlet that are split at random into two made-up outlets. Needs a
folder of articles of several outlets (`gold/../corpora/three_outlets`); takes some minutes.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import samestory
from samestory import annotate, corpus
from samestory.story import SETTINGS

SPLITS = 100
HELD = "The group said that twelve hostages were still held, and that the hostages would be freed by Friday."
UNNAMED = "a senior official"
MOSTLY = 0.8  # of the evidence must stand in the articles that were changed


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """`(measure, reached, target)`; for the placebo the target is the most allowed, for the planted ones the least."""
    outlets = corpus.articles(gold.parent / "corpora" / "three_outlets")
    return [
        ("placebo: random splits in which the brief has a statistical finding", placebo(outlets), 0.05),
        ("planted: “hostages” turned into “captives” in 20 of 40 articles is found", planted_label(outlets), 1.0),
        ("planted: sources of one side made anonymous are found", planted_sources(outlets), 1.0),
    ]


def brief(articles: pd.DataFrame, *, seed: int = 1) -> pd.DataFrame:
    """The findings of the brief on a table of articles."""
    settings = SETTINGS | {"seed": seed}
    return samestory.Story(articles, settings).findings()


def placebo(outlets: pd.DataFrame, splits: int = SPLITS) -> float:
    """The share of random halvings of one outlet's articles, the outlets by turns, with a finding that was tested."""
    rng = np.random.default_rng(1)
    names = list(dict.fromkeys(outlets["outlet"]))
    found = []
    for k in range(splits):
        one = outlets[outlets["outlet"].eq(names[k % len(names)])]
        halves = rng.permutation(np.arange(len(one)) % 2)
        made_up = one.assign(outlet=np.where(halves == 1, "North", "South"))
        found.append(brief(made_up, seed=k)["rests_on"].eq("test").any())
    return float(np.mean(found))


def planted_label(outlets: pd.DataFrame) -> float:
    """1 where the brief on 40 articles tells “captives” from “hostages” with evidence of both, by a test; else 0."""
    some = _forty(outlets)
    texts = [f"{text}\n\n{HELD}" for text in some["text"]]
    turned = [text.replace("hostages", "captives") for text in texts]
    some["text"] = np.where(some["outlet"].eq("North"), turned, texts)
    found = brief(some)
    tested = found[found["rests_on"].eq("test") & found["sentence"].str.contains("captives|hostages")]
    words = _words(tested, some)
    return float(any("captives" in text for text in words) or any("hostages" in text for text in words))


def planted_sources(outlets: pd.DataFrame) -> float:
    """1 where the brief on 40 articles finds, by a test, that one side's sources are unnamed, with evidence there."""
    some = _forty(outlets)
    quotes, north = annotate.run(some, "quotes")[0], some["outlet"].eq("North")
    some["text"] = some["text"].where(~north, [_unnamed(row, quotes) for row in some.to_dict("records")])
    found = brief(some)
    tested = found[found["rests_on"].eq("test") & found["kind"].eq("source")]
    spans = [span for evidence in tested["evidence"] for span in evidence]
    there = set(some.loc[north, "article_id"])
    return float(bool(spans) and np.mean([article in there for article, _, _ in spans]) >= MOSTLY)


def _unnamed(article: dict, quotes: pd.DataFrame) -> str:
    """The text of an article in which every named source has become "a senior official"."""
    named = quotes[quotes["article_id"].eq(article["article_id"]) & quotes["source_class"].eq("named")]
    text = article["text"]
    places = named[["source_start", "source_end"]].dropna().astype(int).drop_duplicates()
    for start, end in sorted(places.itertuples(index=False, name=None), reverse=True):
        text = f"{text[:start]}{UNNAMED}{text[end:]}"
    return text


def _forty(outlets: pd.DataFrame) -> pd.DataFrame:
    """Forty articles of the collection, told apart into two made-up outlets at random."""
    some = outlets.sample(40, random_state=1).copy()
    some["outlet"] = np.where(np.random.default_rng(1).permutation(np.arange(40) % 2) == 1, "North", "South")
    return some


def _words(findings: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """The text of every piece of evidence."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    return [texts[article][start:end] for spans in findings["evidence"] for article, start, end in spans]
