"""The differences as pairs: one subject, each side's own words in context, and what differs, one below another."""

import hashlib
from collections.abc import Iterable

import pandas as pd
from IPython.display import HTML

from samestory.compare.facts.across import EVERY
from samestory.present import show
from samestory.present.evidence import evidence_html, marked, spans_of
from samestory.present.facts.kinds import KINDS
from samestory.present.facts.kinds.headline import title
from samestory.present.facts.ranking import WHOLE as ACCOUNTS
from samestory.present.facts.words import LEDE, SHOWN, days, looked_for, published_as, telling
from samestory.present.show import escape, prose
from samestory.present.style import COLOURS as PALETTE
from samestory.present.style import Mark, outlet_marks

COLOURS = len(PALETTE)
WHOLE = 24  # words of a sentence from which it is cut, where it is not the words that differ
LENGTHS = {"speakers": 20, "opening": LEDE}  # words of one of several quotations, and of a first sentence
LACKING = {"never named": "not by name", "speakers": "not in quotation marks"}
MOSTLY = 0.8  # of its letters, from which a marked stretch is the sentence
AROUND = 9  # words of the sentence on either side of the words that differ
VOICES = {
    "narrator": "own words", "attributed": "reported speech", "partly": "own words, in part reported",
    "quoted": "quoted", "scare": "in scare quotes",
}  # fmt: skip


def pairs(
    told: pd.DataFrame,
    differences: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    essays: pd.DataFrame,
    by: str = "outlet",
) -> HTML:
    """The findings of a brief, each as its sides beside each other, with its sentences folded.

    `told` is the table of `findings.of_stories`, `differences` that of `compare.facts.differences`, `essays` that of
    `compare.voices.essays`: there the words are the writer's own. What has no difference stands as its sentence.
    """
    differences = differences.assign(writer=differences["article_id"].map(writers(essays)))
    sides = dict(iter(differences.groupby("difference", sort=False)))
    marks = outlet_marks(articles[by].astype("str"))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    once = told.assign(
        innocent_explanation=told["innocent_explanation"].mask(told["innocent_explanation"].duplicated(), "")
    )
    return HTML("".join(_pair(row, sides.get(row.difference), texts, marks, articles, by) for row in once.itertuples()))


def _pair(finding, sides: pd.DataFrame | None, texts: dict, marks: dict[str, Mark], articles, by: str) -> str:
    name = "f-" + hashlib.sha256(f"{finding.kind}{finding.sentence}".encode()).hexdigest()[:8]
    if sides is None:
        return f'<div class="difference" id="{name}"><p class="statement">{prose(finding.sentence)}</p></div>'
    kind = str(sides["kind"].iloc[0])
    subject = str(sides["subject"].iloc[0])
    title = KINDS[kind].title.format(subject=subject)
    heads = dict(zip(articles["article_id"], articles["headline"], strict=True)) if kind == "headline" else {}
    told = sides.assign(day=_beside(sides, articles), often=_counts(sides))
    shown = "".join(_side(side, texts, marks, heads) for side in _merged(told, list(marks)))
    innocent = finding.innocent_explanation
    why = f'<p class="why">{prose(innocent)}</p>' if innocent else ""
    head = prose(title[:1].upper() + title[1:])
    evidence = evidence_html(spans_of(finding.evidence, articles), articles, by=by, claim=name)
    return (
        f'<div class="difference" id="{name}"><p class="subject"><strong>{head}</strong> '
        f'<small>{escape(_about(sides, articles))}</small></p><div class="sides">{shown}</div>'
        f"{why}{evidence}</div>"
    )


