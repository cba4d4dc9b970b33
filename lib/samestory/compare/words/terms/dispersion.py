"""Where in the articles a term stands, and how evenly it is spread over them."""

import pandas as pd

from samestory.compare import groups
from samestory.compare.words.terms import measures
from samestory.corpus import fold, language, reading

COLUMNS = ["article_id", "start", "end", "text", "group", "term", "word", "words", "position", "dp"]


def dispersion(articles: pd.DataFrame, *terms: str, by: str = "outlet") -> pd.DataFrame:
    """Where the terms stand: a row for each use, as a span, with its place among the words of the article.

    A term is one word or several in a row within a sentence, in any case and without possessive ’s. Columns:
    `article_id, start, end, text`, the article's `group` and length in `words`, the number of its (first) `word` from
    1, `position` from 0 (start of the article) to 1, and `dp`, Gries's dispersion of the term over all articles of the
    group (0 even, near 1 in one article only). An article that does not use a term has no row. In the order of the
    articles.
    """
    if not terms or not all(term.split() for term in terms):
        raise ValueError(f"The terms {list(terms)!r} cannot be looked for; name at least one word.")
    read = reading.read(articles.assign(group=groups.of(articles, by)))
    rows = [row for article in read.to_dict("records") for row in _uses(article, terms)]
    table = reading.delivered(pd.DataFrame(rows, columns=COLUMNS[:-1]), articles)
    lengths = read.assign(words=[len(language.token_spans(text)) for text in read["text"]])
    spread = {
        key: _spread(found, lengths[lengths["group"] == key[0]]) for key, found in table.groupby(["group", "term"])
    }
    table["dp"] = [spread[key] for key in zip(table["group"], table["term"], strict=True)]
    table["group"] = groups.in_order(table["group"], articles, by)
    return table.astype({"start": "int64", "end": "int64", "word": "int64", "words": "int64", "dp": "float64"})


def _uses(article: dict, terms: tuple[str, ...]) -> list[tuple]:
    text = article["text"]
    spans = language.token_spans(text)
    words = [text[start:end].lower() for start, end in spans]
    ends = [end for _, end in language.sentence_spans(text)]
    wanted = {term: fold.plain(term).lower().split() for term in terms}
    found = []
    for k, word in enumerate(words):
        for term, parts in wanted.items():
            if word == parts[0] and words[k : k + len(parts)] == parts:
                start, end = spans[k][0], spans[k + len(parts) - 1][1]
                if not any(start < stop < end for stop in ends):
                    place = k + 1, len(words), (k + 0.5) / len(words)
                    found.append((article["article_id"], start, end, text[start:end], article["group"], term, *place))
    return found


def _spread(found: pd.DataFrame, articles: pd.DataFrame) -> float:
    uses = found["article_id"].value_counts().reindex(articles["article_id"]).fillna(0)
    return measures.dp(uses, articles["words"])
