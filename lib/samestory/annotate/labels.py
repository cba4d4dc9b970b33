"""Labels: which words an article uses for a referent (the people held, the war, the attack), from `data/referents.csv`.

A row of that table is one label: a regular expression, read without regard to case, in which a space is any single
white space, `'` any apostrophe and `-` any hyphen, and which must begin and end at a word's edge. A row without a label
names a trap: what it matches is no mention of anything ("war crimes" is not the war). Where matches overlap the longest
counts and the others do not, so a mention is never counted twice. The patterns of a user's own table are matched by
`regex`, which can be told when to give up: `(?:\\w|\\w\\w| )+[!?]` does not end.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pandas as pd
import regex

from samestory import unexpected
from samestory.annotate import beginnings, content, marks, spans
from samestory.corpus import known

REFERENTS = ["referent", "label", "pattern", "note", "source"]
COLUMNS = {"referent": "str", "label": "str", "use": "str"}
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "–": "-"} | dict.fromkeys("\n\t\r\u00a0\u202f", " ")
)
OFTEN, OPENING = 3, 600  # times that an article names what it is about, first in so many characters
EVERY = 2_000  # characters in which it is named once at least
SECONDS = 10.0  # that the patterns of a user's table may take on one article, at one place of it
_AROUND, _LONGEST_LINE = 40, 600  # characters in which a name that goes on, and the manner of a line, is looked for
_WORDS = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:^|[.!?:;\n\"“”'‘(\[•—–*>])\s*$")
_NAME_BEFORE = re.compile(r"(?<![\w.])[A-Z][a-z][\w&.-]*(?: (?:and|for|of|on|the|to|against))*[ -]$")
_NAME_AFTER = re.compile(r"[ -](?:(?:and|for|of) )?[A-Z][^\W\d_]")
_BREAK, _LINE = re.compile(r"\n\s*\n\s*"), re.compile(r"\n")
_BEFORE, _AFTER = r"(?<![\w-])", r"(?!\w|-\w)"  # a word's edges
_REFUSED = re.compile(r"\\[1-9]|\(\?P(?!<modifier>)|^\(\?[aiLmsux]+\)")


Stretch = tuple[int, int]  # of a text


class Rule(NamedTuple):
    """One row of the table of referents, compiled; `label` is None for a trap."""

    referent: str
    label: str | None
    pattern: re.Pattern[str]
    scope: str
    where: str


class Rules(NamedTuple):
    """The table of referents, compiled: its rows, the scopes they name, and the `timeout` of a match, if it has one.

    `beginnings`: by scope, where in a text some row of it may match.
    """

    rows: tuple[Rule, ...]
    scopes: dict[str, re.Pattern[str]]
    beginnings: dict[str, re.Pattern[str]]
    limit: dict[str, Any]


def labels(articles: pd.DataFrame, *, referents: str = "") -> pd.DataFrame:
    """The mentions of each referent under each of its labels: a span table.

    Columns: `referent`, `label`; `use`: `modifier` where the label only qualifies another noun ("captive deal"), else
    `mention`. `referents` names a table to use instead of `data/referents.csv`; ValueError as in `rules`.
    A label in the table can miss a mention worded otherwise (an undercount); a word with two senses can be counted in
    the wrong one (an overcount), for which the table has traps and, in `scope`, the referent's own words, which must
    stand nearby: see `_reach`.
    """
    return spans.table(articles, partial(find, rules=rules(referents)), COLUMNS)


def find(text: str, rules: Rules) -> list[dict]:
    """The mentions in one text, as dicts with `start`, `end` and the columns of labels; no two overlap."""
    plain = text.translate(_PLAIN)
    try:
        candidates = _candidates(plain, rules, _paragraphs(text))
    except TimeoutError:
        said = f"takes longer than {rules.limit['timeout']:g} seconds on an article; repeat nothing that repeats: (a+)+"
        raise unexpected.ToldError(f"{_endless(plain, rules)} {said}.") from None
    return [
        {"start": start, "end": end, "referent": row.referent, "label": row.label, "use": use}
        for start, end, use, row in _apart(candidates)
        if row.label is not None and not (row.label.islower() and _in_a_name(plain, text, start, end))
    ]


def _in_a_name(plain: str, text: str, start: int, end: int) -> bool:
    """Whether a mention is a part of a name in running text ("Mayors for Gun Safety"), and so of nothing else.

    All its words have capitals, at the start of a sentence those after the first, and so has a word that it joins.
    """
    before, after = plain[max(0, start - _AROUND) : start], plain[end : end + _AROUND]
    opening = _OPENING.search(before) or "\n" in text[max(0, start - 1) : start]
    words = _WORDS.findall(plain[start:end])[1 if opening else 0 :]
    if not words or words[-1] in content.TITLES or not all(word.istitle() or word in marks.SMALL for word in words):
        return False
    joined = _NAME_AFTER.match(after) or (not opening and _NAME_BEFORE.search(before))
    return bool(joined) and _runs(text, start)


def _runs(text: str, at: int) -> bool:
    """Whether the line at a place is running text: most of its words have no capital, as in a headline they have."""
    start = text.rfind("\n", 0, at) + 1
    words = _WORDS.findall(text[start : start + _LONGEST_LINE].partition("\n")[0])
    return sum(word[0].islower() for word in words) > len(words) / 2


def _candidates(plain: str, rules: Rules, paragraphs: list[Stretch]) -> list[tuple[int, int, str, Rule]]:
    """The longest match at each place where one begins; TimeoutError where a user's pattern takes too long."""
    reach = {scope: _reach(plain, pattern, paragraphs, rules.limit) for scope, pattern in rules.scopes.items()}
    reach[""] = [(0, len(plain))]
    small, places = beginnings.small(plain), dict[int, set[str]]()
    for scope in (scope for scope in rules.beginnings if reach[scope]):
        for match in rules.beginnings[scope].finditer(small, **rules.limit):
            if any(start <= match.start() < end for start, end in reach[scope]):
                places.setdefault(match.start(), set()).add(scope)
    rows = {scopes: [row for row in rules.rows if row.scope in scopes] for scopes in map(frozenset, places.values())}
    longest = (_longest_at(plain, at, rows[frozenset(places[at])], rules.limit) for at in sorted(places))
    return [match for match in longest if match is not None]


