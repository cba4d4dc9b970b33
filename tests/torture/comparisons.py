"""Stories drawn by chance from mutated, annotated articles: whatever is asked of them is answered, or silent."""

import random
from collections.abc import Iterator

import pandas as pd
from samestory import annotate, unexpected
from samestory.kinds import KINDS
from samestory.story import graph
from samestory.story.read import SETTINGS
from samestory.story.story import Story

from torture import texts

ASKED = ("table", "view", "finding", "reading", "show")  # charts are drawn of their tables, which are asked for
OUTLETS = ("North", "South", "East", "<b>West</b>", "=West", "nan", "The Post")
DAYS = ("2031-05-04", "2031-05", "2031", "2031-05-05")
HEADS = (None, "A day", "12 killed in strike, army says", "“We will stay”", "...")


class Pool:
    """Mutated articles with every span table of them, from which stories are drawn."""

    def __init__(self, seed: int, size: int) -> None:
        """Read and annotate so many texts; those that are no article are passed over."""
        self.articles = texts.read(texts.batch(seed, size))
        self.tables = dict(zip(KINDS, annotate.run(self.articles, *KINDS, workers=1), strict=True))

    def story(self, dice: random.Random) -> Story:
        """A story of some of the articles, with outlets, dates, headlines and events of chance."""
        many = dice.choice((1, 2, 2, 3, 4, 8))
        drawn = self.articles.iloc[dice.sample(range(len(self.articles)), min(many, len(self.articles)))]
        known = {"outlet": OUTLETS, "headline": HEADS, "event": ("one", "one", "two")}
        told = {name: [dice.choice(values) for _ in range(len(drawn))] for name, values in known.items()}
        days = [pd.NaT if dice.random() < 0.2 else pd.Period(dice.choice(DAYS)) for _ in range(len(drawn))]
        articles = drawn.assign(**told, published=pd.Series(days, index=drawn.index, dtype="object")).reset_index(
            drop=True
        )
        settings = SETTINGS | {"permutations": 50, "per": dice.choice(("", "", "day", "month"))}
        story = Story(articles, settings | {"own_words": dice.random() < 0.2})
        mine = {kind: rows[rows["article_id"].isin(articles["article_id"])] for kind, rows in self.tables.items()}
        story._tables |= {f"{graph.ALL}{kind}": rows.reset_index(drop=True) for kind, rows in mine.items()}
        return story


def tries(pool: Pool, seed: int, size: int) -> Iterator[tuple[str, list[str]]]:
    """So many questions to stories of chance, the same for the same seed: what was asked, and what went wrong."""
    rows = sorted((row for row in graph.ROWS if row.verb in ASKED), key=lambda row: (row.verb, row.name))
    story, each = None, 20  # questions to one story: its tables are computed once
    for number in range(seed, seed + size):
        dice = random.Random(number)
        if story is None or number % each == 0:
            story = pool.story(random.Random(number - number % each))
        row = dice.choice(rows)
        try:
            story._answer(row.verb, row.name)
            wrong = []
        except Exception as error:
            wrong = [] if unexpected.is_told(error) else [_at(error)]
        yield f"question {number}, {row.verb} {row.name!r} of {list(story.articles['article_id'])}", wrong


def _at(error: Exception) -> str:
    """The error, and the last line of ours that it passed."""
    at, last = error.__traceback__, ""
    while at:
        if "samestory" in at.tb_frame.f_code.co_filename:
            last = f"{at.tb_frame.f_code.co_name}:{at.tb_lineno}"
        at = at.tb_next
    return f"{error!r:.160} in {last}"
