"""Left out: what one or more articles tell and another does not, after a search of that article.

An article that lacks something is not an outlet that omits it; why it may lack it is for who reads (see `framing`).
What is sure enough to be said: what an article tells with names or figures of its own, of whose words no article of the
other outlet has more than hardly any, and to which no sentence there comes near.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pandas as pd

from samestory import known
from samestory.annotate import content
from samestory.compare.facts.alignment import ABSENT, Sentence, Story, read_sentences
from samestory.compare.facts.firsts import stems
from samestory.compare.facts.naming import weights
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories

BOTH = 3.5  # the odds from which another article may tell it too
SAME = 0.6  # the part of what was looked for that its sentence then has
FOUND = 0.1  # of the weight of a sentence that stands in the other article anywhere, at most
QUOTED = ("direct", "partial")
PROPER = 1  # names and figures of it that the other article has not
WEIGHTY = 5.0  # the weight of a sentence that may be missed although one article only tells it
TWO, ONE = 0.97, 0.92  # how sure each way is
TOLD_BY_TWO, TOLD_BY_ONE = 0.35, 0.15  # how far apart each leaves the accounts
EARLY, NAMES, FIGURES, TOPICAL = 0.15, 0.1, 0.1, 0.1  # added: early, names, figures, what its account dwells on
HEADED, GRAVE = 0.1, 0.1  # added: of what a headline names, and of crime, harm or conflict
CHARGES = ("morality and law", "conflict", "humanitarian")  # the families of cues that make a sentence grave
MENTIONS, NAMED = 5, 4  # mentions of a referent, and of a name, from which never is worth saying
FARTHEST = 0.9  # that a name alone can set accounts apart
NEVER, TOPIC, NAME, AGAIN = 0.96, 1.0, 0.48, 0.05  # how sure that is, how far apart accounts are, and for each more
OPENING = 220  # letters of a text that say when it was written
NOTHING = (0.0, 0, 0)  # what is near where nothing is
JOINED = re.compile(r" (?:of|for) ")
SPELLED = 0.75  # how much of two spellings of one name is the same
SEARCHED = 5  # words named as looked for
DWELT = 3  # further sentences about a name from which an account dwells on it no more
NOUN, WEAK = 5, ("ly", "ing", "ed")  # letters of a word that may be shown as looked for, and what it does not end on


def left_out(
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    scores: pd.DataFrame,
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    cues: pd.DataFrame,
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
    spoken = quotes[quotes["form"].isin(QUOTED)].groupby("article_id")
    said = {article: list(zip(rows["start"], rows["end"], strict=True)) for article, rows in spoken}
    charged = cues[cues["family"].isin(CHARGES)].groupby("article_id")["start"].agg(list).to_dict()
    told = articles.assign(story=stories(articles), group=articles[by])
    for name, group in told.groupby("story", sort=False):
        if name == "no event" or group["group"].nunique() < 2:
            continue
        own = {row.article_id: row for row in group.itertuples()}
        story = Story(sentence for article in own for sentence in read.get(article, []))
        headed = frozenset().union(*map(stems, group["headline"]))
        for article in own:
            for sentence in read.get(article, []):
                if not _spoken(sentence, said.get(article, [])):
                    worth = HEADED * bool(headed & stems(sentence.text)) + GRAVE * _holds(sentence, charged)
                    for found in _lacking(str(name), sentence, own, story, has, best, names, read):
                        yield found._replace(far=found.far + worth)


def _holds(sentence: Sentence, places: dict[str, list[int]]) -> bool:
    """Whether something stands in a sentence, by where such things start in each article."""
    return any(sentence.start <= place < sentence.end for place in places.get(sentence.article_id, []))


def never(
    labels: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, quotes: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """What one group's articles of a story name again and again, and another's never: referents, people, bodies.

    A referent of `data/referents.csv` counts from MENTIONS of its labels on, a name from NAMED on in the articles, of
    which those count that have it whole; not of who is quoted: each outlet has its own witnesses. Never: no label, no
    word of the name in capitals, in the other's text.
    """
    about = articles[["article_id", "text", "published"]].assign(story=stories(articles), group=articles[by])
    groups = set(about["group"])
    about = about[about["story"].ne("no event") & about.groupby("story")["group"].transform("nunique").gt(1)]
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for (story, group), text in about.groupby(["story", "group"], sort=False)["text"].agg("\n".join).items():
        texts[story][group] = text
    stems = {story: {group: _stems(text) for group, text in of.items()} for story, of in texts.items()}
    about = about.drop(columns="text")
    own = dict(iter(about.groupby("story", sort=False)))
    told = labels[labels["use"].eq("mention")].merge(about, on="article_id")
    witnesses = {str(name).split()[-1] for name in quotes.loc[quotes["form"].isin(QUOTED), "speaker"].dropna()}
    named = actors[actors["mention"].eq("name") & actors["kind"].isin(["person", "organisation"])]
    named = named[named["actor"].str.contains(" ") | named["actor"].str.isupper()].merge(about, on="article_id")
    for (story, what), found in told.groupby(["story", "referent"], sort=False):
        said = _stems(" ".join(found["text"]))
        lacking = [group for group, there in stems[story].items() if not said & there]
        labels_of = dict.fromkeys(found["text"].str.lower())
        yield from _never(story, what, found, labels_of, lacking, own[story], MENTIONS, weights().get(what, TOPIC), 0.0)
    for (story, what), found in named.groupby(["story", "actor"], sort=False):
        if len(found) < NAMED or _is_outlet(what, groups) or str(what).split()[-1] in witnesses:
            continue
        names = {what, *found["text"]}
        person = found["kind"].eq("person").all()
        if not (str(what).split()[0] in first_names() if person else _is_body(str(what))):
            continue
        if person:
            names = {name.split()[-1] for name in names}
        lacking = [group for group, text in texts[story].items() if not _near(names, text)]
        whole = found[found["reached"].eq("named")]
        yield from _never(story, what, whole, sorted(names), lacking, own[story], 1, NAME, AGAIN)


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """The first names that are known to be some: what begins otherwise may be furniture of a page in capitals."""
    return frozenset(known.table("first_names.csv", ["name"])["name"].str.capitalize())


def _is_body(name: str) -> bool:
    """Whether a name is surely a body’s: listed, or joined by of or for.

    A row of words in capitals may be furniture of a page, and initials may be spelled out elsewhere in other words.
    """
    return bool(JOINED.search(name)) or name in _bodies()


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    rows = known.table("actors.csv", ["actor", "kind", "name"])
    return frozenset(rows.loc[rows["kind"].eq("organisation"), ["actor", "name"]].to_numpy().ravel())


def _is_outlet(name: str, groups: set) -> bool:
    """Whether a name is an outlet's own, in whichever form: an outlet names itself."""
    mine = name.casefold().removeprefix("the ")
    return any(mine in str(group).casefold() or str(group).casefold() in mine for group in groups)