def _paragraphs(text: str) -> list[Stretch]:
    """Where the paragraphs of a text stand: what empty lines part, or lines where there are none."""
    breaks = list(_BREAK.finditer(text)) or _LINE.finditer(text)
    ends = [match.end() for match in breaks]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _reach(plain: str, scope: re.Pattern[str], paragraphs: list[Stretch], limit: dict[str, Any]) -> list[Stretch]:
    """Where the rows of a scope count: the paragraphs with words of it, or the whole of an article that is about them.

    It is about what it names OFTEN, EVERY so many characters, and for the first time in its OPENING.
    """
    found = [match.start() for match in scope.finditer(plain, **limit)]
    if len(found) >= max(OFTEN, len(plain) / EVERY) and found[0] < OPENING:
        return [(0, len(plain))]
    return [(start, end) for start, end in paragraphs if any(start <= at < end for at in found)]


def _endless(plain: str, rules: Rules) -> str:
    """Where the first pattern stands that takes a tenth of the time or more."""
    for row in rules.rows:
        try:
            for pattern in (row.pattern, rules.scopes.get(row.scope, row.pattern)):
                pattern.search(plain, **{name: seconds / 10 for name, seconds in rules.limit.items()})
        except TimeoutError:
            return f"{row.where}: the pattern"
    return f"{rules.rows[0].where.partition(',')[0]}: the patterns together"


def rules(referents: str = "") -> Rules:
    """The rules of a table of referents (`data/referents.csv`, or some packs of it, where no file is named).

    Columns `referent`, `label` (empty: a trap), `pattern`, `note`, `source`, and optionally `scope`, a pattern of
    the referent's own words, without which nearby the row does not count (see `_reach`). Raises ValueError naming the
    file and the row (as a spreadsheet counts them) where a cell is empty, a label stands twice, or a pattern does not
    compile, matches nothing at all, or uses a backreference or a named group other than `modifier`.
    """
    file = _file(referents)
    engine = regex if file != known.DATA / "referents.csv" else re
    return _rules(referents, file.absolute(), file.stat().st_mtime_ns if file.is_file() else 0, engine)


def table(referents: str = "") -> pd.DataFrame:
    """The rows of a table of referents: a file's, or of `data/referents.csv` all or those of some packs.

    A pack has what can be called otherwise in news of one topic; several are named with commas: `migration, crime`.
    """
    rows = known.table(_file(referents), REFERENTS)
    packs = packs_named(referents)
    return rows[rows["pack"].isin(packs)] if packs else rows


def packs_named(referents: str) -> list[str]:
    """The packs of `data/referents.csv` that are named with commas; none where a file is, or nothing.

    ValueError with the nearest where only some of the names are packs.
    """
    names = [name.strip() for name in referents.split(",") if name.strip()]
    there = known.table("referents.csv", ["pack"])["pack"].unique()
    strange = [name for name in names if name not in there]
    if strange and len(strange) < len(names):
        raise ValueError(f"there is no pack {strange[0]!r}; there are {', '.join(there)}")
    return [] if strange else names


