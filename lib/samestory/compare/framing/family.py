"""The tests of framing: one family, corrected together."""

import pandas as pd

from samestory.compare import inference
from samestory.compare.framing import cues

FIGURES, SUBJECTS = "first mention of a figure", "first mention of a subject"


def tests(
    cue_each: pd.DataFrame,
    figure_each: pd.DataFrame,
    subject_each: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """The tests of how often cues are used and where figures and subjects are first mentioned, as one family.

    `cue_each` is the table of `cues.by_article`, the other two are of `emphasis.by_article`. Columns as in
    `inference.tests`; `test` is `cues`, `first mention of a figure` or `first mention of a subject`.
    """
    measured = [
        inference.values(cue_each, cues.TEST, item="family", value="per_1000"),
        inference.values(figure_each, FIGURES, item="term", value="first"),
        inference.values(subject_each, SUBJECTS, item="term", value="first"),
    ]
    values = pd.concat(measured, ignore_index=True)
    return inference.tests(values, articles, by=by, permutations=permutations, seed=seed)
