"""A folder of texts with an `articles.csv` to correct by hand, as `read` reads it again, and the receipt."""

import re
import unicodedata
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from samestory import encode
from samestory.collect.found import METADATA, RECEIPT

NAME = 60  # characters, at most, of a file's name made of outlet and headline
ABOUT = {"article_id": "id", "outlet": "outlet", "published": "date", "headline": "headline", "event": "event",
         "url": "url", "credit": "credit"}  # fmt: skip


def write(articles: pd.DataFrame, receipt: pd.DataFrame, folder: Path) -> None:
    """The articles stand in the folder, one text each, with `articles.csv` and `receipt.csv`; whole or not at all.

    ValueError where the folder is there and not empty: what was corrected in it by hand is not overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ValueError(f"{folder} is there already; name a new folder, or empty this one.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix=".collect-") as beside:
            new = Path(beside) / "new"
            new.mkdir()
            _fill(new, articles, receipt)
            if folder.exists():
                folder.rmdir()
            new.rename(folder)
    except OSError as error:
        raise ValueError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _fill(folder: Path, articles: pd.DataFrame, receipt: pd.DataFrame) -> None:
    """The texts, their table and the receipt stand in a folder."""
    files = file_names(articles)
    for file, text in zip(files, articles["text"], strict=True):
        (folder / file).write_text(text.strip() + "\n", encoding="utf-8", errors="surrogatepass", newline="\n")
    _csv(about(articles).assign(file=files), folder / METADATA)
    _csv(receipt, folder / RECEIPT)


def about(articles: pd.DataFrame) -> pd.DataFrame:
    """What `articles.csv` says of each article: `file, id, outlet, date, headline, event, url, credit`, and further."""
    beside = [name for name in articles if name not in {*ABOUT, "text", "path", "_start"}]
    table = articles[[*ABOUT, *beside]].rename(columns=ABOUT)
    dates = [str(one) if isinstance(one, pd.Period) else "" for one in table["date"]]
    return table.assign(date=dates, file="")[["file", *ABOUT.values(), *beside]]


def file_names(articles: pd.DataFrame) -> list[str]:
    """A name for each article's file: its date, outlet and headline, or its id where it has none; no name twice."""
    names = []
    seen: Counter[str] = Counter()
    for row in articles.to_dict("records"):
        day = str(row["published"]) if isinstance(row["published"], pd.Period) else "undated"
        title = row["headline"] if isinstance(row["headline"], str) and row["headline"].strip() else row["article_id"]
        name = f"{day}_{_plain(row['outlet'])}_{_plain(title)}"[:NAME].rstrip("-_")
        seen[name] += 1
        names.append(f"{name}{f'-{seen[name]}' if seen[name] > 1 else ''}.txt")
    return names


def _plain(words: str) -> str:
    """Words as a part of a file's name on every system."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", bare.casefold()).strip("-") or "untitled"


def _csv(table: pd.DataFrame, file: Path) -> None:
    """A table as a spreadsheet may open it: no cell is taken for a formula."""
    table.map(encode.cell).rename(columns=encode.cell).to_csv(file, index=False, lineterminator="\n", encoding="utf-8")
