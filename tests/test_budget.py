"""A page has a budget at any size of the collection: what is seen while its folds are closed, and its longest table."""

import pandas as pd
import pytest
import rendered
import samestory
from made_up import written
from samestory import corpus
from samestory.corpus import known
from samestory.story import Story
from samestory.story.read import SETTINGS

NOTEBOOKS = sorted((known.ROOT / "notebooks").glob("*.ipynb"))
BRIEF, PAGE, ROWS = 900, 4000, 12  # words of the brief and of any other page; rows of a table
EVENTS = 4  # told by three outlets each; more articles tell these again, as stories of their own


def many(articles: pd.DataFrame, number: int, outlets: int) -> pd.DataFrame:
    """So many articles of so many outlets, of which one text stands for several.

    Each text is read once, and counted as often as it stands; of the stories that are told again, others tell.
    """
    several = articles["outlet"].nunique()
    again = (
        articles.assign(
            article_id=articles["article_id"] + f"-{k}",
            event=articles["event"] + f" {k}",
            outlet=articles["outlet"] + (f" {k % (outlets // several)}" if outlets > several else ""),
        )
        for k in range(-(-number // len(articles)))
    )
    return pd.concat(again, ignore_index=True).head(number)


COLLECTIONS = [(2, 2), pytest.param((90, 3), marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=COLLECTIONS, ids=lambda n: f"{n[0]} articles of {n[1]} outlets")
def story(request, tmp_path_factory):
    """The seeds, or a made-up collection."""
    number, outlets = request.param
    if number == 2:
        return samestory.read("seeds", permutations=20)
    articles = corpus.articles(str(written(tmp_path_factory.mktemp("made_up"), EVENTS)))
    told = many(articles, number, outlets)
    assert told["outlet"].nunique() == outlets
    return Story(told, SETTINGS | {"permutations": 20})


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_page_keeps_its_budget(story, notebook):
    seen = rendered.Seen(rendered.page(notebook, story))
    assert 100 < len(seen.words) <= (BRIEF if notebook.stem == "6_brief" else PAGE)
    assert seen.most <= ROWS


def test_words_in_a_fold_are_not_seen_and_its_summary_is():
    markup = "<p>One two</p><details><summary>Three</summary>no <details><summary>no</summary>no</details></details>"
    assert rendered.Seen(markup).words == ["One", "two", "Three"]
