"""Left out: what one or more articles tell and another does not, after a search of that article.

An article that lacks something is not an outlet that omits it; why it may lack it is for who reads (see `framing`).
What is sure enough to be said: what an article tells with names or figures of its own, of whose words no article of the
other outlet has more than hardly any, and to which no sentence there comes near. What is worth saying: where both are
like pieces (`pieces`), what its account dwells on, tells early, or counts; not what somebody says of it, or may be.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pandas as pd

from samestory import calendar
from samestory.annotate import spans
from samestory.compare.facts import pieces, spellings
from samestory.compare.facts.alignment import ABSENT, Sentence, Story, read_sentences
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import stories

BOTH = 3.5  # the odds from which another article may tell it too
SAME = 0.6  # the part of what was looked for that its sentence then has
FOUND = 0.15  # of the weight of a sentence that stands in the other article anywhere, at most
PROPER = 0.5  # of the names and figures of it, those that the other article has not, at least
WEIGHTY = 3.5  # the weight of a sentence that may be missed although one article only tells it
REPORTS = ("report", "ahead")  # the kinds of pieces that may leave something out
TWO, ONE = 0.97, 0.92  # how sure each way is
TOLD_BY_TWO, TOLD_BY_ONE = 0.25, 0.0  # how far apart each leaves the accounts
EARLY, FIGURES, TOPICAL = 0.15, 0.1, 0.1  # added: told early, with figures, of what its account dwells on
DWELT = 3  # further sentences about a name from which an account dwells on it no more
HEADED, GRAVE = 0.1, 0.1  # added: of what a headline names, and of crime, harm or conflict
SAID, PAST = 0.3, 0.2  # taken from a named person’s statement, what may be or is asked; what is long or of other days
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
YEARS = 1  # before the year of an article is not long past
UNSURE = re.compile(r"\b(?:would|could|should|may|might|if|whether)\b|\?")
CHARGES = ("morality and law", "conflict", "humanitarian")  # the families of cues that make a sentence grave
NOTHING = (0.0, 0, 0)  # what is near where nothing is
DAY = re.compile(rf"\b(?:{'|'.join(calendar.WEEKDAYS)})\b", re.IGNORECASE)
SEARCHED = 5  # words named as looked for
NOUN, WEAK = 5, ("ly", "ing", "ed")  # letters of a word that may be shown as looked for, and what it does not end on
Spans = dict[str, list[tuple[int, int]]]


class Accounts(NamedTuple):
    """The accounts of one story: its articles by their ids, and what is known of what they tell."""

    name: str
    own: dict
    read: dict[str, list[Sentence]]
    story: Story
    has: dict[str, frozenset[str]]
    spelled: dict[str, frozenset[str]]
    names: set
    best: dict
    like: pieces.Pairs
    headed: frozenset[str]
    kinds: dict[str, str]
    quoted: Spans
    stated: Spans
    charged: Spans


def accounts(
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    scores: pd.DataFrame,
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    cues: pd.DataFrame,
    like: pieces.Pairs,
    *,
    by: str = "outlet",
) -> Iterator[Accounts]:
    """The accounts of each story that several groups tell, with what they have of each other.

    `scores` is the table of `alignment.scores`, `like` the pairs of `news.of_one`.
    """
    read = read_sentences(sentences, terms)
    common: dict[str, Any] = {
        "has": {article: frozenset(rows["term"]) for article, rows in terms.groupby("article_id", sort=False)},
        "names": set(zip(terms["article_id"], terms["term"], terms["feature"], strict=True)),
        "best": _best(scores), "like": like,
        "quoted": _places(quotes[quotes["form"].isin(spans.QUOTED)]),
        "stated": _places(quotes[spans.speech(quotes) & quotes["speaker"].notna()]),
        "charged": _places(cues[cues["family"].isin(CHARGES)]),
    }  # fmt: skip
    told = articles.assign(story=stories(articles), group=articles[by])
    for name, group in told[told["story"].ne("no event")].groupby("story", sort=False):
        if group["group"].nunique() > 1:
            yield Accounts(str(name), read=read, **_of_story(group, read), **common)


def _of_story(articles: pd.DataFrame, read: dict[str, list[Sentence]]) -> dict[str, Any]:
    """What is known of the articles of one story alone."""
    own = {row.article_id: row for row in articles.itertuples()}
    return {
        "own": own,
        "story": Story([sentence for article in own for sentence in read.get(article, [])]),
        "headed": frozenset().union(*map(stems, articles["headline"])),
        "kinds": {article: pieces.kind(row) for article, row in own.items()},
        "spelled": {article: spellings.spelled(row.text) for article, row in own.items()},
    }


def left_out(told: Iterable[Accounts], *, but: Iterable[Difference] = ()) -> Iterator[Difference]:
    """What is told here and not there: one difference for each sentence, with all articles that lack it as sides.

    `differs` says what was looked for. Quoted speech is never called left out: each outlet has its own witnesses. An
    article published before all that have it cannot lack it, nor one that is another kind of piece or much shorter.
    What `but` says is not said again.
    """
    met = {(side.article_id, side.start) for one in but for side in one.sides if side.start is not None}
    for about in told:
        lines = (sentence for article in about.own for sentence in about.read.get(article, []))
        yield from (
            found
            for sentence in lines
            if (sentence.article_id, sentence.start) not in met
            for found in _lacking(sentence, about)
        )


def _places(rows: pd.DataFrame) -> Spans:
    """The spans of each article."""
    return {a: list(zip(told["start"], told["end"], strict=True)) for a, told in rows.groupby("article_id", sort=False)}


def _best(scores: pd.DataFrame) -> dict[tuple[str, int], dict[str, tuple[float, int, int]]]:
    """For each sentence the score and the span of the sentence of each other article that is nearest to it."""
    best: dict[tuple[str, int], dict[str, tuple[float, int, int]]] = defaultdict(dict)
    columns = ["article_id", "start", "end", "other_id", "other_start", "other_end", "score"]
    for a, start, end, b, other, other_end, score in scores[columns].itertuples(index=False, name=None):
        for here, there, near in (((a, start), b, (score, other, other_end)), ((b, other), a, (score, start, end))):
            best[here][there] = max(best[here].get(there, NOTHING), near)
    return best


def _filled(sentence: Sentence, places: Spans) -> bool:
    """Whether spans fill half of a sentence."""
    held = places.get(sentence.article_id, [])
    inside = sum(max(0, min(sentence.end, end) - max(sentence.start, start)) for start, end in held)
    return 2 * inside >= sentence.end - sentence.start


def _lacking(sentence: Sentence, about: Accounts) -> Iterator[Difference]:
    """The difference between the accounts that tell a sentence and those that lack it; none where none surely does."""
    mine, own = about.own[sentence.article_id], about.own
    near = about.best.get((sentence.article_id, sentence.start), {})
    if _filled(sentence, about.quoted) or about.kinds[mine.article_id] not in REPORTS:
        return
    close = [a for a, (score, _, _) in near.items() if score >= BOTH and a in own]
    tell = {mine.group, *(own[article].group for article in close)}
    others = [article for article, row in own.items() if row.group not in tell]
    unsure = {own[a].group for a in others if near.get(a, NOTHING)[0] >= ABSENT or not _own_matter(sentence, a, about)}
    lacks = [a for a in others if own[a].group not in unsure and comparable(own[a], mine, about)]
    if lacks:
        missing = sentence.told - frozenset().union(*(found(sentence, article, about) for article in lacks))
        also = [article for article in close if _tells(article, near[article][1], missing, about)]
        sure, far = (TWO, TOLD_BY_TWO) if also else (ONE, TOLD_BY_ONE)
        far += worth(missing, sentence, about)
        far -= PAST * any(pieces.of_other_days(own[article], mine) for article in lacks)
        looked = ", ".join(looked_for(missing, sentence, about))
        told = (Side(article, *near[article][1:]) for article in also)
        sides = (Side(sentence.article_id, sentence.start, sentence.end), *told, *map(Side, lacks))
        yield Difference("left out", about.name, looked, sides, f"not told; looked for: {looked}", sure, far)


def comparable(other, mine, about: Accounts) -> bool:
    """Whether an article could tell what another does: of one news, of the same kind, not older, not much shorter."""
    like = frozenset((other.article_id, mine.article_id)) in about.like
    same_kind = about.kinds[other.article_id] == about.kinds[mine.article_id]
    return like and same_kind and not pieces.older(other, mine) and not pieces.much_shorter(other, mine)


def _own_matter(sentence: Sentence, other: str, about: Accounts) -> bool:
    """Whether a sentence is weighty, and another article has hardly any of its words and few of its names."""
    held, weight = found(sentence, other, about), about.story.weight(sentence.told)
    proper = {term for term in sentence.told if is_proper(term, sentence, about)}
    lacking = proper - held
    return (
        weight > WEIGHTY
        and about.story.weight(held) < FOUND * weight
        and bool(lacking)
        and len(lacking) >= PROPER * len(proper)
    )


def found(sentence: Sentence, other: str, about: Accounts) -> frozenset[str]:
    """The terms of a sentence that stand in another article, in whichever spelling (see `spellings`)."""
    there = about.has.get(other, frozenset())
    held = {term for term in sentence.told - there if _spelled_there(term, sentence, other, about)}
    return frozenset(sentence.told & there | held)


def _spelled_there(term: str, sentence: Sentence, other: str, about: Accounts) -> bool:
    return not spellings.around(sentence.written[term], sentence.text).isdisjoint(about.spelled[other])


def _is_name(term: str, sentence: Sentence, about: Accounts) -> bool:
    return (sentence.article_id, term, "name") in about.names


def is_proper(term: str, sentence: Sentence, about: Accounts) -> bool:
    """Whether a term of a sentence is a name or a figure, and no day of the week."""
    day = DAY.search(sentence.written.get(term, ""))
    return not day and (term in sentence.numbers or _is_name(term, sentence, about))


def worth(missing: frozenset[str], sentence: Sentence, about: Accounts) -> float:
    """What is added for what is told early, with figures, of what its account dwells on, of what is grave or headed."""
    early = sentence.start < len(about.own[sentence.article_id].text) / 3
    named = [term for term in missing if _is_name(term, sentence, about)]
    dwelt = max((len(about.story.places[term]) for term in named), default=1)
    grave = any(sentence.start <= at < sentence.end for at, _ in about.charged.get(sentence.article_id, []))
    less = SAID * bool(_filled(sentence, about.stated) or UNSURE.search(sentence.text))
    less += PAST * _long_past(sentence.text, about.own[sentence.article_id].published)
    worth = EARLY * early + FIGURES * bool(missing & sentence.numbers) + TOPICAL * min(dwelt - 1, DWELT)
    return worth + HEADED * bool(about.headed & stems(sentence.text)) + GRAVE * grave - less


def _long_past(text: str, published: object) -> bool:
    """Whether a text names no year but such as were over YEARS before its article."""
    years = [int(year) for year in YEAR.findall(text)]
    return bool(years) and isinstance(published, pd.Period) and max(years) < published.year - YEARS


def _tells(article: str, start: int, missing: frozenset[str], about: Accounts) -> bool:
    """Whether a sentence has most of what was looked for elsewhere: else it may tell another thing of the same."""
    told = next((one.told for one in about.read.get(article, []) if one.start == start), frozenset[str]())
    return about.story.weight(missing & told) >= SAME * about.story.weight(missing)


def looked_for(missing: frozenset[str], sentence: Sentence, about: Accounts) -> list[str]:
    """What was looked for, as it is shown: names and figures of two digits, else rare long words; SEARCHED at most.

    A day says nothing of what is missing and comes last.
    """

    def rank(term: str) -> int:
        """0 for a name, 1 for a number, 2 for a long word, 3 for another, 4 for a digit or day: names come first."""
        if DAY.search(sentence.written[term]):
            return 4
        if _is_name(term, sentence, about):
            return 0
        if term in sentence.numbers:
            return 1 if len(term) > 1 else 4
        return 2 if len(sentence.written[term]) >= NOUN and not sentence.written[term].endswith(WEAK) else 3

    heaviest = sorted(missing, key=lambda term: (-about.story.weights[term], term))
    ranked = sorted(heaviest, key=rank)
    shown = [term for term in ranked if rank(term) < 2] or [term for term in ranked if rank(term) < 3] or ranked
    return [sentence.written[term] for term in shown[:SEARCHED]]
