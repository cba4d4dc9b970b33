"""Stated in the outlet's own words here, given to a source there."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North, in its own words: “…”. South has it from a trade union: “…”.”"""
    own, given = sides.to_dict("records")
    others = words.rest(sides, articles, by)
    rest = f" {words.listed(others)} was not compared in this." if others else ""
    said = f"{given['group']} has it from {given['source']}: {words.quoted(given['text'])}"
    return f"{own['group']}, in its own words: {words.quoted(own['text'])}. {said}.{rest}"


VOICE = Kind("source", "In whose voice", "Paired by the words the sentences share.", 2, sentence, innocent.wire)
