"""Who gets to speak: speakers and their words by outlet, the verbs that introduce them, one ledger of quotations."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import pandas as pd

from samestory.compare import groups
from samestory.corpus import fold, language

QUOTED = ("direct", "partial")
# Scare quotes are nobody's words; what someone wants or opposes is told in the narrator's.
UNSAID = ("scare", "attitude")
SHINGLE = 4
# A run of words in more quotations than this is a set phrase and says nothing about who quotes whom.
SET_PHRASE = 100
SAME = 0.75
# Shorter wordings may be two people's own.
TELLING = 6
PREPOSITIONS = set("about against as at by for from in into of on over that to upon with".split())


def sources(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Who speaks in which outlet, and how much: a row for each speaker of each outlet, most quoted words first.

    Columns: `group`, `speaker` (named speakers under their fullest name in the collection; unnamed ones as the article
    words them), `source_class`, `attributions`, `articles`, `words_quoted` (between marks), `words_reported` (given in
    other words), `share` of the group's attributed words, `evidence`. Scare quotes and attitudes are left out: in them
    nobody says anything.
    """
    spoken = groups.beside(quotes[~quotes["form"].isin(UNSAID)], articles, by)
    spoken = spoken.assign(speaker=merged_speakers(spoken), words=spoken["text"].map(_count).astype("int64"))
    quoted = spoken["words"].where(spoken["form"].isin(QUOTED), 0)
    reported = spoken["words"].where(~spoken["form"].isin(QUOTED), 0) - _nested(spoken)
    spoken = spoken.assign(words_quoted=quoted, words_reported=reported.clip(lower=0))
    rows = [
        _speaker_row(key, rows)
        for key, rows in spoken.groupby(["group", "speaker"], sort=False, dropna=False, observed=True)
    ]
    columns = [
        "group",
        "speaker",
        "source_class",
        "attributions",
        "articles",
        "words_quoted",
        "words_reported",
        "evidence",
    ]
    table = pd.DataFrame(rows, columns=columns)
    words = table["words_quoted"] + table["words_reported"]
    table.insert(7, "share", words / words.groupby(table["group"]).transform("sum"))
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(
        ["group", "words_quoted", "words_reported"], ascending=[True, False, False], ignore_index=True
    )


