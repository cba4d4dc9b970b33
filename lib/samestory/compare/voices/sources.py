"""Who gets to speak: speakers and their words by outlet, the verbs that introduce them, one ledger of quotations."""

import re
from collections import Counter, defaultdict

import pandas as pd

from samestory import known
from samestory.annotate import spans
from samestory.annotate.actors.forms import clusters, surname
from samestory.compare import groups
from samestory.compare.voices.actors import plain_outlet
from samestory.compare.voices.conflicts import conflicting, sure
from samestory.compare.voices.wording import SHINGLE, count, same_words, words

QUOTED = ("direct", "partial")
PREPOSITIONS = known.words("prepositions at the end of a cue")


def sources(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Who speaks in which outlet, and how much: a row for each speaker of each outlet, most quoted words first.

    Columns: `group`, `speaker` (named speakers under their fullest name in the collection; unnamed ones as the article
    words them), `source_class`, `attributions`, `articles`, `words_quoted` (between marks), `words_reported` (given in
    other words), `share` of the group's attributed words, `role` (what the first article that says so says the speaker
    is), `evidence`. Scare quotes and attitudes are left out: in them
    nobody says anything.
    """
    spoken = with_own_reporters(groups.beside(_of_statements(quotes), articles, by), articles)
    spoken = spoken.assign(speaker=merged_speakers(spoken, articles), words=spoken["text"].map(count).astype("int64"))
    quoted = spoken["words"].where(spoken["form"].isin(QUOTED), 0)
    reported = spoken["words"].where(~spoken["form"].isin(QUOTED), 0) - _nested(spoken)
    spoken = spoken.assign(words_quoted=quoted, words_reported=reported.clip(lower=0))
    told = _with_evidence(spoken).groupby(["group", "speaker"], sort=False, dropna=False, observed=True, as_index=False)
    table = told.agg(
        source_class=("source_class", list),
        attributions=("statement", "nunique"),
        articles=("article_id", "nunique"),
        words_quoted=("words_quoted", "sum"),
        words_reported=("words_reported", "sum"),
        role=("role", "first"),
        evidence=("evidence", list),
    )
    table = table.assign(source_class=table["source_class"].map(_commonest)).astype({"words_reported": "int64"})
    words = table["words_quoted"] + table["words_reported"]
    table.insert(7, "share", words / words.groupby(table["group"]).transform("sum"))
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(
        ["group", "words_quoted", "words_reported"], ascending=[True, False, False], ignore_index=True
    )


def with_own_reporters(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a `quotes` table, `own reporter` as class of whoever the outlet presents as its own.

    That is “The Ardin Post's Y” and “Y, an Ardin Post correspondent” in an article of the Ardin Post.
    """
    if "outlet" not in articles:
        return quotes
    outlets = articles["outlet"].astype("object").fillna("").map(plain_outlet)
    of = dict(zip(articles["article_id"], outlets, strict=True))
    own = {
        (row.article_id, row.speaker)
        for row in quotes.itertuples(index=False)
        if row.source_class == "named" and of[row.article_id] and _presents(of[row.article_id], str(row.source))
    }
    its = [key in own for key in zip(quotes["article_id"], quotes["speaker"], strict=True)]
    return quotes.assign(source_class=quotes["source_class"].mask(pd.Series(its, quotes.index), "own reporter"))


def _presents(outlet: str, source: str) -> bool:
    its = rf"^(?:the )?{re.escape(outlet)}(?:[’']s?) "
    role = rf"{re.escape(outlet)} (?:\w+ ){{0,2}}(?:reporter|correspondent|journalist|editor|anchor|columnist|host)\b"
    return bool(re.search(f"{its}|{role}", source.casefold()))


