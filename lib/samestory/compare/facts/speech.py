"""What each account of one piece of news quotes of a person whom the others quote too."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from samestory import known
from samestory.annotate import spans
from samestory.calendar import MONTHS
from samestory.compare.facts.firsts import story
from samestory.compare.facts.people import person
from samestory.compare.facts.pieces import QUOTATION
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.voices import wording
from samestory.corpus import language

SPEECH, SURE = 0.5, 0.9  # how far apart that leaves the accounts, and how sure it is
SAME = 4  # words in a row that two articles have only where both have them of one remark
OWN, LONGEST = 8, 60  # words of a quotation that are a choice, and beyond which they are a document
NEW = 0.45  # of what a quotation says in words that no other account has, from which it says something else
REMARK = 0.5  # of the words of a quotation in another’s, from which both are one remark, written down twice
BEFORE = 600  # letters before a quotation that say of which occasion it is
WHOLE = re.compile(r"[“\"«„‘].*[”\"»“’]?\s*", re.DOTALL)  # a quotation from its first mark on
OTHER_TIME = known.words("words of another occasion")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = re.compile(rf"\b(?:in|on|of|last|since|early|late) ({'|'.join(MONTHS)})\b")


class _Text(NamedTuple):
    """The runs of SAME words of an account, its words, and those of each of its quotations: taken once for all."""

    runs: frozenset[tuple[str, ...]]
    words: frozenset[str]
    quotations: tuple[frozenset[str], ...]


def speech(reports: Iterable[pd.DataFrame], quotes: pd.DataFrame) -> Iterator[Difference]:
    """What each account of one piece of news alone quotes of a person whom others quote too: a side a group.

    `reports` is what `news.reports` yields. A side is that quotation in whole sentences of a person named in full that
    says most in words which no other account has: none has SAME of its words in a row, nor the same remark between
    quotation marks. Left out is what was said on another occasion. Errors: an occasion that is told further above.
    """
    said = quotes[quotes["form"].isin(spans.QUOTED) & quotes["speaker"].str.contains(" ", regex=False, na=False)]
    who = said["speaker"].map(person).str.casefold()
    for report in reports:
        heard = said[said["article_id"].isin(report["article_id"])]
        read = dict(zip(report["article_id"], map(_read, report["text"]), strict=True))
        for _, rows in heard.groupby(who, sort=False):
            if rows["article_id"].nunique() > 1 and len(sides := list(_sides(report, rows, read))) > 1:
                speaker = max(rows["speaker"], key=len)
                yield Difference("speech", story(report), speaker, tuple(sides), "quoted otherwise", SURE, SPEECH)


def _read(text: str) -> _Text:
    return _Text(_runs(text), stems(text), tuple(map(stems, QUOTATION.findall(text))))


def _sides(report: pd.DataFrame, rows: pd.DataFrame, read: dict[str, _Text]) -> Iterator[Side]:
    """Of each account the quotation of one person that says most in words of its own."""
    for account in report.itertuples():
        others = [text for article, text in read.items() if article != account.article_id]
        mine = rows[rows["article_id"].eq(account.article_id)].itertuples()
        said = [(row, stems(row.text)) for row in mine if _is_whole(row.text) and not _of_another_time(row, account)]
        own = [(len(words.difference(*(text.words for text in others))), row, words) for row, words in said
               if not any(_has(text, row.text, words) for text in others)]  # fmt: skip
        new, best, words = max(own, key=itemgetter(0), default=(0, None, frozenset()))
        if best and new >= NEW * len(words):
            yield Side(best.article_id, best.start, best.end, best.speaker)


def _has(text: _Text, quotation: str, words: frozenset[str]) -> bool:
    """Whether a text has SAME words of a quotation in a row, or the same remark in quotation marks."""
    return not _runs(quotation).isdisjoint(text.runs) or any(_one_remark(words, one) for one in text.quotations)


def _is_whole(quotation: str) -> bool:
    """Whether a quotation stands between marks, begins as a sentence, and is neither a scrap nor a document."""
    first = next((letter for letter in quotation if letter.isalpha()), "")
    return first.isupper() and bool(WHOLE.fullmatch(quotation)) and OWN <= len(quotation.split()) <= LONGEST


def _of_another_time(row, account) -> bool:
    """Whether the narrator’s words before a quotation, and behind it in its line, name another time than its own."""
    line = account.text.find("\n", row.end)
    around = account.text[max(row.start - BEFORE, 0) : row.start] + account.text[row.end : line if line > 0 else None]
    told = QUOTATION.sub("", around).lower()
    day = account.published if isinstance(account.published, pd.Period) else None
    years = any(day is None or int(year) != day.year for year in YEAR.findall(told))
    months = any(day is None or month != MONTHS[day.month - 1] for month in MONTH.findall(told))
    return years or months or any(words in told for words in OTHER_TIME)


def _one_remark(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two quotations are one remark, as two have written it down or translated it, or a scrap of it."""
    short = min(len(one), len(other))
    return short > 0 and len(one & other) >= max(REMARK * short, min(short, 2))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of SAME words of a text."""
    return frozenset(language.runs(wording.words(text), SAME))
