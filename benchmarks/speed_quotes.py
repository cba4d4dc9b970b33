"""How much finding quotations adds to parsing, and how a ledger of quotations grows with the collection."""

import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from samestory import corpus
from samestory.annotate.quotes import quotes
from samestory.compare import voices
from samestory.corpus import language, parser

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
COPIES = 20


def rows() -> list[tuple[str, float, str]]:
    """`(measure, reached, target)` for quotations on one core."""
    articles = made_up(COPIES)
    words = sum(len(language.token_spans(text)) for text in articles["text"])
    parsing = seconds(lambda: parser.parse_all(articles["text"]))
    finding = seconds(lambda: quotes(articles))
    table = quotes(articles)
    small, large = (ledger_seconds(table, articles, times) for times in (5, 20))
    return [
        ("parsing, words a second", words / parsing, ">= 8000"),
        ("quotations from the parse, words a second", words / finding, ""),
        ("quotations from the parse, share of parsing time", finding / parsing, "< 1"),
        ("ledger of quotations, times the seconds for 4 times the quotations", large / small, "< 8"),
    ]


def made_up(copies: int) -> pd.DataFrame:
    """The seeds again and again, each with a name of its own, so that no parse is remembered."""
    seeds = corpus.articles(SEEDS)
    copies_of = [
        seeds.assign(article_id=seeds["article_id"] + f"-{k}", text=seeds["text"] + " " * k) for k in range(copies)
    ]
    return pd.concat(copies_of, ignore_index=True)


def ledger_seconds(table: pd.DataFrame, articles: pd.DataFrame, times: int) -> float:
    """The seconds of the ledger for so many copies, every quotation made different by its own words."""
    different = [
        table.assign(
            article_id=table["article_id"] + f"+{k}",
            text=[" ".join(f"{word}{k}" for word in text.split()) for text in table["text"]],
        )
        for k in range(times)
    ]
    many = [articles.assign(article_id=articles["article_id"] + f"+{k}") for k in range(times)]
    ledger, texts = pd.concat(different, ignore_index=True), pd.concat(many, ignore_index=True)
    return seconds(lambda: voices.quotations(voices.attributed(ledger, texts), texts))


def seconds(action: Callable[[], object]) -> float:
    """The processor seconds an action takes."""
    start = time.process_time()
    action()
    return time.process_time() - start


if __name__ == "__main__":
    for measure, reached, target in rows():
        print(f"{measure:<68} {reached:>9.2f}  {target}")
