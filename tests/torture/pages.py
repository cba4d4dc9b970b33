"""The budget of a page: what is seen while its folds are closed, and its longest table, of however many articles."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import rendered
from made_up import written
from samestory import corpus
from samestory.corpus import known
from samestory.story import Story
from samestory.story.read import SETTINGS

NOTEBOOKS = sorted((known.ROOT / "notebooks").glob("*.ipynb"))
BRIEF, PAGE, ROWS = 900, 4000, 12  # words of the brief and of any other page; rows of a table
CHANGED = 35  # words of what changed since the last report, of which details are folded
AROUND = 130  # words: those, the names of pages, contents and foot, which stand around what a notebook shows
LEAST = 100  # words: a page of fewer has not been rendered
EVENTS = 4  # told by three outlets each; more articles tell these again, as stories of their own
MANY = (600, 30)  # articles of so many outlets


def of_many() -> Iterator[tuple[str, list[str]]]:
    """Every page of a collection that is too large for the tests, with what is over its budget."""
    with tempfile.TemporaryDirectory() as folder:
        story = made_up(*MANY, Path(folder))
        for notebook in NOTEBOOKS:
            yield f"{notebook.stem} of {MANY[0]} articles", over(notebook, story)


def made_up(number: int, outlets: int, folder: Path) -> Story:
    """A story of so many articles of so many outlets, of which one text stands for several.

    Each text is read once, and counted as often as it stands; of the stories that are told again, others tell.
    """
    articles = corpus.articles(str(written(folder, EVENTS)))
    several = articles["outlet"].nunique()
    again = (
        articles.assign(
            article_id=articles["article_id"] + f"-{k}",
            event=articles["event"] + f" {k}",
            outlet=articles["outlet"] + (f" {k % (outlets // several)}" if outlets > several else ""),
        )
        for k in range(-(-number // len(articles)))
    )
    told = pd.concat(again, ignore_index=True).head(number)
    assert told["outlet"].nunique() == outlets and len(told) == number
    return Story(told, SETTINGS | {"permutations": 20})


def over(notebook: Path, story: Story) -> list[str]:
    """What a notebook's page has more of than its budget, of some story."""
    seen = rendered.Seen(rendered.page(notebook, story))
    words, most = len(seen.words), (BRIEF if notebook.stem == "6_brief" else PAGE) - AROUND
    wrong = [f"{words} words, not {LEAST} to {most}"] if not LEAST < words <= most else []
    return wrong + ([f"a table of {seen.most} rows"] if seen.most > ROWS else [])
