"""The differences as pairs: one subject, each side's own words in context, and what differs, one below another."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd
from IPython.display import HTML

from samestory.compare.facts.across import EVERY
from samestory.present import show
from samestory.present.evidence import evidence_html, marked, more, spans_of
from samestory.present.facts.kinds import HEADS, KINDS
from samestory.present.facts.kinds.headline import title as headline
from samestory.present.facts.ranking import WHOLE as ACCOUNTS
from samestory.present.facts.words import LEDE, SHOWN, capital, days, looked_for, published_as, telling, unnamed
from samestory.present.show import escape, prose
from samestory.present.style import COLOURS as PALETTE
from samestory.present.style import Mark, outlet_marks

COLOURS = len(PALETTE)
WHOLE = 24  # words of a sentence from which it is cut, where it is not the words that differ
ROOM = 800  # words of them on a page of more than them
HEADED = 0.5  # of the room, for headlines before what differs below them
SENTENCES = ("opening", "speakers", "speech")  # kinds of which what is cut off is often what differs
SAID_BY_TITLE = (*ACCOUNTS, "speech")
TURNS = "perhaps two turns of it"
LACKING = {"never named": "not by name", "speakers": "not in quotation marks"}
MOSTLY = 0.8  # of its letters, from which a marked stretch is the sentence
AROUND = 9  # words of the sentence on either side of the words that differ
VOICES = {
    "narrator": "own words", "attributed": "reported speech", "partly": "own words, in part reported",
    "quoted": "quoted", "scare": "in scare quotes",
}  # fmt: skip


class Card(NamedTuple):
    """A finding as it is shown: of which story it is, whether it shows the headlines of its accounts, and its HTML."""

    story: str
    heads: bool
    html: str


def pairs(
    told: pd.DataFrame,
    differences: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    essays: pd.DataFrame,
    by: str = "outlet",
    most: int | None = None,
    room: int = ROOM,
) -> HTML:
    """The findings of a brief, each as its sides beside each other, with its sentences folded; by story, if of several.

    `told` is the table of `findings.of_stories`, `differences` that of `compare.facts.differences`, `essays` that of
    `compare.voices.essays`: there the words are the writer's own. What has no difference stands as its sentence. At
    most so many (headlines over others are not counted), and no more than `room` words of them are seen; one at least.
    """
    cards = list(_cards(told, differences, articles, essays=essays, by=by))
    shown = _fitting(cards, len(cards) if most is None else most, room)
    return HTML(_by_story(shown) + more(len(cards) - len(shown)))


def _cards(
    told: pd.DataFrame, differences: pd.DataFrame, articles: pd.DataFrame, *, essays: pd.DataFrame, by: str
) -> Iterator[Card]:
    differences = differences.assign(writer=differences["article_id"].map(writers(essays)))
    differences = differences[differences["difference"].isin(told["difference"])]
    sides = dict(iter(differences.groupby("difference", sort=False)))
    several = articles["event"].nunique(dropna=False) > 1
    headed = set(differences.loc[differences["kind"].isin(HEADS) & several, "story"])
    marks = outlet_marks(articles[by].astype("str"))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    once = told.assign(
        innocent_explanation=told["innocent_explanation"].mask(told["innocent_explanation"].duplicated(), "")
    )
    for row in once.itertuples():
        rows = sides.get(row.difference)
        if rows is None:
            yield Card(f"{row.sentence}", False, _statement(row))
            continue
        story, over = str(rows["story"].iloc[0]), several and rows["kind"].iloc[0] in HEADS
        about = _head(rows, articles) if over else _about(rows, articles, headed=story in headed)
        beside = "" if story in headed and not over else _beside(rows, articles)
        rows = rows.assign(several=several, day=beside, often=_counts(rows))
        yield Card(story, over, _pair(row, _one_each(rows), about, texts, marks, articles, by))


def _one_each(sides: pd.DataFrame) -> pd.DataFrame:
    """The sides with one of those quoted a group; who else is quoted stands with the source."""
    if sides["kind"].iloc[0] != "speakers":
        return sides
    first = sides.drop_duplicates("group")
    return first.assign(source=[_and_others(row, sides) for row in first.itertuples()])


def _and_others(first, sides: pd.DataFrame) -> str | None:
    """Who is quoted first, and who else of the group: “Ada Lind; also Bo Ek; Cleo Day; others”."""
    named = list(sides.loc[sides["group"].eq(first.group), "source"].dropna())
    also = [*named[1:], *unnamed(first.differs, first.group)]
    return "; also ".join(filter(None, [*named[:1], "; ".join(also)])) or None


def _fitting(cards: list[Card], most: int, room: int) -> list[Card]:
    """The cards for which there is room, in their order; what is too long is passed over.

    Headlines come first, in HEADED of the room, so that each story of some has its line; then what stands below those
    that are shown, or has none; then headlines for which there still is room. One card at least.
    """
    sizes = [show.seen(card.html) for card in cards]
    headed = {card.story for card in cards if card.heads}
    shown: list[int] = []
    for heads, part in ((True, HEADED), (False, 1.0), (True, 1.0)):
        over = {cards[k].story for k in shown}
        for k, card in enumerate(cards):
            below = card.heads or card.story in over or card.story not in headed
            fits = sum(sizes[k] for k in shown) + sizes[k] <= part * room or not shown
            many = card.heads or sum(not cards[k].heads for k in shown) < most
            if card.heads is heads and k not in shown and below and fits and many:
                shown.append(k)
    return [cards[k] for k in sorted(shown)]


def _by_story(cards: list[Card]) -> str:
    """The cards, those below the headlines of their story in one block with them."""
    of: dict[str, list[Card]] = {}
    for card in cards:
        of.setdefault(card.story, []).append(card)
    return "".join(map(_block, of.values()))


def _block(cards: list[Card]) -> str:
    shown = "".join(card.html for card in sorted(cards, key=lambda card: not card.heads))
    return f'<div class="story">{shown}</div>' if any(card.heads for card in cards) else shown


def _statement(finding) -> str:
    return f'<div class="difference" id="{_name(finding)}"><p class="statement">{prose(finding.sentence)}</p></div>'


def _name(finding) -> str:
    return "f-" + hashlib.sha256(f"{finding.kind}{finding.sentence}".encode()).hexdigest()[:8]


def _pair(finding, sides: pd.DataFrame, about: str, texts: dict, marks: dict[str, Mark], articles, by: str) -> str:
    kind = str(sides["kind"].iloc[0])
    heads = dict(zip(articles["article_id"], articles["headline"], strict=True)) if kind in HEADS else {}
    shown = "".join(_side(side, texts, marks, heads) for side in _merged(sides, list(marks)))
    innocent = finding.innocent_explanation
    why = f'<p class="why">{prose(innocent)}</p>' if innocent else ""
    name = _name(finding)
    sentences = "" if heads else evidence_html(spans_of(finding.evidence, articles), articles, by=by, claim=name)
    return (
        f'<div class="difference" id="{name}"><p class="subject">{about}</p><div class="sides">{shown}</div>'
        f"{why}{sentences}</div>"
    )


def _head(sides: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What stands over the headlines of a story of several: its day, and whether they may be of two turns of it."""
    published = articles.set_index("article_id")["published"][sides["article_id"].iloc[0]]
    day = "" if days(sides, articles) or pd.isna(published) else show.date(published)
    title = KINDS[str(sides["kind"].iloc[0])].title
    turns = f" <small>{TURNS}</small>" if day and sides["kind"].iloc[0] == "turn" else ""
    return f"<strong>{escape(day or title)}</strong>{turns}"


