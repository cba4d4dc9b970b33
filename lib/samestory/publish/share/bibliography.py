"""The articles as a bibliography for Zotero, JabRef, BibTeX and biber."""

import re
from collections.abc import Iterator

import pandas as pd

from samestory import encode

SEVERAL = re.compile(r"\s*(?:;|, and|,)\s+(?!Jr|Sr|MD|PhD)")
ADDRESS = re.compile(r"https?://[^\s{}\\]+")


def bib(articles: pd.DataFrame) -> str:
    """The articles as BibTeX entries `@online`, one an article, in their order.

    A field is left out where the article does not say: no author, no date is made up.
    """
    return "".join(map(_entry, _keys(articles["article_id"]), articles.to_dict("records")))


def _keys(names: pd.Series) -> Iterator[str]:
    """A key for each article: its letters and figures that a key may have; none twice."""
    seen: dict[str, int] = {}
    for name in names:
        key = re.sub(r"[^A-Za-z0-9:.-]+", "-", str(name)).strip("-") or "article"
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}:{seen[key]}"


def _entry(key: str, article: dict) -> str:
    fields = {
        "title": article.get("headline"),
        "author": SEVERAL.sub(" and ", people) if isinstance(people := article.get("reporters"), str) else None,
        "organization": article.get("outlet"),
        "note": article.get("credit"),
    }
    lines = [f"  {name} = {{{encode.bibtex(value)}}},\n" for name, value in fields.items() if _known(value)]
    if _known(published := article.get("published")):
        lines.append(f"  date = {{{published}}},\n")
    url = article.get("url")
    if isinstance(url, str) and ADDRESS.fullmatch(url):
        lines.append(f"  url = {{{url}}},\n")
    return f"@online{{{key},\n{''.join(lines)}}}\n\n"


def _known(value: object) -> bool:
    return value is not None and not pd.isna(value) and str(value).strip() != ""  # type: ignore[call-overload]
