"""Deaths: the word each account has for how somebody named died: death, killing, murder, in any form of the word."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from samestory import known
from samestory.compare.voices.actors import KEYS, merged
from samestory.compare.voices.speakers import is_name

COLUMNS = ["article_id", "start", "end", "text", "referent", "label", "voice"]
REACH = 90  # characters before or behind a name in which the word stands
WORDS = r"(?:(?!(?:{parting})\b)(?:(?:Mr|Mrs|Ms|Dr)\.|[^\s,.;:!?()“”\"]+) ){{0,5}}"  # before a name, that belong to it
WHERE = r"(?: (?:in|on|at|by|last|this|earlier)(?: [\w’'-]+){0,4})?"  # the death in custody of Ada Moore
APPOSITION = r"(?:, [^,.;:!?“”\"]{1,60},)?"
INTRANSITIVE = "died"


class Forms(NamedTuple):
    """One word for a death, and the patterns by which it stands `ahead` of a name and `behind` it, as `word`."""

    word: str
    ahead: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]


def deaths(actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Where a word says how a person named died: a span table with `referent`, `label` and `voice`.

    `actors` is the span table of that kind; a row stands at the word (“killing” in “the killing of Ada Moore”,
    “killed” in “Moore was killed”), with the voice of the name beside it. `referent` is the death of the person by the
    name in the collection, `label` a `word` of `data/deaths.csv`. Not the deaths of somebody's relatives, nor trials,
    charges and threats, nor what nearly happened. Errors: a deed that is only feared or denied is taken for told.
    """
    actors = actors[actors["article_id"].isin(articles["article_id"])]
    named = actors[actors["mention"].eq("name") & actors["kind"].eq("person")]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = [
        (row.article_id, row.actor, start, end, texts[row.article_id][start:end], word, row.voice)
        for row in named.itertuples()
        for start, end, word in beside(texts[row.article_id], row.start, row.end)
    ]
    found = pd.DataFrame(rows, columns=["article_id", "actor", "start", "end", "text", "label", "voice"])
    if found.empty:
        return pd.DataFrame(columns=COLUMNS)
    people = merged(actors, articles)
    who = people[people["kind"].eq("person") & people["merged"].map(is_name).astype("bool")]
    told = found.merge(who[[*KEYS, "merged"]], on=KEYS).drop_duplicates(["article_id", "start"])
    return told.assign(referent="the death of " + told["merged"])[COLUMNS].reset_index(drop=True)


def beside(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The words before and behind the name at `start` to `end` that say how its bearer died: `(start, end, word)`."""
    first = max(0, start - REACH)
    before, after = text[first:start], text[end : end + REACH]
    if not (_any().search(before) or _any().search(after)):
        return
    somebodys = after.startswith(("’", "'"))  # the death of Moore's brother
    for forms in words():
        for pattern in () if somebodys else forms.ahead:
            if found := pattern.search(before):
                yield first + found.start("word"), first + found.end("word"), forms.word
        for pattern in forms.behind:
            if found := pattern.match(after):
                yield end + found.start("word"), end + found.end("word"), forms.word


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    """Any noun or verb of `data/deaths.csv`."""
    table = known.table("deaths.csv", ["word", "noun", "verb", "source"])
    return re.compile(rf"\b(?:{'|'.join([*table['noun'], *table['verb']])})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def words() -> tuple[Forms, ...]:
    """The rows of `data/deaths.csv` with their patterns."""
    table = known.table("deaths.csv", ["word", "noun", "verb", "source"])
    between = WORDS.format(parting="|".join(sorted(known.words("words that part a death from a name"))))
    things = "|".join(sorted(known.words("things named after a death")))
    return tuple(
        _forms(row.word, row.noun, row.verb, between, rf"(?! of\b|-| (?:{things})\b)") for row in table.itertuples()
    )


def _forms(word: str, noun: str, verb: str, between: str, of_nothing_else: str) -> Forms:
    """`killing of Ada Moore`, `killed Ada Moore`; `Moore’s killing`, `Moore was killed`, `Moore died`."""
    was = r"(?: had)?" if verb == INTRANSITIVE else r" (?:was|is|had been|has been)(?: (?!nearly|almost)\w+ly)?"
    ahead = [rf"\b(?P<word>{noun}){WHERE} of {between}$"]
    ahead += [] if verb == INTRANSITIVE else [rf"(?<!to be )(?<!was )(?<!were )\b(?P<word>{verb}) {between}$"]
    behind = [
        rf"[’']s? (?:[\w-]+ ){{0,2}}?(?P<word>{noun})\b{of_nothing_else}",
        rf"{APPOSITION}(?:,? who)?{was} (?P<word>{verb})\b",
    ]
    return Forms(word, *(tuple(re.compile(p, re.IGNORECASE) for p in side) for side in (ahead, behind)))
