"""How long the ledger of a large collection takes, and whether its time grows with the number of articles only.

Made-up articles of one event by twenty outlets over a hundred days each report a rising toll and six other figures:
the case in which comparing every figure with every other would not end.
"""

import random
import time

import pandas as pd
from samestory.annotate.figures import surroundings
from samestory.compare import figures as compared

OUTLETS, NOUNS, ACTS = 20, ["soldiers", "trucks", "children", "homes", "camps"], ["killed", "held", None]


def rows() -> list[tuple[str, float | str, str]]:
    """`(measure, reached, target)`: figures a second, and how much longer four times the articles take."""
    small, large = seconds(250), seconds(1000)
    return [
        ("ledger and verdicts, figures a second", 7 * 1000 / large, ">= 1000"),
        ("the same for 4 times the articles, times as long", large / small, "<= 6"),
    ]


def seconds(articles: int) -> float:
    """Processor time for the ledger and the verdicts of so many made-up articles."""
    figures, texts = collection(articles)
    start = time.process_time()
    compared.verdicts(compared.ledger(figures, texts))
    return time.process_time() - start


def collection(articles: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The span table of figures of made-up articles, and the articles."""
    chance = random.Random(1)
    found, texts, toll = [], [], 1000
    for i in range(articles):
        toll += chance.randint(0, 12)
        text = f"Officials in Arden said that at least {toll:,} people were killed in Arden since the spring. "
        found.append(_row(i, text, f"{toll:,}", toll, ">=", "people", "killed"))
        for _ in range(6):
            number, noun = chance.randint(2, 900), chance.choice(NOUNS)
            text += f"Near {chance.choice(['Bree', 'Cedar', 'Dogwood'])} a count gave {number} {noun}. "
            found.append(_row(i, text, f" {number} ", number, "=", noun, chance.choice(ACTS)))
        texts.append(text)
    days = [pd.Period("2024-01-01", freq="D") + i * 100 // articles for i in range(articles)]
    outlets = [f"Paper {i % OUTLETS}" for i in range(articles)]
    names = [f"a{i}" for i in range(articles)]
    table = {"article_id": names, "outlet": outlets, "event": "quake", "published": days, "text": texts}
    return pd.DataFrame(found), pd.DataFrame(table)


def _row(article: int, text: str, written: str, value: int, relation: str, noun: str, act: str | None) -> dict:
    start = text.rindex(written) + len(written) - len(written.lstrip())
    row = {
        "article_id": f"a{article}", "start": start, "end": start + len(written.strip()), "text": written.strip(),
        "kind": "count", "low": value, "high": None if relation == ">=" else value, "relation": relation,
        "qualifier": "at least" if relation == ">=" else None, "counted": noun, "act": act, "reported": True,
    }  # fmt: skip
    sentence = (text.rindex(". ", 0, start) + 2 if ". " in text[:start] else 0, len(text))
    return row | surroundings.beside(row, text, sentence, surroundings.inner_names(text))


if __name__ == "__main__":
    for measure, reached, target in rows():
        print(f"{measure}: {reached:,.1f} ({target})")
