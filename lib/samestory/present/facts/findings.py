"""The brief's findings: each a pair, both sides' own words in one sentence, with one innocent explanation that fits.

Whatever stands in “…” is a slice of that outlet's article, letter by letter.
"""

from collections.abc import Callable, Sequence

import pandas as pd

from samestory.present.facts import gate
from samestory.present.facts.ranking import MOST, ranked
from samestory.present.finding import COLUMNS, NO_DIFFERENCE, finding, table

LONG = 24  # words of a telling that are quoted
BUDGET = 900  # words of all findings of a brief together
EDGES = " “”\"'‘’.,;:—–-"  # what is left out at the edges of a quotation
EACH = 2  # differences of a story in the brief of several
SHORTER = 0.75  # an article of less than this part of the other's words is called shorter
KINDS = {
    "naming": "label", "other word": "label", "description": "label",
    "number": "figure", "left out": "omission", "never named": "omission", "wording": "edit",
    "voice": "source", "speakers": "source", "agency": "agency", "headline": "emphasis", "opening": "emphasis",
    "order": "emphasis",
}  # fmt: skip
CAVEATS = {
    "naming": "Words outside quotation marks, in these articles only.",
    "other word": "Words outside quotation marks, in sentences that were taken to tell one fact.",
    "description": "Words outside quotation marks, in these articles only.",
    "number": "Two reports of one figure, as far as their words show.",
    "left out": "Looked for in this article only, by its names, figures and rare words.",
    "never named": "Looked for in this article only.",
    "wording": "Paired by the words the sentences share.",
    "voice": "Paired by the words the sentences share.",
    "speakers": "Words inside quotation marks, in these articles only.",
    "agency": "A grammatical class is not blame.",
    "headline": "Headlines are often not the reporter’s.",
    "opening": "Each is the first whole sentence of the text.",
    "order": "Paired by the words the sentences share.",
}


