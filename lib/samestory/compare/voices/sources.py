"""Who gets to speak: speakers and their words by outlet, and the verbs that introduce them."""

import re
from collections import Counter

import pandas as pd

from samestory import known
from samestory.annotate import reporting, spans
from samestory.compare import groups
from samestory.compare.voices.speakers import OPEN, OWN, surely
from samestory.compare.voices.wording import count

PREPOSITIONS = known.words("prepositions at the end of a cue")
ACCORDING = "according to"
TWICE = 2  # attributions, from which a verb is shown: one use is no manner
CLAUSE = re.compile(r"\W*(?:if|whether|who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)


def sources(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Who speaks in which outlet, and how much: a row for each speaker of each outlet, most quoted words first.

    `attributed` is the table of `speakers.attributed`, or the span table of quotations. Columns: `group`, `speaker`
    (persons under one name in the collection; unnamed ones as the article words them; missing in the one row for all
    words whose speaker was not surely found), `kind` (person, persons, organisation, document, unnamed, open, own
    reporter), `attributions`, `articles`, `words_quoted` (between marks, or a turn of an interview),
    `words_reported` (given in other words), `share` of the group's attributed words, `role` (what the first article
    that says so says the speaker is), `evidence`.
    """
    attributed = surely(attributed, articles, by=by)
    spoken = attributed.assign(words=attributed["text"].map(count).astype("int64"))
    quoted = spoken["words"].where(spoken["form"].isin(spans.QUOTED), 0)
    reported = spoken["words"].where(~spoken["form"].isin(spans.QUOTED), 0) - _nested(spoken)
    spoken = spoken.assign(words_quoted=quoted, words_reported=reported.clip(lower=0))
    told = with_evidence(spoken).groupby(
        ["group", "speaker", "kind"], sort=False, dropna=False, observed=True, as_index=False
    )
    table = told.agg(
        attributions=("statement", "nunique"),
        articles=("article_id", "nunique"),
        words_quoted=("words_quoted", "sum"),
        words_reported=("words_reported", "sum"),
        role=("role", "first"),
        evidence=("evidence", list),
    )
    table = table.astype({"words_reported": "int64"})
    words = table["words_quoted"] + table["words_reported"]
    table.insert(7, "share", words / words.groupby(table["group"]).transform("sum"))
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(
        ["group", "words_quoted", "words_reported"], ascending=[True, False, False], ignore_index=True
    )


def verbs(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """With which verbs an outlet introduces what others say: a row for each outlet, class and cue, commonest first.

    `attributed` is as for `sources`; counted are verbs of saying (`reporting.WORDS`) of people and bodies who were
    surely found, not of data and documents, and shown those that an outlet uses TWICE, in whatever form. Columns:
    `group`, `cue_class` (see `data/cue_verbs.csv`; whoever questions who or why asks, and asking somebody to do
    something is no verb of saying), `cue` (its forms, commonest first), `attributions`, `share` of the outlet's cues,
    `evidence`.
    """
    attributed = surely(attributed, articles, by=by)
    worded = attributed["cue_class"].isin(reporting.WORDS) & attributed["cue"].str.contains("[A-Za-z]", na=False)
    worded &= ~attributed["kind"].isin([OPEN, OWN, "document"])
    introduced = attributed[worded].drop_duplicates(["article_id", "cue_start"])
    lemmas = introduced.get("cue_lemma", pd.Series(None, introduced.index, dtype="object"))
    introduced = introduced.assign(cue_lemma=lemmas, cue=list(map(_verb, introduced["cue"], lemmas)))
    introduced = introduced.dropna(subset="cue")
    introduced = introduced.assign(cue_class=[_class_of(row) for row in introduced.itertuples(index=False)])
    introduced = introduced.dropna(subset="cue_class")
    verb = introduced["cue_lemma"].astype("object").where(introduced["cue_lemma"].notna(), introduced["cue"])
    counted = with_evidence(introduced.assign(verb=verb)).groupby(
        ["group", "cue_class", "verb"], sort=False, dropna=False, observed=True
    )
    table = counted.agg(cue=("cue", _forms), attributions=("statement", "size"), evidence=("evidence", list))
    table = table.reset_index().drop(columns="verb")
    table.insert(4, "share", table["attributions"] / table.groupby("group")["attributions"].transform("sum"))
    table = table[table["attributions"].ge(TWICE)]
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(["group", "attributions", "cue"], ascending=[True, False, True], ignore_index=True)


def _verb(cue: str, lemma: str | None = None) -> str | None:
    """The verb of a cue without its auxiliaries and adverbs: said, for “had previously said” and “said since”.

    The last word, or the last that begins as its `lemma`. None where a preposition ends the cue, as what stands
    before that may be an object (“touting it as”).
    """
    words = re.findall(r"[\w’'-]+", cue.lower())
    if " ".join(words[-2:]) == ACCORDING:
        return ACCORDING
    if not words or words[-1] in PREPOSITIONS:
        return None
    begun = [word for word in words if not pd.isna(lemma) and word[:2] == str(lemma)[:2]]
    return (begun or words)[-1]


def _class_of(row) -> str | None:
    """The class of a verb with what it governs: “questioned why” asks; None for “asked her to go”, “asked for”."""
    asks = row.cue_class == "question" or row.cue in ("questioned", "question", "questions", "questioning")
    if not asks or row.form in spans.QUOTED:
        return row.cue_class
    if CLAUSE.match(row.text):
        return "question"
    return row.cue_class if row.cue_class != "question" else None


def _forms(cues: pd.Series) -> str:
    """The forms of a verb, commonest first: “said, says”."""
    return ", ".join(sorted(counts := Counter(cues), key=lambda cue: (-counts[cue], cue)))


def with_evidence(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows with the number of their `statement` and their place as `evidence`, to be counted and listed."""
    statement = quotes.groupby(["article_id", "attribution"], sort=False, dropna=False).ngroup()
    return quotes.assign(statement=statement, evidence=spans.places(quotes))


def _nested(quotes: pd.DataFrame) -> pd.Series:
    """The words between marks within each mixed row, which its partial rows count already."""
    partial = quotes[quotes["form"].eq("partial")]
    inside = partial.groupby(["article_id", "attribution"])["words"].sum()
    keys = pd.MultiIndex.from_frame(quotes[["article_id", "attribution"]])
    taken = pd.Series(inside.reindex(keys).fillna(0).to_numpy(), index=quotes.index)
    return taken.where(quotes["form"].eq("mixed"), 0)
