"""What an audit says, in words: of a kind on its page, of all in the brief, and on the terminal."""

from collections.abc import Iterator

import pandas as pd

from samestory.coding import coders, estimates
from samestory.coding.gate import LEAST, too_seldom
from samestory.coding.items import MISSED
from samestory.present.show import listed, many

NOUNS = {"speakers": "statements", "anonymous": "statements by unnamed sources"}
NOT_DEFINED = "not defined, as nothing varies"
SHOWN = 3  # labels whose corrected counts a page says; the table has all
CHANGES = {
    "open": "corrected for measured error, either may have more",
    "alike": "corrected for measured error, they have as many",
    "reversed": "corrected for measured error, it has fewer",
}


def of_all(
    audited: pd.DataFrame,
    recalled: pd.DataFrame,
    coders_agree: pd.DataFrame,
    codings: pd.DataFrame,
    articles: pd.DataFrame,
) -> str:
    """How often each kind was right on these articles, how far coders agree, and what left the brief for it."""
    if audited.empty:
        return ""
    right = "; ".join(map(_right, _found(audited).itertuples()))
    left = [f"{_name(row)} ({row.right} of {row.read})" for row in too_seldom(audited).itertuples()]
    gone = f" What is right too seldom to stand in the brief has left it: {listed(left)}." if left else ""
    said = f"On your articles: {right}." if right else ""
    return f"{said}{_recall(recalled)}{_agree(coders_agree)}{_partly(codings, articles)}{gone}"


def of_kind(audited: pd.DataFrame, recalled: pd.DataFrame, kind: str) -> str:
    """How often one kind was right on these articles, and how much was found; nothing where it was not audited."""
    rows = audited[audited["kind"].eq(kind) & audited["part"].isna()]
    right = "".join(f"On your articles: {_right(row)}." for row in rows.itertuples())
    return right + _recall(recalled[recalled["kind"].eq(kind)])


def of_correction(corrected: pd.DataFrame, codings: pd.DataFrame, articles: pd.DataFrame, kind: str) -> str:
    """Whether the correction for measured error changes which group has more; nothing where it was not audited."""
    mine = corrected[corrected["kind"].eq(kind)]
    if mine.empty or _partly(codings, articles):
        return ""
    found = estimates.answers(mine)
    counted = dict(zip(mine["group"], mine["counted"], strict=True))
    changed = [_change(row, counted, kind) for row in found.itertuples() if row.answer != "stands"]
    noun = NOUNS.get(kind, kind).capitalize()
    unchanged = f"{noun}, corrected for measured error: {_corrected(mine)}." if len(mine) <= 3 else ""
    none = "Which has more is not changed by the correction." if len(found) else ""
    missed = "" if mine["missed"].notna().any() else "What was not found at all is in neither count."
    return " ".join(filter(None, [unchanged, *(changed or [none]), missed]))


def of_labels(corrected_labels: pd.DataFrame, codings: pd.DataFrame, articles: pd.DataFrame) -> str:
    """The same of each label by itself, where enough of it was read in each group; nothing where it was not audited."""
    if corrected_labels.empty or _partly(codings, articles):
        return ""
    enough = corrected_labels["read"].ge(corrected_labels["counted"].clip(upper=LEAST))
    each = corrected_labels.assign(kind="“" + corrected_labels["label"] + "”", of=float("nan"), missed=float("nan"))
    every = [rows for _, rows in each.groupby(["referent", "label"], sort=False)]
    known = [rows for rows in every if enough[rows.index].all()]
    changed = [
        _change(row, dict(zip(rows["group"], rows["counted"], strict=True)), row.kind)
        for rows in known
        for row in estimates.answers(rows).itertuples()
        if row.answer != "stands"
    ]
    most = sorted(known, key=lambda rows: -rows["counted"].sum())[:SHOWN]
    shown = "; ".join(f"{rows['kind'].iloc[0]}: {_corrected(rows)}" for rows in most)
    few = f"Of {many(len(every) - len(known), 'label')} too few were read." if len(known) < len(every) else ""
    return " ".join(filter(None, [f"Label by label, {shown}." if shown else "", *changed, few]))


