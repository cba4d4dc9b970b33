"""Words in one another's place: what two outlets call one thing, found in the tellings of a fact without any list.

Three things make it one: another noun in the same slot of the sentence (cut off an *arm*, a *limb*), the same noun with
other words before it (a *historic*, a *landmark* decision), and a sentence that is otherwise the same. What one outlet
also has elsewhere is not the other's word; only words outside quotation marks count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from samestory import calendar
from samestory.annotate import content, spans
from samestory.compare.facts.alignment import CIRCUMSTANCES, MARKED
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stems import JOINED, stems
from samestory.corpus import language, likeness

ALIKE = 0.35  # likeness of two nouns in one slot: below, they are mostly two things of one sentence
INDEFINITE = frozenset("any another other others no every each such whichever whatever either neither".split())
NO_ARTICLE = content.FUNCTION_WORDS - frozenset("a an the this that these those his her its their our my your".split())
SLOTS = frozenset({"subject", "object", "oblique", "modifier"})
FEW, AROUND = 3, 5  # words that may differ in one place, and words that must be the same around it
ROOT = 5  # first letters that two nouns of one root share: contracts and contractors are two things
SPELLED_ALIKE = 0.75  # how much of two spellings of one word is the same
ANOTHER_NOUN, OTHER_WORDS, REPLACED = 0.3, 0.25, 0.6  # how far apart each leaves the accounts
SURE, SAME_TEXT = 0.9, 0.95  # how sure each is
TURNS = frozenset("first second third last latest former new next other own same one".split())  # which of several
OFFICES = frozenset(content.stem(title.lower()) for title in content.TITLES)  # of which there are many of one name
TIMES = CIRCUMSTANCES | {content.stem(word) for word in (*calendar.WEEKDAYS, *calendar.MONTHS)}
GENERAL = (
    "people person man woman way thing part night number amount handful lot series couple majority election"
).split()  # nouns of which a sentence may have another than the one beside it
NOTHING_OF_ITS_OWN = TIMES | OFFICES | frozenset(map(content.stem, GENERAL))


class Phrase(NamedTuple):
    """A noun phrase: its span, the stem of its noun, those of what describes it, whether it is plural, and its slot."""

    article_id: str
    start: int
    end: int
    noun: str
    head: str
    before: frozenset[str]
    plural: bool
    slot: tuple[str, str, str] | None


def instead(
    phrases: pd.DataFrame,
    tellings: pd.DataFrame,
    labels: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    but: Iterable[Difference] = (),
) -> Iterator[Difference]:
    """What two outlets have in one another's place in a fact that both tell, each noun once a story.

    Facts of which `but` tells something already are left to it, and phrases with a label to `naming.listed`. Errors:
    two things of one kind in one sentence, such as two hearings; what the parser takes for a noun phrase.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    has = {article: stems(text, parts=True) for article, text in texts.items()}
    inside = _phrases(phrases[~phrases.index.isin(spans.within(labels, phrases)["outer"])])
    met: set[tuple[str, str]] = set()
    told = tellings[~tellings["fact"].isin({one.fact for one in but})]
    for fact, rows in told.groupby("fact", sort=False):
        for one, other in combinations(rows.itertuples(), 2):
            if one.group == other.group:
                continue
            for a, b, differs, far in _found(one, other, inside, has, texts):
                nouns = {content.stem(texts[s.article_id][s.start : s.end].lower().split()[-1]) for s in (a, b)}
                if not any((one.story, noun) in met for noun in nouns):
                    met |= {(one.story, noun) for noun in nouns}
                    sure = SAME_TEXT if far == REPLACED else SURE
                    yield Difference("other word", one.story, "one thing", (a, b), differs, sure, far, int(fact))


def _found(one, other, inside: dict, has: dict, texts: dict) -> Iterator[tuple[Side, Side, str, float]]:
    """The sides in one another's place in two tellings, and how they differ."""
    whole = one.level == "show" and _marks_shown(one) and _marks_shown(other)
    stretch = _replaced(one, other, texts) if whole else None
    if stretch:
        yield *stretch, "another word", REPLACED
        return
    here, there = _within(inside, one), _within(inside, other)
    for a, b in product(here, there):
        if _another_noun(a, b, here, there, has) and one.level == "show":
            yield _side(a), _side(b), "another word", ANOTHER_NOUN
        elif _other_words(a, b, here, there, has):
            yield _side(a), _side(b), "other words with it", OTHER_WORDS


def _phrases(phrases: pd.DataFrame) -> dict[str, list[Phrase]]:
    """The noun phrases of each article that are no names and the outlet's own words, and end with their noun."""
    own = phrases[phrases["name"].isna() & phrases["voice"].isin(OWN) & phrases["head"].notna()]
    found = defaultdict(list)
    for row in own.itertuples():
        last, noun = str(row.text).split()[-1].lower(), str(row.head).lower()
        if last[:3] == noun[:3] and definite(row.text):
            stem = content.stem(noun)
            slot = None
            if row.role in SLOTS and pd.notna(row.governor):
                slot = (row.role, content.stem(row.governor), str(row.preposition))
            before = _before(str(row.text)) - {stem, content.stem(last)}
            plural = last != noun
            found[row.article_id].append(Phrase(row.article_id, row.start, row.end, stem, noun, before, plural, slot))
    return found


