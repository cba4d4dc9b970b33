"""The tables of notebook 4 that show facts with their tellings."""

import pandas as pd
from IPython.display import HTML

from samestory.compare.facts import addresses
from samestory.compare.facts.manner import PRONOUNS, speaks
from samestory.compare.facts.retold import SURE
from samestory.present import show
from samestory.present.evidence import marked
from samestory.present.facts import gate
from samestory.present.facts.pairs import VOICES, column
from samestory.present.facts.words import listed
from samestory.present.style import outlet_marks

SHOWN = 12  # facts on a page
POSSESSIVE = ("’s", "'s")  # whose call or claim it is, which need not be who tells it here
COLUMNS = ["story", "kind", "subject", "group", "text", "paragraph", "voice", "differs"]


def differences(differences: pd.DataFrame, audited: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Each difference and side as a row: what of, who writes what, where, how they differ, and how sure its kind is.

    Without accounts of other events, which differ in nothing that both tell, and without kinds that were wrong more
    often than right when read. Of a headline the text is the headline.
    """
    known = differences["kind"].ne("other event") & ~differences["kind"].map(gate.mostly_wrong).astype(bool)
    differences = differences[known]
    headline = differences["article_id"].map(articles.set_index("article_id")["headline"])
    text = headline.where(differences["kind"].eq("headline") & headline.notna(), differences["text"])
    differences = differences.assign(text=text)
    ours = {row.part: f"on your articles right {row.right} of {row.read}" for row in audited.itertuples()}
    sure = differences["kind"].map(lambda kind: ours.get(kind) or gate.certainty(kind))
    return differences[COLUMNS].assign(sure=sure)


def elsewhere(articles: pd.DataFrame) -> str:
    """Which articles stand on another outlet's site, so that they are compared as nobody's; nothing where none does."""
    sites = addresses.elsewhere(articles)
    found = articles.assign(site=sites)[sites.notna()]
    said = [f"an article of {row.outlet} at {row.site}" for row in found.itertuples()]
    named = listed(list(dict.fromkeys(said)))
    return f"What stands on the site of another outlet is set beside none: {named}." if said else ""


def reading(tellings: pd.DataFrame, sentences: pd.DataFrame) -> str:
    """How many facts are surely told by more than one group, and in how many of the sentences, in one sentence."""
    shown = _sure(tellings)
    if shown.empty:
        return "No fact was found that two of them tell: either they tell different things, or in quite other words."
    held = shown.drop_duplicates(["article_id", "start"])
    found = show.many(shown["fact"].nunique(), "fact")
    return f"{found} surely told by more than one; they stand in {len(held):,} of {len(sentences):,} sentences."


def side_by_side(tellings: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", limit: int = SHOWN) -> HTML:
    """The surest facts, each with its tellings beside each other, the groups always in one order."""
    shown = _sure(tellings)
    first = shown["fact"].drop_duplicates().head(limit)
    marks = outlet_marks(articles[by].astype("str"))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    facts = (_fact(rows, texts, marks) for _, rows in shown[shown["fact"].isin(first)].groupby("fact", sort=False))
    rest = shown["fact"].nunique() - len(first)
    file = f'<a href="{show.TABLES}/tellings.csv">tellings.csv</a>'
    more = f'<p class="rest">{show.many(rest, "more fact")} in {file}.</p>' if rest > 0 else ""
    return HTML("".join(facts) + more)


def _sure(tellings: pd.DataFrame) -> pd.DataFrame:
    """The facts that several groups surely tell, with the sentences that surely do."""
    sure = tellings[tellings["level"].eq("show") & tellings["score"].ge(SURE)]
    return sure[sure.groupby("fact")["group"].transform("nunique").gt(1)]


def _fact(tellings: pd.DataFrame, texts: dict[str, str], marks: dict) -> str:
    order = list(marks)
    columns = (
        column(
            [str(row.group)],
            marked(texts[row.article_id], row.start, row.end, []),
            _where(row, texts[row.article_id][row.start : row.end]),
            marks,
        )
        for row in sorted(tellings.drop_duplicates("group").itertuples(), key=lambda row: order.index(str(row.group)))
    )
    return f'<div class="difference"><div class="sides">{"".join(columns)}</div></div>'


def _where(telling, text: str) -> str:
    """Where a telling stands and whose it is; of what says I or we in no quotation that is not said."""
    source = "" if pd.isna(telling.source) else str(telling.source)
    named = source.lower() not in {*PRONOUNS, ""} and not source.endswith(POSSESSIVE)
    said = f"source: {source}" if named else VOICES.get(str(telling.voice), "own words")
    whose = "" if not named and speaks(text) else f" · {said}"
    return f"paragraph {telling.paragraph} of {telling.paragraphs}{whose}"
