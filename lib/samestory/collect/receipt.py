"""The receipt: each source file with what it was read as, and what of it was left out or assumed, and why."""

import hashlib
from collections.abc import Sequence

import pandas as pd

COLUMNS = ["file", "sha256", "format", "columns", "articles", "left_out", "reason", "assumed"]
REMARKS = ["path", "where", "what", "said"]
LEFT_OUT, ASSUMED = "left out", "assumed"
VERBS = {"is": "are", "has": "have", "lacks": "lack", "names": "name", "holds": "hold"}
COLLECTED = "collected from "  # before the file from which a file of a collected folder was made
NAMED = 5  # places named for one reason; of more it is said how many


def remarks(rows: pd.DataFrame, what: str, said: str | Sequence[str]) -> pd.DataFrame:
    """A remark on each row of a table that has `path` and `_where`: `path, where, what` (left out, assumed), `said`."""
    table = pd.DataFrame({"path": rows["path"], "where": rows["_where"], "what": what, "said": said}, dtype=object)
    return table[table["said"].astype(bool)].reset_index(drop=True)


def of_file(name: str, content: bytes, form: str, columns: str) -> dict[str, object]:
    """What the receipt says of a file that was read."""
    return {"file": name, "sha256": hashlib.sha256(content).hexdigest(), "format": form, "columns": columns}


def receipt(files: pd.DataFrame, articles: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """One row a source file: what was read of it as what, and what not.

    `file, sha256, format, columns` (what each was read as), `articles` (how many are kept), `left_out` (how many are
    not), `reason` and `assumed`, in sentences that name the places in the file. Files that no reader takes follow.
    """
    kept = articles["path"].value_counts()
    gone = said[said["what"] == LEFT_OUT].drop_duplicates(["path", "where"])["path"].value_counts()
    words = {
        what: said[said["what"] == what].groupby("path", sort=False).apply(_sentences, include_groups=False)
        for what in (LEFT_OUT, ASSUMED)
    }
    strangers = said.loc[~said["path"].isin(files["file"]), ["path"]].drop_duplicates()
    files = pd.concat([files, strangers.rename(columns={"path": "file"})], ignore_index=True).fillna("")
    return files.assign(
        articles=files["file"].map(kept).fillna(0).astype(int),
        left_out=files["file"].map(gone).fillna(0).astype(int),
        reason=files["file"].map(dict(words[LEFT_OUT])).fillna(""),
        assumed=files["file"].map(dict(words[ASSUMED])).fillna(""),
    )[COLUMNS]


def _sentences(of_one: pd.DataFrame) -> str:
    """What was said of one file, each thing once, with the places it holds for."""
    return "; ".join(_placed(places["where"].tolist(), said) for said, places in of_one.groupby("said", sort=False))


def _placed(places: list[str], said: str) -> str:
    """“rows 3 and 5 have no text”, with the kind of place once where it is the same for all."""
    named = list(dict.fromkeys(place for place in places if place))
    if not named:
        return said
    kinds = {place.rpartition(" ")[0] for place in named}
    many = len(named) > 1
    if many and len(kinds) == 1:
        kind = kinds.pop()
        named = [place.rpartition(" ")[2] for place in named]
        return f"{kind}s {_listed(named)}{_verb(said, many)}"
    return f"{_listed(named)}{_verb(said, many)}"


def _verb(said: str, many: bool) -> str:
    """What is said after its subject: with its verb in the number of that, or after a colon where it has none."""
    first, _, rest = said.partition(" ")
    if first not in VERBS:
        return f": {said}"
    return f" {VERBS[first] if many else first} {rest}"


def _listed(names: list[str]) -> str:
    """Names with commas and “and”, the first five of many."""
    more = len(names) - NAMED
    shown = [*names[:NAMED], f"{more} more"] if more > 0 else names
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
