"""How one fact is told: in whose voice, who is said to have done it, how early; and what the accounts open with."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations, product

import pandas as pd

from samestory.annotate import content
from samestory.compare.facts.alignment import ENDS, SHOW
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories

EARLY, LATE = 2, 0.55  # a telling in the first paragraphs, and one after this part of an article of LONG paragraphs
LONG = 8
VOICE, SPEAKERS, AGENCY, HEADLINE, OPENING, ORDER, WORDING = (
    0.5,
    0.55,
    0.75,
    0.65,
    0.5,
    0.45,
    0.4,
)  # how far apart each kind is
SAME_COPY = 8  # equal words in a row from which two first sentences are nearly one
CLOSE = 3.5  # the odds from which two sentences are near enough for one word or source more to mean something
NEXT = 2  # words after a cue of which the other must have one: what the cue is about
QUALIFY = ("intensifiers", "whole", "part")
SAID = frozenset({"said", "says", "say", "according to", "reported", "report", "told", "claimed", "alleged"})
NOBODY = r"[a-z]+|[A-Z]+"  # one small word, or one in capitals, names no speaker
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "we", "i"})
SURE = 0.9
LONGEST = 6  # words of a source that is no name
VOICES = 3  # of each group that are named
WORDS = 10  # quoted words from which somebody has the floor
ACTED = frozenset({"active", "passive_agent"})
AGENTLESS = frozenset({"passive_short", "stative"})


def voices(tellings: pd.DataFrame) -> Iterator[Difference]:
    """Facts that one outlet states in its own words and another gives to a source, as said by it.

    What somebody asks for or decides is no such statement, nor is one of whoever does the deed: whose name stands in
    both tellings.
    """
    for fact, told in _shown(tellings):
        near = [row for row in told if row.score >= CLOSE]
        own = [row for row in near if row.voice == "narrator" and row.source is None]
        given = [row for row in near if row.voice == "attributed" and str(row.cue).lower() in SAID]
        for one, other in product(own, given):
            apart = not _words(other.source) & _words(one.text) and str(other.source).lower() not in PRONOUNS
            if one.group != other.group and apart and pd.notna(other.speaker):
                sides = (_whole(one), Side(other.article_id, other.start, other.end, other.source))
                differs = "stated here, attributed there"
                yield Difference("voice", one.story, "", sides, differs, _sure(told), VOICE, fact)
                break


def wording(tellings: pd.DataFrame, cues: pd.DataFrame) -> Iterator[Difference]:
    """Facts that one outlet hedges, heightens or limits in its own words, where another does not."""
    own = cues[cues["family"].isin(QUALIFY) & cues["voice"].eq("narrator")]
    held = {article: list(rows.itertuples()) for article, rows in own.groupby("article_id", sort=False)}
    every = cues[cues["family"].isin(QUALIFY)]
    has = {article: list(rows.itertuples()) for article, rows in every.groupby("article_id", sort=False)}
    for fact, told in _shown(tellings):
        for one, other in permutations(told, 2):
            if one.group == other.group or min(one.score, other.score) < CLOSE:
                continue
            theirs = {cue.family for cue in _inside(has, other)}
            for cue in _inside(held, one):
                after = _words(" ".join(one.text[cue.end - one.start :].split()[:NEXT]))
                if not any(kind in theirs for kind in QUALIFY) and after & _words(other.text):
                    sides = (Side(one.article_id, cue.start, cue.end), _whole(other))
                    differs = f"“{cue.text}” here only"
                    yield Difference("wording", one.story, cue.text, sides, differs, _sure(told), WORDING, fact)
                    break


def _inside(held: dict[str, list], telling) -> list:
    return [cue for cue in held.get(telling.article_id, []) if telling.start <= cue.start < telling.end]


def order(tellings: pd.DataFrame) -> Iterator[Difference]:
    """Facts with which one article opens and another closes."""
    for fact, told in _shown(tellings):
        near = [row for row in told if row.score >= CLOSE]
        first = {row.article_id: row for row in sorted(near, key=lambda row: row.start, reverse=True)}
        early = [row for row in first.values() if row.paragraph <= EARLY]
        late = [row for row in first.values() if row.paragraphs >= LONG and row.paragraph > LATE * row.paragraphs]
        if early and late and early[0].group != late[0].group:
            sides = (_whole(early[0]), _whole(late[0]))
            yield Difference("order", early[0].story, "", sides, "first here, last there", _sure(told), ORDER, fact)


def agency(tellings: pd.DataFrame, clauses: pd.DataFrame) -> Iterator[Difference]:
    """Facts of which one outlet says who did it and another does not, for the same act on the same."""
    held = dict(iter(clauses.groupby("article_id", sort=False)))
    for fact, told in _shown(tellings):
        for one, other in combinations(told, 2):
            if one.group != other.group:
                yield from _done_by(fact, one, other, held)


def _done_by(fact: int, one, other, held: dict[str, pd.DataFrame]) -> Iterator[Difference]:
    for a, b in ((one, other), (other, one)):
        for x in _clauses(held, a):
            for y in _clauses(held, b):
                same = content.stem(str(x.lemma)) == content.stem(str(y.lemma)) or (x.harm and y.harm)
                done = x.construction in ACTED and pd.notna(x.actor) and y.construction in AGENTLESS
                if same and done and x.harm and _words(x.target) & _words(y.target):
                    sides = (Side(a.article_id, *_acted(x)), Side(b.article_id, *_acted(y)))
                    differs = "says who did it here, not there"
                    yield Difference("agency", a.story, str(x.target), sides, differs, SURE, AGENCY, fact)
                    return


def _clauses(held: dict[str, pd.DataFrame], telling) -> list:
    rows = held.get(telling.article_id)
    if rows is None:
        return []
    return [row for row in rows.itertuples() if telling.start <= row.start < telling.end and not row.negated]


def _acted(clause) -> tuple[int, int]:
    """The span from the first to the last of actor, verb and target."""
    edges = [clause.start, clause.end, clause.actor_start, clause.actor_end, clause.target_start, clause.target_end]
    known = [int(edge) for edge in edges if pd.notna(edge)]
    return min(known), max(known)


def _words(phrase: object) -> frozenset[str]:
    """The stems of a phrase that are no function words."""
    if pd.isna(phrase):  # type: ignore[call-overload]
        return frozenset()
    plain = (word.strip(".,’'\"“”").lower() for word in str(phrase).split())
    return frozenset(content.stem(word) for word in plain if word and word not in content.FUNCTION_WORDS)


def headlines(sentences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> Iterator[Difference]:
    """Headlines of one story in other words, each with the first sentence under it; none where an article has none.

    How far apart they are is the share of their words that not all have in common.
    """
    told = _with_opening(sentences, articles, by)
    for name, group in told.groupby("story", sort=False):
        one = group.drop_duplicates("group")
        if name == "no event" or len(one) < 2 or one["headline"].isna().any():
            continue
        words = [_words(headline) for headline in one["headline"]]
        either = frozenset().union(*words)
        apart = 1 - len(frozenset.intersection(*words)) / max(len(either), 1)
        sides = tuple(Side(row.article_id, row.start, row.end) for row in one.itertuples())
        yield Difference("headline", str(name), "the headline", sides, "another headline", SURE, HEADLINE * apart)


def openings(
    sentences: pd.DataFrame, scores: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """The first sentences of the accounts of one story, where they are not nearly the same."""
    told = _with_opening(sentences, articles, by)
    columns = ["article_id", "start", "other_id", "other_start", "run"]
    near = {row[:4]: row[4] for row in scores[columns].itertuples(index=False, name=None)}
    for name, group in told.groupby("story", sort=False):
        one = list(group.drop_duplicates("group").itertuples())
        if name == "no event" or len(one) < 2:
            continue
        keys = ((a.article_id, a.start, b.article_id, b.start) for a, b in permutations(one, 2))
        alike = max((near.get(key, 0) for key in keys), default=0)
        if alike < SAME_COPY:
            sides = tuple(Side(row.article_id, row.start, row.end) for row in one)
            yield Difference("opening", str(name), "the first sentence", sides, "another opening", SURE, OPENING)


def _with_opening(sentences: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """The articles with their story, group and the span of their first whole sentence."""
    told = articles.assign(story=stories(articles), group=articles[by])
    first = sentences[sentences["text"].str.contains(ENDS) & sentences["text"].str.split().str.len().ge(WORDS)]
    return told.merge(first.drop_duplicates("article_id")[["article_id", "start", "end"]], on="article_id")


def speakers(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> Iterator[Difference]:
    """Who has the floor in one account of a story and is not quoted in another: for each group its own main source."""
    story, group = (
        dict(zip(articles["article_id"], values, strict=True)) for values in (stories(articles), articles[by])
    )
    said = quotes[quotes["form"].isin(["direct", "partial"]) & quotes["source"].notna()]
    brief = said["source"].where(
        said["source"].str.split().str.len().le(LONGEST) & ~said["source"].str.lower().isin(PRONOUNS)
    )
    said = said.assign(source=said["speaker"].fillna(brief))
    said = said[said["source"].notna() & ~said["source"].astype("str").str.fullmatch(NOBODY)]
    said = said.assign(
        story=said["article_id"].map(story),
        group=said["article_id"].map(group),
        who=said["speaker"].fillna(said["source"]).str.split().str[-1].str.casefold(),
        words=said["text"].str.split().str.len(),
    )
    for name, told in said[said["story"].ne("no event")].groupby("story", sort=False):
        floor: dict[object, Counter] = {g: Counter() for g in dict.fromkeys(told["group"])}
        for row in told.itertuples():
            floor[row.group][row.who] += row.words
        sides = tuple(_quoted(told[told["group"].eq(g) & told["who"].eq(who)]) for g in floor for who in _own(g, floor))
        if len({group[side.article_id] for side in sides}) > 1:
            yield Difference("speakers", str(name), "who is quoted", sides, "quoted here only", SURE, SPEAKERS)


def _own(group: object, floor: dict[object, Counter]) -> list[str]:
    """The VOICES whom a group quotes most of those no other quotes, from WORDS words on."""
    others = {who for g, found in floor.items() if g != group for who in found}
    return [who for who, n in floor[group].most_common() if who not in others and n >= WORDS][:VOICES]


def _quoted(rows: pd.DataFrame) -> Side:
    row = rows.loc[rows["words"].idxmax()]
    return Side(row["article_id"], int(row["start"]), int(row["end"]), row["source"])


def _shown(tellings: pd.DataFrame) -> Iterator[tuple[int, list]]:
    """The facts that may be shown, with their tellings."""
    for fact, rows in tellings[tellings["level"].eq("show")].groupby("fact", sort=False):
        yield int(fact), list(rows.itertuples())


def _whole(telling) -> Side:
    return Side(telling.article_id, telling.start, telling.end)


def _sure(told: list) -> float:
    """How sure the weakest telling is, from its score: .85 where it may just be shown."""
    weakest = min(row.score for row in told)
    return min(0.99, 0.85 + 0.02 * max(0.0, weakest - SHOW))
