"""First here, late there."""

import pandas as pd

from samestory.present.facts import words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North opens with it: “…”. South comes to it in paragraph 17 of 24: “…”.”"""
    first, last = sides.to_dict("records")
    where = f"paragraph {last['paragraph']} of {last['paragraphs']}"
    opens = "opens with it" if first["paragraph"] == 1 else f"tells it in paragraph {first['paragraph']}"
    said = f"{first['group']} {opens}: {words.quoted(first['text'])}"
    return f"{said}. {last['group']} comes to it in {where}: {words.quoted(last['text'])}."


ORDER = Kind("emphasis", "What comes first", "Paired by the words the sentences share.", 1, sentence)