def _before(phrase: str) -> frozenset[str]:
    """The stems of the words of a phrase that describe: neither names, which may be another thing's, nor its turn."""
    words = JOINED.sub(" ", phrase).split()
    return stems(" ".join(word for word in words if word[:1].islower() and word not in TURNS))


def definite(phrase: str) -> bool:
    """Whether a phrase may speak of a thing that was spoken of: not of any, another, or a number of them."""
    first, *more = phrase.lower().split()
    counted = any(word in content.NUMBERS or any(map(str.isdigit, word)) for word in (first, *more))
    return not counted and first not in NO_ARTICLE and not INDEFINITE & {first, *more}


def _within(inside: dict[str, list[Phrase]], telling) -> list[Phrase]:
    return [p for p in inside.get(telling.article_id, []) if telling.start <= p.start and p.end <= telling.end]


def _another_noun(a: Phrase, b: Phrase, here: list[Phrase], there: list[Phrase], has: dict) -> bool:
    """Whether two nouns stand alone in one slot of two tellings, used alike, and neither in the other's article."""
    if a.slot is None or a.slot != b.slot or a.plural != b.plural or a.noun == b.noun:
        return False
    alone = all(sum(p.slot == a.slot for p in phrases) == 1 for phrases in (here, there))
    own = a.noun not in has[b.article_id] and b.noun not in has[a.article_id]
    named = not {a.noun, b.noun} & NOTHING_OF_ITS_OWN and a.noun[:ROOT] != b.noun[:ROOT]
    return alone and own and named and (bool(a.before & b.before) or likeness.likeness(a.head, b.head) >= ALIKE)


def _other_words(a: Phrase, b: Phrase, here: list[Phrase], there: list[Phrase], has: dict) -> bool:
    """Whether one noun stands once in each of two tellings, with words before it that the other's article has not."""
    if a.noun != b.noun or a.plural != b.plural or a.noun in NOTHING_OF_ITS_OWN:
        return False
    alone = all(sum(p.noun == a.noun for p in phrases) == 1 for phrases in (here, there))
    alone &= not a.plural or a.slot == b.slot  # of many, two outlets may mean others
    return alone and bool(a.before - has[b.article_id]) and bool(b.before - has[a.article_id])


def _side(phrase: Phrase) -> Side:
    return Side(phrase.article_id, phrase.start, phrase.end)


def _replaced(one, other, texts: dict[str, str]) -> tuple[Side, Side] | None:
    """The only words in which two tellings differ, outside quotation marks, where neither article has the other's."""
    stretch = _one_stretch(one.text, other.text)
    if stretch is None:
        return None
    places = list(zip((one, other), stretch, strict=True))
    marked = any(_marked(telling.text, *place) for telling, place in places)
    words = [telling.text[start:end] for telling, (start, end) in places]
    elsewhere = _stands(words[0], texts[other.article_id]) or _stands(words[1], texts[one.article_id])
    first, second = (Side(t.article_id, t.start + start, t.start + end) for t, (start, end) in places)
    return None if marked or elsewhere else (first, second)


def _stands(words: str, text: str) -> bool:
    """Whether whole words stand in a text: “lobby” is not in “lobbyist”."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _marks_shown(telling) -> bool:
    """Whether a telling shows which of its words are quoted: not where its quotation marks open in another sentence."""
    return telling.voice != "quoted" or bool(MARKED.match(telling.text))


def _marked(text: str, start: int, end: int) -> bool:
    """Whether words stand inside quotation marks."""
    return any(marks.start() < end and start < marks.end() for marks in MARKED.finditer(text))


def _one_stretch(one: str, other: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The only stretch of a few words in which two sentences differ, as offsets in each; None where that is not all.

    Neither numbers nor another spelling or form of the same word are other words.
    """
    a, b = language.token_spans(one), language.token_spans(other)
    words = [[text[start:end].lower() for start, end in spans] for text, spans in ((one, a), (other, b))]
    edits = [e for e in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes() if e[0] != "equal"]
    if len(edits) != 1 or edits[0][0] != "replace":
        return None
    _, i, j, k, m = edits[0]
    here, there = (" ".join(part) for part in (words[0][i:j], words[1][k:m]))
    few = max(j - i, m - k) <= FEW and min(len(a) - (j - i), len(b) - (m - k)) >= AROUND
    alike = SequenceMatcher(None, here, there).ratio() >= SPELLED_ALIKE
    if not few or alike or _means_nothing(here) or _means_nothing(there) or stems(here) & stems(there):
        return None
    return (a[i][0], a[j - 1][1]), (b[k][0], b[m - 1][1])


def _means_nothing(words: str) -> bool:
    """Whether words are function words or have a number or a time among them."""
    counted = any(word in content.NUMBERS or any(map(str.isdigit, word)) for word in words.split())
    return counted or not stems(words) or bool(stems(words) & TIMES)