def in_lines(codings: pd.DataFrame) -> Iterator[str]:
    """The audit as lines of a terminal: each kind and its parts, agreement, corrected counts, where coders part."""
    for row in _found(estimates.audited(codings), parts=True).itertuples():
        yield f"{'  ' if pd.notna(row.part) else ''}{_right(row)}"
    for row in estimates.recalled(codings).itertuples():
        yield f"{row.kind}: {_of_all_there(row)}"
    for row in coders.agreement(codings).itertuples():
        yield f"{row.kind}: {row.coders} coders on {many(row.items, 'item')}, {row.metric} α {_alpha(row)}"
    for kind, rows in estimates.corrected(codings).groupby("kind", sort=False):
        yield f"{kind}, corrected for measured error: {_corrected(rows)}"
    names = list(codings["coder"].dropna().unique())
    for row in coders.parting(codings).to_dict("records"):
        said = [f"{name} {row[name]}" for name in names if pd.notna(row.get(name))]
        yield f"they part on {row['item']} ({row['kind']}): {', '.join(said)}"


def _found(audited: pd.DataFrame, *, parts: bool = False) -> pd.DataFrame:
    """The rows of kinds that were found, their parts only if asked for."""
    return audited[~audited["kind"].str.endswith(MISSED) & (audited["part"].isna() | parts)]


def _recall(recalled: pd.DataFrame) -> str:
    """How much of what is there was found, of the kinds whose misses were sampled."""
    each = [f"{NOUNS.get(row.kind, row.kind)} {_of_all_there(row)}" for row in recalled.itertuples()]
    return f" Of the {'; of the '.join(each)}." if each else ""


def _of_all_there(row) -> str:
    share = f"{100 * row.share:.0f} %{_between(100 * row.low, 100 * row.high, ' %')}"
    return f"{share} were found, by {row.read} read in which none was"


def _right(row) -> str:
    unsure = f", {row.unsure} unsure" if row.unsure else ""
    share = f"{100 * row.share:.0f} %, {100 * row.low:.0f} to {100 * row.high:.0f} % of {row.found:,} found"
    told = "all that was found" if row.read == row.found else share
    return f"{_name(row)} right {row.right} of {row.read}{unsure} ({told})"


def _name(row) -> str:
    return _of(row.kind) if pd.isna(row.part) else str(row.part)


def _of(kind: str) -> str:
    """What a kind of item is called on a page."""
    found = kind.removesuffix(MISSED)
    name = "unnamed sources" if found == "anonymous" else found
    return name if found == kind else f"missed {name}"


def _alpha(row) -> str:
    return f"{row.alpha:.2f} ({row.low:.2f} to {row.high:.2f})" if pd.notna(row.alpha) else NOT_DEFINED


def _agree(agreement: pd.DataFrame) -> str:
    """How far coders agree, of the kinds of which it can be told."""
    known = agreement[agreement["metric"].eq("nominal") & agreement["alpha"].notna()]
    each = [f"{_of(row.kind)} {_alpha(row)}" for row in known.itertuples()]
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
    counted = "instead of" if pd.notna(row.missed) else "of"
    whole = f" of its {row.of:.0f}" if pd.notna(row.of) else ""
    found = f"{row.corrected:.0f}{_between(row.low, row.high)}"
    return f"{row.group} has {found}{whole} {counted} {row.counted} counted"


def _between(low: float, high: float, unit: str = "") -> str:
    """An interval in brackets; nothing where all was read, so that it is a point."""
    return "" if f"{low:.0f}" == f"{high:.0f}" else f" ({low:.0f} to {high:.0f}{unit})"


def _change(row, counted: dict[str, int], kind: str) -> str:
    more, fewer = (row.group, row.other) if row.counted > 0 else (row.other, row.group)
    what = f"{'a larger share of' if kind in estimates.SHARED else 'more'} {NOUNS.get(kind, kind)}"
    return (
        f"Counted, {more} has {what} than {fewer} ({counted[more]} and {counted[fewer]}); {CHANGES[row.answer]}: "
        "the correction changes the answer."
    )
