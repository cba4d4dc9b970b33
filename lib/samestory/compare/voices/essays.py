"""Articles that somebody wrote of himself: what they tell in their own words is the writer's, no report of the outlet.

A guest's essay says I, and who writes it in a line of its own (“Dr. Ida Moss is a retired surgeon.”).
"""

import re

import numpy as np
import pandas as pd

from samestory.annotate import spans
from samestory.compare import groups
from samestory.compare.facts.pieces import FIRST_PERSON, QUOTATION
from samestory.corpus import language

COLUMNS = ["article_id", "start", "end", "text", "group", "writer"]
PARAGRAPHS = 3  # outside quotation marks in which somebody says I, from which an article is an essay
OPENING, CLOSING = 2, 4  # paragraphs in which it may say who wrote it
SELF = 2  # times that a writer may be named
IS = re.compile(r"(?:,[^,.\n]{2,80},)? (?:is|was|serves|served|teaches|works|writes) (?:as |at |for )?(?:an?|the)? ?\w")
TITLE = 6  # letters of a title before a name


def essays(articles: pd.DataFrame, quotes: pd.DataFrame, actors: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The articles in which the writer speaks of himself in PARAGRAPHS or more, a row each: the first, as a span.

    Columns: `article_id, start, end, text`; `group`; `writer`, whom a paragraph at the beginning or end of the article
    says to be something (“Ida Moss is a surgeon”), and who neither speaks in it nor is named oftener than SELF times;
    missing where none does. No turn of an interview counts, nor what stands in marks.
    """
    spoken = quotes[quotes["form"].isin(spans.QUOTED)]
    rows = []
    for article in articles.itertuples(index=False):
        said = spoken.loc[spoken["article_id"].eq(article.article_id), ["start", "end"]].to_numpy()
        own = [place for place in language.paragraph_spans(article.text) if _says_i(article.text, *place, said)]
        if len(own) >= PARAGRAPHS:
            start, end = own[0]
            writer = _writer(article, quotes, actors)
            rows.append((article.article_id, start, end, article.text[start:end], writer))
    table = pd.DataFrame(rows, columns=[name for name in COLUMNS if name != "group"])
    return groups.beside(table, articles, by)[COLUMNS]


def _says_i(text: str, start: int, end: int, said: np.ndarray) -> bool:
    """Whether a paragraph says I outside quotation marks and what somebody is given as having said."""
    bare = QUOTATION.sub(lambda marked: " " * len(marked[0]), text[start:end])
    places = [start + match.start() for match in FIRST_PERSON.finditer(bare)]
    return any(not any(a <= place < b for a, b in said) for place in places)


def _writer(article, quotes: pd.DataFrame, actors: pd.DataFrame) -> str | None:
    """Who the article says wrote it; None where no paragraph of its beginning or end says who somebody is."""
    paragraphs = language.paragraph_spans(article.text)
    edges = [*paragraphs[:OPENING], *paragraphs[OPENING:][-CLOSING:]]
    here = actors[actors["article_id"].eq(article.article_id) & actors["mention"].eq("name")]
    named = here[here["kind"].eq("person") & here["actor"].str.contains(" ", regex=False)]
    speaks = set(quotes.loc[quotes["article_id"].eq(article.article_id), "speaker"].dropna())
    for start, end in edges:
        first = named[named["start"].between(start, min(start + TITLE, end))]
        for row in first.itertuples(index=False):
            often = int(here["actor"].eq(row.actor).sum())
            if IS.match(article.text, row.end) and often <= SELF and row.actor not in speaks:
                return str(row.actor)
    return None