def _about(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What kind of difference it is; of several stories also the day, and, where it shows none, a headline."""
    kind, story = str(sides["kind"].iloc[0]), sides["story"].iloc[0]
    said = "" if kind in ACCOUNTS else kind
    if articles["event"].nunique(dropna=False) < 2 or story == EVERY:
        return said
    about = articles.set_index("article_id").loc[sides["article_id"].iloc[0]]
    day = "" if days(sides, articles) or pd.isna(about["published"]) else show.date(about["published"])
    news = "" if kind == "headline" or pd.isna(about["headline"]) else title(about["headline"])
    return " · ".join(part for part in (said, day, news) if part)


def _merged(sides: pd.DataFrame, order: list[str]) -> Iterable[dict]:
    """The sides in the order of the groups; groups with the same words, or with nothing, are one side."""
    rows = sides.iloc[sides["group"].astype("str").map(order.index).argsort(kind="stable")]
    rows = rows.assign(same=rows["text"].astype("object").where(rows["start"].notna(), "").str.casefold())
    for _, same in rows.groupby("same", sort=False, dropna=False):
        counts = [f"{row.group} {row.often}" for row in same.itertuples() if row.often]
        often = "; ".join(counts) if len(same) > 1 else same["often"].iloc[0]
        yield {**same.iloc[0].to_dict(), "groups": list(dict.fromkeys(map(str, same["group"]))), "often": often}


def _side(side: dict, texts: dict[str, str], marks: dict[str, Mark], headlines: dict[str, str]) -> str:
    if side["article_id"] in headlines:
        headed = escape(title(headlines[side["article_id"]]))
        return column(side["groups"], headed, _of_day(side, "headline"), marks)
    if pd.isna(side["start"]):
        names = looked_for(side["differs"])
        named = any(name in texts[side["article_id"]] for name in names.split(" · "))
        lacking = LACKING.get(side["kind"], "not told") if named or side["kind"] != "speakers" else "not named"
        looked = f"looked for: {names}"
        return column(side["groups"], f"<i>{lacking}</i>", _of_day(side, looked), marks)
    return column(side["groups"], _in_context(side, texts[side["article_id"]]), _where(side), marks)


def writers(essays: pd.DataFrame) -> dict[str, str]:
    """Whose own words an article in the first person has: the writer's, by name where that is known."""
    return dict(zip(essays["article_id"], essays["writer"].fillna("the writer"), strict=True))


def own_words(writer: object) -> str:
    """Whose own words what nobody is quoted with is: the writer's of an essay, else the outlet's."""
    return VOICES["narrator"] if pd.isna(writer) else f"{writer}’s own words"  # type: ignore[call-overload]


def column(names: list[str], words: str, where: str, marks: dict[str, Mark]) -> str:
    """One side of a difference: whose it is, its words (HTML), and where they stand."""
    whose = ", ".join(f"{marks[name].sign} <bdi>{escape(name)}</bdi>" for name in names)
    number = list(marks).index(names[0]) % COLOURS + 1
    return (
        f'<div class="side side-{number}"><p class="who">{whose}</p><p dir="auto">{words}</p>'
        f'<p class="where">{prose(where)}</p></div>'
    )


def _of_day(side: dict, where: str) -> str:
    """Where words stand, and the day of the article where the sides are of several."""
    return " · ".join(part for part in (where, side["day"]) if pd.notna(part) and part)


def _counts(sides: pd.DataFrame) -> list[str]:
    """How often each side has its words, where that is counted across a collection."""
    across = sides["story"].iloc[0] == EVERY
    return str(sides["differs"].iloc[0]).split("; ") if across else [""] * len(sides)


def _beside(sides: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """What is said of the article of each side: its day where they are of several, and whose copy or what it is."""
    told = published_as(sides, articles), days(sides, articles)
    return sides["article_id"].map(lambda article: " · ".join(filter(None, (said.get(article) for said in told))))


def _where(side: dict) -> str:
    if side["often"]:
        return f"{side['often']} · own words"
    said = own_words(side["writer"]) if side["voice"] == "narrator" else VOICES.get(str(side["voice"]), "")
    source = f"from {side['source']}" if pd.notna(side["source"]) else said
    place = f"paragraph {side['paragraph']} of {side['paragraphs']}"
    return _of_day(side, " · ".join(part for part in (place, source) if part))


def _in_context(side: dict, text: str) -> str:
    """The words that differ, marked, with a few of their sentence on either side; a whole sentence is cut to WHOLE."""
    first, last = int(side["sentence_start"]), max(int(side["sentence_end"]), int(side["end"]))
    start, end = int(side["start"]), int(side["end"])
    if len(text[start:end].split(" ")) > WHOLE or end - start > MOSTLY * (last - first):
        most = LENGTHS.get(side["kind"], SHOWN)
        left, right = telling(text[start:end], looked_for(side["differs"]).split(" · "), most)
        cut = f"{'… ' if left else ''}{marked(text, start + left, start + right, [])}"
        return f"{cut}{' …' if start + right < end else ''}"
    before, after = text[first:start].split(" "), text[end:last].split(" ")
    left = start - len(" ".join(before[-AROUND:])) if len(before) > AROUND else first
    right = end + len(" ".join(after[:AROUND])) if len(after) > AROUND else last
    return f"{'… ' if left > first else ''}{marked(text, left, right, [(start, end)])}{' …' if right < last else ''}"
