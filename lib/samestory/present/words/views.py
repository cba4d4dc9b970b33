"""The tables of notebook 2 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.annotate import content
from samestory.annotate.labels import table as listed_referents
from samestory.compare import words
from samestory.compare.words.discovery import names_for_one
from samestory.present import evidence, explore, show
from samestory.present.style import Chart
from samestory.present.words import charts, findings

COLLOCATES = 20  # rows
PROPOSED = 10  # proposals whose sentences are shown
LIKELY = 0.5  # score of a proposal: below are offices of one name, and descriptions beside the name alone


def no_listed_word(mentioned: pd.DataFrame) -> pd.DataFrame:
    """The groups that use no word listed for a referent which another names in an article of the same event.

    A row each, with how many articles of theirs were read; none of what is mentioned in passing, less than OFTEN.
    """
    often = mentioned.groupby("referent")["n"].transform("sum").ge(findings.OFTEN)
    silent = mentioned[mentioned["status"].eq("no listed word") & often]
    return silent[["referent", "group", "group_articles"]].rename(columns={"group_articles": "in_none_of_articles"})


def voices(compared_voices: pd.DataFrame) -> pd.DataFrame:
    """The choices of labels by voice, of the referents of which others than the narrator speak, too."""
    others = compared_voices.loc[compared_voices["voice"].ne("narrator"), "referent"]
    return charts.in_words(compared_voices[compared_voices["referent"].isin(others)])


def collocates(
    articles: pd.DataFrame, subject_labels: pd.DataFrame, *, by: str = "outlet", node: str = ""
) -> pd.DataFrame:
    """What stands beside a word, strongest first: `node`, or the commonest label of one word of the subject.

    Words that stand beside any (of, the) say nothing and are left out.
    """
    single = subject_labels["text"].str.lower()
    word = node or next(iter(single[~single.str.contains(" ")].mode()), "")
    if not word:
        return pd.DataFrame()
    table = words.collocates(articles, word, by=by)
    telling = table[~table["collocate"].isin(content.FUNCTION_WORDS)]
    return telling.drop(columns="node_count").head(COLLOCATES)


def proposals(proposals: pd.DataFrame) -> pd.DataFrame:
    """The proposals that are rather names for one than not, without the numbers that only rank them."""
    return _likely(proposals).drop(columns=["rank", "evidence", "n", "score"])


def proposed_sentences(proposals: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the first proposals, folded."""
    places = _likely(proposals)["evidence"].head(PROPOSED).explode().dropna()
    return evidence.show(evidence.spans_of(places, articles), articles, by=by, title="The first ten in their sentences")


def _likely(proposals: pd.DataFrame) -> pd.DataFrame:
    """Those a naming can be read from, of each actor and two groups the surest."""
    likely = names_for_one(proposals[proposals["score"].ge(LIKELY)])
    sides = [frozenset(pair) for pair in zip(likely["group"], likely["other_group"], strict=True)]
    return likely[likely["referent"].isna() | ~likely.assign(sides=sides).duplicated(["referent", "sides"])]


def referents_used(labels: pd.DataFrame, choices: pd.DataFrame, *, referents: str = "") -> pd.DataFrame:
    """The rows of the table of referents by which the labels compared were found, with the words found and the source.

    The words and not the label: a row may find what its label does not say.
    """
    told = labels[labels["referent"].isin(words.compared(choices)["referent"])]
    found = told.assign(found=words.written(told)).groupby(["referent", "label"], sort=False)["found"]
    used = found.agg(lambda each: show.listed(dict.fromkeys(each))).reset_index()
    return used.merge(listed_referents(referents), how="left")[["referent", "found", "note", "source"]]


def barcode(label_places: pd.DataFrame, choices: pd.DataFrame) -> Chart:
    """Where in the articles the labels of the subject stand."""
    subject = findings.subject(choices)
    return charts.barcode(label_places, title=f"Where words for {subject} stand" if subject else "")


def concordance(
    articles: pd.DataFrame, quotes: pd.DataFrame, *, by: str = "outlet", term: str = ""
) -> explore.Explorer:
    """Any words in their context: `term`, several with commas, * for any letters; nothing until some are given."""
    return explore.terms(articles, quotes, term=term, by=by)