def verbs(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """With which verbs an outlet introduces what others say: a row for each outlet, class and cue, commonest first.

    Columns: `group`, `cue_class` (see `data/cue_verbs.csv`), `cue`, `attributions`, `share` of the outlet's cues,
    `evidence`.
    """
    introduced = groups.beside(_of_statements(quotes.loc[quotes["cue"].notna()]), articles, by)
    introduced = introduced.drop_duplicates(["article_id", "cue_start"])
    introduced = introduced.assign(cue=introduced["cue"].map(_verb))
    counted = _with_evidence(introduced).groupby(["group", "cue_class", "cue"], sort=False, dropna=False, observed=True)
    table = counted.agg(attributions=("statement", "size"), evidence=("evidence", list)).reset_index()
    table.insert(4, "share", table["attributions"] / table.groupby("group")["attributions"].transform("sum"))
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(["group", "attributions", "cue"], ascending=[True, False, True], ignore_index=True)


def quotations(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One ledger of what was quoted: a row for each set of words in quotation marks, whoever printed them.

    Two quotations are the same when they share four words in a row and three quarters of the shorter one's words, in
    order, stand in the other, so that trimmed and lightly edited ones meet; pieces of fewer than four words are left
    out. Columns: `quotation` (its number), `text` (the longest wording), `wordings` (how many there are), `speakers`
    (tuple, under their fullest names), `conflict` (see `conflicts`: articles of one story give most of the same six
    words or more to different people, each named in the sentence of the quotation), `groups` (tuple
    of those that printed it), `printed` (times), `evidence`. A conflict is a statement about the articles: which
    of them errs is not known from them.
    """
    marked = quotes["form"].isin(QUOTED) & quotes["text"].map(count).ge(SHINGLE)
    pieces = groups.beside(quotes[marked], articles, by)
    pieces = pieces.assign(speaker=merged_speakers(pieces, articles), quotation=same_words(list(pieces["text"])))
    pieces = pieces.assign(sure=sure(pieces, articles), story=stories(pieces, articles))
    table = (
        _with_evidence(pieces)
        .groupby("quotation", sort=False)
        .agg(
            text=("text", _longest),
            wordings=("text", _wordings),
            speakers=("speaker", _different),
            conflict=("quotation", "first"),
            groups=("group", _different),
            printed=("statement", "nunique"),
            evidence=("evidence", list),
        )
    )
    table = table.assign(conflict=table["conflict"].isin(_in_conflict(pieces)))
    printed = pd.Series([-len(one) for one in table["groups"]], table.index, dtype="int64")
    order = printed.sort_values(kind="stable").index
    table = table.loc[order].reset_index(drop=True)
    table.insert(0, "quotation", table.index + 1)
    return table


def merged_speakers(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """The speaker of each row under the fullest name of that person, on the index of `quotes`.

    Full names that can be one person's are one in the whole collection; a surname alone joins a full name only where
    one person of that surname speaks in the articles of its story (of an unknown story: in its own article).
    """
    named = quotes[quotes["source_class"].eq("named") & quotes["speaker"].notna()]
    mentioned = Counter(named["speaker"])
    people = clusters([tuple(name.split()) for name in sorted(mentioned) if " " in name])
    full = {name: _fullest(cluster, mentioned) for of in people.values() for cluster in of for name in _names(cluster)}
    told = pd.DataFrame({"story": stories(named, articles), "speaker": named["speaker"]})
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    for story, name in told.drop_duplicates().itertuples(index=False, name=None):
        if name in full:
            here[story, surname(tuple(name.split()))].add(full[name])
    meant = [_meant(name, full, here[story, name]) for story, name in told.itertuples(index=False, name=None)]
    speakers = quotes["speaker"].astype("object")
    speakers.loc[named.index] = meant
    return speakers.astype("str").where(quotes["speaker"].notna())


def _meant(name: str, full: dict[str, str], here: set[str]) -> str:
    return full.get(name) or (next(iter(here)) if len(here) == 1 else name)


def _names(cluster: set[tuple[str, ...]]) -> list[str]:
    return [" ".join(form) for form in cluster]


def stories(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """The story of each row: the event of its article; an article of no known event is a story of its own."""
    events = articles["event"] if "event" in articles else pd.Series("", index=articles.index)
    known = events.astype("object").fillna("")
    of = dict(zip(articles["article_id"], known.where(known.ne(""), articles["article_id"]), strict=True))
    return quotes["article_id"].map(of)


def _of_statements(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows of a `quotes` table that belong to a statement (see `spans.statements`), all pieces of it."""
    keys = ["article_id", "attribution"]
    said = pd.MultiIndex.from_frame(spans.statements(quotes)[keys])
    return quotes[pd.MultiIndex.from_frame(quotes[keys]).isin(said) & spans.speech(quotes) & quotes["form"].ne("scare")]


def _verb(cue: str) -> str:
    """The verb of a cue without its auxiliaries and adverbs: said, for “had previously said”."""
    words = cue.lower().split()
    return words[-1] if words[-1] not in PREPOSITIONS else " ".join(words[-2:])


# Rows


def _with_evidence(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows with the number of their `statement` and their place as `evidence`, to be counted and listed."""
    statement = quotes.groupby(["article_id", "attribution"], sort=False, dropna=False).ngroup()
    places = list(zip(*(quotes[column].tolist() for column in ("article_id", "start", "end")), strict=True))
    return quotes.assign(statement=statement, evidence=pd.Series(places, quotes.index, dtype="object"))


def _commonest(values: list) -> str | None:
    """The commonest of some values, the first by name among equals; None where all are missing."""
    counts = Counter(value for value in values if not pd.isna(value))
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _longest(texts: pd.Series) -> str:
    return max(texts, key=len)


def _wordings(texts: pd.Series) -> int:
    return len({" ".join(words(text)) for text in texts})


def _different(values: pd.Series) -> tuple:
    return tuple(dict.fromkeys(value for value in values if not pd.isna(value)))


def _in_conflict(pieces: pd.DataFrame) -> list[int]:
    """The quotations that are surely given to different people: only those with two sure speakers are looked at."""
    told = pieces[pieces["sure"]]
    several = told.groupby("quotation")["speaker"].transform("nunique").gt(1)
    return [number for number, rows in told[several].groupby("quotation") if conflicting(rows)]


def _nested(quotes: pd.DataFrame) -> pd.Series:
    """The words between marks within each mixed row, which its partial rows count already."""
    partial = quotes[quotes["form"].eq("partial")]
    inside = partial.groupby(["article_id", "attribution"])["words"].sum()
    keys = pd.MultiIndex.from_frame(quotes[["article_id", "attribution"]])
    taken = pd.Series(inside.reindex(keys).fillna(0).to_numpy(), index=quotes.index)
    return taken.where(quotes["form"].eq("mixed"), 0)


def _fullest(cluster: set[tuple[str, ...]], mentioned: Counter[str]) -> str:
    return max(_names(cluster), key=lambda name: (len(name.split()), mentioned[name], name))
