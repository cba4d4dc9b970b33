"""The headlines of one story."""

import re

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind

HEADS = ("headline", "turn")  # the kinds of which the words are headlines
BESIDE = re.compile(
    r"\s{2,}(?![a-z–—-])|\s*\bhttps?://|\s+[|:] [A-Z][\w. ]{2,24}$|\s*\(\+?video\)$"
)  # after which a crawled title is no headline


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“The headlines: North “Ferry attacked”, South “A dawn of fear”.”, with days if not of one."""
    days, titles = words.days(sides, articles), articles.set_index("article_id")["headline"].map(title)
    names = [f"{row.group} ({days[row.article_id]})" if days else str(row.group) for row in sides.itertuples()]
    each = [f"{name} “{titles[row.article_id]}”" for name, row in zip(names, sides.itertuples(), strict=True)]
    return f"The headlines: {words.listed(each, joint=', ')}."


def of_turns(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“The headlines, perhaps of two turns of one matter: North (4 May 2031) “…”, South (5 May 2031) “…”.”"""
    return sentence(sides, articles, by).replace(
        "The headlines:", "The headlines, perhaps of two turns of one matter:", 1
    )


def title(headline: object) -> str:
    """A headline without what the page that was crawled puts behind it."""
    return BESIDE.split(str(headline).strip())[0]


HEADLINE = Kind("emphasis", "The headlines", "Headlines are often not the reporter’s.", 1, sentence, innocent.unlike,
                phrase="{subject}")  # fmt: skip
TURN = Kind("emphasis", "The headlines, perhaps of two turns of it", HEADLINE.caveat, 1, of_turns, innocent.unlike,
            phrase="{subject}")  # fmt: skip
