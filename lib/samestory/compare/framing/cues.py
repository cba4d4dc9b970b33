"""How often each outlet uses the cues of a family, in its own voice and in others', article by article."""

import re
from collections import Counter

import pandas as pd

from samestory.annotate import spans
from samestory.compare import groups, inference
from samestory.compare.facts.stories import stories
from samestory.compare.inference import ALPHA
from samestory.corpus import known

PER = 1000  # words
TEST = "cues"
UNSURE = "unsure"  # the voice of a cue that may be somebody else's
SAYING = re.compile(rf"\b(?:{'|'.join(known.words('words by which somebody else speaks'))})\b", re.IGNORECASE)
POST = re.compile(r"(?:—|--) ?[^\n(]{2,60}\(@\w+\)")  # who posted what stands before it
BREAK = re.compile(r"\s*\n\s*")  # between paragraphs


def rates(
    cues: pd.DataFrame,
    words: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    tests: pd.DataFrame | None = None,
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """The rate of each family of cues in each group, one row each.

    Columns: `family`, `group`, `hits`, of them `own` (in the article's own voice: neither quoted nor attributed; all of
    them where `cues` has no `voice`), `articles` with a hit `of` all, `words`, `per_1000` (hits in own voice in 1,000
    words), `other_per_1000` (that of the other groups together), and `statistic`, `p`, `p_adjusted` of
    the rates of articles from the family of `tests` (`inference.tests`, with the values of `by_article`, test TEST);
    without, the rates are a family of their own.
    """
    each = by_article(cues, words, articles, by=by)
    if tests is None:
        measured = inference.values(each, TEST, item="family", value="per_1000")
        tests = inference.tests(measured, articles, by=by, permutations=permutations, seed=seed)
    table = inference.beside(_by_group(each), tests, TEST, item="family")
    return table.assign(group=groups.in_order(table["group"], articles, by))


COLUMNS = [
    "family", "group", "hits", "own", "articles", "of", "words", "per_1000", "other_per_1000",
]  # fmt: skip


def by_article(cues: pd.DataFrame, words: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row an article and family: `family`, `article_id`, `group`, `event`, `hits`, `own`, `words`, `per_1000`."""
    own = cues["voice"].eq("narrator") if "voice" in cues else pd.Series(True, index=cues.index)
    counted = cues.assign(own=own).groupby(["family", "article_id"])["own"].agg(hits="size", own="sum")
    families = list(dict.fromkeys(cues["family"]))
    index = pd.MultiIndex.from_product([families, articles["article_id"]], names=["family", "article_id"])
    table = counted.reindex(index, fill_value=0).reset_index()
    table = groups.beside(table, articles, by, "event")
    table["words"] = table["article_id"].map(words.groupby("article_id").size()).fillna(0).astype("int64")
    return table.assign(per_1000=PER * table["own"] / table["words"].clip(lower=1))


def _by_group(each: pd.DataFrame) -> pd.DataFrame:
    """The articles of each family and group, summed: the columns of `COLUMNS`."""
    told = each.assign(any=each["hits"].gt(0)).groupby(["family", "group"], sort=False, observed=True)
    table = told.agg(
        hits=("hits", "sum"), own=("own", "sum"), articles=("any", "sum"), of=("hits", "size"), words=("words", "sum")
    ).reset_index()  # fmt: skip
    order = pd.Series(pd.factorize(table["family"])[0], table.index)
    table = table.assign(order=order, place=table["group"].cat.codes).sort_values(["order", "place"], ignore_index=True)
    others = table.groupby("family", sort=False)[["own", "words"]].transform("sum") - table[["own", "words"]]
    rate, other = (PER * side["own"] / side["words"].where(side["words"].gt(0)) for side in (table, others))
    return table.assign(per_1000=rate.fillna(0.0), other_per_1000=other)[COLUMNS]


def grave(cues: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The cues of need, as `term` the word of their class that stands most often in the story: injured, not wounded."""
    found = cues[cues["family"].eq("humanitarian")]
    story = found["article_id"].map(dict(zip(articles["article_id"], stories(articles), strict=True)))
    return found.assign(term=found["text"].str.lower().groupby([story, found["term"]]).transform(_commonest))


def _commonest(words: pd.Series) -> str:
    return Counter(words).most_common(1)[0][0]


def of_families(cues: pd.DataFrame, articles: pd.DataFrame, families: tuple[str, ...]) -> pd.DataFrame:
    """The cues of some families; the `voice` is `unsure` where the narrator's sentence may be somebody else's.

    It may where it says that somebody says something (“says the agency, they might”), after a paragraph that ends in a
    colon, and in a post of somebody's.
    """
    chosen = cues[cues["family"].isin(families)]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    where = spans.position(chosen, articles)
    sides = zip(chosen["article_id"], where["sentence_start"], where["sentence_end"], strict=True)
    others = pd.Series([_may_be_others(texts[name], a, b) for name, a, b in sides], chosen.index, dtype="bool")
    return chosen.assign(voice=chosen["voice"].mask(chosen["voice"].eq("narrator") & others, UNSURE))


def _may_be_others(text: str, start: int, end: int) -> bool:
    """Whether the sentence at this place may give somebody else's words: see `of_families`."""
    opening = text.rfind("\n", 0, start) + 1
    paragraphs = BREAK.split(text[opening:], maxsplit=2)[:2]  # its own, and the next, which may name who posted it
    posted = any(map(POST.search, paragraphs))
    return posted or bool(SAYING.search(text, start, end)) or text[:opening].rstrip().endswith(":")


def telling(rates: pd.DataFrame) -> pd.DataFrame:
    """The rates that say something: of families in which a difference stands, or of one article a group.

    Rates of a few articles each that no test tells apart say how their writers write that day.
    """
    stands = rates.loc[rates["p_adjusted"].le(ALPHA), "family"]
    return rates if len(rates) and rates["of"].max() == 1 else rates[rates["family"].isin(stands)]
