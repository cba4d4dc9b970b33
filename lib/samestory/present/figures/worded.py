"""Where one account of an event gives a number and another has words: “16 states” here, “various states” there."""

import re
from collections.abc import Iterator

import pandas as pd

from samestory import known
from samestory.annotate import content
from samestory.annotate.figures import nouns
from samestory.compare import groups
from samestory.compare.facts.stems import stems
from samestory.compare.figures.reconcile import reports
from samestory.corpus import language
from samestory.present.finding import finding, innocent_explanation

WORDS = known.words("words for a number")
BEHIND = 3  # words behind them in which what is counted stands
PHRASE = re.compile(
    rf"\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b(?P<noun>(?:\s[\w’'-]+){{1,{BEHIND}}})", re.IGNORECASE
)


def worded(figures_alone: pd.DataFrame, articles: pd.DataFrame, by: str) -> Iterator[dict]:
    """One finding for each phrase of another account that has words for what one account alone counts (`alone`).

    Of one noun, in sentences that have another word in common; of several numbers the largest. Errors: words that mean
    more things, or fewer.
    """
    texts = articles.set_index("article_id")["text"]
    outlet = dict(zip(articles["article_id"], groups.of(articles, by).astype("str"), strict=True))
    counts = figures_alone[figures_alone["kind"].eq("count") & figures_alone["counted"].notna()]
    for noun, rows in counts.groupby([counts["article_id"], counts["counted"].map(_head)], sort=False):
        article, head = noun
        for other in rows["others"].iloc[0]:
            for phrase in PHRASE.finditer(texts[other]):
                words = _until(phrase, head)
                told = [row.Index for row in rows.itertuples() if words and _akin(row, texts, other, phrase, head)]
                if told:
                    most = rows.loc[told, "named"].idxmax()
                    spans = [*reports(rows, [most]), (other, phrase.start(), phrase.start() + len(words))]
                    both = articles[articles["article_id"].isin([article, other])]
                    number = rows.loc[most, "quotation"]
                    yield _finding((outlet[article], number), (outlet[other], words), spans, both, by)


def _head(counted: object) -> str:
    """The stem of the noun that is counted; '' for people, whom every article has some of."""
    noun = str(counted).split()[-1].lower() if pd.notna(counted) else ""  # type: ignore[call-overload]
    return "" if nouns.lemma(noun) in ("person", "other") else content.stem(noun)


def _until(phrase: re.Match[str], head: str) -> str:
    """The words up to the noun, where it stands behind them; '' where it does not."""
    for word in re.finditer(r"[\w’'-]+", phrase["noun"]):
        if head and content.stem(word[0].lower()) == head:
            return phrase[0][: phrase.start("noun") - phrase.start() + word.end()]
    return ""


def _akin(row, texts: pd.Series, other: str, phrase: re.Match[str], head: str) -> bool:
    """Whether the two sentences have a telling word in common besides the noun."""
    mine = stems(_sentence(texts[row.article_id], row.start))
    theirs = stems(_sentence(texts[other], phrase.start()))
    return any(len(word) > 3 and word.isalpha() for word in mine & theirs - {head})


def _sentence(text: str, place: int) -> str:
    return next((text[start:end] for start, end in language.sentence_spans(text) if start <= place < end), "")


def _finding(mine: tuple[str, str], theirs: tuple[str, str], spans: list, both: pd.DataFrame, by: str) -> dict:
    """The finding on an outlet and its number, and on another and its words."""
    return finding(
        f"Where {mine[0]} gives a number, “{mine[1]}”, {theirs[0]} has words: “{theirs[1]}”.",
        kind="figure",
        outlets=[mine[0], theirs[0]],
        n=1,
        evidence=spans,
        caveat="That both may speak of the same is read from the noun and other words that the sentences share.",
        innocent=innocent_explanation(both, kind="omission", by=by, lacking=[theirs[0]]),
    )
