"""What each family of tests says where there is nothing to say, and in collections too small for any test.

Events are dealt whole to two made-up outlets: articles that tell one story resemble each other, so a test that took
them for independent would find differences between any two heaps of stories. Needs a folder of articles of several
outlets (`gold/../corpora/three_outlets`); the articles are annotated once, and dealt anew in every trial.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
from samestory import annotate, corpus
from samestory.compare import framing, inference, voices, words
from samestory.compare.framing import emphasis
from samestory.corpus import language

TRIALS = 100
SMALL_TRIALS = 60
SMALL = (1, 2, 3, 4)  # articles a side
FAMILIES = ("terms", "labels", "voices", "framing")
KINDS = ("quotes", "labels", "cues")
Spans = Mapping[str, pd.DataFrame]


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """`(measure, reached, target)`: the share of trials in which a family has a difference, and the most allowed."""
    articles = corpus.articles(gold.parent / "corpora" / "three_outlets")
    spans = dict(zip(KINDS, annotate.run(articles, *KINDS), strict=True)) | {"words": language.words(articles)}
    dealt = [found(some, spans, seed) for seed, some in enumerate(deals(articles, TRIALS))]
    small = [found(some, spans, seed) for seed, some in enumerate(few(articles, SMALL_TRIALS))]
    return [
        *(
            (f"placebo: events dealt whole, {name}", np.mean([name in trial for trial in dealt]), 0.05)
            for name in FAMILIES
        ),
        ("placebo: events dealt whole, any family", np.mean([bool(trial) for trial in dealt]), 0.05),
        ("placebo: 1 to 4 articles a side, any family", np.mean([bool(trial) for trial in small]), 0.0),
    ]


def deals(articles: pd.DataFrame, trials: int) -> Iterable[pd.DataFrame]:
    """The articles of whole events under the name of one of two outlets, dealt anew in each trial."""
    rng = np.random.default_rng(1)
    events = articles["event"].unique()
    for _ in range(trials):
        side = dict(zip(events, rng.permutation(np.arange(len(events)) % 2), strict=True))
        yield articles.assign(outlet=np.where(articles["event"].map(side).eq(1), "North", "South"))


def few(articles: pd.DataFrame, trials: int) -> Iterable[pd.DataFrame]:
    """A few articles of one outlet, the outlets by turns, split at random into two."""
    rng = np.random.default_rng(2)
    by_outlet = [one for _, one in articles.groupby("outlet", sort=False)]
    for k in range(trials):
        side = SMALL[k % len(SMALL)]
        some = by_outlet[k % len(by_outlet)].iloc[rng.permutation(30)[: 2 * side]]
        yield some.assign(outlet=["North"] * side + ["South"] * side)


def found(articles: pd.DataFrame, spans: Spans, seed: int) -> set[str]:
    """The families of tests that find a difference between the outlets of these articles."""
    here = {kind: table[table["article_id"].isin(articles["article_id"])] for kind, table in spans.items()}
    tables = {
        "terms": words.keyness(articles, seed=seed),
        "labels": words.contrasts(here["labels"], articles, seed=seed),
        "voices": voices.anonymity(voices.attributed(here["quotes"], articles), articles, seed=seed),
        "framing": framing_tests(here, articles, seed),
    }
    return {name for name, table in tables.items() if table["p_adjusted"].le(inference.ALPHA).any()}


def framing_tests(spans: Spans, articles: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The family of framing, with subjects in the place of figures too: as many tests, from fewer annotators."""
    cues = framing.each_article(spans["cues"], spans["words"], articles)
    subjects = emphasis.by_article(emphasis.places(spans["labels"], articles, "referent"), spans["words"])
    return framing.tests(cues, subjects.iloc[:0], subjects, articles, seed=seed)
