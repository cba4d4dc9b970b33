"""The articles, as page 1 and the foot of every other page show them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare import framing
from samestory.compare.facts import pieces
from samestory.present import evidence

SHOWN = ["outlet", "published", "headline", "piece", "credit", "reporters", "event", "path"]
PIECES = {"ahead": "written ahead", "guide": "list or guide"}  # where an article is not published as opinion


def articles(articles: pd.DataFrame) -> pd.DataFrame:
    """One row an article: outlet, date with its precision, headline, piece, credit, reporters, event and file.

    `piece` says of what is not a report what it is; `event` is missing where one article alone tells it.
    """
    told = articles.assign(piece=[_piece(row) for row in articles.itertuples()])
    if "event" in told:
        told = told.assign(event=told["event"].where(told["event"].duplicated(keep=False)))
    empty = [column for column in ("piece", "event") if column in told and told[column].isna().all()]
    return told[[column for column in SHOWN if column in told and column not in empty]]


def _piece(article) -> str | None:
    """Opinion, by headline, address or a note in the text; a list or guide; written ahead: None for a report."""
    return "opinion" if pieces.labelled(article) else PIECES.get(pieces.kind(article))


def files(articles: pd.DataFrame) -> pd.DataFrame:
    """One row an article: its file, where its text begins in it, and the SHA-256 of that text."""
    return articles[["article_id", "path", "offset", "sha256"]]


def receipt(receipt: pd.DataFrame) -> pd.DataFrame:
    """One row a file that was brought: what it was read as, and what of it was left out or assumed, and why.

    Those of which something was left out or assumed come first.
    """
    shown = receipt.drop(columns="sha256", errors="ignore").replace("", None)
    if shown.empty:
        return shown
    plain = shown["reason"].isna() & shown["assumed"].isna()
    return shown.loc[plain.sort_values(kind="stable").index]


def corrections(corrections: pd.DataFrame) -> pd.DataFrame:
    """The corrections in their own words, and the figures they name."""
    return corrections[["group", "text", "figures"]]


def stories(stories: pd.DataFrame) -> pd.DataFrame:
    """One row a story that several tell: their headlines, how many tell it, and its days; its name only where given."""
    hidden = [] if stories["named"].eq("given").any() else ["story"]
    return stories.drop(columns=["named", *hidden])


def passages(copies: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The shared passages, folded, of articles that share a paragraph's worth."""
    return evidence.show(framing.paragraphs(copies), articles, by=by, title="The shared passages")


def shares(shares: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The articles that share copy, by their headline or else their file, those that share most of themselves first."""
    about = articles.set_index("article_id")
    named = about["headline"].fillna(about["path"])
    sharing = shares[shares["shared"].gt(0)].sort_values("share", ascending=False, kind="stable")
    sharing.insert(1, "article", sharing["article_id"].map(named))
    return sharing.drop(columns="article_id")