def _never(
    story: str,
    what: str,
    found: pd.DataFrame,
    words: Iterable[str],
    lacking: list,
    own: pd.DataFrame,
    least: int,
    far: float,
    again: float,
) -> Iterator[Difference]:
    """The difference between the group that mentions something most and those of `lacking` that do not at all."""
    counts = found["group"].value_counts()
    there = own[own["group"].isin(set(lacking) - set(counts.index))]
    if len(there) and len(counts) and counts.max() >= least:
        first = found.assign(_n=-found["group"].map(counts)).sort_values("_n", kind="stable").drop_duplicates("group")
        teller = own[own["article_id"].eq(first["article_id"].iloc[0])].iloc[0]
        others = there.drop_duplicates("group").itertuples()
        absent = [Side(row.article_id) for row in others if not _before(row, teller)]
        if not absent:
            return
        sides = (*(Side(row.article_id, int(row.start), int(row.end)) for row in first.itertuples()), *absent)
        far = min(far + again * (counts.max() - least), max(far, FARTHEST))
        differs = f"never there; {counts.max()} times here; looked for: {', '.join(list(words)[:SEARCHED])}"
        yield Difference("never named", story, what, sides, differs, NEVER, far)


def _stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that mean something."""
    words = frozenset(re.findall(r"[a-z]{3,}", text.lower())) - frozenset(content.FUNCTION_WORDS)
    return frozenset(map(content.stem, words))


def _near(names: Iterable[str], text: str) -> bool:
    """Whether a text has a word of these names, in small letters too, or one spelled nearly so (Morsi, Morsy)."""
    lower = text.lower()
    if _written(names, text) or any(name.lower() in lower for name in names):
        return True
    last = {name.split()[-1] for name in names}
    capitals = set(re.findall(r"\b[A-Z][\w’'-]{3,}", text))
    return any(difflib.get_close_matches(name, capitals, n=1, cutoff=SPELLED) for name in last)


def _written(names: Iterable[str], text: str) -> bool:
    """Whether a text has any word with a capital of these names, or their initials, with points or without.

    A word counts in all its forms: Republicans are found in “Republican”, the F.B.I. in “FBI”.
    """
    plain = text.replace(".", "").replace("’", "'")
    words = {word.strip("',") for name in names for word in name.replace(".", "").replace("’s", "").split()}
    forms = {word for word in words if word[:1].isupper() and (len(word) > 2 or word.isupper())}
    forms |= {"".join(word[0] for word in name.split() if word[0].isupper()) for name in names if " " in name}
    stems = "|".join(re.escape(form.removesuffix("s")) for form in forms if len(form) > 1)
    return bool(stems) and bool(re.search(rf"(?<!\w)(?:{stems})", plain))


def _best(scores: pd.DataFrame) -> dict[tuple[str, int], dict[str, tuple[float, int, int]]]:
    """For each sentence the score and the span of the sentence of each other article that is nearest to it."""
    best: dict[tuple[str, int], dict[str, tuple[float, int, int]]] = defaultdict(dict)
    columns = ["article_id", "start", "end", "other_id", "other_start", "other_end", "score"]
    for a, start, end, b, other, other_end, score in scores[columns].itertuples(index=False, name=None):
        for here, there, near in (((a, start), b, (score, other, other_end)), ((b, other), a, (score, start, end))):
            best[here][there] = max(best[here].get(there, NOTHING), near)
    return best


def _spoken(sentence: Sentence, said: list[tuple[int, int]]) -> bool:
    """Whether words in quotation marks fill half of a sentence."""
    inside = sum(max(0, min(sentence.end, end) - max(sentence.start, start)) for start, end in said)
    return 2 * inside >= sentence.end - sentence.start


def _lacking(
    name: str, sentence: Sentence, own: dict, story: Story, has: dict, best: dict, names: set, read: dict
) -> Iterator[Difference]:
    near = best.get((sentence.article_id, sentence.start), {})
    mine = own[sentence.article_id]
    if not story.weight(sentence.told) > WEIGHTY:
        return
    close = [a for a, (score, _, _) in near.items() if score >= BOTH and a in own]
    tell = {mine.group, *(own[article].group for article in close)}
    lacks = {
        article: near.get(article, NOTHING)[0] < ABSENT
        and not _before(other, mine)
        and not (_ahead(other) and not _ahead(mine))
        and _own_matter(sentence, story, has.get(article, frozenset()), names)
        for article, other in own.items()
        if other.group not in tell
    }
    told_by = {own[article].group for article, lacking in lacks.items() if not lacking}
    ways = {
        article: (TWO, TOLD_BY_TWO) if len(tell) > 1 else (ONE, TOLD_BY_ONE)
        for article in lacks
        if own[article].group not in told_by
    }
    if ways:
        sure, far = min(ways.values())
        missing = sentence.told - frozenset().union(*(has[article] for article in ways))
        also = [a for a in close if _tells(read, a, near[a][1], missing, story)]
        if len(tell) > 1 and not also:
            sure, far = ONE, TOLD_BY_ONE
        far += _telling(missing, sentence, mine, story, names)
        looked = ", ".join(sentence.written[term] for term in _shown(missing, sentence, story, names)[:SEARCHED])
        told = (Side(article, *near[article][1:]) for article in also if article not in ways)
        sides = (Side(sentence.article_id, sentence.start, sentence.end), *told, *(Side(article) for article in ways))
        yield Difference("left out", name, looked, sides, f"not told; looked for: {looked}", sure, far)


def _telling(missing: frozenset[str], sentence: Sentence, mine, story: Story, names: set) -> float:
    """What is added for a sentence that stands early, has names or figures, or is of what its account dwells on."""
    named = [term for term in missing if (sentence.article_id, term, "name") in names]
    dwelt = max((len(story.places[term]) for term in named), default=1)
    far = EARLY * (sentence.start < len(mine.text) / 3) + NAMES * (len(named) > 1)
    return far + FIGURES * bool(missing & sentence.numbers) + TOPICAL * min(dwelt - 1, DWELT)


def _tells(read: dict, article: str, start: int, missing: frozenset[str], story: Story) -> bool:
    """Whether a sentence has most of what was looked for elsewhere: else it may tell another thing of the same."""
    told = next((sentence.told for sentence in read.get(article, []) if sentence.start == start), frozenset[str]())
    return story.weight(missing & told) >= SAME * story.weight(missing)


def _shown(missing: frozenset[str], sentence: Sentence, story: Story, names: set) -> list[str]:
    """What was looked for, as it may be shown: names, then figures of two digits or more, then rare long words."""

    def rank(term: str) -> int:
        if (sentence.article_id, term, "name") in names:
            return 0
        if term in sentence.numbers:
            return 1 if len(term) > 1 else 4
        return 2 if len(sentence.written[term]) >= NOUN and not sentence.written[term].endswith(WEAK) else 3

    ranked = sorted(_heaviest(missing, story), key=rank)
    return [term for term in ranked if rank(term) < 3] or ranked


def _heaviest(terms: frozenset[str], story: Story) -> list[str]:
    return sorted(terms, key=lambda term: (-story.weights[term], term))


def _own_matter(sentence: Sentence, story: Story, there: frozenset[str], names: set) -> bool:
    """Whether a sentence is weighty, and the other article has hardly any of its words and not all its names."""
    weight = story.weight(sentence.told)
    proper = {term for term in sentence.told if (sentence.article_id, term, "name") in names} | sentence.numbers
    found = story.weight(sentence.told & there)
    return weight > WEIGHTY and found < FOUND * weight and len(proper - there) >= PROPER


def _ahead(article) -> bool:
    """Whether an article is written ahead of the event: its headline or first sentence says what is to come."""
    headline = "" if pd.isna(article.headline) else str(article.headline)
    return bool(_coming().search(f"{headline}\n{article.text[:OPENING]}"))


@lru_cache(maxsize=1)
def _coming() -> re.Pattern[str]:
    """The wordings of `data/ahead.csv`."""
    said = known.table("ahead.csv", ["words", "source"])["words"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)", re.IGNORECASE)


def _before(other, mine) -> bool:
    """Whether an article is surely older than the one that has it."""
    days = other.published, mine.published
    return all(isinstance(day, pd.Period) for day in days) and days[0].end_time < days[1].start_time
