"""Articles of a writer's own words: who says I outside quotation marks, and who the article says that is."""

import pandas as pd
import pytest
from samestory import annotate
from samestory.compare.voices.essays import essays
from samestory.present.voices import findings

BIO = "Dr. Ida Moss is a retired surgeon in Osk."
ESSAY = "I grew up in Lund.\n\nMy father sold fish there.\n\nThe town was poor.\n\nNow I ask what became of it."


def found(text: str) -> pd.DataFrame:
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text]})
    quotes, actors = annotate.run(articles, "quotes", "actors")
    return essays(articles, quotes, actors)


@pytest.mark.parametrize(
    ("text", "writers", "why"),
    [
        (f"{BIO}\n\n{ESSAY}", ["Ida Moss"], "who writes stands before it"),
        (f"{ESSAY}\n\n{BIO}", ["Ida Moss"], "or behind it"),
        (ESSAY, [None], "nobody is said to write"),
        (f"{BIO}\n\n“{ESSAY.replace(chr(10) * 2, chr(8221) + chr(10) * 2 + chr(8220))}” Moss said.", [], "her words are quoted"),
        (f"{BIO}\n\nI met her in Lund.\n\nThe town was poor.", [], "once is no essay"),
        (f"{BIO}\n\n{ESSAY}\n\n“It is bad,” Moss said.", [None], "who is quoted does not write"),
        (f"{BIO}\n\n{ESSAY}\n\nIda Moss came. Moss went. Moss slept.", [None], "nor who is told of"),
    ],
)  # fmt: skip
def test_who_writes_of_himself(text, writers, why):
    told = found(text)
    assert [None if pd.isna(name) else name for name in told["writer"]] == writers, why


def test_a_page_says_whose_words_an_essay_is():
    said = (
        "What an article written in the first person tells in its own words is its writer’s, no report of the outlet: "
    )
    one = found(f"{BIO}\n\n{ESSAY}")
    assert findings.essays(one) == f"{said}1 of North (by Ida Moss)."
    several = pd.concat([found(ESSAY)] * 3 + [one], ignore_index=True)
    assert findings.essays(several) == f"{said}4 of North (among them by Ida Moss)."
    many = pd.concat([several.assign(group=group) for group in ("North", "South", "East", "West")])
    assert findings.essays(many).endswith("4 of East (among them by Ida Moss) and 4 of others.")
    assert findings.essays(several.head(0)) == ""
