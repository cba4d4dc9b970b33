"""Another figure for the same: both sides' exact words, and the verdict; a question where it may be one figure."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “40 dead”. South: “60 dead”. Contradictory: no number is both.”"""
    verdict, _, why = str(sides["differs"].iloc[0]).partition(": ")
    said = "Is it one figure?" if verdict == "may be one figure" else f"{words.capital(verdict)}: {why.rstrip('.')}."
    others = words.rest(sides, articles, by)
    rest = f" In {words.listed(others)} no report of it was found." if others else ""
    each = " ".join(f"{row['group']}: {words.quoted(words.around(row, articles))}." for row in sides.to_dict("records"))
    return f"{each} {said}{rest}"


NUMBER = Kind(
    "figure", "{subject}", "Two reports of one figure, as far as their words show.", 3, sentence, innocent.days,
    phrase="the figures for {subject}",
)  # fmt: skip
