"""Who gets to speak: speakers and their words by outlet, the verbs that introduce them, one ledger of quotations."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

import pandas as pd

from samestory import known
from samestory.annotate import marks, reporting, spans
from samestory.annotate.actors.forms import alike
from samestory.compare import groups
from samestory.compare.voices.conflicts import conflicting, sure
from samestory.compare.voices.persons import stories
from samestory.compare.voices.speakers import JOINT, OPEN, OWN, surely
from samestory.compare.voices.wording import SHINGLE, common, count, same_words, words

PREPOSITIONS = known.words("prepositions at the end of a cue")
ACCORDING = "according to"
DAY = 86400  # seconds
NEAR = 3  # days between two articles that may print one utterance, of which one trims it
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
    told = _with_evidence(spoken).groupby(
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
    counted = _with_evidence(introduced.assign(verb=verb)).groupby(
        ["group", "cue_class", "verb"], sort=False, dropna=False, observed=True
    )
    table = counted.agg(cue=("cue", _forms), attributions=("statement", "size"), evidence=("evidence", list))
    table = table.reset_index().drop(columns="verb")
    table.insert(4, "share", table["attributions"] / table.groupby("group")["attributions"].transform("sum"))
    table = table[table["attributions"].ge(TWICE)]
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.sort_values(["group", "attributions", "cue"], ascending=[True, False, True], ignore_index=True)


def quotations(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One ledger of what was quoted: a row for each set of words in quotation marks, whoever printed them.

    `attributed` is as for `sources`. Two quotations are the same when most words of both are; or of the shorter
    one, eight or more, where they stand in articles of NEAR days and are not given to two people by name; or runs
    of eight words, where both are given to one person by name: so trimmed and lightly edited ones meet, and the
    turns of a transcript, but no phrase that two people use. Pieces of fewer than four words are left out. Columns:
    `quotation` (its number), `text` (the longest wording in marks), `wordings` (how many there are), `shared` (the
    longest run of words that most groups print, as one of them prints it; missing where one group alone prints the
    quotation) and `shared_by` (those groups), `speakers` (tuple, under their names in the collection), `conflict`
    (see `conflicts`: articles of one story give most of the same six words or more to different people, each named
    in the sentence of the quotation), `groups` (tuple of those that printed it), `named_in` and `unnamed_in` (those
    that give it to somebody by name, and those that give it only to somebody without one), `given` (pairs of a
    speaker and a group that gives it to that one), `printed` (times), `evidence`. A conflict is a statement about the
    articles: which of them errs is not known from them.
    """
    attributed = surely(attributed, articles, by=by)
    pieces = attributed[attributed["form"].isin(spans.QUOTED) & attributed["text"].map(count).ge(SHINGLE)]
    pieces = pieces[~pieces["text"].map(_is_title).astype("bool")]  # of a book, a film
    marked = pieces["text"].map(marks.MARK.match).notna()  # a turn of a transcript stands in none
    pieces = pieces.assign(
        quotation=same_words(list(pieces["text"]), _may_be_trimmed(pieces, articles), _of_one_person(pieces, articles))
    )
    pieces = pieces.assign(marked=pieces["text"].where(marked))
    pieces = pieces[marked.groupby(pieces["quotation"]).transform("any")]
    person = pieces["kind"].isin(["person", JOINT])
    named = person.groupby(pieces["quotation"]).transform("any")
    pieces = pieces.assign(
        speaker=pieces["speaker"].where(person | ~named),  # a paper that only passes words on is none
        by_name=pieces["group"].astype("object").where(person),
        nameless=pieces["group"].astype("object").where(pieces["kind"].eq("unnamed")),
    )
    given = pd.Series([*zip(pieces["speaker"], pieces["group"].astype("object"), strict=True)], pieces.index)
    pieces = pieces.assign(given=given.where(pieces["speaker"].notna()))
    pieces = pieces.assign(sure=sure(pieces, articles), story=stories(pieces, articles))
    table = (
        _with_evidence(pieces)
        .groupby("quotation", sort=False)
        .agg(
            text=("marked", _longest),
            wordings=("text", _wordings),
            speakers=("speaker", _different),
            conflict=("quotation", "first"),
            groups=("group", _different),
            named_in=("by_name", _different),
            unnamed_in=("nameless", _different),
            given=("given", _different),
            printed=("statement", "nunique"),
            evidence=("evidence", list),
        )
    )
    table = table.assign(conflict=table["conflict"].isin(_in_conflict(pieces)))
    runs = {number: common([*zip(r["group"], r["text"], strict=True)]) for number, r in pieces.groupby("quotation")}
    table = table.assign(
        shared=pd.Series([runs[number][0] for number in table.index], table.index, dtype="object"),
        shared_by=pd.Series([runs[number][1] for number in table.index], table.index, dtype="object"),
    )
    only = [tuple(g for g in row.unnamed_in if g not in row.named_in) for row in table.itertuples(index=False)]
    table = table.assign(unnamed_in=pd.Series(only, table.index, dtype="object"))
    printed = pd.Series([-len(one) for one in table["groups"]], table.index, dtype="int64")
    order = printed.sort_values(kind="stable").index
    table = table.loc[order].reset_index(drop=True)
    table.insert(0, "quotation", table.index + 1)
    return table


def _is_title(text: str) -> bool:
    return marks.is_title(marks.MARK.sub("", text))


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


# Rows


def _with_evidence(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows with the number of their `statement` and their place as `evidence`, to be counted and listed."""
    statement = quotes.groupby(["article_id", "attribution"], sort=False, dropna=False).ngroup()
    return quotes.assign(statement=statement, evidence=spans.places(quotes))


def _longest(texts: pd.Series) -> str:
    return max(texts.dropna(), key=len)


def _of_one_person(pieces: pd.DataFrame, articles: pd.DataFrame) -> Callable[[int, int], bool]:
    """Whether two pieces, by their places, are of NEAR days and given to one person by name."""
    names = pieces["speaker"].where(pieces["kind"].eq("person")).tolist()
    trimmed = _may_be_trimmed(pieces, articles)

    def of_one(one: int, other: int) -> bool:
        """Whether both have a name, and may be one trimmed from the other."""
        named = not pd.isna(names[one]) and not pd.isna(names[other])
        return named and trimmed(one, other)

    return of_one


def _may_be_trimmed(pieces: pd.DataFrame, articles: pd.DataFrame) -> Callable[[int, int], bool]:
    """Whether one of two pieces, by their places, may be the other trimmed: of NEAR days, not of two people by name."""
    names = pieces["speaker"].where(pieces["kind"].eq("person")).tolist()
    published: Iterable = articles["published"] if "published" in articles else [None] * len(articles)
    since = [float("nan") if pd.isna(one) else one.start_time.timestamp() / DAY for one in published]
    days = pieces["article_id"].map(dict(zip(articles["article_id"], since, strict=True))).tolist()

    def trimmed(one: int, other: int) -> bool:
        """Whether no two names and no days between them say otherwise."""
        named = not pd.isna(names[one]) and not pd.isna(names[other])
        far = abs(days[one] - days[other]) > NEAR  # False where a date is missing
        return not far and not (named and not alike(names[one], names[other]))

    return trimmed


def _wordings(texts: pd.Series) -> int:
    """How many wordings there are: what only stands within another, as a piece of it does, is none of its own."""
    each = sorted({f" {' '.join(words(text))} " for text in texts}, key=len, reverse=True)
    return sum(not any(one in longer for longer in each[:k]) for k, one in enumerate(each))


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
