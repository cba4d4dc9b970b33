"""Omission, in both directions: what stands in one article of a story and not in another, and why that may be.

An article that lacks something is *not* an outlet that omits it: at one article an outlet there is no telling. So every
absence carries its reason: the article may be older, shorter, or cut from an agency text that had it.
"""

import re
from collections import defaultdict

import pandas as pd

from samestory.compare.passages.alignment import COLUMNS as PAIR
from samestory.compare.passages.stories import stories

PRESENT = "present"
ABSENT = "not in this article"
CUT = "in the shared copy, not here"
EARLIER = "out of scope by date"
ONE_PROPOSITION = 0.4
SHORTER = 0.75  # an article with less than this part of the words of the longest that has it is called shorter


def coverage(
    spans: pd.DataFrame,
    articles: pd.DataFrame,
    item: str,
    *,
    by: str = "outlet",
    copies: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Which articles of a story have an item (a column of any span table), and why the others may lack it.

    One row for each item of a story and article of that story: `story`, `term`, `article_id`, `group`, `mentions`,
    `status` (`present`, `not in this article`, `in the shared copy, not here`, `out of scope by date`) and `reason`.
    `copies` is the table of `passages.shared_copy`. Stories told by one group only are left out.
    """
    told = articles.assign(
        story=stories(articles), group=articles[by], words=[len(t.split()) for t in articles["text"]]
    )
    named = spans[spans[item].notna()].merge(told[["article_id", "story"]], on="article_id")
    by_story = dict(iter(named.groupby("story", sort=False)))
    rows = [
        _row(str(story), str(term), article, mentions, of_story, copies)
        for story, of_story in told.groupby("story", sort=False)
        if story in by_story and of_story["group"].nunique() > 1
        for term, mentions in by_story[story].groupby(item, sort=False, observed=True)
        for article in of_story.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["story", "term", "article_id", "group", "mentions", "status", "reason"])


def one_sided(coverage: pd.DataFrame) -> pd.DataFrame:
    """The items that only one group has in a story, a row each: those with the most mentions first.

    Columns: `story`, `term`, `group` (which has it), `mentions`, `lacking` (the groups whose articles lack it), `why`
    (their statuses and reasons). Items of which some absence is out of scope by date are left out: that is no absence.
    """
    rows = []
    for (story, term), told in coverage.groupby(["story", "term"], sort=False):
        has, lacks = told[told["status"].eq(PRESENT)], told[told["status"].ne(PRESENT)]
        lacking = [group for group in dict.fromkeys(lacks["group"]) if group not in set(has["group"])]
        if has["group"].nunique() == 1 and lacking and not lacks["status"].eq(EARLIER).any():
            why = "; ".join(dict.fromkeys(f"{row.group}: {row.reason}" for row in lacks.itertuples()))
            rows.append((story, term, has["group"].iloc[0], int(has["mentions"].sum()), lacking, why))
    table = pd.DataFrame(rows, columns=["story", "term", "group", "mentions", "lacking", "why"])
    return table.sort_values("mentions", ascending=False, kind="stable", ignore_index=True)


def propositions(pairs: pd.DataFrame) -> pd.DataFrame:
    """The aligned sentences as a span table of propositions: `proposition` names what they share.

    Two pairs state one proposition where they have a sentence in common and share much of the same; its name is what
    its surest pair shares. With `coverage(..., "proposition")` it shows which articles of a story tell it. A sentence
    may state several.
    """
    held: dict[tuple, list[str]] = defaultdict(list)
    for row in pairs.sort_values("score", ascending=False, kind="stable").to_dict("records"):
        a, b = _key(row, "a"), _key(row, "b")
        name = next((known for known in [*held[a], *held[b]] if _alike(known, row["shared"])), row["shared"])
        for key in (a, b):
            if name not in held[key]:
                held[key].append(name)
    rows = [(*key, name) for key, names in held.items() for name in names]
    table = pd.DataFrame(rows, columns=["article_id", "start", "end", "text", "proposition"])
    return table.sort_values(["article_id", "start"], kind="stable", ignore_index=True)


def _alike(one: str, other: str) -> bool:
    """Whether two names of propositions have at least the part ONE_PROPOSITION of their words in common."""
    first, second = (set(name.lower().split("; ")) for name in (one, other))
    return len(first & second) >= ONE_PROPOSITION * len(first | second)


def only_here(sentences: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The sentences that no aligned pair holds: what one article tells and, as far as was seen, no other does."""
    aligned = {_key(row, side)[:2] for row in pairs[PAIR].to_dict("records") for side in "ab"}
    held = [key in aligned for key in zip(sentences["article_id"], sentences["start"], strict=True)]
    return sentences[[not h for h in held]].reset_index(drop=True)


def _key(pair: dict, side: str) -> tuple:
    return tuple(pair[f"{name}_{side}"] for name in ("article", "start", "end", "text"))


def _row(
    story: str, term: str, article: dict, mentions: pd.DataFrame, told: pd.DataFrame, copies: pd.DataFrame | None
) -> tuple:
    count = int(mentions["article_id"].eq(article["article_id"]).sum()) or _written(term, article["text"])
    status, reason = (PRESENT, "") if count else _absence(article, mentions, told, copies)
    return story, term, article["article_id"], article["group"], count, status, reason


def _written(term: str, text: str) -> int:
    """How often an article has the very words of the item, even where the annotator did not see it."""
    return len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", text))


def _absence(article: dict, mentions: pd.DataFrame, told: pd.DataFrame, copies: pd.DataFrame | None) -> tuple[str, str]:
    """Why an article may lack what others of its story have."""
    having = told[told["article_id"].isin(mentions["article_id"])]
    days = [day for day in having["published"] if isinstance(day, pd.Period)]
    mine = article["published"]
    if isinstance(mine, pd.Period) and len(days) == len(having) and mine.end_time < min(d.start_time for d in days):
        return EARLIER, "published before any article that has it"
    if copies is not None and _cut(article["article_id"], mentions, copies):
        return CUT, "it shares the copy in which another article has it"
    if not isinstance(mine, pd.Period) or mine.freqstr.startswith("M"):
        return ABSENT, "its day is unknown: it may be older"
    if article["words"] < SHORTER * having["words"].max():
        return ABSENT, f"a shorter article ({article['words']:,} of {having['words'].max():,} words)"
    return ABSENT, "no reason in date, length or shared copy"


def _cut(article: str, mentions: pd.DataFrame, copies: pd.DataFrame) -> bool:
    """Whether a mention stands in copy shared with a third article, and this article shares copy with either."""
    near = set(copies.loc[copies["article_id"].eq(article), "other"])
    for mention in mentions.to_dict("records"):
        inside = (
            copies["article_id"].eq(mention["article_id"])
            & copies["start"].le(mention["start"])
            & copies["end"].gt(mention["start"])
        )
        thirds = set(copies.loc[inside, "other"]) - {article}
        if thirds and near & (thirds | {mention["article_id"]}):
            return True
    return False
