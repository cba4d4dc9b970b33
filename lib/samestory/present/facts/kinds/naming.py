"""Another word for the same: each outlet's own, and whether the others have one of them."""

import re

import pandas as pd

from samestory.compare.facts.across import EVERY
from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind

FEW = 3  # sides, beyond which it is not said in how many articles
CAVEAT = "Words outside quotation marks, in these articles only."


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“Those who attacked: North “a gunman”, South “the suspect”, each in its own words.”"""
    if sides["story"].iloc[0] == EVERY:
        return _across(sides)
    own = ", each in its own words" if sides["voice"].isin(["narrator"]).all() else ""
    named = "For the same thing" if sides["fact"].notna().any() else words.capital(sides["subject"].iloc[0])
    each = words.listed([f"{row.group} {words.quoted(row.text)}" for row in sides.itertuples()], joint=", ")
    return f"{named}: {each}{own}.{_others(sides, articles, by)}"


def _across(sides: pd.DataFrame) -> str:
    """“Those who attacked: “gunmen” at North (9 of 10 times), “fighters” at South (8 times), in their own words.”"""
    counts = str(sides["differs"].iloc[0]).split("; ")
    told = sides.assign(often=[count.partition(",")[0] if len(counts) > FEW else count for count in counts])
    each = [
        f"“{rows['text'].iloc[0]}” at {words.listed([f'{row.group} ({row.often})' for row in rows.itertuples()])}"
        for _, rows in told.groupby(told["text"].str.casefold(), sort=False)
    ]
    return f"{words.capital(sides['subject'].iloc[0])}: {words.listed(each, joint=', ')}, in their own words."


def of_one(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“Those who attacked: North alone says “terrorists” in its own words (5 of 10 times); South “militants” (3 …).”"""
    counts = str(sides["differs"].iloc[0]).split("; ")
    said = [f"{words.quoted(text)} ({often})" for text, often in zip(sides["text"], counts, strict=True)]
    first, *groups = sides["group"].astype("str")
    rest = words.listed([f"{group} {word}" for group, word in zip(groups, said[1:], strict=True)], joint=", ")
    return f"{words.capital(sides['subject'].iloc[0])}: {first} alone says {said[0]} in its own words; {rest}."


def _others(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """What of these words stands in the articles of the groups that are no side."""
    said = []
    for name in words.rest(sides, articles, by):
        text = "\n".join(articles.loc[articles[by].astype("str").eq(name), "text"])
        found = [m[0] for word in sides["text"] if (m := re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))]
        held = words.listed([f"“{word}”" for word in dict.fromkeys(found)])
        said.append(f" {name} has {held} too." if found else f" {name} has none of these words.")
    return "".join(said)


def _wire(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """An agency whose wording it may be; of many articles one agency explains nothing."""
    return "" if has["story"].iloc[0] == EVERY else innocent.wire(has, lacks, articles)


NAMING = Kind("label", "{subject}", CAVEAT, 4, sentence, _wire, phrase="the words for {subject}")
OTHER_WORD = Kind(
    "label", "One thing, two words",
    "Words outside quotation marks, in sentences that were taken to tell one fact.", 2, sentence, innocent.wire,
    phrase="the words for one thing",
)  # fmt: skip
DESCRIPTION = Kind("label", "{subject}", CAVEAT, 1, sentence, innocent.wire, phrase="the words for {subject}")
OWN_LABEL = Kind("label", "{subject}", CAVEAT, 2, of_one, innocent.wire, phrase="the words for {subject}")
CALLED = Kind(
    "label", "What is reported: {subject}", "Words of their first paragraphs, outside quotation marks.", 2, sentence,
    innocent.wire, phrase="the words for what is reported",
)  # fmt: skip
