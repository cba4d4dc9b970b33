"""Who is quoted in one account of a story only."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“In quotation marks only North has Ada Lind: “…”; also Bo Ek. Only South has Cleo Day: “…”.”"""
    said: list[str] = []
    for group, rows in sides.groupby("group", sort=False):
        first, *more = rows.to_dict("records")
        also = f"; also {words.listed([str(row['source']) for row in more])}" if more else ""
        only = "In quotation marks only" if not said else "Only"
        said.append(f"{only} {group} has {first['source']}: {words.quoted(first['text'])}{also}.")
    return " ".join(said)


SPEAKERS = Kind("source", "{subject}", "Words inside quotation marks, in these articles only.", 1, sentence,
                innocent.others, phrase="who is quoted")  # fmt: skip
