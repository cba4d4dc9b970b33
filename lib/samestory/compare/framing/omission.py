"""Omission, in both directions: what stands in one article of a story and not in another, and why that may be.

An article that lacks something is *not* an outlet that omits it: at one article an outlet there is no telling. So every
absence carries its reason: the article may be older, shorter, or cut from an agency text that had it.
"""

import re
from collections import defaultdict

import pandas as pd

from samestory.compare import groups
from samestory.compare.facts.alignment import SIDE_BY_SIDE as PAIR
from samestory.compare.facts.stories import stories
from samestory.corpus import reading

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
    `copies` is the table of `framing.shared_copy`. Stories told by one group only are left out.
    """
    held = _by_article(copies)
    story_of = dict(zip(articles["article_id"], stories(articles), strict=True))
    places: dict[tuple, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    named = spans[spans[item].notna()]
    for article, term, start in zip(named["article_id"], named[item], named["start"], strict=True):
        if article in story_of:
            places[story_of[article], str(term)][article].append(start)
    told: dict[object, list[dict]] = defaultdict(list)
    for row in reading.read(articles).assign(group=groups.of(articles, by)).to_dict("records"):
        told[story_of[row["article_id"]]].append(row | {"words": len(row["text"].split())})
    rows = [
        _row(str(story), term, article, starts, told[story], held)
        for (story, term), starts in places.items()
        if len({article["group"] for article in told[story]}) > 1
        for article in told[story]
    ]
    return pd.DataFrame(rows, columns=["story", "term", "article_id", "group", "mentions", "status", "reason"])


def one_sided(coverage: pd.DataFrame) -> pd.DataFrame:
    """The items that only one group has in a story, a row each: those with the most mentions first.

    Columns: `story`, `term`, `group` (which has it), `mentions`, `lacking` (the groups whose articles lack it), `why`
    (their statuses and reasons). Items of which some absence is out of scope by date are left out: that is no absence.
    """
    found: dict[tuple, list[dict]] = defaultdict(list)
    for row in coverage.to_dict("records"):
        found[row["story"], row["term"]].append(row)
    rows = []
    for (story, term), told in found.items():
        has, lacks = ([row for row in told if (row["status"] == PRESENT) is present] for present in (True, False))
        groups = {row["group"] for row in has}
        lacking = [group for group in dict.fromkeys(row["group"] for row in lacks) if group not in groups]
        if len(groups) == 1 and lacking and not any(row["status"] == EARLIER for row in lacks):
            why = "; ".join(dict.fromkeys(f"{row['group']}: {row['reason']}" for row in lacks))
            rows.append((story, term, has[0]["group"], sum(row["mentions"] for row in has), lacking, why))
    table = pd.DataFrame(rows, columns=["story", "term", "group", "mentions", "lacking", "why"])
    return table.sort_values("mentions", ascending=False, kind="stable", ignore_index=True)


def bodies(mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions by name of people, peoples and bodies: without places, which are named by habit of a dateline."""
    return mentions[mentions["kind"].ne("place")]


def propositions(pairs: pd.DataFrame) -> pd.DataFrame:
    """The aligned sentences as a span table of propositions: `proposition` names what they share.

    Two pairs state one proposition where they have a sentence in common and share much of the same; its name is what
    its surest pair shares; a pair of whole articles, one text edited, names none. With
    `coverage(..., "proposition")` it shows which articles of a story tell it. A sentence may state several.
    """
    held: dict[tuple, list[str]] = defaultdict(list)
    sentences = pairs[pairs["shared"].notna()]
    for row in sentences.sort_values("score", ascending=False, kind="stable").to_dict("records"):
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


Held = dict[str, list[tuple[int, int, str]]]


def _by_article(copies: pd.DataFrame | None) -> Held:
    """The shared passages of each article: where each starts and ends, and with whom it is shared."""
    held: Held = defaultdict(list)
    if copies is not None:
        for article, *passage in copies[["article_id", "start", "end", "other"]].itertuples(index=False, name=None):
            held[article].append((passage[0], passage[1], passage[2]))
    return held


def _row(story: str, term: str, article: dict, starts: dict[str, list[int]], told: list[dict], held: Held) -> tuple:
    name = article["article_id"]
    count = len(starts.get(name, ())) or _written(term, article["text"])
    status, reason = (PRESENT, "") if count else _absence(article, starts, told, held)
    return story, term, name, article["group"], count, status, reason


def _written(term: str, text: str) -> int:
    """How often an article has the very words of the item, even where the annotator did not see it."""
    return len(re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", text)) if term in text else 0


def _absence(article: dict, starts: dict[str, list[int]], told: list[dict], held: Held) -> tuple[str, str]:
    """Why an article may lack what others of its story have."""
    having = [other for other in told if other["article_id"] in starts]
    days = [other["published"] for other in having if isinstance(other["published"], pd.Period)]
    mine, most = article["published"], max(other["words"] for other in having)
    if isinstance(mine, pd.Period) and len(days) == len(having) and mine.end_time < min(d.start_time for d in days):
        return EARLIER, "published before any article that has it"
    if _cut(article["article_id"], starts, held):
        return CUT, "it shares the copy in which another article has it"
    if not isinstance(mine, pd.Period) or mine.freqstr != "D":
        return ABSENT, "its day is unknown: it may be older"
    if article["words"] < SHORTER * most:
        return ABSENT, f"a shorter article ({article['words']:,} of {most:,} words)"
    return ABSENT, "no reason in date, length or shared copy"


def _cut(article: str, starts: dict[str, list[int]], held: Held) -> bool:
    """Whether a mention stands in copy shared with a third article, and this article shares copy with either."""
    near = {other for _, _, other in held.get(article, ())}
    return any(
        other != article and bool(near & {other, name})
        for name, places in starts.items()
        for start, end, other in held.get(name, ())
        if any(start <= place < end for place in places)
    )
