"""Another word for the same: each outlet's own, and whether the others have one of them."""

import re

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind

CAVEAT = "Words outside quotation marks, in these articles only."


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“Those who attacked: North “a gunman”, South “the suspect”, each in its own words.”"""
    own = ", each in its own words" if sides["voice"].isin(["narrator"]).all() else ""
    named = "For the same thing" if sides["fact"].notna().any() else words.capital(sides["subject"].iloc[0])
    each = words.listed([f"{row.group} {words.quoted(row.text)}" for row in sides.itertuples()], joint=", ")
    return f"{named}: {each}{own}.{_others(sides, articles, by)}"


def _others(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """What of these words stands in the articles of the groups that are no side."""
    said = []
    for name in words.rest(sides, articles, by):
        text = "\n".join(articles.loc[articles[by].astype("str").eq(name), "text"])
        found = [m[0] for word in sides["text"] if (m := re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))]
        held = words.listed([f"“{word}”" for word in dict.fromkeys(found)])
        said.append(f" {name} has {held} too." if found else f" {name} has none of these words.")
    return "".join(said)


NAMING = Kind("label", "{subject}", CAVEAT, 4, sentence, innocent.wire)
OTHER_WORD = Kind(
    "label", "One thing, two words",
    "Words outside quotation marks, in sentences that were taken to tell one fact.", 2, sentence, innocent.wire,
)  # fmt: skip
DESCRIPTION = Kind("label", "{subject}", CAVEAT, 1, sentence, innocent.wire)
