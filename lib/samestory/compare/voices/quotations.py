"""One ledger of quotations: which words between quotation marks stand where, and whose each article says they are."""

from collections.abc import Callable, Iterable

import pandas as pd

from samestory.annotate import marks, spans
from samestory.annotate.actors.forms import alike
from samestory.compare.voices.conflicts import conflicting, sure
from samestory.compare.voices.persons import stories
from samestory.compare.voices.sources import with_evidence
from samestory.compare.voices.speakers import JOINT, surely
from samestory.compare.voices.wording import SHINGLE, common, count, same_words, words

DAY = 86400  # seconds
NEAR = 3  # days between two articles that may print one utterance, of which one trims it


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
    pieces = _told(_same(surely(attributed, articles, by=by), articles))
    pieces = pieces.assign(sure=sure(pieces, articles), story=stories(pieces, articles))
    table = (
        with_evidence(pieces)
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
    only = [tuple(g for g in row.unnamed_in if g not in row.named_in) for row in table.itertuples(index=False)]
    table = table.assign(
        shared=_each(table, [runs[number][0] for number in table.index]),
        shared_by=_each(table, [runs[number][1] for number in table.index]),
        unnamed_in=_each(table, only),
    )
    return _numbered(table)


def _same(attributed: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The pieces between quotation marks, with the number of their `quotation`, and `marked`, their words in marks."""
    pieces = attributed[attributed["form"].isin(spans.QUOTED) & attributed["text"].map(count).ge(SHINGLE)]
    pieces = pieces[~pieces["text"].map(_is_title).astype("bool")]  # of a book, a film
    marked = pieces["text"].map(marks.MARK.match).notna()  # a turn of a transcript stands in none
    one = same_words(list(pieces["text"]), _may_be_trimmed(pieces, articles), _of_one_person(pieces, articles))
    pieces = pieces.assign(quotation=one, marked=pieces["text"].where(marked))
    return pieces[marked.groupby(pieces["quotation"]).transform("any")]


def _told(pieces: pd.DataFrame) -> pd.DataFrame:
    """The pieces with who is said to speak: `by_name` and `nameless`, the groups that say it so, and `given`."""
    person = pieces["kind"].isin(["person", JOINT])
    named = person.groupby(pieces["quotation"]).transform("any")
    group = pieces["group"].astype("object")
    speaker = pieces["speaker"].where(person | ~named)  # a paper that only passes words on is none
    given = pd.Series([*zip(speaker, group, strict=True)], pieces.index).where(speaker.notna())
    nameless = group.where(pieces["kind"].eq("unnamed"))
    return pieces.assign(speaker=speaker, by_name=group.where(person), nameless=nameless, given=given)


def _each(table: pd.DataFrame, values: list) -> pd.Series:
    """A value a row, whatever it is."""
    return pd.Series(values, table.index, dtype="object")


def _numbered(table: pd.DataFrame) -> pd.DataFrame:
    """The quotations that most groups printed first, each with its number."""
    printed = pd.Series([-len(one) for one in table["groups"]], table.index, dtype="int64")
    table = table.loc[printed.sort_values(kind="stable").index].reset_index(drop=True)
    table.insert(0, "quotation", table.index + 1)
    return table


def _is_title(text: str) -> bool:
    return marks.is_title(marks.MARK.sub("", text))


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