def _file(referents: str) -> Path:
    """Where the rows stand; ValueError where a word is the name of no pack and of no file."""
    if not referents or packs_named(referents):
        return known.DATA / "referents.csv"
    file = known.find(referents)
    if not (file.suffix or file.exists()):
        there = ", ".join(known.table("referents.csv", ["pack"])["pack"].unique())
        raise ValueError(f"there is no pack {referents!r}; there are {there}, or name a CSV file")
    return file


@lru_cache(maxsize=8)
def _rules(referents: str, path: Path, changed: int, engine: ModuleType) -> Rules:
    """The rules of a file in the state it was `changed` to, matched by an `engine`: read once, not once a partition."""
    listed = table(referents)
    rows = tuple(_rule(row, f"{path.name}, row {number}", engine) for number, row in _numbered(listed))
    _check_twice(listed, path.name)
    scopes = {row.scope: engine.compile(rf"\b(?:{row.scope})\b", re.IGNORECASE) for row in rows if row.scope}
    return Rules(rows, scopes, _beginnings(rows, engine), {"timeout": SECONDS} if engine is regex else {})


def _numbered(table: pd.DataFrame) -> Iterator[tuple[int, dict]]:
    """The rows with the number a spreadsheet shows, missing cells as None."""
    cells = table.astype(object).where(table.notna(), None)
    return zip(cells.index + 2, cells.to_dict("records"), strict=True)


def _rule(row: dict, where: str, engine: ModuleType) -> Rule:
    for column in ("referent", "pattern"):
        if row[column] is None:
            raise ValueError(f"{where}: the {column} is empty; every row needs a referent and a pattern.")
    scope = row.get("scope") or ""
    _compiled(scope, "scope", where, engine)
    return Rule(row["referent"], row["label"], _compiled(row["pattern"], "pattern", where, engine), scope, where)


def _compiled(pattern: str, column: str, where: str, engine: ModuleType) -> re.Pattern[str]:
    """The pattern compiled between word edges; `where` is what the error names."""
    if refused := _REFUSED.search(pattern):
        raise ValueError(
            f"{where}: the {column} {pattern!r} uses {refused[0]!r}; backreferences, global flags and named groups "
            "other than (?P<modifier>…) are not possible here."
        )
    try:
        whole = f"{_BEFORE}(?:{pattern}){_AFTER}"
        re.compile(whole)  # what only `regex` knows is no pattern of ours
        compiled = engine.compile(whole, re.IGNORECASE)
    except (re.error, regex.error) as error:
        raise ValueError(f"{where}: the {column} {pattern!r} is not a regular expression: {error}.") from error
    if column == "pattern" and re.fullmatch(pattern, ""):
        raise ValueError(f"{where}: the pattern {pattern!r} matches nothing at all; it must match at least one letter.")
    return compiled


def _check_twice(table: pd.DataFrame, name: str) -> None:
    """Raise ValueError where a referent has the same label in two rows."""
    again = table[table["label"].notna() & table.duplicated(["referent", "label"])]
    if len(again):
        row = again.iloc[0]
        raise ValueError(
            f"{name}, row {again.index[0] + 2}: the label {row['label']!r} of {row['referent']!r} stands twice; "
            "put both patterns into one row, with | between them."
        )


def _beginnings(rows: Iterable[Rule], engine: ModuleType) -> dict[str, re.Pattern[str]]:
    """By scope, one pattern for every place where some row of it may match."""
    bodies: dict[str, list[str]] = {}
    for row in rows:
        bodies.setdefault(row.scope, []).append(row.pattern.pattern.removeprefix(_BEFORE).removesuffix(_AFTER))
    return {scope: beginnings.anywhere(of, _BEFORE, _AFTER, engine) for scope, of in bodies.items()}


def _longest_at(
    text: str, start: int, rows: Iterable[Rule], limit: dict[str, Any]
) -> tuple[int, int, str, Rule] | None:
    """The longest match that begins at `start`; of two equally long ones the row that stands first in the table."""
    matches = [(match, row) for row in rows if (match := row.pattern.match(text, start, **limit))]
    if not matches:
        return None
    match, row = max(matches, key=lambda pair: pair[0].end())
    modifies = "modifier" in match.re.groupindex and match["modifier"] is not None
    return start, match.end(), "modifier" if modifies else "mention", row


def _apart(candidates: list[tuple[int, int, str, Rule]]) -> list[tuple[int, int, str, Rule]]:
    """The candidates that remain when of two that overlap the longer stays (the earlier, of equal ones)."""
    kept: list[tuple[int, int, str, Rule]] = []
    for candidate in sorted(candidates, key=lambda c: (c[0] - c[1], c[0])):
        if all(candidate[1] <= start or end <= candidate[0] for start, end, _, _ in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c[0])
