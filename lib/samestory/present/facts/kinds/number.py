"""Another figure for the same: both sides' exact words, of which day each is, and how the two numbers stand."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “40 dead”. South: “60 dead”. Contradictory: no number is both.”, with the days where they differ."""
    verdict, _, why = str(sides["differs"].iloc[0]).partition(": ")
    days = words.days(sides, articles)
    dated = [f" ({days[article]})" if article in days else "" for article in sides["article_id"]]
    said = [words.quoted(words.around(row, articles)) for row in sides.to_dict("records")]
    named = sides["group"].astype("str")
    each = " ".join(f"{name}{day}: {quote}." for name, day, quote in zip(named, dated, said, strict=True))
    return f"{each} {words.capital(verdict)}: {why.rstrip('.')}."


NUMBER = Kind(
    "figure", "{subject}", "Two reports of one figure, as far as their words show.", 3, sentence, innocent.days,
    phrase="the figures for {subject}",
)  # fmt: skip
