"""The headlines of one story."""

import re

import pandas as pd

from samestory.present.facts import innocent
from samestory.present.facts.kinds.kind import Kind

BESIDE = re.compile(r"\s{2,}|\s*\bhttps?://")  # after which a crawled title is no headline


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North heads its article: Ferry attacked. South heads its article: A dawn of fear.”; of several, one of them."""
    titles = articles.set_index("article_id")["headline"]
    many = articles.groupby([articles["event"].astype("str"), articles[by].astype("str")]).size()
    said = []
    for row in sides.itertuples():
        n = many[str(row.story), str(row.group)]
        one = f"{row.group} heads one of its {n} articles on this" if n > 1 else f"{row.group} heads its article"
        title = BESIDE.split(str(titles[row.article_id]).strip())[0].removesuffix(f" | {row.group}").rstrip(". ")
        said.append(f"{one}: {title}{'' if title.endswith(('?', '!')) else '.'}")
    return " ".join(said)


HEADLINE = Kind("emphasis", "The headlines", "Headlines are often not the reporter’s.", 1, sentence, innocent.unlike)
