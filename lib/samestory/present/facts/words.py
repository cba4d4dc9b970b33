"""Quotations and lists of names for the sentences of a brief: what stands in “…” is a slice of the article."""

import re
from collections.abc import Sequence

import pandas as pd

from samestory.annotate import content
from samestory.compare.facts import pieces
from samestory.present import show

LONG, LEAST = 24, 13  # words of a telling that are quoted at most, and that a quotation cut at a clause keeps
SHOWN = 28  # words of a sentence that are shown of a longer one
LEDE = 48  # words of a first sentence: what it has to say often stands at its end
REACHED = 4  # words of a name that are quoted with what stands before it
EDGES = " “”\"'‘’.,;:—–-"  # what is left out at the edges of a quotation
PAUSE = re.compile(r"[,;:—–]$")  # a word before which, or a mark at which, a clause ends
CLAUSE = re.compile(r"^(?:which|who|whose|but|while|because|after|before|when|where|if|although|–|—|--)$")
BESIDE = re.compile("in|with|after|as|when|while|before|although|though|if|during|since|despite|for|by|at|on")
INSIDE = re.compile(r"“[^”]*$")  # a quotation in the quotation that is not closed


def quoted(text: str, most: int = LONG) -> str:
    """The first words of a text in quotation marks, one unbroken slice of it, and … after it where more follows.

    A long one ends where a clause does, and never on a word that only leads to the next.

    >>> quoted("One two.")
    '“One two”'
    """
    line = text.strip().split("\n")[0]
    words = line.lstrip(EDGES).split(" ")
    if len(words) <= most:
        return f"“{_closed(line.strip(EDGES), line)}”"
    return f"“{' '.join(words[: _end_of_clause(words, most)]).rstrip(EDGES)}” …"


def telling(text: str, looked: Sequence[str], most: int = SHOWN) -> tuple[int, int]:
    """Where the words of a sentence stand that are shown of it: all, up to `most`, else those with most looked for.

    The last is none that only leads to the next.
    """
    places = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    if len(places) <= most:
        return 0, len(text)
    found = [text.find(word) for word in looked if word and word in text]
    held = [sum(places[k][0] <= at < places[k + most - 1][1] for at in found) for k in range(len(places) - most + 1)]
    first = held.index(max(held))
    last = first + most - 1
    while last > first and text[slice(*places[last])].strip(EDGES).lower() in content.FUNCTION_WORDS:
        last -= 1
    return places[first][0], places[last][1]


def _closed(inner: str, line: str) -> str:
    """A quotation with the mark that closes a quotation in it."""
    end = line.index(inner) + len(inner)
    closing = re.match(r"[.,]?”", line[end:])
    return line[line.index(inner) : end + closing.end()] if closing and INSIDE.search(inner) else inner


def _end_of_clause(words: list[str], most: int = LONG) -> int:
    """How many words stand before the last clause end within so many words, else before the last that leads on.

    What opens with a clause beside the main one is not cut at its end.
    """
    least = most if BESIDE.fullmatch(words[0].lower()) else LEAST
    ends = [k for k in range(least, most + 1) if PAUSE.search(words[k - 1]) or CLAUSE.search(words[k])]
    end = ends[-1] if ends else most
    while end > LEAST and words[end - 1].strip(EDGES).lower() in content.FUNCTION_WORDS:
        end -= 1
    return end


def around(side: dict, articles: pd.DataFrame) -> str:
    """The sentence around a side's words, from near enough before them that they are among the first quoted."""
    text = articles.set_index("article_id")["text"][side["article_id"]]
    start, end = int(side["sentence_start"]), int(side["sentence_end"])
    before = text[start : int(side["start"])].split(" ")
    pauses = [k for k in range(1, len(before) - LEAST + 1) if PAUSE.search(before[k - 1])]
    first = pauses[-1] if pauses else 0
    reached = len(before) - first < LONG - REACHED
    skipped = " ".join(before[: first if reached else len(before) - LEAST])
    return text[start + len(skipped) : end].strip()


def sentences(sides: pd.DataFrame) -> str:
    """Each side as its group and its words."""
    return " ".join(f"{row.group}: {quoted(row.text)}." for row in sides.itertuples())


def split(sides: pd.DataFrame) -> tuple[pd.Series, list[str], list[str]]:
    """The first side that has it, the names of the others that have it too, and of those that lack it."""
    told = sides["start"].notna()
    names = list(dict.fromkeys(sides.loc[told, "group"].astype("str")))
    return sides[told].iloc[0], names[1:], list(dict.fromkeys(sides.loc[~told, "group"].astype("str")))


def rest(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> list[str]:
    """The groups of the story that are no side of a difference."""
    story = articles.loc[articles["article_id"].eq(sides["article_id"].iloc[0]), "event"].iloc[0]
    told = articles.loc[articles["event"].eq(story), by].astype("str")
    return [name for name in dict.fromkeys(told) if name not in set(sides["group"].astype("str"))]


def published_as(sides: pd.DataFrame, articles: pd.DataFrame) -> dict[str, str]:
    """Of each article of some sides that is no report of the outlet’s own what it is: an agency’s copy, or opinion."""
    found = {}
    for row in articles[articles["article_id"].isin(sides["article_id"])].itertuples():
        credit = getattr(row, "credit", None)
        agency = "" if pd.isna(credit) or str(credit) in str(row.outlet) else f"credits {credit}"
        found[row.article_id] = " · ".join(filter(None, (pieces.published_as(row), agency)))
    return found


def days(sides: pd.DataFrame, articles: pd.DataFrame) -> dict[str, str]:
    """The day of the article of each side, in words; nothing where they are of one day."""
    published = articles.set_index("article_id")["published"].reindex(sides["article_id"].unique())
    return (
        {article: show.date(day) for article, day in published.items()} if published.nunique(dropna=False) > 1 else {}
    )


def listed(names: Sequence[str], joint: str = " and ") -> str:
    """The names as a list in words."""
    return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def looked_for(differs: object) -> str:
    """What an article that lacks something was searched for, from the column `differs`."""
    return str(differs).partition("looked for: ")[2].replace(", ", " · ")


def unnamed(differs: object, group: object) -> list[str]:
    """“others”, where a group quotes more than are named, by the column `differs`; nothing where none are."""
    return ["others"] * (f"others at {group}" in str(differs).split("; "))


def capital(text: object) -> str:
    """A text with a capital at its start."""
    said = str(text)
    return said[:1].upper() + said[1:]
