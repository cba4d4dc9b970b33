"""Spans out to tools that annotate, and back: doccano's JSON lines, W3C Web Annotations, and tables with offsets.

Offsets are characters (code points) of the article's text as it is. What comes back is tied to that text again, also
where a tool composed its letters anew (NFC), or counts UTF-16 units and says which words it means; anything else is
refused, never guessed.
"""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pandas as pd

from samestory.annotate import spans as span_tables
from samestory.publish import export, workbook

DOCCANO, ANNOTATIONS, BOOK = ".doccano.jsonl", ".jsonld", ".xlsx"
LISTED = ".xlsx, .csv, .parquet, .jsonl, .doccano.jsonl or .jsonld"
CLASSES = {  # the column of each kind that a tool shows as the label of its spans
    "quotes": "form", "actors": "actor", "clauses": "construction", "labels": "label", "figures": "kind",
    "cues": "family", "phrases": "role", "paragraphs": "kind", "amounts": "amount",
    "terms": "feature",
}  # fmt: skip
CODED = ["article_id", "start", "end", "text", "label", "coder"]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ARTICLE = "urn:samestory:article:"
AROUND = 32  # characters before and after, by which a Web Annotation finds its words again
SOFTWARE = "Same Story"


def check(path: Path) -> None:
    """Nothing, if spans can be written there; otherwise ValueError."""
    if path.suffix not in (*export.WRITERS, ANNOTATIONS):
        raise ValueError(f"{path.name} must end in {LISTED}")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent}")


def write(spans: pd.DataFrame, articles: pd.DataFrame, kind: str, path: Path) -> None:
    """The spans of a kind stand in the file, in the form its name ends in; an older file stays until then."""
    check(path)
    if path.name.endswith(DOCCANO):
        export.replaced(path, lambda new: new.write_text(doccano(spans, articles, kind), encoding="utf-8"))
    elif path.name.endswith(ANNOTATIONS):
        export.replaced(path, lambda new: new.write_text(annotations(spans, articles, kind), encoding="utf-8"))
    elif path.name.endswith(BOOK):
        sheet = workbook.Sheet(kind, spans, f"The span table of {kind}: offsets are characters of the article's text.")
        export.replaced(path, lambda new: workbook.write([sheet], new))
    else:
        export.write(spans, path)


