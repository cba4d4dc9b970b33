"""What was collected becomes the articles table.

An article's `text` is an unbroken slice of the file as decoded: its head, the byline and the copyright line stay
outside, nothing is rewritten, and `offset` says where the slice starts.
"""

import difflib
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import pandas as pd

from samestory import collect, known
from samestory.collect.dates import period
from samestory.collect.receipt import COLLECTED
from samestory.corpus import paragraphs, stories

__all__ = ["COLLECTED", "articles", "collected"]

COLUMNS = [
    "article_id", "outlet", "event", "event_by", "published", "headline", "url", "credit", "reporters",
    "text", "offset", "sha256", "aside", "path",
]  # fmt: skip

BYLINE = re.compile(
    r"\n\s*(?:[-–—*(\[]\s*)?(?:©|\(c\)|copyright\b|(?:additional |with )?reporting by\b|\bsource:\s"
    r"|edit(?:ed|ing) by\b|with (?:files|additional reporting) (?:from|by)\b|-{1,2}\s*(?:AFP|AP|Reuters)\b)[^\n]*",
    re.IGNORECASE,
)
REPORTERS = re.compile(r"\b(?:reporting|files) (?:by|from) (?P<names>[^;.()\n]+)", re.IGNORECASE)
DATELINE = re.compile(r"\A[^\n]{0,60}?\((?P<agency>[^()\n]{2,40})\)\s*[-–—]")


