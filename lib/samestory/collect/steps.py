"""What every article must have: text, an outlet, a date where one is known, English, a name of its own.

Each step takes the articles with `path` and `_where` and gives those kept, and remarks on what it left out or assumed.
"""

import re
from collections import Counter

import pandas as pd

from samestory.collect import bounds, dates, decode, language, pages
from samestory.collect.receipt import ASSUMED, LEFT_OUT, remarks

CUT = re.compile(r"(?:\[\+?\d+ chars\]|\[…\]|\[\.\.\.\])\s*$")

Step = tuple[pd.DataFrame, pd.DataFrame]


def with_text(articles: pd.DataFrame) -> Step:
    """The articles that have text, put right where it was decoded wrongly."""
    articles = articles.assign(text=[_in_one(text) for text in articles["text"]])
    why = [_without_text(row) for row in articles.to_dict("records")]
    bad = pd.Series([bool(one) for one in why], index=articles.index)
    kept = articles[~bad]
    repaired = [decode.repaired(text) for text in kept["text"]]
    titles = [decode.repaired(title) if isinstance(title, str) else (None, []) for title in kept["headline"]]
    of_titles = [[f"headline: {note}" for note in notes] for _, notes in titles]
    said = [
        ["; ".join([*notes, *title, *(["the text is cut off by the export"] if CUT.search(text) else [])]), *_own(note)]
        for (text, notes), title, note in zip(repaired, of_titles, kept["_said"], strict=True)
    ]
    whole = kept.assign(text=[text for text, _ in repaired], headline=[title and title.strip() for title, _ in titles])
    return whole, pd.concat(
        [
            remarks(articles[bad], LEFT_OUT, [one for one in why if one]),
            remarks(kept, ASSUMED, ["; ".join(part for part in parts if part) for parts in said]),
        ]
    )


def _in_one(text: object) -> object:
    """A list of paragraphs as one text; anything else as it is."""
    listed = isinstance(text, list) and text and all(isinstance(one, str) for one in text)
    return "\n\n".join(text) if listed and isinstance(text, list) else text


def _own(note: object) -> list[str]:
    return [note] if isinstance(note, str) else []


def _without_text(row: dict) -> str:
    """Why a row is no article; empty where it is one."""
    text = row["text"]
    if _given(row["_broken"]):
        return str(row["_broken"])
    if isinstance(text, str) and len(text) > bounds.CHARACTERS:
        return f"has {len(text):,} characters; an article may have {bounds.CHARACTERS:,}: split it"
    if isinstance(text, str) and text.strip("\ufeff \t\r\n"):
        return ""
    if _given(text) and not isinstance(text, str):
        return f"has {text!r:.40} for a text; every article needs text"
    if _given(row["url"]):
        teaser = " and a summary" if _given(row["teaser"]) else ""
        return f"has a link{teaser} but no text; save the page it leads to, and name the page"
    if _given(row["teaser"]):
        return "has a summary but no text; every article needs text"
    return "is empty; an article needs text" if row["_document"] else "has no text; every article needs text"


def _given(value: object) -> bool:
    """Whether a cell holds something."""
    return value is not None and value == value and value is not pd.NaT and bool(str(value).strip())


def with_outlet(articles: pd.DataFrame) -> Step:
    """The articles with their outlet: what they say, else their folder, the site of their address, their file."""
    chosen = [_outlet(row) for row in articles.to_dict("records")]
    named = pd.Series([bool(outlet) for outlet, _ in chosen], index=articles.index)
    kept = articles[named].assign(outlet=[outlet for outlet, _ in chosen if outlet])
    said = pd.concat(
        [
            remarks(articles[~named], LEFT_OUT, "names no outlet; write one into the column of the outlet"),
            remarks(articles[named].assign(_where=""), ASSUMED, [how for outlet, how in chosen if outlet]),
        ]
    )
    return kept, said.drop_duplicates()


def _outlet(row: dict) -> tuple[str, str]:
    """An article's outlet, and where it was taken from if the article does not say; both empty where nothing does."""
    own = str(row["outlet"]).strip() if _given(row["outlet"]) else ""
    if own:
        return pages.site(own) or own.removeprefix("www."), ""
    if row["_folder"]:
        return row["_folder"], "outlet taken from the name of the folder"
    if site := pages.site(row["url"]):
        return site, "outlet taken from the site of the address"
    return (row["_stem"], "outlet taken from the name of the file") if row["_document"] else ("", "")


def dated(articles: pd.DataFrame) -> Step:
    """The articles with `published`, none where their date cannot be read. ValueError where none of a table's can."""
    found = [_dated(of_one, bool(hand)) for hand, of_one in articles.groupby("_hand", sort=False)]
    whole = pd.concat([rows for rows, _ in found]).sort_index()
    return whole.drop(columns="date"), pd.concat([said for _, said in found])


def _dated(of_one: pd.DataFrame, table: bool) -> Step:
    """The articles of one table, or several documents, with their dates."""
    read, wrong, assumed = dates.column(of_one["date"], one_hand=table)
    if any(wrong) and not any(one is not None for one in read):
        k = next(k for k, one in enumerate(wrong) if one)
        where = of_one["_where"].iloc[k]
        raise ValueError(f"{of_one['path'].iloc[k]}{f', {where}' if where else ''}: {wrong[k]}.")
    said = [f"is undated: {one}" if one else "" for one in wrong]
    return of_one.assign(published=pd.Series(read, index=of_one.index, dtype=object)), pd.concat(
        [remarks(of_one, ASSUMED, said), remarks(of_one[:1].assign(_where=""), ASSUMED, [assumed])]
    )


def in_english(articles: pd.DataFrame) -> Step:
    """The articles in English."""
    others = language.others(articles["text"])
    strange = others.notna()
    said = [f"is not English but {one}; only English can be read" for one in others[strange]]
    return articles[~strange], remarks(articles[strange], LEFT_OUT, said)


def with_ids(articles: pd.DataFrame) -> Step:
    """The articles with `article_id`: their own, else the name of their file, with a number where it holds several."""
    ids = [_id(row) for row in articles.to_dict("records")]
    often = Counter(ids)
    ours = [
        one if often[one] == 1 else f"{stem}-{one}" for one, stem in zip(ids, articles["_stem"], strict=True)
    ]  # tables may number their articles alike
    seen: Counter[str] = Counter()
    numbered, said = [], []
    for one in ours:
        seen[one] += 1
        numbered.append(one if seen[one] == 1 else f"{one}-{seen[one]}")
        said.append("" if seen[one] == 1 else f"has the id {one!r} of another article; called {one}-{seen[one]}")
    return articles.assign(article_id=numbered), remarks(articles, ASSUMED, said)


def _id(row: dict) -> str:
    if _given(row["id"]):
        return str(row["id"]).removesuffix(".0")
    number = re.search(r"\d+$", row["_where"])
    return row["_stem"] if row["_document"] or not number else f"{row['_stem']}-{number[0]}"
