"""Who is quoted in one account of a story only."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“In quotation marks only North has Ada Lind: “…”; also Bo Ek; others. Only South has Cleo Day: “…”.”

    Of who has none of them: “East has neither.”, of more than two people “none of them”.
    """
    said: list[str] = []
    for group, rows in sides[sides["start"].notna()].groupby("group", sort=False):
        first, *more = rows.to_dict("records")
        named = [str(row["source"]) for row in more] + words.unnamed(first["differs"], group)
        also = f"; also {'; '.join(named)}" if named else ""
        only = "Only" if said else "In quotation marks only"
        said.append(f"{only} {group} has {first['source']}: {words.quoted(first['text'])}{also}.")
    lacks = list(dict.fromkeys(sides.loc[sides["start"].isna(), "group"].astype("str")))
    none = "none of them" if sides["start"].notna().sum() > 2 else "neither"
    return " ".join(
        [*said, *([f"{words.listed(lacks)} {'have' if len(lacks) > 1 else 'has'} {none}."] if lacks else [])]
    )


SPEAKERS = Kind("source", "{subject}", "Words inside quotation marks, in these articles only.", 1, sentence,
                innocent.others, phrase="who is quoted")  # fmt: skip