def brief(differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", most: int = MOST) -> pd.DataFrame:
    """The findings of one story's differences in the order of the brief: the findings table, with `difference`.

    `differences` is the table of `compare.facts.differences`; at most `most` findings and BUDGET words. Where nothing
    stands, the one finding says that the accounts hardly differ. `difference` is missing there.
    """
    rows, numbers, words = [], [], 0
    for _, sides in ranked(differences, most=most).groupby("rank", sort=True):
        row = _finding(sides, articles, by)
        words += len(row["sentence"].split()) + len(row["innocent_explanation"].split())
        if words > BUDGET:
            break
        rows.append(row)
        numbers.append(int(sides["difference"].iloc[0]))
    if not rows:
        rows, numbers = [_alike(articles, by)], [pd.NA]
    return table(rows).assign(difference=pd.array(numbers, dtype="Int64"))


def of_stories(differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The findings of all stories in the order of a brief: of several stories, the first few differences of each.

    Only kinds that pass the gate (`gate.passed`).
    """
    differences = gate.passed(differences)
    stories = differences["story"].nunique()
    if stories < 2:
        return brief(differences, articles, by=by)
    each = differences.drop_duplicates("difference").groupby("story", sort=False).head(EACH)["difference"]
    return brief(differences[differences["difference"].isin(each)], articles, by=by)


def plain(told: pd.DataFrame) -> pd.DataFrame:
    """The findings alone, as every theme has them."""
    return told[COLUMNS]


def _finding(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    kind = sides["kind"].iloc[0]
    has = sides[sides["start"].notna()]
    places = has[["article_id", "sentence_start", "sentence_end"]].itertuples(index=False, name=None)
    return finding(
        SENTENCES[kind](sides, articles),
        kind=KINDS[kind],
        outlets=list(dict.fromkeys(sides["group"])),
        n=len(has),
        evidence=[(article, int(start), int(end)) for article, start, end in places],
        caveat=CAVEATS[kind],
        innocent=innocent(has, sides[sides["start"].isna()], articles),
    )


def _alike(articles: pd.DataFrame, by: str) -> dict:
    names = [str(name) for name in articles[by].dropna().unique()]
    first = articles.iloc[0]
    return finding(
        f"As far as was seen, the accounts of {_list(names)} {NO_DIFFERENCE}.",
        kind="agreement",
        outlets=names,
        n=len(articles),
        evidence=[(first["article_id"], 0, len(first["text"]))],
        caveat="What was not looked for may differ.",
        innocent="",
    )


# One sentence a kind


def _naming(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    voiced = sides["voice"].isin(["narrator"]).all()
    own = ", each in its own words" if voiced else ""
    named = "For the same thing" if sides["fact"].notna().any() else _capital(sides["subject"].iloc[0])
    return f"{named}: {_each(sides)}{own}."


def _number(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    verdict, _, why = str(sides["differs"].iloc[0]).partition(": ")
    return f"{_sentences(sides)} {_capital(verdict)}: {why}."


def _left_out(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    has, lacks = _split(sides)
    looked = str(has["subject"]).replace(", ", " · ")
    also = [str(group) for group in sides.loc[sides["start"].notna(), "group"].iloc[1:]]
    too = f" ({_list(also)} too)" if also else ""
    return f"{has['group']}{too}: {quoted(has['text'])}. {_list(lacks)}: not told (looked for: {looked})."


def _never_named(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    has, lacks = _split(sides)
    around = quoted(_around(has, articles))
    also = [str(group) for group in sides.loc[sides["start"].notna(), "group"].iloc[1:]]
    too = f"; {_list(also)} too" if also else ""
    return f"{has['group']}: {has['subject']} ({around}){too}. {_list(lacks)}: not once."


def _wording(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    first, second = sides.to_dict("records")
    here = quoted(_around(first, articles))
    return f"{first['group']}: {here}. {second['group']}, without “{first['text']}”: {quoted(second['text'])}."


def _voice(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    own, given = sides.to_dict("records")
    said = f"{given['group']} has it from {given['source']}: {quoted(given['text'])}"
    return f"{own['group']}, in its own words: {quoted(own['text'])}. {said}."


def _speakers(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    said = []
    for group, rows in sides.groupby("group", sort=False):
        first, *more = rows.to_dict("records")
        also = f"; also {_list([str(row['source']) for row in more])}" if more else ""
        said.append(f"Only {group} quotes {first['source']}: {quoted(first['text'])}{also}.")
    return " ".join(said)


def _agency(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    return f"{_sentences(sides)} Who did it is said in the first only."


def _headline(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    titles = dict(zip(articles["article_id"], articles["headline"], strict=True))
    return " ".join(f"{row.group} is headed {str(titles[row.article_id]).rstrip('.')}." for row in sides.itertuples())


def _opening(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    return " ".join(f"{row.group} opens: {quoted(row.text)}." for row in sides.itertuples())


def _order(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    first, last = sides.to_dict("records")
    where = f"paragraph {last['paragraph']} of {last['paragraphs']}"
    opens = f"{first['group']} opens with it: {quoted(first['text'])}"
    return f"{opens}. {last['group']} comes to it in {where}: {quoted(last['text'])}."


SENTENCES: dict[str, Callable[[pd.DataFrame, pd.DataFrame], str]] = {
    "naming": _naming, "other word": _naming, "description": _naming,
    "number": _number, "left out": _left_out, "never named": _never_named, "wording": _wording,
    "voice": _voice, "speakers": _speakers, "agency": _agency, "headline": _headline,
    "opening": _opening, "order": _order,
}  # fmt: skip


def quoted(text: str) -> str:
    """The first words of a text in quotation marks, one unbroken slice of it, and … after it where more follows.

    >>> quoted("One two.")
    '“One two”'
    """
    line = text.strip().split("\n")[0].strip(EDGES)
    words = line.split(" ")
    if len(words) <= LONG:
        return f"“{line}”"
    return f"“{' '.join(words[:LONG]).rstrip(EDGES)}” …"


def _around(side: dict, articles: pd.DataFrame) -> str:
    """The sentence around a side's words, from near enough before them that they are among the first quoted."""
    text = articles.set_index("article_id")["text"][side["article_id"]]
    start, end = int(side["sentence_start"]), int(side["sentence_end"])
    before = text[start : int(side["start"])].split(" ")
    skipped = " ".join(before[: max(0, len(before) - LONG // 2)])
    return text[start + len(skipped) : end].strip()


def _each(sides: pd.DataFrame) -> str:
    return _list([f"{row.group} {quoted(row.text)}" for row in sides.itertuples()], joint=", ")


def _sentences(sides: pd.DataFrame) -> str:
    return " ".join(f"{row.group}: {quoted(row.text)}." for row in sides.itertuples())


def _split(sides: pd.DataFrame) -> tuple[pd.Series, list[str]]:
    """The side that has it, and the names of those that lack it."""
    return sides[sides["start"].notna()].iloc[0], sides.loc[sides["start"].isna(), "group"].astype("str").tolist()


def _list(names: Sequence[str], joint: str = " and ") -> str:
    return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _capital(text: object) -> str:
    said = str(text)
    return said[:1].upper() + said[1:]


# Why it may be so


def innocent(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """The one explanation without intent that fits this difference, or nothing.

    What an article lacks: that it is older than the one that has it, or shorter. What two word otherwise: that one
    credits an agency, or that they are of different days.
    """
    about = articles.set_index("article_id")
    mine = about.loc[has["article_id"].iloc[0]]
    if len(lacks):
        others = [(row.group, about.loc[row.article_id]) for row in lacks.itertuples()]
        reasons = [_why_lacking(str(name), other, mine) for name, other in others]
        return reasons[0] if all(reasons) and len(reasons) == 1 else ""
    credits = [f"{row.group} credits {about.loc[row.article_id, 'credit']}" for row in has.itertuples()
               if pd.notna(about.loc[row.article_id, "credit"])]  # fmt: skip
    if len(credits) == 1:
        return f"{credits[0]}, whose wording it may be."
    days = {about.loc[article, "published"] for article in has["article_id"]}
    known = all(isinstance(day, pd.Period) for day in days)
    return "The articles are of different days." if known and len(days) > 1 else ""


def _why_lacking(name: str, other: pd.Series, mine: pd.Series) -> str:
    days = other["published"], mine["published"]
    if all(isinstance(day, pd.Period) for day in days) and days[0].end_time < days[1].start_time:
        return f"{name}’s article is older."
    counts = [len(article["text"].split()) for article in (other, mine)]
    if counts[0] < SHORTER * counts[1]:
        return f"{name}’s article is {100 * (1 - counts[0] / counts[1]):.0f} % shorter."
    return ""
