"""A hedge, a heightening or a limit in one account only of a fact that both tell."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “as many as 40 …”. South, without “as many as”: “…”.”"""
    first, second = sides.to_dict("records")
    here = words.quoted(words.around(first, articles))
    return f"{first['group']}: {here}. {second['group']}, without “{first['text']}”: {words.quoted(second['text'])}."


WORDING = Kind("edit", "The same, worded otherwise", "Paired by the words the sentences share.", 2, sentence,
               innocent.wire)  # fmt: skip