def verbs(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """With which verbs an outlet introduces what others say: a row for each outlet, class and cue, commonest first.

    Columns: `group`, `cue_class` (see `data/cue_verbs.csv`), `cue`, `attributions`, `share` of the outlet's cues,
    `evidence`.
    """
    introduced = groups.beside(quotes[quotes["cue"].notna() & ~quotes["form"].isin(UNSAID)], articles, by)
    introduced = introduced.drop_duplicates(["article_id", "cue_start"])
    introduced = introduced.assign(cue=introduced["cue"].map(_verb))
    counted = introduced.groupby(["group", "cue_class", "cue"], sort=False, dropna=False, observed=True)
    rows = [(*key, len(rows), _evidence(rows)) for key, rows in counted]
    table = pd.DataFrame(rows, columns=["group", "cue_class", "cue", "attributions", "evidence"])
    table.insert(4, "share", table["attributions"] / table.groupby("group")["attributions"].transform("sum"))
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(["group", "attributions", "cue"], ascending=[True, False, True], ignore_index=True)


def quotations(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One ledger of what was quoted: a row for each set of words in quotation marks, whoever printed them.

    Two quotations are the same when they share four words in a row and three quarters of the shorter one's words, in
    order, stand in the other, so that trimmed and lightly edited ones meet; pieces of fewer than four words are left
    out. Columns: `quotation` (its number), `text` (the longest wording), `wordings` (how many there are), `speakers`
    (tuple, under their fullest names), `conflict` (six words or more are given to different people), `groups` (tuple
    of those that printed it), `printed` (times), `evidence`. A conflict is a statement about the articles: which
    of them errs is not known from them.
    """
    marked = quotes["form"].isin(QUOTED) & quotes["text"].map(_count).ge(SHINGLE)
    pieces = groups.beside(quotes[marked], articles, by)
    pieces = pieces.assign(speaker=merged_speakers(pieces), quotation=_same_words(list(pieces["text"])))
    rows = [_quotation_row(rows) for _, rows in pieces.groupby("quotation", sort=False)]
    columns = ["text", "wordings", "speakers", "conflict", "groups", "printed", "evidence"]
    table = pd.DataFrame(rows, columns=columns).astype({"conflict": "bool"})
    order = table["groups"].map(len).mul(-1).sort_values(kind="stable").index
    table = table.loc[order].reset_index(drop=True)
    table.insert(0, "quotation", table.index + 1)
    return table


def merged_speakers(quotes: pd.DataFrame) -> pd.Series:
    """The speaker of each row under the fullest name the collection has for that person, on the index of `quotes`.

    A surname alone joins a full name only where one person of that surname speaks in the collection.
    """
    names = quotes.loc[quotes["source_class"].eq("named"), "speaker"].dropna()
    full: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if " " in name:
            full[_surname(name)][name] += 1
    only = {surname: _fullest(found) for surname, found in full.items() if _one_person(found)}
    meant = {name: only.get(_surname(name), name) for name in set(names)}
    return quotes["speaker"].map(lambda name: meant.get(name, name)).astype("str").where(quotes["speaker"].notna())


def _verb(cue: str) -> str:
    """The verb of a cue without its auxiliaries and adverbs: said, for “had previously said”."""
    words = cue.lower().split()
    return words[-1] if words[-1] not in PREPOSITIONS else " ".join(words[-2:])


# Rows


def _speaker_row(key: tuple, rows: pd.DataFrame) -> tuple:
    kinds = rows["source_class"].dropna()
    attributions = len(rows[["article_id", "attribution"]].drop_duplicates())
    kind = kinds.mode().iloc[0] if len(kinds) else None
    words = int(rows["words_quoted"].sum()), int(rows["words_reported"].sum())
    return *key, kind, attributions, rows["article_id"].nunique(), *words, _evidence(rows)


def _quotation_row(rows: pd.DataFrame) -> tuple:
    longest = rows.loc[rows["text"].map(len).idxmax(), "text"]
    speakers = tuple(rows["speaker"].dropna().unique())
    conflict = rows["text"].map(_count).min() >= TELLING and _given_to_others(rows)
    printed = len(rows[["article_id", "attribution"]].drop_duplicates())
    wordings = len({" ".join(_words(text)) for text in rows["text"]})
    printers = tuple(rows["group"].unique())
    return longest, wordings, speakers, conflict, printers, printed, _evidence(rows)


def _given_to_others(rows: pd.DataFrame) -> bool:
    """Whether two articles name speakers of different surnames, none of them shared."""
    named = rows[rows["source_class"].eq("named") & rows["speaker"].notna()]
    people = [frozenset(names.map(_surname)) for _, names in named.groupby("article_id")["speaker"]]
    return any(one.isdisjoint(other) for one, other in combinations(set(people), 2))


def _evidence(rows: pd.DataFrame) -> list[tuple[str, int, int]]:
    return list(rows[["article_id", "start", "end"]].itertuples(index=False, name=None))


def _nested(quotes: pd.DataFrame) -> pd.Series:
    """The words between marks within each mixed row, which its partial rows count already."""
    partial = quotes[quotes["form"].eq("partial")]
    inside = partial.groupby(["article_id", "attribution"])["words"].sum()
    keys = pd.MultiIndex.from_frame(quotes[["article_id", "attribution"]])
    taken = pd.Series(inside.reindex(keys).fillna(0).to_numpy(), index=quotes.index)
    return taken.where(quotes["form"].eq("mixed"), 0)


# Names


def _surname(name: str) -> str:
    return name.split()[-1]


def _fullest(found: Counter[str]) -> str:
    return max(found, key=lambda name: (len(name.split()), found[name], name))


def _one_person(found: Counter[str]) -> bool:
    """Whether full names of one surname may be one person: each is part of the longest, but for initials."""
    parts = set(_fullest(found).split())
    return all({word for word in name.split() if not re.fullmatch(r"\w\.?", word)} <= parts for name in found)


# The same words


def _words(text: str) -> list[str]:
    return [fold.plain(text[start:end]).lower() for start, end in language.token_spans(text)]


def _count(text: str) -> int:
    return len(language.token_spans(text))


def _same_words(texts: list[str]) -> list[int]:
    """The group of each text: the number of the first text whose words it shares, directly or through others."""
    groups = list(range(len(texts)))
    for one, other in _similar([_words(text) for text in texts]):
        first, second = sorted((_root(groups, one), _root(groups, other)))
        groups[second] = first
    return [_root(groups, number) for number in range(len(texts))]


def _similar(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of texts that are the same words, found through an index of their four-word sequences."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        shingles = {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
        for other in sorted({other for shingle in shingles for other in index[shingle][:SET_PHRASE]}):
            if _shared(texts[other], words) >= SAME * min(len(texts[other]), len(words)):
                yield other, number
        for shingle in shingles:
            index[shingle].append(number)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words two texts share in order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _root(groups: list[int], number: int) -> int:
    while groups[number] != number:
        groups[number] = groups[groups[number]]
        number = groups[number]
    return number
