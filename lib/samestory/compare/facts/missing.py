"""Left out: what one or more articles tell and another does not, after a search of that article.

An article that lacks something is not an outlet that omits it; why it may lack it is for who reads (see `framing`).
Two ways are sure enough to be said: what two articles surely tell alike, and nothing in the third is near; and what one
tells with names or figures of its own, of whose words the other has hardly any.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts.alignment import ABSENT, Sentence, Story, read_sentences
from samestory.compare.facts.naming import weights
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories

BOTH = 0.8  # the score from which a fact that two articles tell may be missed in a third
FOUND = 0.15  # of the weight of a sentence that stands in the other article anywhere, at most
WEIGHTY = 5.0  # the weight of a sentence that may be missed although one article only tells it
TWO, ONE = 0.97, 0.92  # how sure each way is
TOLD_BY_TWO, TOLD_BY_ONE = 0.5, 0.4  # how far apart each leaves the accounts
EARLY, NAMES, FIGURES, TOPICAL = (
    0.15,
    0.1,
    0.1,
    0.1,
)  # added for an early telling, names, figures, and a topic of its own
MENTIONS, NAMED = 3, 4  # mentions of a referent, and of a name, from which never is worth saying
NEVER, TOPIC, NAME, AGAIN = 0.96, 1.0, 0.45, 0.05  # how sure that is, how far apart accounts are, and for each more
SEARCHED = 5  # words named as looked for


def left_out(
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    scores: pd.DataFrame,
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    *,
    by: str = "outlet",
) -> Iterator[Difference]:
    """What is told here and not there: one difference for each sentence, with all articles that lack it as sides.

    `scores` is the table of `alignment.scores`. `differs` names what was looked for. Quoted speech is never called left
    out: each outlet has its own witnesses. An article published before all that have it cannot lack it.
    """
    read = read_sentences(sentences, terms)
    names = set(zip(terms["article_id"], terms["term"], terms["feature"], strict=True))
    has = {article: frozenset(rows["term"]) for article, rows in terms.groupby("article_id", sort=False)}
    best = _best(scores)
    spoken = quotes[quotes["form"].isin(["direct", "partial"])].groupby("article_id")
    said = {article: list(zip(rows["start"], rows["end"], strict=True)) for article, rows in spoken}
    told = articles.assign(story=stories(articles), group=articles[by])
    for name, group in told.groupby("story", sort=False):
        if name == "no event" or group["group"].nunique() < 2:
            continue
        own = {row.article_id: row for row in group.itertuples()}
        story = Story(sentence for article in own for sentence in read.get(article, []))
        for article in own:
            for sentence in read.get(article, []):
                if not _spoken(sentence, said.get(article, [])):
                    yield from _lacking(str(name), sentence, own, story, has, best, names)


def never(
    labels: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """What one group's articles of a story name again and again, and another's never: referents, people, bodies.

    A referent of `data/referents.csv` counts from MENTIONS of its labels on, a name from NAMED on in the group's
    articles; never means: no label, and no word of the name in capitals, anywhere in the other's text.
    """
    about = articles[["article_id"]].assign(story=stories(articles), group=articles[by])
    texts: dict[tuple, str] = {}
    for story, group, text in zip(about["story"], about["group"], articles["text"], strict=True):
        texts[story, group] = texts.get((story, group), "") + "\n" + text
    told = labels.merge(about, on="article_id").assign(what=lambda rows: rows["referent"], least=MENTIONS)
    told["far"] = told["referent"].map(weights()).fillna(TOPIC)
    named = actors[actors["mention"].eq("name") & actors["kind"].isin(["person", "organisation"])]
    named = named[named["actor"].str.contains(" ") | named["actor"].str.isupper()]
    named = named.merge(about, on="article_id").assign(what=lambda rows: rows["actor"], least=NAMED, far=NAME)
    for rows, is_name in ((told, False), (named, True)):
        for (story, what), found in rows[rows["story"].ne("no event")].groupby(["story", "what"], sort=False):
            counts = found["group"].value_counts()
            lacking = [g for s, g in texts if s == story and g not in counts.index]
            if is_name:
                lacking = [g for g in lacking if not _written(str(what), texts[story, g])]
            lacking = [g for g in lacking if str(what) not in texts[story, g]]
            if lacking and counts.max() >= found["least"].iloc[0]:
                first = found[found["group"].eq(counts.idxmax())].iloc[0]
                there = about[about["story"].eq(story) & about["group"].isin(lacking)].drop_duplicates("group")
                told_here = Side(first["article_id"], int(first["start"]), int(first["end"]))
                sides = (told_here, *(Side(article) for article in there["article_id"]))
                differs = f"never there; {counts.max()} times here"
                far = first["far"] if not is_name else min(first["far"] + AGAIN * (counts.max() - NAMED), 0.9)
                yield Difference("never named", str(story), str(what), sides, differs, NEVER, far)


def _written(name: str, text: str) -> bool:
    """Whether a text has the last word of a name, or its initials, as a word of its own."""
    words = name.split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    forms = [words[-1], *([initials] if len(initials) > 1 else [])]
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms)


def _best(scores: pd.DataFrame) -> dict[tuple[str, int], dict[str, float]]:
    """For each sentence its best score with each other article."""
    best: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    columns = ["article_id", "start", "other_id", "other_start", "score"]
    for a, start, b, other, score in scores[columns].itertuples(index=False, name=None):
        for here, there in (((a, start), b), ((b, other), a)):
            best[here][there] = max(best[here].get(there, 0.0), score)
    return best


def _spoken(sentence: Sentence, said: list[tuple[int, int]]) -> bool:
    """Whether words in quotation marks fill half of a sentence."""
    inside = sum(max(0, min(sentence.end, end) - max(sentence.start, start)) for start, end in said)
    return 2 * inside >= sentence.end - sentence.start


def _lacking(name: str, sentence: Sentence, own: dict, story: Story, has: dict, best: dict, names: set) -> Iterator:
    near = best.get((sentence.article_id, sentence.start), {})
    mine = own[sentence.article_id]
    also = [a for a, score in near.items() if score >= BOTH and a in own]
    ways = {}
    for article, other in own.items():
        if other.group == mine.group or article in also or near.get(article, 0.0) >= ABSENT or _before(other, mine):
            continue
        heavy = story.weight(sentence.told) > WEIGHTY / 2
        if heavy and any(own[a].group != other.group for a in also):
            ways[article] = (TWO, TOLD_BY_TWO)
        elif _own_matter(sentence, story, has[article], names):
            ways[article] = (ONE, TOLD_BY_ONE)
    if ways:
        sure, far = min(ways.values())
        absent = max(ways, key=lambda article: len(sentence.told - has[article]))
        missing = sentence.told - has[absent]
        looked = ", ".join(sentence.written[term] for term in _heaviest(missing, story)[:SEARCHED])
        far += EARLY * (sentence.start < len(mine.text) / 3)
        far += NAMES * (sum((sentence.article_id, term, "name") in names for term in missing) > 1)
        far += FIGURES * bool(missing & sentence.numbers)
        far += TOPICAL * any(len(story.places[term]) > 1 for term in missing)
        sides = (Side(sentence.article_id, sentence.start, sentence.end), *(Side(article) for article in ways))
        yield Difference("left out", name, looked, sides, f"not told; looked for: {looked}", sure, far)


def _heaviest(terms: frozenset[str], story: Story) -> list[str]:
    return sorted(terms, key=lambda term: (-story.weights[term], term))


def _own_matter(sentence: Sentence, story: Story, there: frozenset[str], names: set) -> bool:
    """Whether a sentence is weighty, and the other article has hardly any of its words and not all its names."""
    weight = story.weight(sentence.told)
    proper = {term for term in sentence.told if (sentence.article_id, term, "name") in names} | sentence.numbers
    found = story.weight(sentence.told & there)
    return weight > WEIGHTY and found < FOUND * weight and bool(proper - there)


def _before(other, mine) -> bool:
    """Whether an article is surely older than the one that has it."""
    days = other.published, mine.published
    return all(isinstance(day, pd.Period) for day in days) and days[0].end_time < days[1].start_time
