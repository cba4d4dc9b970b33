"""Named again and again here, never there."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North names Ada Lind (“Ada Lind spoke of 40 dead”). South does not.”, or “speaks of” a thing."""
    has, also, lacks = words.split(sides)
    around = words.quoted(words.around(has.to_dict(), articles))
    too = f"; {words.listed(also)} too" if also else ""
    others = words.rest(sides, articles, by)
    unsure = f" Of {words.listed(others)} it is not sure." if others else ""
    person = str(has["text"]).split()[-1] in str(has["subject"]).split()
    tells, does = "names" if person else "speaks of", "does" if len(lacks) == 1 else "do"
    never = f"{does} not" if person else f"never {does}"
    return f"{has['group']} {tells} {has['subject']} ({around}){too}. {words.listed(lacks)} {never}.{unsure}"


NEVER_NAMED = Kind(
    "omission", "{subject}", "Looked for in these articles only.", 2, sentence, innocent.lacking,
    phrase="naming {subject}",
)  # fmt: skip