def doccano(spans: pd.DataFrame, articles: pd.DataFrame, kind: str) -> str:
    """The articles as doccano reads them: a line each, with `text`, `article_id` and `label` (start, end, class)."""
    label = _labels(spans, kind)
    by_article = spans.assign(label=label).groupby("article_id", sort=False)
    marks = {name: rows[["start", "end", "label"]].values.tolist() for name, rows in by_article}
    lines = (
        {"article_id": name, "text": text, "label": marks.get(name, [])}
        for name, text in zip(articles["article_id"], articles["text"], strict=True)
    )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def annotations(spans: pd.DataFrame, articles: pd.DataFrame, kind: str) -> str:
    """The spans as a W3C Web Annotation page: each with its position, its words and those around them."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = zip(spans["article_id"], spans["start"], spans["end"], _labels(spans, kind), strict=True)
    items = [_annotation(k, name, texts[name], int(a), int(b), label) for k, (name, a, b, label) in enumerate(rows, 1)]
    page = {"@context": CONTEXT, "id": f"urn:samestory:{kind}", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def read(path: str | Path, articles: pd.DataFrame, *, coder: str = "") -> pd.DataFrame:
    """What a tool wrote as a span table: `article_id, start, end, text`, the `label` given, and the `coder`.

    The file is one of those that `write` writes, as the tool hands it back. `coder` names who did it where the file
    does not. ValueError with one sentence for a span that does not hold its words, or an article that is not there.
    """
    path = Path(path)
    rows = pd.DataFrame(_rows(path, articles, coder or path.name.partition(".")[0]), columns=CODED)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    if len(gone := rows[~rows["article_id"].isin(texts)]):
        raise ValueError(f"{path.name}: there is no article {gone['article_id'].iloc[0]!r}")
    where = zip(rows["article_id"], rows["start"], rows["end"], strict=True)
    rows = rows.assign(text=[texts[name][int(a) : int(b)] for name, a, b in where])
    typed = rows.astype(span_tables.SPAN | {"label": "str", "coder": "str"})
    return span_tables.checked(typed, articles, overlap=True)


def _rows(path: Path, articles: pd.DataFrame, coder: str) -> Iterator[tuple]:
    if path.suffix == ".jsonl":
        return _of_doccano(path, articles, coder)
    if path.suffix == ANNOTATIONS:
        return _of_annotations(path, articles, coder)
    if path.suffix == BOOK:
        sheets = pd.read_excel(path, sheet_name=None, dtype={"article_id": "str"})
        table = next((rows for rows in sheets.values() if {"article_id", "start", "end"} <= set(rows)), pd.DataFrame())
    else:
        table = pd.read_csv(path, encoding="utf-8-sig", dtype={"article_id": "str"})
    lacking = [name for name in ("article_id", "start", "end") if name not in table]
    if lacking:
        raise ValueError(f"{path.name} lacks the column {lacking[0]!r}; it needs article_id, start and end")
    return _of_table(table, articles, coder, path.name)


def _of_table(table: pd.DataFrame, articles: pd.DataFrame, coder: str, name: str) -> Iterator[tuple]:
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    label = next((one for one in ("label", *CLASSES.values()) if one in table), None)
    for number, row in enumerate(table.to_dict("records"), 2):
        start, end, said = int(row["start"]), int(row["end"]), row.get("text")
        held = texts.get(str(row["article_id"]), "")[start:end]
        if isinstance(said, str) and said.removeprefix("'") != held and said != held:
            raise ValueError(f"{name}, row {number}: the article has {held!r} there, not {said!r}")
        who = row.get("coder")
        yield (str(row["article_id"]), start, end, "", str(row.get(label, "")), who if isinstance(who, str) else coder)


def _of_doccano(path: Path, articles: pd.DataFrame, coder: str) -> Iterator[tuple]:
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    names = {unicodedata.normalize("NFC", text): name for name, text in texts.items()}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        told = json.loads(line)
        given = unicodedata.normalize("NFC", told["text"])
        name = told.get("article_id") or told.get("meta", {}).get("article_id") or names.get(given)
        text = texts.get(name)
        if text is None or unicodedata.normalize("NFC", text) != given:
            raise ValueError(f"{path.name}, line {number}: its text is that of no article")
        for start, end, label in told.get("label") or told.get("labels") or []:
            yield name, *_moved(told["text"], text, start, end), "", str(label), coder


def _moved(theirs: str, ours: str, start: int, end: int) -> tuple[int, int]:
    """Offsets in their text as offsets in ours, which has the same letters, composed or not."""
    if theirs == ours:
        return start, end
    edges, own = _edges(theirs), _edges(ours)
    return own[_at(edges, start)], own[min(_at(edges, end - 1) + 1, len(own) - 1)]


def _edges(text: str) -> list[int]:
    """Where the letters of a text begin, with their marks, and where it ends."""
    return [k for k, sign in enumerate(text) if not k or not unicodedata.combining(sign)] + [len(text)]


def _at(edges: list[int], place: int) -> int:
    """The number of the letter that a place is in."""
    return max(k for k, edge in enumerate(edges) if edge <= place)


def _of_annotations(path: Path, articles: pd.DataFrame, coder: str) -> Iterator[tuple]:
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    told = json.loads(path.read_text(encoding="utf-8-sig"))
    for number, item in enumerate(told["items"] if isinstance(told, dict) else told, 1):
        name = unquote(str(item["target"]["source"]).removeprefix(ARTICLE))
        selectors = item["target"]["selector"]
        by_type = {one["type"]: one for one in (selectors if isinstance(selectors, list) else [selectors])}
        found = _found(texts.get(name, ""), by_type.get("TextPositionSelector"), by_type.get("TextQuoteSelector"))
        if found is None:
            raise ValueError(f"{path.name}, annotation {number}: its words do not stand in article {name!r}")
        bodies = item.get("body", [])
        tags = [one.get("value") for one in (bodies if isinstance(bodies, list) else [bodies]) if isinstance(one, dict)]
        creator = item.get("creator")
        who = creator.get("name") if isinstance(creator, dict) else creator
        yield name, *found, "", next(filter(None, tags), ""), coder if who in (None, SOFTWARE) else who


def _found(text: str, position: dict | None, words: dict | None) -> tuple[int, int] | None:
    """Where an annotation stands: its position where that holds its words, else where alone they stand as told."""
    exact = words["exact"] if words else None
    if position:
        places = [(position["start"], position["end"]), _of_units(text, position["start"], position["end"])]
        held = next((place for place in places if exact is None or text[slice(*place)] == exact), None)
        if held:
            return held
    if exact is None or words is None:
        return None
    before, after = words.get("prefix", ""), words.get("suffix", "")
    whole = before + exact + after
    at = text.find(whole)
    alone = at >= 0 and text.find(whole, at + 1) < 0
    return (at + len(before), at + len(before) + len(exact)) if alone else None


def _of_units(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets in UTF-16 units, as JavaScript counts, as offsets in characters."""
    units = text.encode("utf-16-le")
    first, last = (len(units[: 2 * place].decode("utf-16-le", "ignore")) for place in (start, end))
    return first, last


def _labels(spans: pd.DataFrame, kind: str) -> pd.Series:
    """The class of each span, as a tool shows it: the kind itself where it has none."""
    column = CLASSES.get(kind)
    values = spans[column] if column in spans else pd.Series(None, index=spans.index)
    return values.astype("object").fillna(kind).astype("str")


def _annotation(number: int, name: str, text: str, start: int, end: int, label: str) -> dict[str, Any]:
    words = {
        "type": "TextQuoteSelector", "exact": text[start:end], "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }  # fmt: skip
    return {
        "id": f"urn:samestory:annotation:{number}", "type": "Annotation",
        "creator": {"type": "Software", "name": SOFTWARE},
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": label}],
        "target": {
            "source": ARTICLE + quote(name),
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, words],
        },
    }  # fmt: skip