def _about(sides: pd.DataFrame, articles: pd.DataFrame, *, headed: bool) -> str:
    """What the sides are of, and what kind of difference it is; of several stories also which, if not `headed`."""
    kind = str(sides["kind"].iloc[0])
    title = KINDS[kind].title.format(subject=sides["subject"].iloc[0])
    known = headed or articles["event"].nunique(dropna=False) < 2 or sides["story"].iloc[0] == EVERY
    said = [*([] if kind in SAID_BY_TITLE else [kind]), *([] if known else _which(sides, articles))]
    small = f" <small>{escape(' · '.join(said))}</small>" if said else ""
    return f"<strong>{prose(capital(title))}</strong>{small}"


def _which(sides: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """Of which story some sides are: the day, if it is one, and a headline."""
    about = articles.set_index("article_id").loc[sides["article_id"].iloc[0]]
    day = "" if days(sides, articles) or pd.isna(about["published"]) else show.date(about["published"])
    return [part for part in (day, "" if pd.isna(about["headline"]) else headline(about["headline"])) if part]


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
        return column(side["groups"], escape(headline(headlines[side["article_id"]])), _of_day(side, ""), marks)
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
    place = f'<p class="where">{prose(where)}</p>' if where else ""
    whose = ", ".join(f"{marks[name].sign} <bdi>{escape(name)}</bdi>" for name in names)
    number = list(marks).index(names[0]) % COLOURS + 1
    return f'<div class="side side-{number}"><p class="who">{whose}</p><p dir="auto">{words}</p>{place}</div>'


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
    if side["kind"] == "opening":
        return _of_day(side, "")
    place = "" if side["several"] else f"paragraph {side['paragraph']} of {side['paragraphs']}"
    return _of_day(side, " · ".join(part for part in (place, _whose(side)) if part))


def _whose(side: dict) -> str:
    """Whose words a side has: its source, else the voice; nothing where the title says it."""
    if side["kind"] == "speech":
        return ""
    if pd.notna(side["source"]):
        return f"from {side['source']}"
    return own_words(side["writer"]) if side["voice"] == "narrator" else VOICES.get(str(side["voice"]), "")


def _in_context(side: dict, text: str) -> str:
    """The words that differ, marked, with a few of their sentence on either side; a whole sentence is cut to WHOLE."""
    first, last = int(side["sentence_start"]), max(int(side["sentence_end"]), int(side["end"]))
    start, end = int(side["start"]), int(side["end"])
    if len(text[start:end].split(" ")) > WHOLE or end - start > MOSTLY * (last - first):
        most = LEDE if side["kind"] in SENTENCES else SHOWN
        left, right = telling(text[start:end], looked_for(side["differs"]).split(" · "), most)
        cut = f"{'… ' if left else ''}{marked(text, start + left, start + right, [])}"
        return f"{cut}{' …' if start + right < end else ''}"
    before, after = text[first:start].split(" "), text[end:last].split(" ")
    left = start - len(" ".join(before[-AROUND:])) if len(before) > AROUND else first
    right = end + len(" ".join(after[:AROUND])) if len(after) > AROUND else last
    return f"{'… ' if left > first else ''}{marked(text, left, right, [(start, end)])}{' …' if right < last else ''}"
