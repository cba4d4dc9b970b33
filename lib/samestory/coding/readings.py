"""What an audit says, in words: of a kind on its page, of all in the brief, and on the terminal."""

from collections.abc import Iterator

import pandas as pd

from samestory.coding import coders, estimates
from samestory.coding.gate import too_seldom
from samestory.present.show import listed, many

NOUNS = {"speakers": "statement", "figures": "figure"}
NOT_DEFINED = "not defined, as nothing varies"
CHANGES = {
    "open": "corrected for measured error, either may have more",
    "alike": "corrected for measured error, they have as many",
    "reversed": "corrected for measured error, it has fewer",
}


def of_all(audited: pd.DataFrame, coders_agree: pd.DataFrame, codings: pd.DataFrame, articles: pd.DataFrame) -> str:
    """How often each kind was right on these articles, how far coders agree, and what left the brief for it."""
    if audited.empty:
        return ""
    right = "; ".join(map(_right, audited[audited["part"].isna()].itertuples()))
    left = [f"{_name(row)} ({row.right} of {row.read})" for row in too_seldom(audited).itertuples()]
    gone = f" What is right too seldom to stand in the brief has left it: {listed(left)}." if left else ""
    return f"On your articles: {right}.{_agree(coders_agree)}{_partly(codings, articles)}{gone}"


def of_kind(audited: pd.DataFrame, kind: str) -> str:
    """How often one kind was right on these articles; nothing where it was not audited."""
    rows = audited[audited["kind"].eq(kind) & audited["part"].isna()]
    return "".join(f"On your articles: {_right(row)}." for row in rows.itertuples())


def of_correction(corrected: pd.DataFrame, codings: pd.DataFrame, articles: pd.DataFrame, kind: str) -> str:
    """Whether the correction for measured error changes which group has more; nothing where it was not audited."""
    mine = corrected[corrected["kind"].eq(kind)]
    if mine.empty or _partly(codings, articles):
        return ""
    found = estimates.answers(mine)
    counted = dict(zip(mine["group"], mine["counted"], strict=True))
    changed = [_change(row, counted, kind) for row in found.itertuples() if row.answer != "stands"]
    unchanged = f"Corrected for measured error, {_corrected(mine)}." if len(mine) <= 3 else ""
    none = "Which has more is not changed by the correction." if len(found) else ""
    return " ".join(filter(None, [unchanged, *(changed or [none]), "What was not found at all is in neither count."]))


def in_lines(codings: pd.DataFrame) -> Iterator[str]:
    """The audit as lines of a terminal: each kind and its parts, agreement, corrected counts, where coders part."""
    for row in estimates.audited(codings).itertuples():
        yield f"{'  ' if pd.notna(row.part) else ''}{_right(row)}"
    for row in coders.agreement(codings).itertuples():
        yield f"{row.kind}: {row.coders} coders on {many(row.items, 'item')}, {row.metric} α {_alpha(row)}"
    for kind, rows in estimates.corrected(codings).groupby("kind", sort=False):
        yield f"{kind}, corrected for measured error: {_corrected(rows)}"
    names = list(codings["coder"].dropna().unique())
    for row in coders.parting(codings).to_dict("records"):
        said = [f"{name} {row[name]}" for name in names if pd.notna(row.get(name))]
        yield f"they part on {row['item']} ({row['kind']}): {', '.join(said)}"


def _right(row) -> str:
    unsure = f", {row.unsure} unsure" if row.unsure else ""
    share = f"{100 * row.share:.0f} %, {100 * row.low:.0f} to {100 * row.high:.0f} % of {row.found:,} found"
    told = "all that was found" if row.read == row.found else share
    return f"{_name(row)} right {row.right} of {row.read}{unsure} ({told})"


def _name(row) -> str:
    return str(row.kind if pd.isna(row.part) else row.part)


def _alpha(row) -> str:
    return f"{row.alpha:.2f} ({row.low:.2f} to {row.high:.2f})" if pd.notna(row.alpha) else NOT_DEFINED


def _agree(agreement: pd.DataFrame) -> str:
    """How far coders agree, of the kinds of which it can be told."""
    known = agreement[agreement["metric"].eq("nominal") & agreement["alpha"].notna()]
    each = [f"{row.kind} {_alpha(row)}" for row in known.itertuples()]
    return f" Krippendorff’s α of the coders: {', '.join(each)}." if each else ""


def _partly(codings: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Which of the articles the audit is of, where it is not of all."""
    of = int(articles["sha256"].isin(set(codings["sha256"])).sum())
    return f" The audit was drawn from {of} of these {len(articles)} articles." if of < len(articles) else ""


def _corrected(rows: pd.DataFrame) -> str:
    return listed(map(_each, rows.itertuples()))


def _each(row) -> str:
    if pd.isna(row.corrected):
        return f"{row.group} has {row.counted} (none of them read)"
    return f"{row.group} has {row.corrected:.0f} ({row.low:.0f} to {row.high:.0f}) of {row.counted} counted"


def _change(row, counted: dict[str, int], kind: str) -> str:
    more, fewer = (row.group, row.other) if row.counted > 0 else (row.other, row.group)
    what = f"{NOUNS.get(kind, kind)}s"
    return (
        f"Counted, {more} has more {what} than {fewer} ({counted[more]} and {counted[fewer]}); {CHANGES[row.answer]}: "
        "the correction changes the answer."
    )