def articles(
    path: str | Path | Sequence[str | Path],
    *,
    metadata: str | Path = "",
    outlets: Sequence[str] = (),
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """The articles table: one row an article, in the order of their files or rows; see `collected`."""
    return collected(path, metadata=metadata, outlets=outlets, since=since, until=until)[0]


def collected(
    path: str | Path | Sequence[str | Path],
    *,
    metadata: str | Path = "",
    outlets: Sequence[str] = (),
    since: str = "",
    until: str = "",
    strict: bool = False,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles table, one row an article, and the receipt of what was read as what: `(articles, receipt)`.

    `path` is a folder (with or without an `articles.csv` in it), one file or several: texts, saved pages, documents,
    exports and tables, as `collect.read` reads them. Columns: `article_id, outlet, event` (the story it tells),
    `event_by` (given, or found: see `corpus.stories`), `published` (a Period of a day, month or year), `headline, url,
    credit` (agency), `reporters, text, offset, sha256` (of the text), `aside` (what of it is not read: see
    `corpus.paragraphs`), `path`; further columns follow, with “COLUMN unknown” in their empty cells, so that one can
    compare by them. Only the `outlets` named and the days or months from `since` to `until` are kept; an article dated
    by its month is kept where any day of that month is. ValueError, one sentence naming file or value, where that
    leaves none, and as `collect.read`.
    """
    brought, receipt = collect.read(path, metadata=metadata, strict=strict)
    table = _typed(_sliced(brought))
    kept = _selected(table, outlets, since, until).reset_index(drop=True)
    undated = table["published"].isna() if since or until else pd.Series(False, index=table.index)
    return kept, _without_undated(receipt, table.loc[undated, "path"])


def _sliced(brought: pd.DataFrame) -> pd.DataFrame:
    """The articles with their text alone: `text, offset, reporters`, and `credit` where it was not given."""
    slices = [slice_of_text(whole) for whole in brought["text"]]
    slices = [one if one[0] else (whole.strip(), 0, "") for one, whole in zip(slices, brought["text"], strict=True)]
    texts, leads, bylines = zip(*slices, strict=True)
    given = brought["credit"].where(brought["credit"].notna(), None)
    found = [one or credit(text, byline) for one, text, byline in zip(given, texts, bylines, strict=True)]
    starts = pd.to_numeric(brought["_start"]).fillna(0).astype("int64")
    sliced = brought.assign(text=texts, offset=starts + list(leads), credit=found, reporters=[*map(reporters, bylines)])
    return sliced.drop(columns="_start")


# What a file holds besides the article


def slice_of_text(whole: str, start: int = 0) -> tuple[str, int, str]:
    """The article's text, where it starts, and the byline after it: `(text, offset, byline)`.

    The byline is the last lines that credit an agency or reporters or claim a copyright.
    """
    end = len(whole.rstrip())
    stop = end
    while (last := whole.rfind("\n", start, stop)) >= 0 and _is_byline(whole[last:stop].rstrip()):
        stop = len(whole[:last].rstrip())
    text = whole[start:stop]
    lead = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    return text[lead:].rstrip(), start + lead, whole[stop:end].strip()


def _is_byline(line: str) -> bool:
    return bool(BYLINE.fullmatch(line)) or paragraphs.is_credit(line)


def credit(text: str, byline: str) -> str | None:
    """The agency credited in the byline or in a dateline such as “GAZA (Reuters) -”; several are joined by commas."""
    dateline = DATELINE.match(text)
    where = f"{byline} {dateline['agency'] if dateline else ''}"
    found = [agency for agency, pattern in _agencies() if pattern.search(where)]
    return ", ".join(found) or None


def reporters(byline: str) -> str | None:
    """The reporters whom the byline names, as it writes them."""
    names = [match["names"].strip(" -–—") for match in REPORTERS.finditer(byline)]
    return "; ".join(names) or None


@lru_cache(maxsize=1)
def _agencies() -> list[tuple[str, re.Pattern[str]]]:
    rows = known.table("agencies.csv", ["agency", "pattern"])
    return [(agency, re.compile(rf"\b(?:{p})\b")) for agency, p in zip(rows["agency"], rows["pattern"], strict=True)]


# The table


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    table["sha256"] = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in table["text"]]
    text_columns = [c for c in COLUMNS if c not in {"published", "offset"}]
    types: dict[str, str] = dict.fromkeys(text_columns, "str") | {"offset": "int64", "published": "object"}
    extra = [column for column in table if column not in COLUMNS]
    table[extra] = table[extra].apply(lambda column: column.fillna(f"{column.name} unknown"))
    known_by = table["event"].notna().map({True: "given", False: "found"})
    read = table.assign(event_by=known_by, aside=paragraphs.aside(table))
    read["credit"] = _credited(read)
    return read.assign(event=stories.found(read))[COLUMNS + extra].astype(types)


def _credited(table: pd.DataFrame) -> list[str | None]:
    """The credit of each article: given, in its byline or dateline, else in a line of credit anywhere in its text."""
    lines = paragraphs.credits(table)
    return [one if isinstance(one, str) else credit("", line) for one, line in zip(table["credit"], lines, strict=True)]


def _selected(table: pd.DataFrame, outlets: Iterable[str], since: str, until: str) -> pd.DataFrame:
    kept = table
    if wanted := list(outlets):
        have = list(dict.fromkeys(table["outlet"]))
        for outlet in wanted:
            if outlet not in have:
                raise ValueError(
                    f"There is no outlet {outlet!r}{_did_you_mean(outlet, have)}; the articles have {', '.join(have)}."
                )
        kept = kept[kept["outlet"].isin(wanted)]
    if since:
        first = _period(since).start_time
        kept = kept.loc[[p is not None and p.end_time >= first for p in kept["published"]]]
    if until:
        last = _period(until).end_time
        kept = kept.loc[[p is not None and p.start_time <= last for p in kept["published"]]]
    if kept.empty:
        raise ValueError(f"No article is left of {len(table)} with since={since!r} and until={until!r}; widen them.")
    return kept


def _without_undated(receipt: pd.DataFrame, paths: pd.Series) -> pd.DataFrame:
    """The receipt with what `since` or `until` leaves out although nobody knows whether it should: undated articles."""
    gone = receipt["file"].map(paths.value_counts()).fillna(0).astype("int64")
    why = gone.map(lambda n: f"{n} without a date, since days were asked for" if n else "")
    said = receipt["reason"].where(receipt["reason"].eq("") | why.eq(""), receipt["reason"] + "; ") + why
    return receipt.assign(articles=receipt["articles"] - gone, left_out=receipt["left_out"] + gone, reason=said)


def _period(day: str) -> pd.Period:
    """The day, month or year from which or to which articles are kept."""
    found = period(day)
    if found is None:
        raise ValueError(f"the date {day!r} cannot be read; write YYYY-MM-DD, YYYY-MM or YYYY")
    return found


def _did_you_mean(word: str, known_words: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known_words), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
