"""No page of a report contradicts another: each finding is one row, with one p, and quotes what stands in its articles."""

import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
import samestory
from made_up import article, written
from samestory.story import graph

SETTINGS = {
    "as it is": lambda _: {},
    "own words": lambda _: {"own_words": True},
    "another seed": lambda _: {"seed": 2},
    "by another column": lambda made: {"by": made.column},
    "with agency texts": lambda made: {"wire": str(made.wire), "own_words": True},
}
QUOTED = re.compile(r"“(.+?)”(?=[\s.,;:)…]|$)")


class Made(NamedTuple):
    """Articles, another column to compare them by, and a folder of agency texts."""

    articles: str
    column: str
    wire: Path


@pytest.fixture(scope="module")
def collections(tmp_path_factory):
    """The seeds, and a made-up collection of three outlets."""
    wire = tmp_path_factory.mktemp("wire")
    (wire / "afp.txt").write_text(article("Northern Post", 0), encoding="utf-8")
    made_up = str(written(tmp_path_factory.mktemp("made_up")))
    return {"seeds": Made("seeds", "credit", wire), "made up": Made(made_up, "event", wire)}


@pytest.fixture(
    scope="module",
    params=[(name, how) for name in ("seeds", "made up") for how in SETTINGS],
    ids=lambda one: ", ".join(one),
)
def story(request, collections):
    name, how = request.param
    made = collections[name]
    return samestory.read(made.articles, permutations=60, **SETTINGS[how](made))


def every_finding(story) -> pd.DataFrame:
    return pd.concat([story.findings(name) for name in graph.BY_VERB["finding"]], ignore_index=True)


def test_what_the_brief_says_is_what_a_page_says_with_the_same_p(story):
    said = every_finding(story).drop_duplicates("sentence").set_index("sentence")
    brief = story.findings()
    assert len(brief)
    assert set(brief["sentence"]) <= set(said.index)
    pd.testing.assert_series_equal(
        brief.set_index("sentence")["p_adjusted"], said.loc[brief["sentence"], "p_adjusted"], check_index_type=False
    )


def test_no_sentence_stands_twice_with_different_numbers(story):
    said = every_finding(story)
    assert said.groupby("sentence")["p"].agg(lambda p: p.nunique(dropna=False)).max() == 1
    assert said.groupby("sentence")["n"].nunique().max() == 1


def test_words_in_quotation_marks_stand_in_an_article_letter_by_letter(story):
    told = [*story.articles["text"], *story.articles["headline"].dropna(), *story.articles["event"].dropna()]
    texts = [" ".join(text.split()) for text in told]
    quoted = [words for sentence in every_finding(story)["sentence"] for words in QUOTED.findall(sentence)]
    assert len(quoted) > 5
    missing = [words for words in quoted if not any(words in text for text in texts)]
    assert not missing
